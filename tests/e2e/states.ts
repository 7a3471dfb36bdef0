import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every file of a folder, path → bytes as latin1 text, hidden ones too. */
export type State = ReadonlyMap<string, string>;

const strayName = /(?:^|\/)\.qms-[^/]*\.tmp$/;

export function readState(root: string, folder = ''): Map<string, string> {
  return new Map(readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? [...readState(root, path)] : [[path, readFileSync(join(root, path), 'latin1')]];
  }));
}

/** Puts a state back, touching only what differs; what killed runs left behind stays, for the next run to find. */
export function restore(root: string, state: State): void {
  const now = readState(root);
  for (const [path, text] of now) {
    if (!strayName.test(path) && state.get(path) !== text) rmSync(join(root, path));
  }
  for (const [path, text] of state) {
    if (now.get(path) === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, 'latin1');
  }
}

export const straysIn = (state: State): string[] => [...state.keys()].filter((path) => strayName.test(path));
export const isStray = (path: string): boolean => strayName.test(path);

/** Which state a folder is in, strays aside: 'between' when some of several files are new, 'half' when one file is neither old nor new. */
export function judge(now: State, before: State, after: State): 'old' | 'new' | 'between' | 'half' {
  const paths = new Set([...now.keys(), ...before.keys(), ...after.keys()].filter((path) => !strayName.test(path)));
  const same = (path: string, state: State): boolean => now.get(path) === state.get(path);
  if ([...paths].every((path) => same(path, before))) return 'old';
  if ([...paths].every((path) => same(path, after))) return 'new';
  return [...paths].every((path) => same(path, before) || same(path, after)) ? 'between' : 'half';
}
