/**
 * JSON for the screen and for files, with what could steer a terminal or deceive its reader escaped (DEL, C1, bidi, invisible characters): it reads back as the
 * same value. `indent` as JSON.stringify has it.
 */
export function safeJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replace(/[\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,
    (char) => [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''));
}
