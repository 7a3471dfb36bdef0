import { hash } from 'node:crypto';

/** sha256 (hex) of a text file as git stores it, with LF line ends; a lone CR, a byte-order mark, any other byte counts as it is. */
export function textDigest(bytes: Uint8Array): string {
  return sha256(bytes.includes(13) ? Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes);
}

export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
