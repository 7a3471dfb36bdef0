import type { Env } from '#model/command.ts';
import type { Document } from '#model/document.ts';
import type { Edition } from '#model/edition.ts';
import { UsageError } from '#model/usage-error.ts';
import { readEdition } from '#load/edition.ts';
import type { Compared } from '#views/diff.ts';
import type { Opened } from '../workspace.ts';

/** The two texts that `A/0..A/1`, `A/0` (against the working text) or nothing (last approved against the working text) asks for. */
export async function revisionsAsked(range: string | undefined, document: Document, { root, tree }: Opened, env: Env): Promise<[Compared, Compared]> {
  const { path, value } = document;
  const [from = '', to = ''] = split(range);
  const working = compared(readEdition(tree.get(path)?.read() ?? new Uint8Array(), path));
  if (!working) throw new UsageError({ en: '{path} is no text.', 'zh-CN': '{path} 不是文本。' }, { path });
  const seen: Compared[] = [];
  const versions = (await env.host.fileVersions(root, path)).values();
  /** The newest state that is wanted; the history is read no further than needed. */
  const newest = (wanted: (edition: Edition) => boolean): Compared | undefined => {
    const known = seen.find(({ edition }) => wanted(edition));
    if (known) return known;
    for (const { commit, date, read } of versions) {
      const state = compared(readEdition(read(), path), commit, date);
      if (state?.edition.id !== value.id) continue;
      seen.push(state);
      if (wanted(state.edition)) return state;
    }
    return undefined;
  };
  const before = newest(from === '' ? isApproved : ({ revision }) => revision === from);
  if (!before) throw from === '' ? neverApproved(value.id) : unknown(value.id, from);
  if (to === '') return [before, working];
  const after = newest(({ revision }) => revision === to) ?? (working.edition.revision === to ? working : undefined);
  if (!after) throw unknown(value.id, to);
  return [before, after];
}

function split(range = ''): string[] {
  const parts = range.split('..');
  if (parts.length > 2 || (range !== '' && parts[0] === '')) {
    throw new UsageError({ en: '"{range}" is no pair of revisions.', 'zh-CN': '“{range}”不是一对版本号。' }, { range }, { en: 'Write A/0..A/1, or A/0 to compare with the working text.', 'zh-CN': '请写 A/0..A/1；只写 A/0 则与工作区现稿比较。' });
  }
  return parts;
}

function compared(edition: Edition | null, commit = '', date = ''): Compared | null {
  return edition && { edition, source: { revision: edition.revision, status: edition.status, commit, date } };
}

function isApproved({ status }: Edition): boolean {
  return status === 'approved' || status === 'effective';
}

const shallow = { en: 'A shallow clone lacks history: fetch it, e.g. with `git fetch --unshallow` or `fetch-depth: 0`. A file that was renamed is followed under its present path only.', 'zh-CN': '浅克隆缺少历史：请取回，例如 `git fetch --unshallow` 或 `fetch-depth: 0`。文件改过路径的，只查现在的路径。' };

function neverApproved(id: string): UsageError {
  return new UsageError({ en: 'The git history holds no approved state of {id}.', 'zh-CN': 'git 历史里没有 {id} 的已批准文本。' }, { id }, shallow);
}

function unknown(id: string, revision: string): UsageError {
  return new UsageError({ en: 'The git history holds no revision {revision} of {id}.', 'zh-CN': 'git 历史里没有 {id} 的 {revision} 版。' }, { id, revision }, shallow);
}
