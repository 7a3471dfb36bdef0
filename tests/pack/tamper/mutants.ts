import { evidenceNamespace, signaturePath, signersPath, tagManifestPath } from '#pack/layout.ts';
import { randomFrom } from '../../../bench/random.mjs';
import { softwareKey } from '../../model/software-key.ts';
import { bytesOf, manifestOf, withTagManifests, type Files } from '../bags.ts';

/** A pack as it was handed over, and what the hand-over letter says of it. */
export interface Handed { readonly files: Files; readonly folder: string; readonly person: string; readonly line: string; readonly fingerprint: string; readonly tagManifestSha512: string }

/** A pack that somebody tampered with: `codes` of which one must be told, of one of the files in `names`; `cut` bytes are missing at the end of the zip. */
export interface Mutant { readonly kind: Kind; readonly what: string; readonly files: Files; readonly codes: readonly string[]; readonly names: readonly string[]; readonly cut?: number }

export const kinds = ['bit flip', 'truncation', 'deletion', 'rename', 'swap', 'addition', 'manifest rebuilt', 'signature or key'] as const;
export type Kind = (typeof kinds)[number];

/** `count` mutants of a pack, the eight classes in turn; the same for the same seed. */
export function* mutantsOf(handed: Handed, count: number, seed = 1): Generator<Mutant> {
  const { below } = randomFrom(seed);
  for (let index = 0; index < count; index++) {
    const kind = kinds[index % kinds.length] as Kind;
    yield { kind, ...makers[kind](handed, below, Math.floor(index / kinds.length)) };
  }
}

type Made = Omit<Mutant, 'kind'>;
type Maker = (handed: Handed, below: (limit: number) => number, turn: number) => Made;

const sealed = (files: Files): string[] => Object.keys(files).filter((path) => !path.startsWith('signatures/')).sort();
const pick = <T>(list: readonly T[], below: (limit: number) => number): T => list[below(list.length)] as T;
const full = (files: Files): string[] => sealed(files).filter((path) => bytesOf(files[path] as string).length > 1);
const without = (files: Files, path: string): Files => Object.fromEntries(Object.entries(files).filter(([one]) => one !== path));

/** What may be told of a file that is not what it was: by the list that names it, or, where it is a list itself, by what follows. */
function altered(path: string): { codes: string[]; names: string[] } {
  if (path === tagManifestPath) return { codes: ['pack/signature-bad', 'pack/bad-manifest', 'pack/altered', 'pack/missing', 'pack/added'], names: [tagManifestPath, ''] };
  return { codes: ['pack/altered', 'pack/bad-declaration', 'pack/no-bag'], names: [path] };
}

