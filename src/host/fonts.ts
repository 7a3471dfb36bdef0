import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFile, FontLibrary, FontRole } from '#model/printer.ts';
import { subsetOf } from './font-subset.ts';
import { inPrintingPackage } from './printing-packages.ts';

const require = createRequire(import.meta.url);

/** One package for each role, then those that stand in for characters it lacks. TrueType only: faces of the other kind end up as Type 3 in the PDF. */
const packages: Readonly<Record<FontRole, readonly string[]>> = {
  song: ['noto-serif-sc', 'noto-sans-sc', 'noto-sans-symbols', 'noto-sans-symbols-2'],
  hei: ['noto-sans-sc', 'noto-serif-sc', 'noto-sans-symbols', 'noto-sans-symbols-2'],
  mono: ['noto-sans-mono', 'noto-sans-sc', 'noto-serif-sc', 'noto-sans-symbols', 'noto-sans-symbols-2'],
};
const weights = { 400: '400Regular', 700: '700Bold' } as const;
const families: Readonly<Record<string, string>> = { 'noto-serif-sc': 'NotoSerifSC', 'noto-sans-sc': 'NotoSansSC', 'noto-sans-mono': 'NotoSansMono', 'noto-sans-symbols': 'NotoSansSymbols', 'noto-sans-symbols-2': 'NotoSansSymbols2' };

let library: FontLibrary | undefined;
/** The fonts that ship with the tool, read when they are asked for. */
export function fonts(): FontLibrary {
  return (library ??= (Object.keys(packages) as FontRole[]).flatMap((role) => packages[role].flatMap((name) => ([400, 700] as const).map((weight) => fontFile(role, name, weight)))));
}

/** Reads the faces that almost every page has, for a moment in which there is nothing else to do. */
export function openUsualFonts(): void {
  for (const role of ['song', 'hei'] as const) for (const weight of [400, 700] as const) fonts().find((font) => font.role === role && font.weight === weight)?.subset([32]);
}

function fontFile(role: FontRole, name: string, weight: 400 | 700): FontFile {
  const manifest = inPrintingPackage(`@expo-google-fonts/${name}`, 'package.json');
  // The second book of symbols has one weight.
  const style = name === 'noto-sans-symbols-2' ? weights[400] : weights[weight];
  const path = join(dirname(manifest), style, `${families[name]}_${style}.ttf`);
  return { role, weight, name, version: (require(manifest) as { version: string }).version, characters: () => charactersIn(path), subset: (characters) => subsetOf(path, characters) };
}

const cmaps = new Map<string, Uint8Array>();

/** The table of a TrueType file that says which characters it has; the rest, up to 15 MB, is not read for that. */
function charactersIn(path: string): Uint8Array {
  const known = cmaps.get(path);
  if (known) return known;
  const file = openSync(path, 'r');
  try {
    const read = (length: number, at: number): Buffer => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, at);
      return bytes;
    };
    const tables = read(16 * read(12, 0).readUInt16BE(4), 12);
    const at = Array.from({ length: tables.length / 16 }, (_, index) => 16 * index).find((from) => tables.toString('latin1', from, from + 4) === 'cmap');
    if (at === undefined) throw new Error(`${path} is a font without cmap.`);
    const cmap = read(tables.readUInt32BE(at + 12), tables.readUInt32BE(at + 8));
    cmaps.set(path, cmap);
    return cmap;
  } finally {
    closeSync(file);
  }
}
