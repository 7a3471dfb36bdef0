import { readFileSync } from 'node:fs';
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

const files = new Map<string, Uint8Array>();

function fontFile(role: FontRole, name: string, weight: 400 | 700): FontFile {
  const manifest = inPrintingPackage(`@expo-google-fonts/${name}`, 'package.json');
  // The second book of symbols has one weight.
  const style = name === 'noto-sans-symbols-2' ? weights[400] : weights[weight];
  const path = join(dirname(manifest), style, `${families[name]}_${style}.ttf`);
  const read = (): Uint8Array => {
    const bytes = files.get(path) ?? readFileSync(path);
    files.set(path, bytes);
    return bytes;
  };
  return { role, weight, name, version: (require(manifest) as { version: string }).version, read, subset: (characters) => subsetOf(read(), characters) };
}
