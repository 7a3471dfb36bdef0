import { runsOf } from './word-diff.ts';

/** 1-based numbers of the lines that differ, on each side. */
export interface ChangedLines { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> }

/**
 * Which lines of a text changed. In running text the whole paragraph counts, as a claim at its end speaks for all of it;
 * of a table only the row.
 */
export function changedLines(before: string, after: string): ChangedLines {
  const left = before.split(/\r\n?|\n/);
  const right = after.split(/\r\n?|\n/);
  const changed = { before: new Set<number>(), after: new Set<number>() };
  let [i, j] = [0, 0];
  for (const { kind, values } of runsOf(left, right)) {
    for (let count = values.length; count > 0; count--) {
      if (kind !== 'added') i++;
      if (kind !== 'removed') j++;
      if (kind === 'removed') changed.before.add(i);
      if (kind === 'added') changed.after.add(j);
    }
  }
  return { before: paragraphs(left, changed.before), after: paragraphs(right, changed.after) };
}

function paragraphs(lines: readonly string[], changed: ReadonlySet<number>): Set<number> {
  const running = (line: number): boolean => { const text = lines[line - 1]; return text !== undefined && text.trim() !== '' && !/^\s*(?:\||#|---)/.test(text); };
  const all = new Set(changed);
  for (const line of changed) {
    if (!running(line)) continue;
    for (let up = line - 1; running(up) && !all.has(up); up--) all.add(up);
    for (let down = line + 1; running(down) && !all.has(down); down++) all.add(down);
  }
  return all;
}
