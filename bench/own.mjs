// How our own program is called: with a cache folder of its own, so that nothing of the user's is used or touched.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './measure.mjs';

export function qmsIn(dir, workspace) {
  const cache = join(dir, 'cache');
  mkdirSync(cache, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 }); // an administrator's browser runs as nobody
  const env = { ...process.env, QMS_CACHE: cache };
  return {
    env, cache,
    /** @returns {import('./measure.mjs').Call} */
    qms: (...args) => ({ command: node, args: [join(root, 'bin', 'qms.js'), '-C', workspace, ...args], cwd: dir, env, ok: [0, 1] }),
    /** What was learnt of workspaces; compiled code and the unpacked browser stay. */
    forget: () => rmSync(join(cache, 'kept'), { recursive: true, force: true }),
  };
}
