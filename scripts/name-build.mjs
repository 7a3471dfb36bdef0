// Names what was built: dist/build.txt holds a digest of all that the result of a run depends on besides its input. Facts that another build kept are not believed.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = ['dist', 'generated', 'templates'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)));
const digest = createHash('sha256');
for (const path of ['package.json', ...files].map((name) => name.replaceAll('\\', '/')).filter((name) => name !== 'dist/build.txt').sort()) {
  if (lstatSync(join(root, path)).isFile()) digest.update(`${path}\0${createHash('sha256').update(readFileSync(join(root, path))).digest('hex')}\n`);
}
writeFileSync(join(root, 'dist', 'build.txt'), `${digest.digest('hex')}\n`);
