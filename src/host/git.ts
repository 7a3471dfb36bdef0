import { execFile, spawn } from 'node:child_process';
import { compareCodePoints } from '#model/diagnostic.ts';
import { treeOf, type Tree, type TreeEntry } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';

/**
 * Plumbing only, with everything switched off that could run a program named in the checked repository's own configuration:
 * nine of fourteen ordinary read-only git commands do so otherwise.
 */
const safe = [
  '--no-pager', '--no-optional-locks', '--literal-pathspecs',
  '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'log.showSignature=false', '-c', 'gpg.ssh.program=ssh-keygen',
  '-c', 'diff.external=', '-c', 'core.pager=cat', '-c', 'protocol.allow=never',
];
const environment = { GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1', LC_ALL: 'C' };

/** Output of a git plumbing command; rejects when git is absent or refuses. */
function git(cwd: string, args: readonly string[]): Promise<Buffer> {
  return new Promise((done, fail) => {
    execFile('git', [...safe, ...args], { cwd, encoding: 'buffer', maxBuffer: 1 << 30, env: { ...process.env, ...environment } },
      (error, stdout) => (error ? fail(error) : done(stdout)));
  });
}

/** The commit that HEAD names, '' outside git or before the first commit. */
export async function headCommit(root: string): Promise<string> {
  try {
    return (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).toString().trim();
  } catch {
    return '';
  }
}

/** The workspace as a commit holds it; nothing is checked out and no filter runs. */
export async function treeAt(root: string, ref: string): Promise<Tree> {
  if (!/^[A-Za-z0-9_][\w./@{}^~-]*$/.test(ref)) throw badRef(ref);
  let listing: string;
  try {
    const commit = (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).toString().trim();
    const prefix = (await git(root, ['rev-parse', '--show-prefix'])).toString().trim();
    listing = (await git(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit, ...(prefix ? ['--', prefix] : [])])).toString();
    const files = parseListing(listing, prefix).filter(({ path }) => !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules'));
    const blobs = await readBlobs(root, files.map(({ oid }) => oid));
    const entries = files.map(({ path, size, mode }, index): TreeEntry => ({
      path, size, ...(mode === '120000' ? { problem: 'symlink' as const } : {}), read: () => blobs[index] as Buffer,
    }));
    return treeOf(entries.sort((a, b) => compareCodePoints(a.path, b.path)));
  } catch (error) {
    throw badRef(ref, error);
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

/** Contents of many blobs through one `cat-file --batch`. */
function readBlobs(root: string, oids: readonly string[]): Promise<Buffer[]> {
  return new Promise((done, fail) => {
    const child = spawn('git', [...safe, 'cat-file', '--batch'], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...environment } });
    const chunks: Buffer[] = [];
    child.on('error', fail);
    child.stdin.on('error', fail);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) => (code === 0 ? done(splitBatch(Buffer.concat(chunks))) : fail(new Error(`git cat-file ended with ${code}`))));
    child.stdin.end(oids.map((oid) => `${oid}\n`).join(''));
  });
}

function splitBatch(output: Buffer): Buffer[] {
  const blobs: Buffer[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const size = Number(output.subarray(at, end).toString().split(' ')[2]);
    blobs.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}
