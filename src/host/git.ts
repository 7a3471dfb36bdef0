import { compareCodePoints } from '#model/diagnostic.ts';
import type { FileVersion } from '#model/host.ts';
import { treeOf, type Tree, type TreeEntry } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { batch, git, readBlob } from './run-git.ts';

/** Files that are read for their text; all others are fetched from git only when somebody asks. */
const textual = /\.(?:md|ya?ml|json)$/i;
const MAX_TEXT_BYTES = 10 * 1024 * 1024;

/** The commit that HEAD names, '' outside git or before the first commit. */
export async function headCommit(root: string): Promise<string> {
  try {
    return (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).toString().trim();
  } catch {
    return '';
  }
}

/**
 * The states of one file along the history of HEAD, newest first, states that equal their newer neighbour left out. The path alone is
 * followed, renames are not. A state is read when it is asked for.
 */
export async function fileVersions(root: string, path: string): Promise<FileVersion[]> {
  const orBad = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw badHistory(path, error);
    }
  };
  // oxlint-disable-next-line no-control-regex -- a line break would be taken for the next question
  if (/[\u0000-\u001f\u007f]/.test(path)) return [];
  try {
    const prefix = (await git(root, ['rev-parse', '--show-prefix'])).toString().replace(/\n$/, '');
    if ((await headCommit(root)) === '') return [];
    const listed = (await git(root, ['rev-list', '--timestamp', '--date-order', 'HEAD', '--', path])).toString().split('\n').filter(Boolean);
    const commits = listed.map((line) => line.split(' ') as [seconds: string, commit: string]);
    const blobs = await blobsNamed(root, commits.map(([, commit]) => `${commit}:${prefix}${path}`));
    for (const [index, [, commit]] of commits.entries()) {
      // The file was taken away there, or git lacks its text: only the first may be passed over.
      if (blobs[index] === null && (await git(root, ['ls-tree', '-z', commit, '--', path])).length > 0) throw new Error(`${commit} has ${path}, but its text is missing`);
    }
    return commits.flatMap(([seconds, commit], index): FileVersion[] => {
      const oid = blobs[index];
      return !oid || oid === blobs[index - 1] ? [] : [{ commit, date: new Date(Number(seconds) * 1000).toISOString().slice(0, 10), read: () => orBad(() => readBlob(root, oid)) }];
    });
  } catch (error) {
    throw badHistory(path, error);
  }
}

function badHistory(path: string, cause: unknown): UsageError {
  return new UsageError({ en: 'git cannot tell the history of {path}.', 'zh-CN': 'git 读不出 {path} 的历史。' }, { path },
    { en: 'Is the workspace in a git repository? In a partial clone fetch what is missing first.', 'zh-CN': '工作区在 git 仓库里吗？部分克隆请先取回缺少的内容。' }, { cause });
}

/** Object names of texts named `commit:path`; '' for what is no file or is too large to be a text, null for what is missing. */
async function blobsNamed(root: string, names: readonly string[]): Promise<(string | null)[]> {
  const answers = (await batch(root, ['--batch-check=%(objectname) %(objecttype) %(objectsize)'], names)).toString().split('\n');
  return names.map((_, index) => {
    const answer = answers[index] ?? '';
    const match = /^([0-9a-f]+) blob (\d+)$/.exec(answer);
    if (answer.endsWith(' missing')) return null;
    return match && Number(match[2]) <= MAX_TEXT_BYTES ? match[1] as string : '';
  });
}

/** The commit that a name stands for; null when git knows none of that name. */
export async function commitNamed(root: string, ref: string): Promise<string | null> {
  // oxlint-disable-next-line no-control-regex -- a name that is no option, no path and no range
  if (!/^[^-:\s\u0000-\u001f\u007f][^:\s\u0000-\u001f\u007f]*$/.test(ref)) return null;
  try {
    return (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).toString().trim();
  } catch {
    return null;
  }
}

/** The workspace as a commit holds it; nothing is checked out and no filter runs. */
export async function treeAt(root: string, ref: string): Promise<Tree> {
  try {
    const commit = await commitNamed(root, ref);
    if (commit === null) throw badRef(ref);
    const prefix = (await git(root, ['rev-parse', '--show-prefix'])).toString().replace(/\n$/, '');
    const listing = (await git(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit, ...(prefix ? ['--', prefix] : [])])).toString();
    const files = parseListing(listing, prefix).filter(({ path }) => !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules'));
    const wanted = files.filter(({ path, size }) => textual.test(path) && size <= MAX_TEXT_BYTES).map(({ oid }) => oid);
    const blobs = await readBlobs(root, wanted);
    return treeOf(files.map(({ path, size, mode, oid }): TreeEntry => ({
      path, size, ...(mode === '120000' ? { problem: 'symlink' as const } : {}), read: () => blobs.get(oid) ?? readBlob(root, oid),
    })).sort((a, b) => compareCodePoints(a.path, b.path)));
  } catch (error) {
    throw error instanceof UsageError ? error : badRef(ref, error);
  }
}

function badRef(ref: string, cause?: unknown): UsageError {
  return new UsageError({ en: 'git cannot read the state at "{ref}".', 'zh-CN': 'git 读不出“{ref}”处的状态。' }, { ref },
    { en: 'Is this a git repository, and does it have that commit? A shallow clone may lack it: fetch it, e.g. with `fetch-depth: 0`.', 'zh-CN': '这里是 git 仓库吗？有这个提交吗？浅克隆可能缺少它：请取回历史，例如 `fetch-depth: 0`。' }, { cause });
}

function parseListing(listing: string, prefix: string): { path: string; oid: string; size: number; mode: string }[] {
  return listing.split('\0').flatMap((line) => {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+)\t([^]*)$/.exec(line);
    return match ? [{ mode: match[1] as string, oid: match[2] as string, size: Number(match[3]), path: (match[4] as string).slice(prefix.length) }] : [];
  });
}

/** Contents of many blobs, by object name, through one `cat-file --batch`. */
async function readBlobs(root: string, oids: readonly string[]): Promise<Map<string, Buffer>> {
  return splitBatch(await batch(root, ['--batch'], [...new Set(oids)]));
}

/** `<oid> blob <size>\n<bytes>\n` over and over; what git does not have is `<oid> missing\n` and is left out. */
function splitBatch(output: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [oid, type, size] = output.subarray(at, end).toString().split(' ') as [string, string, string?];
    at = end + 1;
    if (size === undefined) continue;
    if (type === 'blob') blobs.set(oid, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
