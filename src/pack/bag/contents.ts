import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart, type Spot } from '#model/place.ts';
import type { Bag } from './open.ts';
import { measure, type Measured } from './digests.ts';
import type { Listed, Manifest } from './manifest.ts';
import { resolver } from './resolve.ts';

/** What a bag's files turned out to be, beside what its manifests say of them. */
export interface Contents {
  readonly measured: ReadonlyMap<string, Measured>;
  /** By file: every line of a manifest that names it. */
  readonly lines: ReadonlyMap<string, readonly Line[]>;
  /** Lines that name no file. */
  readonly absent: readonly Line[];
  readonly findings: readonly CodedFinding[];
}

/** One line of a manifest. */
export interface Line { readonly manifest: Manifest; readonly listed: Listed }

/** Reads every file once and finds the lines that speak of it. `progress` hears of each file before it is read. */
export function readContents(bag: Bag, progress: (done: number, total: number, name: string) => void): Contents {
  const resolve = resolver(bag.files.keys(), bag.version);
  const lines = new Map<string, Line[]>();
  const absent: Line[] = [];
  const findings: CodedFinding[] = [];
  for (const manifest of bag.manifests) {
    for (const listed of manifest.listed) {
      const { path, findings: found } = resolve(listed, manifest);
      findings.push(...found);
      if (path === null) absent.push({ manifest, listed });
      else lines.set(path, [...lines.get(path) ?? [], { manifest, listed }]);
    }
  }
  const measured = new Map<string, Measured>();
  const algorithms = (kind: Manifest['kind']): string[] => [...new Set(bag.manifests.filter((manifest) => manifest.kind === kind).map(({ algorithm }) => algorithm))];
  const [payload, tag] = [algorithms('payload'), algorithms('tag')];
  for (const file of bag.files.values()) {
    progress(measured.size, bag.files.size, file.path);
    measured.set(file.path, measure(file, isPayload(file.path) ? payload : tag));
  }
  return { measured, lines, absent, findings };
}

export function isPayload(path: string): boolean {
  return path.startsWith('data/');
}

/** Where a line stands. */
export function lineSpot({ manifest, listed }: Line): Spot {
  return lineStart(manifest.path, listed.line);
}
