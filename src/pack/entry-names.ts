import { compareCodePoints, type CodedFinding } from '#model/diagnostic.ts';
import { nameFault, twinKey, type NameFault } from '#model/file-name.ts';
import { lineStart } from '#model/place.ts';

const escapes: ReadonlySet<NameFault> = new Set(['absolute', 'parent', 'drive', 'home']);
/** Nobody's system trips over these once they are unpacked; a name that is no UTF-8 is seen by its bytes. */
const harmless: readonly NameFault[] = ['hyphen', 'encoding'];

/** True when a path would lead out of the folder it is unpacked into, on some system. */
export function leavesFolder(path: string): boolean {
  const fault = nameFault(path, harmless);
  return fault !== null && escapes.has(fault);
}

/** What is wrong with the names of files, each told once; `exact` twins are told by `twins`. */
export function judgeNames(paths: readonly string[]): CodedFinding[] {
  return [...new Set(paths)].flatMap((path): CodedFinding[] => {
    const fault = nameFault(path, harmless);
    if (fault === null) return [];
    const about = { at: lineStart(path, 1), args: { name: JSON.stringify(path) } };
    return [escapes.has(fault) ? { code: 'pack/traversal', message: fault, ...about } : { code: 'pack/bad-name', message: fault, ...about }];
  });
}

/** Names that stand twice, or that some systems take for one. `code` says how bad that is where these files lie. */
export function twins(paths: readonly string[], code: 'pack/twin-name' | 'pack/near-twins'): CodedFinding[] {
  const groups = Map.groupBy([...paths].sort(compareCodePoints), twinKey);
  return [...groups.values()].flatMap(([first, ...others]) => others.map((path): CodedFinding => (path === first
    ? { code: 'pack/twin-name', at: lineStart(path, 1), message: 'same', args: { name: path } }
    : { code, at: lineStart(path, 1), message: 'near', args: { name: path, other: first as string } })));
}
