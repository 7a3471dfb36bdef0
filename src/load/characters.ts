/** Codes of characters that mean something in YAML or Markdown: readers that look at every character compare numbers. */
export const NEWLINE = 10, SPACE = 32, QUOTE = 34, HASH = 35, APOSTROPHE = 39, COMMA = 44, HYPHEN = 45, COLON = 58;
export const OPEN = 91, BACKSLASH = 92, CLOSE = 93, BRACE = 123, BAR = 124, UNBRACE = 125;
