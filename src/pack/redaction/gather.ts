import { findPersonal, type PersonalPattern } from '#model/personal-data.ts';
import type { FieldRule, RedactionProfile } from '#model/redaction.ts';
import type { Text } from '#model/text.ts';
import type { Cause, Known, Values } from './values.ts';
import { fitsPointer, yamlPart, yamlScalars } from './scalars.ts';

/** Collects the make of numbers: what else is built so is withheld too. */
export interface Makes { add(value: string, cause: Cause): void; all(): readonly { readonly pattern: RegExp; readonly cause: Cause }[] }

export function makesOf(): Makes {
  const makes = new Map<string, Cause>();
  return {
    add(value, cause) {
      // Letters as they are, digits as digits: only what has both, and some length, is told from other numbers.
      if (/^[\w/-]{5,40}$/.test(value) && /[A-Za-z]/.test(value) && /\d{2}/.test(value)) makes.set(value.replace(/[/-]/g, '\\$&').replace(/\d+/g, (digits) => `\\d{${digits.length}}`), cause);
    },
    all: () => [...makes].map(([make, cause]) => ({ pattern: new RegExp(`(?<![\\w-])${make}(?!\\w)`, 'g'), cause })),
  };
}

/** Enters what is made like the numbers of others. */
export function gatherAlike(text: string, makes: Makes, values: Values): void {
  for (const { pattern, cause } of makes.all()) for (const [value] of text.matchAll(pattern)) values.add(value, cause);
}

/** A value found where it stands: its own place is withheld whatever it is. */
export interface Hit { readonly start: number; readonly end: number; readonly known: Known; readonly pointer?: string }

/** Finds what the profile's rules by field and by word point at in one text and enters the values in the book; null when its YAML cannot be read. */
export function gatherFields(path: string, text: string, profile: RedactionProfile, patterns: readonly PersonalPattern[], values: Values, makes: Makes): Hit[] | null {
  const hits: Hit[] = [];
  const part = yamlPart(path, text);
  if (part) {
    const read = yamlScalars(part);
    if (!read) return null;
    const rules = (profile.fields ?? []).filter(({ kinds }) => kinds === undefined || kinds.includes(read.kind));
    if (read.kind !== 'redaction') for (const { pointer, value, start, end } of read.scalars) {
      const rule = rules.find((one) => fitsRule(pointer, one));
      const known = rule && values.add(value, causeOf(rule));
      if (known) for (const one of namesIn(value, patterns)) values.add(one, causeOf(rule));
      if (known && rule.alike === true) makes.add(value.trim(), causeOf(rule));
      if (known) hits.push({ start, end, known, pointer });
    }
  }
  for (const { values: words, as, reason } of profile.words ?? []) for (const word of words) values.add(word, { rule: 'words', as, ...(reason === undefined ? {} : { reason }) });
  return hits;
}

/** The same for what looks like personal data. Fields come first, in all files: who writes a record knows better what a name is the name of. */
export function gatherLooks(text: string, patterns: readonly PersonalPattern[], values: Values): Hit[] {
  const hits: Hit[] = [];
  for (const { pattern, start, end, value } of findPersonal(text, patterns)) {
    const known = values.add(value, { rule: `pattern ${pattern.id}`, as: pattern.token, reason: reasonOf(pattern) });
    if (known) hits.push({ start, end, known });
  }
  return hits;
}

/** Several names of people in one field are each looked for elsewhere; other parts of a field are not, for they may be common words. */
function namesIn(value: string, patterns: readonly PersonalPattern[]): string[] {
  const parts = value.split(/[、，,；;\n]/).map((part) => part.trim());
  const names = patterns.filter(({ id }) => id === 'named-party');
  return parts.length > 1 ? parts.filter((part) => findPersonal(`当事人：${part}，`, names).some(({ value: name }) => name === part)) : [];
}

function fitsRule(pointer: string, { pointer: pattern, keys }: FieldRule): boolean {
  return (pattern !== undefined && fitsPointer(pointer, pattern)) || (keys !== undefined && pointer.split('/').slice(1).some((step) => keys.includes(step.replaceAll('~1', '/').replaceAll('~0', '~'))));
}

function reasonOf({ title }: PersonalPattern): Text {
  return { en: `personal data: ${title.en}`, 'zh-CN': `个人信息：${title['zh-CN']}` };
}

function causeOf({ pointer, keys, as, reason }: FieldRule): Cause {
  return { rule: `field ${pointer ?? keys?.[0] ?? ''}`, as, ...(reason === undefined ? {} : { reason }) };
}
