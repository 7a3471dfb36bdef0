/**
 * Control characters, bidi overrides, invisible characters and lone surrogates as visible \u{…}: text of a manual must not steer a
 * terminal. Tabs stay; line breaks become visible unless `lines` is set.
 */
export function safeText(text: string, lines = false): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu,
    (char) => (lines && char === '\n' ? char : `\\u{${(char.codePointAt(0) as number).toString(16)}}`));
}
