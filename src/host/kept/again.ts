import { resolve } from 'node:path';
import type { Outcome } from '#model/command.ts';
import { findUpwards } from '../files.ts';
import { buildName } from '../package-root.ts';
import { typedIn } from '../surroundings.ts';
import { decodeFront, INDEX, lengthOfFront } from './index-file.ts';
import { keptPlace } from './place.ts';
import { readSaid } from './said.ts';
import { toolName } from './tool.ts';
import { isUntouched } from './untouched.ts';

/** `outcome`: what the same words said before, when all was as it is; null where such an answer is kept, but files below `root` are other than they were. */
export interface Again { readonly root: string; readonly outcome: Outcome | null }

/**
 * Looks for the answer to a command before the program itself is loaded, which would take as long as the looking. Whatever is unclear here gives null and is left
 * to the program.
 */
export function sayAgain(argv: readonly string[]): Again | null {
  try {
    const tool = argv.includes('--no-cache') ? null : toolName(buildName());
    const folder = folderIn(argv);
    const root = findUpwards(folder, 'qms.yaml');
    const place = tool === null || root === null ? null : keptPlace(root, tool);
    if (place === null || root === null) return null;
    const front = decodeFront(place.read(INDEX, lengthOfFront(place.read(INDEX, 16))));
    const said = front?.state ? readSaid(place, front.state, typedIn(folder, argv)) : null;
    if (!front || !said || said.asks.length > 0) return null;
    if (!isUntouched(root, front)) return { root, outcome: null };
    place.touch(INDEX);
    return { root, outcome: said.outcome };
  } catch {
    return null; // the program will meet the same and can say it
  }
}

/** The folder that the words name, as far as that can be seen without knowing the command's own options. A wrong guess finds nothing: the answer was kept under the right one. */
function folderIn(argv: readonly string[]): string {
  const at = argv.findIndex((word) => word === '-C' || word === '--dir');
  return resolve((at < 0 ? undefined : argv[at + 1]) ?? '.');
}
