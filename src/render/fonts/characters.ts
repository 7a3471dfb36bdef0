import { decodeEntities, fromCode } from '../decode-entities.ts';

/** Every character that the styles of a page may put on it, whatever face they choose: their own strings and counters, and attributes they may show. */
export function charactersOfStyles(html: string): ReadonlySet<number> {
  const styles = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(([, style = '']) => decodeStyle(style.replace(/data:[^"')\s]*/g, '')));
  const shown = [...html.matchAll(/\sdata-[\w-]+="([^"]*)"/g)].map(([, value = '']) => decodeEntities(value));
  return new Set(Array.from([always, ...styles, ...shown].join(''), (char) => char.codePointAt(0) as number).filter((code) => code >= 32));
}

/** The characters a reader sees: the text without tags and comments, and the strings that styles put on the page. */
export function visibleCharacters(html: string): ReadonlySet<number> {
  const text = decodeEntities(html.replace(/<!--.*?-->|<style\b.*?<\/style>|<(?:"[^"]*"|'[^']*'|[^>"'])*>/gs, ''));
  const strings = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].flatMap(([, style = '']) => [...style.matchAll(/\bcontent:[^;}]*/g)].map(([rule]) => decodeStyle(rule)));
  return new Set(Array.from(text + strings.join(''), (char) => char.codePointAt(0) as number).filter((code) => !isUnseen(code)));
}

/** Printable ASCII, list marks and counters, hyphen and ellipsis: styles make them without naming them. */
const always = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}\u00a0•◦▪‐–—…、。．（）〇零一二三四五六七八九十百千①②③④⑤⑥⑦⑧⑨⑩`;

/** Control, joining and variation marks have no glyph of their own. */
function isUnseen(code: number): boolean {
  return code < 32 || (code >= 0x7f && code < 0xa0) || code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f)
    || (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfeff || (code >= 0xe0100 && code <= 0xe01ef);
}

/** A style with its escapes beside what they stand for. */
function decodeStyle(style: string): string {
  return style.replace(/\\([\da-f]{2,6})\s?/gi, (whole, hex: string) => whole + fromCode(Number.parseInt(hex, 16)));
}
