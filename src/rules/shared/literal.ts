/** Text as part of a regular expression that means just this text. (RegExp.escape needs a newer Node than we ask for.) */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Words as one expression, longest first; Latin words match whole and in any case. */
export function anyOf(words: readonly string[]): RegExp {
  const parts = [...words].sort((a, b) => b.length - a.length).map((word) => (/^[\w ]+$/.test(word) ? `\\b${literal(word)}\\b` : literal(word)));
  return new RegExp(parts.length === 0 ? '(?!)' : parts.join('|'), 'gi');
}
