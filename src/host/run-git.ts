import { execFile, execFileSync, spawn } from 'node:child_process';

/**
 * Plumbing only, with everything switched off that could run a program named in the checked repository's own configuration:
 * nine of fourteen ordinary read-only git commands do so otherwise.
 */
const safe = [
  '--no-pager', '--no-optional-locks', '--literal-pathspecs',
  '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'log.showSignature=false', '-c', 'gpg.ssh.program=ssh-keygen',
  '-c', 'diff.external=', '-c', 'core.pager=cat', '-c', 'protocol.allow=never',
];
const environment = {
  GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1', LC_ALL: 'C',
  // In a partial clone a missing object would be fetched, by whatever program the repository's own configuration names.
  GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1',
};

/** Output of a git plumbing command; rejects when git is absent or refuses. */
export function git(cwd: string, args: readonly string[]): Promise<Buffer> {
  return new Promise((done, fail) => {
    execFile('git', [...safe, ...args], { cwd, encoding: 'buffer', maxBuffer: 1 << 30, env: { ...process.env, ...environment } },
      (error, stdout) => (error ? fail(error) : done(stdout)));
  });
}

/** What `cat-file` answers to names on its standard input, one a line. */
export function batch(root: string, options: readonly string[], names: readonly string[]): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn('git', [...safe, 'cat-file', ...options], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...environment } });
    const chunks: Buffer[] = [];
    child.on('error', fail);
    child.stdin.on('error', fail);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) => (code === 0 ? done(Buffer.concat(chunks)) : fail(new Error(`git cat-file ended with ${code}`))));
    child.stdin.end(names.map((name) => `${name}\n`).join(''));
  });
}

/** The content of one blob, by object name. */
export function readBlob(root: string, oid: string): Buffer {
  return execFileSync('git', [...safe, 'cat-file', 'blob', oid], { cwd: root, maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...environment } });
}
