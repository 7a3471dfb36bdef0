import type { Text } from './text.ts';

/**
 * A kind of personal data that is known by its look (schemas/words.yaml): `pattern` is a regular expression whose first group, where it has one, is the value; `check` names a
 * calculation that the value must pass; `token` is what it is called where it is withheld; `warned` kinds are so certain that a reader is warned of them;
 * what matches holds one of the `begins[0]` right before one of the `begins[1]`; `needs`, shared by several, is a cheap regular expression without which `pattern` matches nothing.
 */
export interface PersonalPattern { readonly id: string; readonly title: Text; readonly token: Text; readonly pattern: string; readonly check?: 'gb11643' | 'luhn'; readonly warned?: boolean; readonly needs?: string; readonly begins?: readonly [firsts: string, seconds: string] }

/** Personal data found in a text, by offset in UTF-16 units. */
export interface PersonalFound { readonly pattern: PersonalPattern; readonly start: number; readonly end: number; readonly value: string }

/** Everything in a text that looks like personal data, in order; where two kinds overlap, the one listed first. Full-width digits and letters count as plain ones. */
export function findPersonal(text: string, patterns: readonly PersonalPattern[]): PersonalFound[] {
  const plain = halfWidth(text);
  const found: PersonalFound[] = [];
  const given = needsIn(plain, patterns);
  for (const pattern of patterns) {
    if (!given.has(pattern.needs)) continue;
    for (const match of plain.matchAll(compiled(pattern.pattern))) {
      const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
      const value = plain.slice(start, end);
      if (pattern.check && !checks[pattern.check](value.replace(/[^\dXx]/g, ''))) continue;
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ pattern, start, end, value });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** False where certainly none of the patterns matches a text of half-width forms. */
export function mayBePersonal(plain: string, patterns: readonly PersonalPattern[]): boolean {
  return needsIn(plain, patterns).size > 0;
}

/** The needs of the patterns that a text meets; undefined is that of patterns without. */
function needsIn(plain: string, patterns: readonly PersonalPattern[]): ReadonlySet<string | undefined> {
  const needs = new Set(patterns.map((pattern) => pattern.needs));
  for (const need of needs) if (need !== undefined && plain.search(compiled(need)) < 0) needs.delete(need);
  return needs;
}

/** Full-width forms as plain ones, length kept. */
export function halfWidth(text: string): string {
  return /[\uff01-\uff5e]/.test(text) ? text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)) : text;
}

const compiledPatterns = new Map<string, RegExp>();
function compiled(pattern: string): RegExp {
  const known = compiledPatterns.get(pattern) ?? new RegExp(pattern, 'dgu');
  compiledPatterns.set(pattern, known);
  return known;
}

const checks = { gb11643: isIdNumber, luhn: isLuhn };

/** The last sign of an identity number is a check sum (GB 11643-1999, ISO 7064 MOD 11-2). */
function isIdNumber(number: string): boolean {
  const sum = Array.from(number.slice(0, 17), Number).reduce((total, digit, place) => total + digit * (2 ** (17 - place) % 11), 0);
  return number.length === 18 && number[17]?.toUpperCase() === '10X98765432'[sum % 11];
}

/** The last digit of a bank card number is a check sum (ISO/IEC 7812-1). */
function isLuhn(number: string): boolean {
  const sum = Array.from(number, Number).toReversed().reduce((total, digit, place) => {
    const doubled = digit * (place % 2 + 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return number.length > 11 && new Set(number).size > 2 && sum % 10 === 0;
}
