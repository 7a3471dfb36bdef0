import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';

export interface Decoded { readonly text: string | null; readonly findings: readonly CodedFinding[] }

/** Bytes → text with LF line ends and no BOM, or null when they are no UTF-8 text. */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const refuse = (code: string, line: number, args = {}): Decoded =>
    ({ text: null, findings: [{ code, at: lineStart(path, line), message: 'found', args }] });
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return refuse('load/utf-16', 1);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return looksLikeUtf16(bytes) ? refuse('load/utf-16', 1) : refuse('load/nul-byte', lineAt(bytes, nul));
  const bad = firstInvalidByte(bytes);
  if (bad >= 0) return refuse('load/not-utf-8', lineAt(bytes, bad), { guess: guessEncoding(bytes) });

  const findings: CodedFinding[] = [];
  let text = new TextDecoder('utf-8').decode(bytes);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) findings.push({ code: 'load/bom', at: lineStart(path, 1), message: 'found' });
  if (text.includes('\r')) {
    findings.push({ code: 'load/crlf', at: lineStart(path, lineAt(bytes, bytes.indexOf(13))), message: 'found' });
    text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }
  return { text, findings };
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** Without a byte-order mark: every other byte of plain Western text is zero. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 512);
  return sample.filter((byte) => byte === 0).length > sample.length / 4;
}

function firstInvalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    decoder.decode(bytes);
    return -1;
  } catch {
    let valid = 0;
    let invalid = bytes.length;
    while (invalid - valid > 1) { // bisect: a prefix that ends inside a character counts as valid while streaming
      const middle = (valid + invalid) >> 1;
      if (decodes(bytes.subarray(0, middle))) valid = middle;
      else invalid = middle;
    }
    return valid;
  }
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function guessEncoding(bytes: Uint8Array): string {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GBK / GB 18030';
  } catch {
    return '?';
  }
}

function lineAt(bytes: Uint8Array, index: number): number {
  let line = 1;
  for (let at = 0; at < index; at++) if (bytes[at] === 10) line++;
  return line;
}
