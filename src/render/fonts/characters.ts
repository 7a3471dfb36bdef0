import { decodeEntities, fromCode } from '../decode-entities.ts';

/** The characters a reader sees: the text without tags and comments, and the strings that styles put on the page. */
export function visibleCharacters(html: string): ReadonlySet<number> {
  const text = decodeEntities(html.replace(/<!--.*?-->|<style\b.*?<\/style>|<(?:"[^"]*"|'[^']*'|[^>"'])*>/gs, ''));
  const strings = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].flatMap(([, style = '']) => [...style.matchAll(/\bcontent:[^;}]*/g)].map(([rule]) => decodeStyle(rule)));
  return new Set(Array.from(text + strings.join(''), (char) => char.codePointAt(0) as number).filter((code) => !isUnseen(code)));
}

/** Control, joining and variation marks have no glyph of their own. */
function isUnseen(code: number): boolean {
  return code < 32 || (code >= 0x7f && code < 0xa0) || code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f)
    || (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfeff || (code >= 0xe0100 && code <= 0xe01ef);
}

/** A style with its escapes beside what they stand for. */
function decodeStyle(style: string): string {
  return style.replace(/\\([\da-f]{2,6})\s?/gi, (whole, hex: string) => whole + fromCode(Number.parseInt(hex, 16)));
}
