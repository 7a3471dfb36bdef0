import { hash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './place.ts';

/**
 * Names the very build at work, so that no other trusts what it kept: the digest that the build wrote, and the Node it runs on. Null where there is none (the
 * program runs from its sources). In a checkout, where somebody may touch what was built, the files themselves as well.
 */
export function toolName(packageRoot: string): string | null {
  return attempt(() => {
    const build = readFileSync(join(packageRoot, 'dist', 'build.txt'), 'utf8');
    const touched = lstatSync(join(packageRoot, 'src'), { throwIfNoEntry: false }) ? ['dist', 'generated'].flatMap((folder) => stampsBelow(join(packageRoot, folder))) : [];
    return hash('sha256', JSON.stringify([build, process.version, process.arch, touched]), 'hex');
  });
}

function stampsBelow(folder: string): unknown[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().map((name) => {
    const { size, mtimeMs, ctimeMs } = lstatSync(join(folder, name));
    return [name, size, mtimeMs, ctimeMs];
  });
}
