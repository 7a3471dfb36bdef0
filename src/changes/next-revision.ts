import type { Thresholds } from '#model/config.ts';
import type { Args } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';

/** What was changed since the text was released: sentences and sections that differ, of how many. */
export interface Size { readonly changed: number; readonly sentences: number; readonly percent: number; readonly sections: number; readonly sectionsChanged: number }

/** The revision number that a change should get, and why. */
export interface Proposal { readonly large: boolean; readonly why: Text; readonly args: Args }

/** Whether there is a letter for a new edition: after Z there is none. */
export function hasNextEdition(revision: string): boolean {
  return !revision.startsWith('Z/');
}

/** The next revision: A/1 after A/0, or the first of a new edition, B/0. UsageError for an edition after Z. */
export function nextRevision(revision: string, large: boolean): string {
  if (large && !hasNextEdition(revision)) {
    throw new UsageError({ en: 'After {revision} there is no letter for a new edition.', 'zh-CN': '{revision} 之后已没有字母可作新版次。' }, { revision },
      { en: 'Leave out --large, or issue the document under a new number and withdraw this one.', 'zh-CN': '请去掉 --large；或以新编号发布文件，并作废本文件。' });
  }
  const match = /^([A-Z])\/(\d+)$/.exec(revision);
  const letter = match?.[1] ?? 'A';
  return large ? `${String.fromCharCode(letter.charCodeAt(0) + 1)}/0` : `${letter}/${Number(match?.[2] ?? -1) + 1}`;
}

/** Modification or new edition, by the number of modifications so far and the size of the change; `size` is null when there is nothing to compare with. */
export function proposeRevision(revision: string, size: Size | null, { large_change_percent: percent, edition_revisions: revisions }: Thresholds): Proposal {
  if (!hasNextEdition(revision)) return { large: false, args: { revision }, why: { en: 'after {revision} there is no letter for a new edition', 'zh-CN': '{revision} 之后已没有字母可作新版次' } };
  const digit = Number(/\/(\d+)$/.exec(revision)?.[1] ?? 0);
  if (digit >= revisions) return { large: true, args: { digit, revision }, why: { en: 'after {digit} modifications ({revision}) a new edition is due', 'zh-CN': '已修订 {digit} 次（{revision}），应换版' } };
  if (size === null) return { large: false, args: {}, why: { en: 'git holds no released text to measure the change by', 'zh-CN': 'git 里没有已发布的文本可供比较改动大小' } };
  const args = { ...size, limit: percent };
  if (size.changed === 0 && size.sectionsChanged === 0) return { large: false, args, why: { en: 'the text is unchanged so far', 'zh-CN': '正文目前没有改动' } };
  if (size.percent >= percent) return { large: true, args, why: { en: '{changed} of {sentences} sentences differ ({percent} %, a new edition from {limit} % on)', 'zh-CN': '全文 {sentences} 句中改动 {changed} 句（{percent}%，达到 {limit}% 即应换版）' } };
  if (size.sectionsChanged * 100 >= size.sections * percent) return { large: true, args, why: { en: '{sectionsChanged} of {sections} sections came or went (a new edition from {limit} % on)', 'zh-CN': '{sections} 节中增删 {sectionsChanged} 节（达到 {limit}% 即应换版）' } };
  return { large: false, args, why: { en: '{changed} of {sentences} sentences differ ({percent} %, below the {limit} % of a new edition)', 'zh-CN': '全文 {sentences} 句中改动 {changed} 句（{percent}%，未达到换版的 {limit}%）' } };
}
