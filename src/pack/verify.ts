import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { openBag, type Bag } from './bag/open.ts';
import { compare, payloadOf } from './bag/compare.ts';
import { readContents, type Contents } from './bag/contents.ts';
import { isOurs, judgeOwn } from './own.ts';
import type { Container } from './container.ts';
import { tagManifestPath } from './layout.ts';
import { judgeSignatures, type SignatureReport, type Trusted } from './signatures.ts';

/** What was looked at in a pack; `digests` counts the lines of manifests that were held against a file, `version` is BagIt's. */
export interface PackFigures {
  readonly files: number; readonly bytes: number; readonly payload: { readonly files: number; readonly bytes: number };
  readonly digests: number; readonly algorithms: readonly string[]; readonly version: number;
}

/** A pack's verdict. `bag` is null where there was none to look into. */
export interface PackVerdict {
  readonly bag: Bag | null; readonly contents: Contents | null; readonly findings: readonly CodedFinding[];
  readonly figures: PackFigures; readonly signatures: readonly SignatureReport[];
  /** Something that the reader knows from outside stands for the pack: a key, or the digest of its tag manifest. */
  readonly vouched: boolean;
}

export type Progress = (done: number, total: number, name: string) => void;

/** Judges a container: names and structure, every byte against every manifest, signatures. Nothing is unpacked or written. */
export function verifyPack(container: Container, trusted: Trusted, today: string, progress: Progress): PackVerdict {
  const { bag, findings } = openBag(container);
  if (!bag) return { bag, contents: null, findings: [...container.findings, ...findings], figures: nothing, signatures: [], vouched: false };
  const contents = readContents(bag, progress);
  const signed = judgeSignatures(bag, trusted, today);
  const sizes = [...contents.measured.values()].map(({ size }) => size);
  return {
    bag, contents, signatures: signed.reports, vouched: trusted.digest !== undefined || signed.reports.some(({ state }) => state === 'good'),
    findings: oncePerFile([...container.findings, ...findings, ...contents.findings, ...compare(bag, contents), ...signed.findings, ...(isOurs(bag) ? judgeOwn(bag) : []), ...judgeLetter(contents, trusted)]),
    figures: {
      files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0), payload: payloadOf(contents.measured), version: bag.version,
      digests: [...contents.lines.values()].reduce((sum, lines) => sum + lines.length, 0), algorithms: [...new Set(bag.manifests.map(({ algorithm }) => algorithm))].sort(),
    },
  };
}

/** Whoever changes anything changes the tag manifest: its digest from the letter proves as much as a signature. */
function judgeLetter({ measured }: Contents, { digest }: Trusted): CodedFinding[] {
  if (digest === undefined) return [];
  const actual = measured.get(tagManifestPath)?.digests.get('sha512') ?? '-';
  return actual === digest ? [] : [{ code: 'pack/other-pack', at: lineStart(tagManifestPath, 1), message: 'found', args: { name: tagManifestPath, actual, digest } }];
}

const nothing: PackFigures = { files: 0, bytes: 0, payload: { files: 0, bytes: 0 }, digests: 0, algorithms: [], version: 0 };
/** What makes a file unfit to be read, and so absent for those who look for it. */
const unfit = new Set(['pack/bomb', 'pack/symlink', 'pack/unreadable-entry', 'pack/traversal', 'pack/truncated']);

/** An entry that was refused is not told a second time as missing. */
function oncePerFile(findings: readonly CodedFinding[]): CodedFinding[] {
  const refused = new Set(findings.filter(({ code }) => unfit.has(code)).map(({ at }) => at.path));
  return findings.filter(({ code, args }) => code !== 'pack/missing' || !refused.has(String(args?.['name'])));
}
