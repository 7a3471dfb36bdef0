/** The characters a TrueType font has glyphs for: what its table cmap says in formats 4 and 12, the two that fonts of today use. */
export function coverage(cmap: Uint8Array): ReadonlySet<number> {
  const view = new DataView(cmap.buffer, cmap.byteOffset, cmap.byteLength);
  const covered = new Set<number>();
  for (let at = 4, end = at + 8 * view.getUint16(2); at < end; at += 8) {
    const table = view.getUint32(at + 4);
    const format = view.getUint16(table);
    if (format === 4) addSegments(view, table, covered);
    else if (format === 12) addGroups(view, table, covered);
  }
  return covered;
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
