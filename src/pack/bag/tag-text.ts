/** Text of a tag file in the encoding that the bag declares; null when its bytes are none. `bom`: it began with a byte-order mark. */
export function tagText(bytes: Uint8Array, encoding: string): { readonly text: string; readonly bom: boolean } | null {
  const mark = markOf(bytes);
  const label = /^utf-?16$/i.test(encoding) ? (mark === 'utf-16le' ? mark : 'utf-16be') : encoding;
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), bom: mark !== null && /^utf-?8$/i.test(encoding) };
  } catch {
    return null;
  }
}

/** True for names of encodings that can be read here. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

/** Lines as BagIt ends them: LF, CR or CR LF. The last one needs no end. */
export function tagLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}
