import { hash } from 'node:crypto';

/** sha256 (hex) of a text file as git stores it, with LF line ends; a lone CR, a byte-order mark, any other byte counts as it is. `digest` is the one of the bytes as they are. */
export function textDigest(bytes: Uint8Array, digest: string = sha256(bytes)): string {
  return bytes.includes(13) ? sha256(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) : digest;
}

export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
