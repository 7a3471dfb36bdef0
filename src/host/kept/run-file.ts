import { hash } from 'node:crypto';
import type { CodedFinding } from '#model/diagnostic.ts';
import type { Facet, Reads } from '#model/reads.ts';
import type { Outspoken, RuleRun, Run, Sight } from '#model/run.ts';
import type { Place } from './place.ts';

export const RUN = 'run';
const FORMAT = 'qms-run@1';
const DIGEST = 32;
/** A longer one (bytes) is not worth its place. */
const MOST = 32 * 2 ** 20;
/** A longer line is looked up anew. */
const LONG = 2000;

type Seen = readonly [finding: CodedFinding, sight: Sight | null];
interface Packed extends Pick<Run, 'counts'> {
  readonly format: string; readonly state: string; readonly name: string;
  readonly files: readonly (Omit<Outspoken, 'findings'> & { readonly findings: readonly Seen[] })[];
  readonly general: readonly Seen[];
  readonly rules: readonly { readonly code: string; readonly findings: readonly Seen[]; readonly reads: readonly (readonly [Facet, readonly string[] | null])[]; readonly own: readonly Facet[]; readonly keys?: string }[];
}

/** What was found when all files were in this state; null where nothing of this name is kept or it is not intact. */
export function readRun(place: Place, state: string, name: string): Run | null {
  const bytes = place.read(RUN);
  const body = bytes?.subarray(0, -DIGEST);
  if (!bytes || !body || !hash('sha256', body, 'buffer').equals(bytes.subarray(-DIGEST))) return null;
  const packed = JSON.parse(body.toString()) as Packed;
  return packed.format === FORMAT && packed.state === state && packed.name === name ? unpack(packed) : null;
}

export function writeRun(place: Place, state: string, name: string, run: Run): void {
  const body = Buffer.from(JSON.stringify(pack(state, name, run)));
  if (body.length <= MOST) place.write(RUN, Buffer.concat([body, hash('sha256', body, 'buffer')]));
  else place.remove(RUN);
}

function pack(state: string, name: string, { files, general, rules, counts, sights }: Run): Packed {
  const seen = (findings: readonly CodedFinding[]): Seen[] => findings.map((finding) => {
    const sight = sights.get(finding);
    return [finding, sight && sight.line.length <= LONG ? sight : null];
  });
  return {
    format: FORMAT, state, name, counts, general: seen(general), files: files.map((file) => ({ ...file, findings: seen(file.findings) })),
    rules: rules.map(({ code, findings, reads, own, keys }) => ({ code, findings: seen(findings), reads: [...reads].map(([facet, paths]) => [facet, paths && [...paths]] as const), own: [...own], ...(keys && { keys: Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength).toString('base64') }) })),
  };
}

function unpack({ files, general, rules, counts }: Packed): Run {
  const sights: Run['sights'] = new Map();
  const seen = (findings: readonly Seen[]): CodedFinding[] => findings.map(([finding, sight]) => {
    if (sight) sights.set(finding, sight);
    return finding;
  });
  return {
    counts, sights, general: seen(general), files: files.map((file) => ({ ...file, findings: seen(file.findings) })),
    rules: rules.map(({ code, findings, reads, own, keys }): RuleRun => ({ code, findings: seen(findings), reads: new Map(reads.map(([facet, paths]) => [facet, paths && new Set(paths)])) satisfies Reads, own: new Set(own), ...(keys !== undefined && { keys: new Uint32Array(Uint8Array.from(Buffer.from(keys, 'base64')).buffer) }) })),
  };
}
