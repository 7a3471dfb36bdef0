import { compareCodePoints, type CodedFinding } from '#model/diagnostic.ts';
import { faultWords, nameFault, twinKey, type NameFault } from '#model/file-name.ts';
import { lineStart } from '#model/place.ts';

/** Word puts a tilde before the name of what is open just now; below a folder no shell takes it for a home. */
const harmless: readonly NameFault[] = ['home'];

/** A name that tools stumble over; null when there is nothing against it. */
export function badName(path: string): CodedFinding | null {
  const fault = nameFault(path, harmless);
  return fault && { code: 'load/bad-name', at: lineStart(path, 1), message: 'found', args: { name: JSON.stringify(path), what: faultWords(fault) } };
}

/** Names that Windows or macOS would take for one. */
export function nameTwins(paths: readonly string[]): CodedFinding[] {
  const groups = Map.groupBy([...paths].sort(compareCodePoints), twinKey);
  return [...groups.values()].flatMap(([first, ...twins]) => twins.map((path): CodedFinding =>
    ({ code: 'load/name-twins', at: lineStart(path, 1), message: 'found', args: { other: first as string } })));
}
