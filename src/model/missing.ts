import type { Wording } from './text.ts';
import { allWords } from './text.ts';

/** The labels of those values that are absent or empty: what a message lists as missing. */
export function missing(values: readonly (readonly [value: unknown, label: Wording])[]): Wording[] {
  return values.filter(([value]) => isBlank(value)).map(([, label]) => label);
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && !allWords(value as Wording).some((word) => String(word).trim() !== '');
}
