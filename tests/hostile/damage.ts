import { randomFrom } from '../../bench/random.mjs';

type Below = (limit: number) => number;
export interface Damage { readonly name: string; readonly apply: (bytes: Uint8Array, below: Below) => Uint8Array }

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const spliced = (bytes: Uint8Array, at: number, inside: Uint8Array, drop = 0): Uint8Array => joined(bytes.subarray(0, at), inside, bytes.subarray(at + drop));

/** Two bytes of GBK by character. */
let gbk: Map<string, readonly [number, number]> | undefined;
function inGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  gbk ??= new Map(Array.from({ length: 126 * 191 }, (_, code): [string, readonly [number, number]] => {
    const pair = [0x81 + Math.floor(code / 191), 0x40 + (code % 191)] as const;
    return [decoder.decode(new Uint8Array(pair)), pair];
  }));
  return new Uint8Array([...text].flatMap((char) => (char.charCodeAt(0) < 128 ? [char.charCodeAt(0)] : [...(gbk?.get(char) ?? [63])])));
}
const utf16 = (text: string, big: boolean): Uint8Array => new Uint8Array(big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));

/** What befalls a file on its way through mails, sticks, editors and dying disks. */
export const damages: readonly Damage[] = [
  ...Array.from({ length: 100 }, (_, percent): Damage => ({ name: `cut at ${percent} %`, apply: (bytes) => bytes.subarray(0, Math.floor((bytes.length * percent) / 100)) })),
  ...[1, 2, 8, 64].map((count): Damage => ({ name: `${count} bits flipped`, apply: (bytes, below) => {
    const flipped = bytes.slice();
    for (let i = 0; i < count && bytes.length > 0; i++) {
      const at = below(bytes.length);
      flipped[at] = (flipped[at] as number) ^ (1 << below(8));
    }
    return flipped;
  } })),
  { name: 'GBK', apply: (bytes) => inGbk(textOf(bytes)) },
  { name: 'GBK from the middle on', apply: (bytes) => { const text = textOf(bytes); return joined(utf8(text.slice(0, text.length / 2)), inGbk(text.slice(text.length / 2))); } },
  ...[false, true].flatMap((big) => [false, true].map((bom): Damage => ({ name: `UTF-16 ${big ? 'BE' : 'LE'}${bom ? ' with mark' : ''}`, apply: (bytes) => utf16(`${bom ? '\ufeff' : ''}${textOf(bytes)}`, big) }))),
  { name: 'UTF-8 read as Latin-1 and saved', apply: (bytes) => utf8(Buffer.from(bytes).toString('latin1')) },
  { name: 'mark at the beginning', apply: (bytes) => joined(utf8('\ufeff'), bytes) },
  { name: 'NUL', apply: (bytes, below) => spliced(bytes, below(bytes.length + 1), new Uint8Array(1)) },
  { name: 'a page of NUL', apply: (bytes, below) => spliced(bytes, below(bytes.length + 1), new Uint8Array(4096), 4096) },
  { name: 'lone surrogate', apply: (bytes, below) => spliced(bytes, below(bytes.length + 1), new Uint8Array([0xed, 0xa0 + below(32), 0x80])) },
  { name: 'bytes of no text', apply: (bytes, below) => spliced(bytes, below(bytes.length + 1), new Uint8Array(Array.from({ length: 64 }, () => below(256)))) },
  { name: 'CR LF', apply: (bytes) => utf8(textOf(bytes).replaceAll('\n', '\r\n')) },
  { name: 'CR', apply: (bytes) => utf8(textOf(bytes).replaceAll('\n', '\r')) },
  { name: 'no line breaks', apply: (bytes) => utf8(textOf(bytes).replaceAll('\n', ' ')) },
  { name: 'a line lost', apply: (bytes, below) => { const lines = textOf(bytes).split('\n'); return utf8(lines.toSpliced(below(lines.length), 1).join('\n')); } },
  { name: 'two lines exchanged', apply: (bytes, below) => { const lines = textOf(bytes).split('\n'); const [a, b] = [below(lines.length), below(lines.length)]; return utf8(lines.with(a, lines[b] as string).with(b, lines[a] as string).join('\n')); } },
  { name: 'twice in one file', apply: (bytes) => joined(bytes, bytes) },
  { name: 'tabs for spaces', apply: (bytes) => utf8(textOf(bytes).replaceAll('  ', '\t')) },
  { name: 'full-width marks', apply: (bytes) => utf8(textOf(bytes).replaceAll(':', '：').replaceAll('"', '＂').replaceAll('#', '＃')) },
  { name: 'marks of a conflict', apply: (bytes, below) => { const lines = textOf(bytes).split('\n'); return utf8(lines.toSpliced(below(lines.length), 0, '<<<<<<< HEAD', 'a: 1', '=======', 'a: 2', '>>>>>>> main').join('\n')); } },
  { name: 'marks of YAML', apply: (bytes, below) => spliced(bytes, below(bytes.length + 1), utf8(['&a ', '*a ', '[', '{', '|', '>', '!!js/function ', '? ', '- - - ', '"', '\'', '%', '@', '<<: *a', '--- ', '... '][below(16)] as string)) },
  { name: 'deep brackets', apply: (bytes, below) => spliced(bytes, below(bytes.length + 1), utf8('['.repeat(5000))) },
  { name: 'a line of 1 MB', apply: (bytes, below) => spliced(bytes, below(bytes.length + 1), utf8('《长'.repeat(170_000))) },
];

/** One damaged copy after another: every way of damage in turn, each on a file drawn at random. */
export function* damaged(files: readonly { readonly path: string; read(): Uint8Array }[], seed: number): Generator<{ readonly path: string; readonly name: string; readonly bytes: Uint8Array }> {
  const { below } = randomFrom(seed);
  for (let round = 0; ; round++) {
    const damage = damages[(round * 37) % damages.length] as Damage; // 37 and their number share no factor: all of them, well mixed
    const file = files[below(files.length)] as (typeof files)[number];
    yield { path: file.path, name: damage.name, bytes: damage.apply(file.read(), below) };
  }
}
