import subsetFont from 'subset-font';
import { fontFamilies, type FontFile, type FontLibrary, type FontRole } from '#model/printer.ts';
import { charactersOf, visibleCharacters } from './characters.ts';
import { coverage } from './coverage.ts';

/** Where nothing else is said the text is 宋; the generic families that browsers fall back to are named, for a machine's own fonts must not get in. */
const base = `html{font-family:"${fontFamilies.song}";font-synthesis:none}code,kbd,samp,pre,tt{font-family:"${fontFamilies.mono}"}`;

export interface PageFonts { readonly css: string; /** Packages with versions. */ readonly names: readonly string[] }

/**
 * The faces a page needs, as style rules with the fonts inlined. Each page has its own subset, whatever else is printed in the run: so the
 * bytes of its PDF depend on nothing but itself, and every browser on every system gets the same font (measured: bench/README.md).
 */
export async function pageFonts(html: string, library: FontLibrary): Promise<PageFonts> {
  const characters = [...charactersOf(html)].sort((a, b) => a - b);
  const roles = (Object.keys(fontFamilies) as FontRole[]).filter((role) => role === 'song' || html.includes(fontFamilies[role]) || (role === 'mono' && /<(?:code|kbd|samp|pre|tt)\b/.test(html)));
  const rules: string[] = [];
  const names = new Set<string>();
  for (const role of roles) {
    for (const weight of [400, 700] as const) {
      for (const { font, own } of shares(characters, library.filter((file) => file.role === role && file.weight === weight))) {
        rules.push(await faceRule(font, own));
        names.add(`${font.name} ${font.version}`);
      }
    }
  }
  return { css: `${rules.join('')}${base}`, names: [...names].sort() };
}

/** Characters of a page that no font has, in the order of their codes. */
export function missingCharacters(html: string, library: FontLibrary): string[] {
  const known = library.filter((file) => file.role === 'song' && file.weight === 400).map(coverageOf);
  const missing = [...visibleCharacters(html)].filter((code) => !known.some((covered) => covered.has(code))).sort((a, b) => a - b);
  return missing.map((code) => String.fromCodePoint(code));
}

/** Each character goes to the first font that has it. */
function shares(characters: readonly number[], files: readonly FontFile[]): { font: FontFile; own: number[] }[] {
  let left = characters;
  return files.map((font) => {
    const covered = coverageOf(font);
    const own = left.filter((code) => covered.has(code));
    left = left.filter((code) => !covered.has(code));
    return { font, own };
  }).filter(({ own }) => own.length > 0);
}

/** Horizontal text needs no more, and a subset without the rest takes a sixth of the time: 5.7 ms instead of 33 for 500 characters. */
const lean = { targetFormat: 'truetype', noHinting: true, keepFeatures: ['kern', 'mark', 'halt', 'chws', 'palt'], dropTables: ['GSUB', 'vhea', 'vmtx', 'VORG', 'BASE', 'STAT', 'DSIG'] } as const;

async function faceRule(font: FontFile, characters: readonly number[]): Promise<string> {
  const subset = await subsetFont(font.read(), String.fromCodePoint(...characters), lean);
  const range = characters.map((code) => `U+${code.toString(16)}`).join(',');
  return `@font-face{font-family:"${fontFamilies[font.role]}";font-weight:${font.weight};src:url(data:font/ttf;base64,${subset.toString('base64')});unicode-range:${range}}`;
}

const known = new Map<Uint8Array, ReadonlySet<number>>();
function coverageOf(font: FontFile): ReadonlySet<number> {
  const bytes = font.read();
  const covered = known.get(bytes) ?? coverage(bytes);
  known.set(bytes, covered);
  return covered;
}
