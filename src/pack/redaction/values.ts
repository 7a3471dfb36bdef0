import { halfWidth } from '#model/personal-data.ts';
import { wordsIn, type Locale, type Wording } from '#model/text.ts';
import { squeeze, type Squeezed } from './squeeze.ts';

/** Why something is withheld and what stands there instead. */
export interface Cause { readonly rule: string; readonly as: Wording; readonly reason?: Wording }
/** A value's stand-in, the same wherever the value stands. */
export interface Known extends Cause { readonly token: string }
/** A place in a text where a known value stands. */
export interface Occurrence { readonly start: number; readonly end: number; readonly known: Known }

/** The values that are withheld, each with its stand-in; numbered as they are met, so that nothing of a value can be read from it. */
export interface Values {
  add(value: string, cause: Cause): Known | null;
  occurrences(text: string): Occurrence[];
}

export function valueBook(keep: readonly string[], locale: Locale): Values {
  const kept = new Set(keep.map(keyOf));
  const known = new Map<string, Known>();
  const counts = new Map<string, number>();
  /** Values by their first two characters, longest first: a text is gone through once, however many there are. */
  const starts = new Map<string, string[]>();
  return {
    add(value, cause) {
      const key = keyOf(value);
      if (key === '' || kept.has(key) || token.test(value.trim())) return null;
      const before = known.get(key);
      if (before) return before;
      const label = wordsIn(cause.as, locale);
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      const one = { ...cause, token: `〔${label}-${count}〕` };
      known.set(key, one);
      if (findable(key)) starts.set(key.slice(0, 2), [...starts.get(key.slice(0, 2)) ?? [], key].sort((a, b) => b.length - a.length));
      return one;
    },
    occurrences(text) {
      if (starts.size === 0) return [];
      const plain = halfWidth(text);
      const squeezed = squeeze(text.replace(tokens, (whole, label: string) => (counts.has(label) ? '\0'.repeat(whole.length) : whole)));
      const found: Occurrence[] = [];
      for (let at = 0; at < squeezed.text.length - 1;) {
        const key = starts.get(squeezed.text.slice(at, at + 2))?.find((one) => squeezed.text.startsWith(one, at) && standsAlone(plain, squeezed, at, one));
        if (key === undefined) { at += 1; continue; }
        found.push({ start: squeezed.at[at] as number, end: (squeezed.at[at + key.length - 1] as number) + 1, known: known.get(key) as Known });
        at += key.length;
      }
      return found;
    },
  };
}

const token = /^〔[^〔〕]+-\d+〕$/;
const tokens = /〔([^〔〕\n]{1,40})-\d+〕/g;

/** What makes two spellings one value. */
function keyOf(value: string): string {
  return squeeze(value.normalize('NFC').trim()).text;
}

/** A single character, or a short number, stands in many words: it is withheld in its field and not looked for elsewhere. */
function findable(key: string): boolean {
  return /^[\x20-\x7e]*$/.test(key) ? key.length >= 4 : key.length >= 2;
}

/** A number inside a longer number or a digest is another one, and a short one is not gathered across blanks. */
function standsAlone(plain: string, { at: places }: Squeezed, at: number, key: string): boolean {
  const [first, last] = [places[at] as number, places[at + key.length - 1] as number];
  if (last - first + 1 > key.length && /^\d{1,6}$/.test(key)) return false;
  const letter = /[A-Z\d]/i;
  const inside = (edge: string | undefined, beyond: string | undefined): boolean => edge !== undefined && beyond !== undefined && letter.test(edge) && letter.test(beyond);
  return !inside(key[0], plain[first - 1]) && !inside(key.at(-1), plain[last + 1]);
}
