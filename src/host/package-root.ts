import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, whether this runs from src/ or from a chunk in dist/: the nearest one upwards that has a package.json. */
export const packageRoot: string = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : rootAbove(dirname(folder));
}

/** The tool's own version, as its package says. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

/** The digest that `npm run build` wrote of all it built; '' where the program runs from its sources, or is just being built. */
export function buildName(): string {
  const path = join(packageRoot, 'dist', 'build.txt');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}
