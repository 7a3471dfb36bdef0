import type { Env } from '#model/command.ts';
import type { Text } from '#model/text.ts';
import { nextRevision, proposeRevision } from '#changes/next-revision.ts';
import { format } from '#i18n/format.ts';
import { changeSize } from '#views/change-size.ts';
import { diff } from '#views/diff.ts';
import type { OpenedDocument } from './document.ts';
import { earlierText, workingText } from './released.ts';

/** What to say of a draft that bears the number of a modification while its text has become a new edition: `qms revise` measured it before it grew. Undefined when there is nothing to say. */
export async function outgrown(found: OpenedDocument, env: Env): Promise<Text | undefined> {
  const { document: { path, value: { id, revision = '' } }, project: { config } } = found;
  const before = await earlierText(found, env);
  if (!before) return undefined;
  const earlier = before.edition.revision;
  const { large, why, args } = proposeRevision(earlier, changeSize(diff(before, workingText(found), { id, title: '', path })), config.thresholds);
  if (!large || nextRevision(earlier, false) !== revision) return undefined;
  const edition = nextRevision(earlier, true);
  return {
    en: `Note: the draft is numbered ${revision}, but since ${earlier} ${format(why, args, 'en')}: \`qms revise\` would now propose ${edition}. To follow it, write ${edition} into \`revision:\` and the last line of \`changes:\` of ${path} before anybody signs.`,
    'zh-CN': `提示：草稿编号为 ${revision}，但与 ${earlier} 相比，${format(why, args, 'zh-CN')}；现在运行 \`qms revise\` 会建议 ${edition}。如要换版，请在签署前把 ${path} 的 \`revision:\` 和 \`changes:\` 最后一行改为 ${edition}。`,
  };
}
