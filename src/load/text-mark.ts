import { isSpace } from './running-text.ts';

/**
 * 64 bits of a text in hex and how many characters it has, both without its spaces, for telling whether two texts are the same: two multiplicative hashes of
 * its UTF-16 units, ten times as fast as a digest. Nobody gains by making two texts look alike, so it need not withstand an attack.
 */
export function textMark(text: string): { readonly digest: string; readonly length: number } {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) continue;
    length++;
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return { digest: (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0'), length };
}