const makers: Readonly<Record<Kind, Maker>> = {
  'bit flip': ({ files }, below) => {
    const path = pick(full(files), below);
    const bytes = Buffer.from(bytesOf(files[path] as string));
    const at = below(bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << below(8));
    return { what: `${path} byte ${at}`, files: { ...files, [path]: bytes }, ...altered(path) };
  },
  truncation: ({ files }, below, turn) => {
    if (turn % 5 === 4) return { what: 'the archive', files, cut: 1 + below(2000), codes: ['pack/truncated'], names: [''] };
    const path = pick(full(files), below);
    const bytes = bytesOf(files[path] as string);
    const length = below(bytes.length);
    return { what: `${path} to ${length}`, files: { ...files, [path]: bytes.subarray(0, length) }, ...altered(path) };
  },
  deletion: ({ files }, below) => {
    const path = pick(Object.keys(files).sort(), below);
    const told = path === 'bagit.txt' ? ['pack/no-bag'] : path === tagManifestPath ? ['pack/incomplete', 'pack/signature-bad'] : path.startsWith('signatures/') ? ['pack/signature-missing'] : ['pack/missing', 'pack/no-bag'];
    return { what: path, files: without(files, path), codes: told, names: [path, 'pack', ''] };
  },
  rename: ({ files }, below) => {
    const from = pick(sealed(files).filter((path) => path !== tagManifestPath && path !== 'bagit.txt'), below);
    const to = from.replace(/([^/]+)$/, below(2) === 0 ? 'x$1' : '$1.bak');
    return { what: `${from} → ${to}`, files: { ...without(files, from), [to]: files[from] as string }, codes: ['pack/renamed'], names: [to] };
  },
  swap: ({ files }, below) => {
    const payload = sealed(files).filter((path) => path.startsWith('data/'));
    const one = pick(payload, below);
    const other = pick(payload.filter((path) => Buffer.compare(bytesOf(files[path] as string), bytesOf(files[one] as string)) !== 0), below);
    return { what: `${one} ⇄ ${other}`, files: { ...files, [one]: files[other] as string, [other]: files[one] as string }, codes: ['pack/altered'], names: [one, other] };
  },
  addition: ({ files }, below, turn) => {
    const path = turn % 3 === 2 ? `added-${turn}.txt` : pick(sealed(files).filter((one) => one.startsWith('data/')), below).replace(/[^/]+$/, `added-${turn}.md`);
    return { what: path, files: { ...files, [path]: `added ${below(1000)}\n` }, codes: ['pack/added'], names: [path] };
  },
  'manifest rebuilt': ({ files }, below, turn) => {
    const payload = sealed(files).filter((path) => path.startsWith('data/'));
    const path = pick(payload, below);
    const changed: Files = turn % 3 === 0 ? without(files, path) : turn % 3 === 1 ? { ...files, [`${path}.new`]: 'slipped in\n' } : { ...files, [path]: Buffer.concat([bytesOf(files[path] as string), Buffer.from('\n')]) };
    return { what: `${path}, sealed anew`, files: resealed(changed), codes: ['pack/signature-bad'], names: ['signatures/'] };
  },
  'signature or key': ({ files, person, line }, below, turn) => {
    const path = signaturePath(person);
    const stranger = softwareKey();
    const message = bytesOf(files[tagManifestPath] as string);
    const listed = (content: string): Files => {
      const made = withTagManifests({ ...files, [signersPath]: content }, ['sha512']);
      return { ...made, [path]: stranger.sign(bytesOf(made[tagManifestPath] as string), evidenceNamespace) };
    };
    const attacks: readonly (readonly [string, Files, readonly string[]])[] = [
      ['signed by a key that nobody listed', { ...files, [path]: stranger.sign(message, evidenceNamespace) }, ['pack/signature-bad']],
      ['own key put into the list, sealed and signed anew', listed(`${person} namespaces="${evidenceNamespace}" ${stranger.line}\n`), ['pack/signer-refused']],
      ['own key listed beside the other, sealed and signed anew', listed(`${person} ${line}\n${person} ${stranger.line}\n`), ['pack/signer-refused']],
      ['signature of another text', { ...files, [path]: stranger.sign(Buffer.from('another text'), evidenceNamespace) }, ['pack/signature-bad']],
      ['signature for another purpose', { ...files, [path]: stranger.sign(message, 'qms-approval') }, ['pack/signature-bad']],
      ['signature taken away', without(files, path), ['pack/signature-missing']],
      ['signature under another name', { ...without(files, path), [path.replace(`.${person}.sig`, '.nobody.sig')]: files[path] as string }, ['pack/signature-bad', 'pack/signature-missing']],
      ['signature damaged', { ...files, [path]: damaged(bytesOf(files[path] as string), below) }, ['pack/signature-bad']],
      ['signature emptied', { ...files, [path]: '' }, ['pack/signature-bad']],
      ['list of keys emptied, sealed anew', withTagManifests({ ...files, [signersPath]: '' }, ['sha512']), ['pack/signature-bad']],
    ];
    const [what, changed, codes] = attacks[turn % attacks.length] as (typeof attacks)[number];
    return { what, files: changed, codes, names: ['signatures/', 'bag-info.txt', 'pack', ''] };
  },
};

/** One letter of the signature's middle turned into another. */
function damaged(signature: Uint8Array, below: (limit: number) => number): Buffer {
  const bytes = Buffer.from(signature);
  const [start, end] = [bytes.indexOf('\n') + 80, bytes.lastIndexOf('\n-----END') - 8];
  let at = start + below(end - start);
  while (bytes[at] === 10) at += 1;
  bytes[at] = bytes[at] === 0x41 ? 0x42 : 0x41;
  return bytes;
}

/** Manifests, Payload-Oxum and tag manifests made to fit, as anybody can do it; the signature stays what it was. */
export function resealed(files: Files): Files {
  const data = Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('data/')));
  const octets = Object.values(data).reduce((sum, content) => sum + bytesOf(content).length, 0);
  const info = Buffer.from(bytesOf(files['bag-info.txt'] as string)).toString('utf8').replace(/Payload-Oxum: .*/, `Payload-Oxum: ${octets}.${Object.keys(data).length}`);
  return withTagManifests({ ...files, 'manifest-sha512.txt': manifestOf(data, 'sha512'), 'bag-info.txt': info }, ['sha512']);
}
