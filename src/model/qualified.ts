import type { Person } from './organization.ts';

/** Whether the person holds a qualification of one of the kinds on that day. */
export function qualified(person: Person, kinds: readonly string[], on: string): boolean {
  return (person.qualifications ?? []).some(({ kind, from, until }) => kinds.includes(kind) && (from === undefined || from <= on) && (until === undefined || until >= on));
}

/** Whether the person serves on that day. */
export function serves(person: Person, on: string): boolean {
  return (person.since === undefined || person.since <= on) && (person.until === undefined || person.until >= on);
}
