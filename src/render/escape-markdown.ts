/** Nothing of a text may become markup, end a cell or a line, or call somebody by @name. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|&#~]/g, (char) => (char === '<' ? '&lt;' : char === '>' ? '&gt;' : char === '&' ? '&amp;' : `\\${char}`))
    .replace(/@(?=\w)/g, '@\u200b').replace(/\s*\n\s*/g, ' ');
}
