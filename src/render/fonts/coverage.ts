/** The characters a TrueType font has glyphs for: what its cmap says in formats 4 and 12, the two that fonts of today use. */
export function coverage(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const covered = new Set<number>();
  for (let at = cmap + 4, end = at + 8 * view.getUint16(cmap + 2); at < end; at += 8) {
    const table = cmap + view.getUint32(at + 4);
    const format = view.getUint16(table);
    if (format === 4) addSegments(view, table, covered);
    else if (format === 12) addGroups(view, table, covered);
  }
  return covered;
}

function tableAt(view: DataView, tag: string): number {
  for (let at = 12, end = at + 16 * view.getUint16(4); at < end; at += 16) {
    if (String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index))) === tag) return view.getUint32(at + 8);
  }
  throw new Error(`a font without ${tag}`);
}

function addGroups(view: DataView, table: number, covered: Set<number>): void {
  for (let at = table + 16, end = at + 12 * view.getUint32(table + 12); at < end; at += 12) {
    for (let code = view.getUint32(at), last = view.getUint32(at + 4); code <= last; code++) covered.add(code);
  }
}

function addSegments(view: DataView, table: number, covered: Set<number>): void {
  const bytes = view.getUint16(table + 6); // twice the number of segments
  for (let index = 0; index < bytes; index += 2) {
    const last = view.getUint16(table + 14 + index);
    const first = view.getUint16(table + 16 + bytes + index);
    const delta = view.getUint16(table + 16 + 2 * bytes + index);
    const rangeAt = table + 16 + 3 * bytes + index;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : view.getUint16(rangeAt + range + 2 * (code - first));
      if ((glyph & 0xffff) !== 0) covered.add(code);
    }
  }
}
