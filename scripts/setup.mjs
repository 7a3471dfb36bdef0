// Brings a fresh clone to a working state, and does nothing when it is there already: npm ci when the lock file changed, then the build.
// Runs on the machine's own Node (20 or newer); everything after it uses the Node that npm ci installs into node_modules.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = (...args) => execFileSync(npm, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });

const stamp = join(root, 'node_modules', '.qms-lock');
const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  process.stderr.write('installing packages …\n');
  run('ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(stamp, lock);
}

const built = join(root, 'dist', 'build.txt');
if (!existsSync(built) || newest(['src', 'schemas', 'scripts/generate.mjs', 'scripts/bundle.mjs', 'scripts/name-build.mjs', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) > statSync(built).mtimeMs) {
  process.stderr.write('building …\n');
  run('run', '--silent', 'build');
}

function newest(paths) {
  return Math.max(...paths.map((path) => {
    const full = join(root, path);
    const { mtimeMs } = statSync(full);
    return statSync(full).isDirectory() ? Math.max(mtimeMs, newest(readdirSync(full).map((name) => join(path, name)))) : mtimeMs;
  }));
}
