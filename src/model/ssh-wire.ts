/**
 * Reads the wire format of SSH (RFC 4251, section 5) from front to back. A length that does not fit, or a text that is none, makes
 * the reader `broken`: it then goes on with empty values, so that a caller asks once, at the end, whether all was `done`.
 */
export class WireReader {
  #rest: Buffer;
  #broken = false;

  constructor(bytes: Uint8Array) {
    this.#rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get broken(): boolean {
    return this.#broken;
  }

  /** Nothing is left and nothing was broken. */
  done(): boolean {
    return !this.#broken && this.#rest.length === 0;
  }

  take(length: number): Buffer {
    if (this.#broken || length > this.#rest.length) return this.#fail();
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  uint8(): number {
    return this.take(1)[0] ?? 0;
  }

  uint32(): number {
    const bytes = this.take(4);
    return bytes.length === 4 ? bytes.readUInt32BE() : 0;
  }

  string(): Buffer {
    return this.take(this.uint32());
  }

  /** A string that is a name: UTF-8 without NUL. */
  text(): string {
    const bytes = this.string();
    const text = bytes.toString('utf8');
    if (!bytes.includes(0) && Buffer.from(text).equals(bytes)) return text;
    this.#fail();
    return '';
  }

  /** A whole number above zero, big end first, without leading zeros. `exact` refuses zeros that need not stand in front of it. */
  mpint(exact: boolean): Buffer {
    const bytes = this.string();
    const start = bytes.findIndex((byte) => byte !== 0);
    if (start < 0 || (bytes[0] as number) >= 0x80) return this.#fail();
    const needed = (bytes[start] as number) >= 0x80 ? 1 : 0;
    return exact && start !== needed ? this.#fail() : bytes.subarray(start);
  }

  #fail(): Buffer {
    this.#broken = true;
    return Buffer.alloc(0);
  }
}

/** A string as SSH writes it: its length in four bytes, then its bytes. */
export function wireString(content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Base64 as OpenSSH reads it: blanks and line ends count for nothing; alphabet, padding and the unused bits must be right. */
export function decodeBase64(text: string): Buffer | null {
  const dense = text.replace(/[ \t\n\v\f\r]/g, '');
  const bytes = Buffer.from(dense, 'base64');
  return bytes.toString('base64') === dense ? bytes : null;
}
