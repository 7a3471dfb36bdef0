import type { Numbering } from '#model/config.ts';
import { literal } from './literal.ts';

/** What may stand for the place-holders of a pattern. A missing one allows any letters and digits. */
export type Fill = Readonly<Record<string, readonly string[]>>;

/** The patterns for a kind of number; none where the workspace sets none. */
export function patternsFor(numbering: Numbering, name: string): readonly string[] {
  const value: unknown = name === 'blocks' ? undefined : numbering[name];
  return (Array.isArray(value) ? value : [value]).filter((pattern) => typeof pattern === 'string');
}

/** So many open place-holders side by side, and so long a number, are still tried out in no time. */
const MOST_OPEN = 4;
const LONGEST = 100;

/** Whether a number fits one of the patterns. */
export function fits(number: string, patterns: readonly string[], fill: Fill): boolean {
  return number.length <= LONGEST && patterns.some((pattern) => patternOf(pattern, fill).test(number));
}

/** Patterns already made; they are few where a pattern names nothing that differs from document to document. */
const known = new Map<string, RegExp>();
const MOST_KNOWN = 1000;

/** A numbering pattern as a regular expression over the whole number. A serial may outgrow its digits, but has no other leading zeros. */
export function patternOf(pattern: string, fill: Fill): RegExp {
  const key = JSON.stringify([pattern, ...Object.entries(fill).filter(([name]) => pattern.includes(`{${name}}`))]);
  const made = known.get(key) ?? compiled(pattern, fill);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
}

function compiled(pattern: string, fill: Fill): RegExp {
  if ([...pattern.matchAll(/\{([^}]*)\}/g)].filter(([, name]) => name !== 'year' && !fill[name as string]).length > MOST_OPEN) return /(?!)/;
  const parts = pattern.split(/(\{[^}]*\})/).map((part) => (part.startsWith('{') ? placeHolder(part.slice(1, -1), fill) : literal(part)));
  return new RegExp(`^${parts.join('')}$`);
}

/** The number of a document as its forms carry it: AB/QP-07 → QP07. */
export function shortNumber(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replaceAll('-', '');
}

function placeHolder(name: string, fill: Fill): string {
  const given = fill[name];
  if (given) return `(?:${given.map((value) => literal(value)).join('|')})`;
  const serial = /^n(?::(\d+))?$/.exec(name);
  if (serial) return serial[1] ? `(?:\\d{${serial[1]}}|[1-9]\\d{${serial[1]},})` : '\\d+';
  return name === 'year' ? '\\d{4}' : '[A-Za-z0-9]+';
}
