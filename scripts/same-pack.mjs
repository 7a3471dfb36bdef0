// The long version of a test in tests/e2e/export.test.ts: packs of the sample manual from clones in other folders, zones, languages, umasks and orders of files on the disk, with and without printed pages.
// One sha256 each, or exit code 1. npm run same-pack [-- --no-pdf]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dir = mkdtempSync(join(tmpdir(), 'qms-same-'));
const surroundings = [
  { umask: '022', env: { TZ: 'UTC', LC_ALL: 'C' } },
  { umask: '077', env: { TZ: 'Asia/Shanghai', LC_ALL: 'C.UTF-8', SOURCE_DATE_EPOCH: '1400000000' }, crlf: true },
  { umask: '000', env: { TZ: 'America/Los_Angeles', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }, lang: 'en', reversed: true },
];

function run(command, args, options = {}) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}

/** A clone whose files were written in the other order, so that the folder lists them so where the file system keeps that order. */
function rewrite(folder) {
  for (const name of readdirSync(folder).filter((one) => one !== '.git').toReversed()) {
    const path = join(folder, name);
    cpSync(path, join(dir, 'aside'), { recursive: true, preserveTimestamps: true });
    rmSync(path, { recursive: true });
    cpSync(join(dir, 'aside'), path, { recursive: true, preserveTimestamps: true });
    rmSync(join(dir, 'aside'), { recursive: true });
  }
}

try {
  let same = true;
  for (const kind of process.argv.includes('--no-pdf') ? ['--no-pdf'] : ['--no-pdf', '']) {
    const sums = surroundings.map(({ umask, env, crlf, lang, reversed }, index) => {
      const clone = join(dir, `${kind || 'pdf'} ${index}`);
      run('git', ['clone', '--quiet', '-c', `core.autocrlf=${crlf ? 'true' : 'false'}`, root, clone]);
      if (reversed) rewrite(join(clone, 'docs-qms'));
      const pack = join(dir, 'pack.zip');
      const words = ['--conditions=dev', join(root, 'bin', 'qms.js'), '-C', join(clone, 'docs-qms'), ...(lang ? ['--lang', lang] : []), 'export', ...(kind ? [kind] : []), '-o', pack];
      run('/bin/sh', ['-c', `umask ${umask}; exec "$0" "$@"`, process.execPath, ...words], { env: { ...process.env, ...env } });
      const sum = createHash('sha256').update(readFileSync(pack)).digest('hex');
      console.log(`${sum}  ${kind || 'with printed pages'}, umask ${umask}, ${Object.values(env).join(' ')}${crlf ? ', CRLF' : ''}${reversed ? ', files written in the other order' : ''}`);
      return sum;
    });
    same &&= new Set(sums).size === 1;
  }
  process.exitCode = same ? 0 : 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
