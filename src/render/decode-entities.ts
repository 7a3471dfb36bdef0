const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Character references of HTML as our own serializers write them: by number, or the six best known by name. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
    (name === undefined ? fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal)) : named[name] ?? whole));
}

/** A character by its code point; '' for what is none. */
export function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
