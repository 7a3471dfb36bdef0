import type { Text } from '#model/text.ts';

/** Larger pictures are refused: in a manual they are photographs straight from a camera. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Width times height: a small file may unfold to gigabytes. */
const MAX_PIXELS = 60_000_000;

export type Picture = { readonly kind: 'data'; readonly url: string } | { readonly kind: 'svg'; readonly text: string } | { readonly kind: 'refused'; readonly why: Text };

const refused = (en: string, zh: string): Picture => ({ kind: 'refused', why: { en, 'zh-CN': zh } });

/** A picture told by its first bytes, never by its name. */
export function readPicture(bytes: Uint8Array): Picture {
  if (bytes.length > MAX_BYTES) return refused('it is larger than 8 MB', '文件超过 8 MB');
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(view);
  if (kind === 'svg') return { kind: 'svg', text: view.toString('utf8') };
  if (kind === null) return refused('it is no PNG, JPEG, GIF, WebP or SVG', '不是 PNG、JPEG、GIF、WebP 或 SVG 图片');
  const size = sizeOf(view, kind);
  if (size === null) return refused('it is damaged', '图片已损坏');
  if (size[0] * size[1] > MAX_PIXELS) return refused(`it has ${size[0]} × ${size[1]} points, more than can be printed`, `图片有 ${size[0]}×${size[1]} 点，过大，无法打印`);
  return { kind: 'data', url: `data:image/${kind};base64,${view.toString('base64')}` };
}

type Kind = 'png' | 'jpeg' | 'gif' | 'webp';

function kindOf(view: Buffer): Kind | 'svg' | null {
  const head = view.subarray(0, 16).toString('latin1');
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF....WEBP/s.test(head)) return 'webp';
  return /^\s*(?:\ufeff)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(view.subarray(0, 512).toString('utf8')) && view.includes('<svg') ? 'svg' : null;
}

/** Width and height as the head of the file tells them. */
function sizeOf(view: Buffer, kind: Kind): readonly [number, number] | null {
  try {
    switch (kind) {
      case 'png': return [view.readUInt32BE(16), view.readUInt32BE(20)];
      case 'gif': return [view.readUInt16LE(6), view.readUInt16LE(8)];
      case 'webp': return webpSize(view);
      case 'jpeg': return jpegSize(view);
    }
  } catch (error) {
    if (error instanceof RangeError) return null; // the file ends before its head does
    throw error;
  }
}

function webpSize(view: Buffer): readonly [number, number] | null {
  switch (view.toString('latin1', 12, 16)) {
    case 'VP8 ': return [view.readUInt16LE(26) & 0x3fff, view.readUInt16LE(28) & 0x3fff];
    case 'VP8L': { const bits = view.readUInt32LE(21); return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1]; }
    case 'VP8X': return [view.readUIntLE(24, 3) + 1, view.readUIntLE(27, 3) + 1];
    default: return null;
  }
}

/** Walks the segments to the frame header. */
function jpegSize(view: Buffer): readonly [number, number] | null {
  for (let at = 2; at < view.length;) {
    if (view[at] !== 0xff) return null;
    const marker = view.readUInt8(at + 1);
    if (marker === 0xff) { at++; continue; }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [view.readUInt16BE(at + 7), view.readUInt16BE(at + 5)];
    at += 2 + Math.max(2, view.readUInt16BE(at + 2));
  }
  return null;
}
