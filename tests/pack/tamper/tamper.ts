import { parseAllowedSigners } from '#model/allowed-signers.ts';
import { tagManifestPath } from '#pack/layout.ts';
import { packOf, inGit } from '../../commands/packs.ts';
import { softwareKey } from '../../model/software-key.ts';
import { asFolder, asZip, hash, judgePack } from '../bags.ts';
import { entriesOf, zipOf } from '../zips.ts';
import { mutantsOf, type Handed, type Kind, type Mutant } from './mutants.ts';
import type { Bench } from './stock.ts';

/** A workspace exported and signed, and what goes into the hand-over letter. */
export async function handOver(workspace: Readonly<Record<string, string>>, person: string): Promise<Handed> {
  const key = softwareKey();
  const env = inGit(workspace);
  const { files, folder } = await packOf({ ...env, host: { ...env.host, sign: async (message, _, namespace) => key.sign(message, namespace) } }, { sign: 'key', as: person });
  const fingerprint = parseAllowedSigners(`${person} ${key.line}`).signers[0]?.key.fingerprint ?? '';
  return { files: Object.fromEntries(files), folder, person, line: key.line, fingerprint, tagManifestSha512: hash('sha512', files.get(tagManifestPath) as Buffer) };
}

/** How one mutant fared; `missed` says by whom it was not found. */
export interface Fate { readonly kind: Kind; readonly what: string; readonly missed: readonly string[] }

/** Judges the clean pack, then mutants: by `verify` from a zip and from a folder, and by stock tools where there is a bench. */
export function* fates(handed: Handed, count: number, bench: Bench | null, seed = 1): Generator<Fate> {
  if (bench && bench.says(handed.files) !== 'good') throw new Error(`stock tools do not pass the clean pack: ${bench.says(handed.files)}`);
  const trusted = { fingerprints: [handed.fingerprint] };
  const clean = told(zipOf(entriesOf(handed.files, handed.folder)), trusted);
  if (clean.length > 0) throw new Error(`verify does not pass the clean pack: ${clean.map(({ code }) => code).join(', ')}`);
  for (const mutant of mutantsOf(handed, count, seed)) {
    const zip = zipOf(entriesOf(mutant.files, handed.folder));
    const missed: string[] = [];
    if (!isNamed(told(mutant.cut === undefined ? zip : zip.subarray(0, -mutant.cut), trusted), mutant)) missed.push('verify of the zip');
    if (mutant.cut === undefined && !isNamed(judgePack(asFolder(mutant.files), trusted).filter(({ severity }) => severity === 'error'), mutant)) missed.push('verify of the folder');
    // A zip that is cut off cannot even be unpacked: unzip says so before any step of VERIFY.txt.
    if (bench && mutant.cut === undefined && bench.says(mutant.files) === 'good') missed.push('stock tools');
    yield { kind: mutant.kind, what: mutant.what, missed };
  }
}

function told(zip: Uint8Array, trusted: { fingerprints: string[] }): ReturnType<typeof judgePack> {
  return judgePack(asZip(zip), trusted).filter(({ severity }) => severity === 'error');
}

/** Found means: an error with one of the right causes that names one of the right files. */
function isNamed(diagnostics: ReturnType<typeof judgePack>, { codes, names }: Mutant): boolean {
  return diagnostics.some(({ code, at, args }) => codes.includes(code) && names.some((name) => name === '' || at.path === name || at.path.startsWith(name) || Object.values(args ?? {}).includes(name)));
}

/** What the script and the test print. */
export function figure(all: readonly Fate[], asked: number): string {
  const by = (name: string, of = all): number => of.filter(({ missed }) => !missed.some((one) => one.startsWith(name))).length;
  return `tampered packs: ${by('verify')} of ${all.length} found by verify, ${asked > 0 ? `${by('stock', all.slice(0, asked))} of ${asked} by the commands of VERIFY.txt` : 'stock tools not asked'}`;
}
