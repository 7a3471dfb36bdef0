// How our own program is called: from a copy of what is published, so that a build meanwhile changes nothing, with a cache folder of its own, so that nothing of the user's is used or touched.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node, root } from './measure.mjs';

const published = ['bin', 'dist', 'generated', 'schemas', 'templates', 'package.json'];
let copy;

/** The program as it is published. */
export function program() {
  if (copy === undefined) {
    copy = mkdtempSync(join(tmpdir(), 'qms-bench-program-'));
    for (const name of published) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
  }
  return join(copy, 'bin', 'qms.js');
}

export function qmsIn(dir, workspace) {
  const cache = join(dir, 'cache');
  mkdirSync(cache, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 }); // an administrator's browser runs as nobody
  const env = { ...process.env, QMS_CACHE: cache };
  return {
    env, cache,
    /** @returns {import('./measure.mjs').Call} */
    qms: (...args) => ({ command: node, args: [program(), '-C', workspace, ...args], cwd: dir, env, ok: [0, 1] }),
    /** What was learnt of workspaces; compiled code and the unpacked browser stay. */
    forget: () => rmSync(join(cache, 'kept'), { recursive: true, force: true }),
  };
}
