const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;
/** What may not begin a line in Chinese. */
const CLOSING = /^[，。、；：！？）》」』】〕％”’…]/u;

/** Columns a text takes on a terminal: East Asian wide characters take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += WIDE.test(char) ? 2 : 1;
  return columns;
}

/** Lines of at most `width` columns: broken at spaces and between Chinese characters, never before a closing mark; a longer word is cut. */
export function wrapColumns(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(2, width)));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && columnsOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (columnsOf(piece) <= width) line += line === '' && lines.length > 0 ? piece.trimStart() : piece;
    else for (const char of piece) {
      if (columnsOf(line + char) > width) {
        lines.push(line);
        line = '';
      }
      line += char;
    }
  }
  return [...lines, line.trimEnd()];
}

/** What stays together: a word with the space behind it, a Chinese character with the closing marks behind it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let afterWide = true;
  for (const char of text) {
    const wide = WIDE.test(char);
    const last = pieces.at(-1);
    const joins = last !== undefined && (CLOSING.test(char) || (!wide && !afterWide && (char === ' ' || !last.endsWith(' '))));
    if (joins) pieces[pieces.length - 1] = last + char;
    else pieces.push(char);
    afterWide = wide;
  }
  return pieces;
}
