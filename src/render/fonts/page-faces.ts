import { fontFamilies, type Face, type FaceUse, type FontFile, type FontLibrary, type FontRole } from '#model/printer.ts';
import { visibleCharacters } from './characters.ts';
import { coverage } from './coverage.ts';

/**
 * Where nothing else is said the text is 宋; the generic families that browsers fall back to are named, for a machine's own fonts must not
 * get in. To stand at the head of a page before it is asked what it shows.
 */
export const baseStyle: string = `html{font-family:"${fontFamilies.song}";font-synthesis:none}code,kbd,samp,pre,tt{font-family:"${fontFamilies.mono}"}`;

export interface PageFaces { readonly faces: readonly Face[]; /** Packages with versions. */ readonly names: readonly string[] }

/** Plain marks and numbers of lists, page numbers, hyphen and ellipsis: styles put them on a page without naming them. By the space a browser knows a family's first face. */
const always = Array.from('\u00a0 0123456789.-‐…•◦▪', (char) => char.codePointAt(0) as number);

/**
 * The faces for what a page shows. Each page has its own subsets, whatever else is printed in the run:
 * so the bytes of its PDF depend on nothing but itself, and every browser on every system gets the same font (measured: bench/README.md).
 */
export function pageFaces(use: readonly FaceUse[], library: FontLibrary): PageFaces {
  const faces: Face[] = [];
  const names = new Set<string>();
  for (const role of Object.keys(fontFamilies) as FontRole[]) {
    for (const weight of [400, 700] as const) {
      const used = use.filter((one) => one.role === role && one.weight === weight);
      if (used.length === 0) continue;
      const files = library.filter((file) => file.role === role && file.weight === weight);
      const [first] = files as [FontFile];
      const characters = new Set(always.filter((code) => coverageOf(first).has(code)));
      for (const { text } of used) for (const char of text) if (char >= ' ') characters.add(char.codePointAt(0) as number);
      for (const { font, own } of shares([...characters].sort((a, b) => a - b), files).found) {
        faces.push({ family: fontFamilies[role], weight, font: font.subset(own), ...(font === first ? {} : { characters: own }) });
        names.add(`${font.name} ${font.version}`);
      }
    }
  }
  return { faces, names: [...names].sort() };
}

/** Characters of a page that no font has, in the order of their codes. */
export function missingCharacters(html: string, library: FontLibrary): string[] {
  const { left } = shares([...visibleCharacters(html)], library.filter((file) => file.role === 'song' && file.weight === 400));
  return left.toSorted((a, b) => a - b).map((code) => String.fromCodePoint(code));
}

/** Each character goes to the first font that has it. A font is read only where those before it leave something. */
function shares(characters: readonly number[], files: readonly FontFile[]): { found: readonly { font: FontFile; own: number[] }[]; /** What no font has. */ left: readonly number[] } {
  const found: { font: FontFile; own: number[] }[] = [];
  let left = characters;
  for (const font of files) {
    if (left.length === 0) break;
    const covered = coverageOf(font);
    const own = left.filter((code) => covered.has(code));
    left = left.filter((code) => !covered.has(code));
    if (own.length > 0) found.push({ font, own });
  }
  return { found, left };
}

const known = new Map<Uint8Array, ReadonlySet<number>>();
function coverageOf(font: FontFile): ReadonlySet<number> {
  const bytes = font.characters();
  const covered = known.get(bytes) ?? coverage(bytes);
  known.set(bytes, covered);
  return covered;
}
