import { columnsOf, wrapColumns } from '#i18n/columns.ts';

/** CSS pixels. */
export const fontSize = 12;
export const lineHeight = 16;
/** Columns (half an em each) after which a line of a label is broken. */
const MAX_LINE = 24;

/** Width and height of lines of text. Latin letters take a little more than half an em on average. */
export function blockSize(lines: readonly string[]): [width: number, height: number] {
  const width = (line: string): number => [...line].reduce((sum, char) => sum + (columnsOf(char) === 2 ? 1 : /[A-Zmw%@—…“”]/.test(char) ? 0.7 : 0.56), 0) * fontSize;
  return [Math.max(0, ...lines.map(width)), lines.length * lineHeight];
}

/** Long labels are broken into lines of like length, Latin words and numbers kept whole. */
export function wrapLines(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const columns = columnsOf(line);
    return columns <= MAX_LINE ? [line] : wrapColumns(line, Math.ceil(columns / Math.ceil(columns / MAX_LINE)) + 2);
  });
}
