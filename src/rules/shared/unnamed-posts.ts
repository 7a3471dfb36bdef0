import { onceFor } from '#model/once-for.ts';
import type { Registers } from '#model/project.ts';
import { allWords } from '#model/text.ts';
import { literal } from './literal.ts';

/** Reads post cells: which parts of a cell name no post, unit or body of the organization. */
export const postReader: (registers: Registers) => (cell: string) => string[] = onceFor(({ posts, units, bodies }) => {
  const names = [...posts, ...units, ...bodies].flatMap(({ value }) => allWords(value.name))
    .flatMap((name) => [name, bare(name)]).filter((name) => name !== '').sort((a, b) => b.length - a.length);
  // A deputy is another post than the one he or she stands in for: 副处长 does not name 处长.
  const known = new RegExp(names.map(whole).join('|') || '(?!)', 'gi');
  return (cell) => bare(cell.replace(known, '●')).split(/[、，,;；/／]|(?<=●)[和及与]|\s(?:and|or)\s/)
    .map((part) => part.trim()).filter((part) => part !== '' && !part.includes('●'));
});

/** A name as it stands in a cell: Latin words whole ("Office" is not in "officer"), in the singular or plural. */
function whole(name: string): string {
  const latin = /^[a-z]/i.test(name) && /[a-z]$/i.test(name);
  return latin ? `(?<![a-z])${literal(name)}(?:e?s)?(?![a-z])` : `(?<!副)${literal(name)}`;
}

function bare(text: string): string {
  return text.replace(/[(（][^()（）]*[)）]/g, '').trim();
}
