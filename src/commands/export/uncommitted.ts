import type { Env } from '#model/command.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { TreeEntry } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { textDigest } from '#load/digest.ts';
import { entryBytes } from '#load/entry.ts';
import type { Opened } from '../workspace.ts';

/** More files than this are not named. */
const MAX_TOLD = 8;

/**
 * UsageError where the files are not what the commit holds: changed or taken away, or texts that were never committed. Line ends do not count, git may turn them.
 * Other files that git does not know (a pack, a picture no text shows) are no part of the manual; one that a text shows is missed where that text stands.
 */
export async function refuseUncommitted({ root, tree, reading }: Opened, commit: string, env: Env): Promise<void> {
  const stored = await env.host.readTreeAt(root, commit);
  const differing = [
    ...stored.entries.filter((entry) => !reading.ignored(entry.path) && !same(entry, tree.get(entry.path))),
    ...tree.entries.filter(({ path }) => /\.(?:md|ya?ml)$/i.test(path) && !reading.ignored(path) && !stored.get(path)),
  ].map(({ path }) => path).sort(compareCodePoints);
  if (differing.length === 0) return;
  const files = differing.slice(0, MAX_TOLD).join(', ') + (differing.length > MAX_TOLD ? ' …' : '');
  throw new UsageError({ en: 'Not committed as they stand: {files}', 'zh-CN': '以下文件现在的内容还没有提交到 git：{files}' }, { files, count: differing.length },
    { en: 'A pack names the commit it was made from. Commit the files, or pack what is committed with --as-of HEAD.', 'zh-CN': '证据包要写明取自哪个提交。请先提交，或用 --as-of HEAD 导出已提交的内容。' });
}

/** Equal bytes, of texts but for their line ends; large files, which are no texts, are compared like all others. */
function same(stored: TreeEntry, there: TreeEntry | undefined): boolean {
  if (!there || stored.problem !== there.problem) return false;
  if (stored.problem) return true;
  if (stored.size === there.size && sameBytes(stored, there)) return true;
  const [was, is] = [entryBytes(stored), entryBytes(there)];
  return was !== null && is !== null && textDigest(was) === textDigest(is);
}

/** False too where one of them cannot be read. */
function sameBytes(stored: TreeEntry, there: TreeEntry): boolean {
  try {
    return Buffer.compare(stored.read(), there.read()) === 0;
  } catch {
    return false;
  }
}
