import type { Unit } from '#model/edition.ts';
import { likeness, runsOf, wordDiff, wordsOf, type Part } from './word-diff.ts';

/** A sentence, line or row, cell by cell; `kind` as in the text it comes from. */
export interface UnitChange { readonly status: 'unchanged' | 'added' | 'removed' | 'changed'; readonly kind: Unit['kind']; readonly cells: readonly (readonly Part[])[] }

/** From this likeness on two sentences count as one that was changed. */
const SAME_SENTENCE = 0.5;
/** Rows that begin alike are the same row, whatever else was changed. */
const SAME_ROW = 0.55;
const MAX_PAIRS = 40_000;

/** What became of the sentences and rows of a section, in order of reading. */
export function diffUnits(before: readonly Unit[], after: readonly Unit[]): UnitChange[] {
  const units = new Map([...before, ...after].map((unit) => [keyOf(unit), unit]));
  const changes: UnitChange[] = [];
  let removed: Unit[] = [];
  let added: Unit[] = [];
  const flush = (): void => {
    changes.push(...align(removed, added));
    removed = [];
    added = [];
  };
  for (const { kind, values } of runsOf(before.map(keyOf), after.map(keyOf))) {
    const found = values.map((key) => units.get(key) as Unit);
    if (kind === 'removed') removed.push(...found);
    else if (kind === 'added') added.push(...found);
    else {
      flush();
      changes.push(...found.map((unit) => whole(unit, 'unchanged')));
    }
  }
  flush();
  return changes;
}

/** A unit that stands on one side only, or unchanged on both. */
export function whole({ kind, cells }: Unit, status: 'unchanged' | 'added' | 'removed'): UnitChange {
  return { status, kind, cells: cells.map((text) => (text === '' ? [] : [{ kind: status === 'unchanged' ? 'same' : status, text }])) };
}

export function keyOf({ kind, cells }: Unit): string {
  return `${kind}\u0000${cells.join('\u0000')}`;
}

/** Pairs what went with what came, order kept, so that together they are as alike as can be. */
function align(removed: readonly Unit[], added: readonly Unit[]): UnitChange[] {
  const n = removed.length;
  const m = added.length;
  if (n * m === 0 || n * m > MAX_PAIRS) return [...removed.map((unit) => whole(unit, 'removed')), ...added.map((unit) => whole(unit, 'added'))];
  const left = removed.map(readable);
  const right = added.map(readable);
  const alike = left.map((a) => right.map((b) => (a.unit.kind === b.unit.kind ? score(a, b) : 0)));
  const best = Array.from({ length: n + 1 }, () => Array.from({ length: m + 1 }, () => 0));
  const value = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const pair = (i: number, j: number): number => alike[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) (best[i] as number[])[j] = Math.max(value(i + 1, j), value(i, j + 1), pair(i, j) >= SAME_SENTENCE ? pair(i, j) + value(i + 1, j + 1) : 0);
  const changes: UnitChange[] = [];
  for (let i = 0, j = 0; i < n || j < m;) {
    if (i < n && j < m && pair(i, j) >= SAME_SENTENCE && value(i, j) === pair(i, j) + value(i + 1, j + 1)) changes.push(changed(removed[i++] as Unit, added[j++] as Unit));
    else if (i < n && (j >= m || value(i, j) === value(i + 1, j))) changes.push(whole(removed[i++] as Unit, 'removed'));
    else changes.push(whole(added[j++] as Unit, 'added'));
  }
  return changes;
}

interface Readable { readonly unit: Unit; readonly words: readonly string[] }

function readable(unit: Unit): Readable {
  return { unit, words: unit.cells.flatMap(wordsOf) };
}

function score(a: Readable, b: Readable): number {
  const sameStart = a.unit.kind === 'row' && a.unit.cells[0] !== '' && a.unit.cells[0] === b.unit.cells[0];
  return Math.max(likeness(a.words, b.words), sameStart ? SAME_ROW : 0);
}

function changed(before: Unit, after: Unit): UnitChange {
  return { status: 'changed', kind: after.kind, cells: before.cells.length === after.cells.length
    ? after.cells.map((cell, index) => wordDiff(before.cells[index] ?? '', cell))
    : runsOf(before.cells, after.cells).flatMap(({ kind, values }) => values.map((text): Part[] => (text === '' ? [] : [{ kind, text }]))) };
}
