import type { Edition, EditionField, EditionSection } from '#model/edition.ts';
import { pairSections, type SectionPair } from './diff-sections.ts';
import { diffUnits, whole, type UnitChange } from './diff-units.ts';
import { runsOf, wordDiff, type Part } from './word-diff.ts';

/** Where a text comes from; `commit` and `date` are '' for the working text. */
export interface Source { readonly revision: string; readonly status: string; readonly commit: string; readonly date: string }
export interface FieldChange { readonly field: string; readonly before: string; readonly after: string; readonly parts: readonly Part[] }
export interface SectionChange {
  readonly status: 'unchanged' | 'added' | 'removed' | 'changed';
  /** The heading with its changes marked; empty for what stands before the first one. */
  readonly heading: readonly Part[];
  /** Titles of the sections above it, from the top down. */
  readonly above: readonly string[];
  readonly moved: boolean;
  readonly units: readonly UnitChange[];
}

/** Two texts of a document compared. `layout`: the texts differ, but in nothing that is told here (blank lines, list marks, comments of the front matter). */
export interface DiffView {
  readonly id: string; readonly title: string; readonly path: string;
  readonly before: Source; readonly after: Source;
  readonly fields: readonly FieldChange[];
  readonly sections: readonly SectionChange[];
  readonly layout: boolean;
  readonly counts: Readonly<Record<'fields' | 'sections' | 'added' | 'removed' | 'changed', number>>;
}

export interface Compared { readonly edition: Edition; readonly source: Source }

/** Compares two texts of a document by section and sentence; the later one leads. */
export function diff(before: Compared, after: Compared, about: Pick<DiffView, 'id' | 'title' | 'path'>): DiffView {
  const fields = diffFields(before.edition.fields, after.edition.fields);
  const sections = pairSections(before.edition.sections, after.edition.sections).map(sectionChange);
  const units = sections.flatMap((section) => section.units);
  const counts = {
    fields: fields.length, sections: sections.filter(({ status, moved }) => status !== 'unchanged' || moved).length,
    added: units.filter(({ status }) => status === 'added').length, removed: units.filter(({ status }) => status === 'removed').length, changed: units.filter(({ status }) => status === 'changed').length,
  };
  return { ...about, before: before.source, after: after.source, fields, sections, counts, layout: before.edition.text !== after.edition.text && counts.fields + counts.sections === 0 };
}

function sectionChange({ before, after, moved }: SectionPair): SectionChange {
  const shown = (after ?? before) as EditionSection;
  const heading = wordDiff(before?.heading ?? '', after?.heading ?? '');
  const rest = { heading, above: shown.path.slice(0, -1), moved };
  if (before === null || after === null) {
    const status = before === null ? 'added' : 'removed';
    return { ...rest, status, units: shown.units.map((unit) => whole(unit, status)) };
  }
  const units = diffUnits(before.units, after.units);
  const same = before.heading === after.heading && units.every(({ status }) => status === 'unchanged');
  return { ...rest, status: same ? 'unchanged' : 'changed', units };
}

/** Fields in the order of the later front matter, those that went at the end. Of a list only the elements that differ are told. */
function diffFields(before: readonly EditionField[], after: readonly EditionField[]): FieldChange[] {
  const was = new Map(before.map((field) => [field.name, field]));
  const is = new Map(after.map((field) => [field.name, field]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
    const [left, right] = [was.get(name), is.get(name)];
    const runs = runsOf(left?.values ?? [], right?.values ?? []);
    const rows: FieldChange[] = [];
    for (const [index, { kind, values }] of runs.entries()) {
      const next = runs[index + 1];
      if (kind === 'removed') {
        const came = next?.kind === 'added' ? next.values : [];
        for (let at = 0; at < Math.max(values.length, came.length); at++) rows.push(row(name, values[at] ?? '', came[at] ?? ''));
      } else if (kind === 'added' && runs[index - 1]?.kind !== 'removed') rows.push(...values.map((value) => row(name, '', value)));
    }
    return rows;
  });
}

/** Short values are shown whole on both sides: `A/[-0-]{+1+}` reads badly. */
function row(field: string, before: string, after: string): FieldChange {
  const short = Math.max(before.length, after.length) <= 20;
  const parts: Part[] = short ? [{ kind: 'removed', text: before }, { kind: 'added', text: after }] : wordDiff(before, after);
  return { field, before, after, parts: parts.filter(({ text }) => text !== '') };
}
