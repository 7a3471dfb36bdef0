/** CSS pixels. */
export const fontSize = 12;
export const lineHeight = 16;
/** Ems after which a line of a label is broken. */
const MAX_LINE = 12;

/** Width and height of lines of text: a full-width character takes one em, the others are a little wider than half on average. */
export function blockSize(lines: readonly string[]): [width: number, height: number] {
  return [Math.max(0, ...lines.map((line) => emsOf(line) * fontSize)), lines.length * lineHeight];
}

/** Long labels are broken between characters, Latin words and numbers kept whole. */
export function wrapLines(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    if (emsOf(line) <= MAX_LINE) return [line];
    const parts = line.match(/[\w./-]+|\s+|[^\s]/gu) ?? [];
    const limit = emsOf(line) / Math.ceil(emsOf(line) / MAX_LINE) + 1;
    const broken = [''];
    for (const part of parts) {
      const last = broken.length - 1;
      const joined = broken[last] + part;
      if (emsOf(joined) > limit && broken[last] !== '' && !/^[，。；：、！？）》」』”,.;:!?)]/u.test(part)) broken.push(part.trimStart());
      else broken[last] = joined;
    }
    return broken.map((part) => part.trim()).filter((part) => part !== '');
  });
}

function emsOf(line: string): number {
  let ems = 0;
  for (const char of line) ems += (char.codePointAt(0) as number) >= 0x2e80 || /[“”‘’…—●○]/.test(char) ? 1 : /[A-Zmw%@]/.test(char) ? 0.68 : /[ilj.,:;'|!]/.test(char) ? 0.32 : 0.56;
  return ems;
}
