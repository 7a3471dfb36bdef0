import { isUtf8 } from 'node:buffer';
import type { Args, CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';

export interface Decoded { readonly text: string | null; readonly findings: readonly CodedFinding[] }

/** Bytes → text with LF line ends and no BOM, or null when they are no UTF-8 text. */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const refuse = (code: string, line: number, message = 'found', args: Args = {}): Decoded =>
    ({ text: null, findings: [{ code, at: lineStart(path, line), message, args }] });
  const nul = bytes.indexOf(0);
  if (nul < 0 && bytes[0] !== 0xef && isUtf8(bytes) && !bytes.includes(13)) return { text: textOf(bytes), findings: [] }; // nearly every file
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return refuse('load/utf-16', 1);
  const bad = firstInvalidByte(bytes);
  if ((nul >= 0 || bad >= 0) && looksLikeUtf16(bytes, bad >= 0)) return refuse('load/utf-16', 1);
  if (nul >= 0) return refuse('load/nul-byte', lineAt(bytes, nul));
  if (bad >= 0) return refuse('load/not-utf-8', lineAt(bytes, bad), ...guess(bytes, bad));

  const findings: CodedFinding[] = [];
  let text = new TextDecoder('utf-8').decode(bytes);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) findings.push({ code: 'load/bom', at: lineStart(path, 1), message: 'found' });
  if (text.includes('\r')) {
    findings.push({ code: 'load/crlf', at: lineStart(path, lineAt(bytes, bytes.indexOf(13))), message: 'found' });
    text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }
  return { text, findings };
}

/** Valid UTF-8 without a byte-order mark → text; four times as fast as a TextDecoder. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/**
 * Without a byte-order mark: every other byte of plain Western text is zero. Chinese text has few zeros, so where the bytes are no
 * UTF-8 either, both byte orders are tried: nearly everything must come out as ASCII or Chinese. (Valid UTF-8 is never tried: pairs
 * of ASCII letters look Chinese.)
 */
function looksLikeUtf16(bytes: Uint8Array, noUtf8: boolean): boolean {
  const sample = bytes.subarray(0, 4096);
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  if (zeros > sample.length / 4) return true;
  return noUtf8 && bytes.length % 2 === 0 && [0, 1].some((low) => {
    let plausible = 0;
    for (let at = 0; at < sample.length; at += 2) {
      const unit = (sample[at + low] as number) + 256 * (sample[at + 1 - low] as number);
      if (unit === 9 || unit === 10 || unit === 13 || (unit >= 0x20 && unit < 0x7f) || (unit >= 0x3000 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef) || (unit >= 0x2010 && unit <= 0x2030)) plausible++;
    }
    return plausible >= sample.length / 2 * 0.97;
  });
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

/** Another encoding, or UTF-8 that was damaged: a GBK text breaks at its first Chinese characters, a damaged one after many good ones. */
function guess(bytes: Uint8Array, bad: number): [message: string, args: Args] {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad), { stream: true });
  if (before.replace(/[^\u2e80-\uffef]/g, '').length > 1) return ['damaged', {}];
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (/[\u4e00-\u9fff]{2}/.test(text)) return ['found', { guess: 'GBK / GB 18030' }];
  } catch {
    // no Chinese encoding either
  }
  return ['damaged', {}];
}

/** 1-based line of a byte; a lone CR ends a line too. */
function lineAt(bytes: Uint8Array, index: number): number {
  let line = 1;
  for (let at = 0; at < index; at++) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line++;
  return line;
}
