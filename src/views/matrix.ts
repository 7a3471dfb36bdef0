import type { Project } from '#model/project.ts';
import { auditableClauses, compareClauses, type Clause, type Item } from '#model/standard.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { cell, toned, type Cell, type Column, type TableView } from './table.ts';
import { citeAll, evidences, firstSpots, inBlock, type Evidence } from './where.ts';

export interface MatrixOptions { readonly by: 'block' | 'unit'; readonly level: 'clause' | 'item' }

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const excludedWord = t('excluded', '删减');
const holeWord = t('HOLE', '缺');

/** Where each clause or item is met, by block or by unit; holes and justified holes are told apart. */
export function matrix(project: Project, { by, level }: MatrixOptions): TableView {
  const all = evidences(project);
  const rows = rowsFor(project, level).map((row) => ({ row, found: all.filter(({ item }) => row.items.has(item)) }));
  const columns = by === 'block' ? blockColumns(project) : unitColumns(project);
  const holes = rows.filter(({ row, found }) => !row.excluded && found.length === 0).length;
  const excluded = rows.filter(({ row }) => row.excluded).length;
  return {
    title: level === 'clause' ? t('Where each clause is met', '条款落实情况') : t('Where each requirement item is met', '要求逐项落实情况'),
    columns: [
      { id: 'number', title: level === 'clause' ? t('Clause', '条款') : t('Item', '要求'), whole: true }, { id: 'title', title: t('Title', '内容') },
      ...columns.map(({ column }) => column), { id: 'status', title: t('Status', '状态') }, { id: 'where', title: t('Where', '落实处') },
    ],
    rows: rows.map(({ row, found }) => [
      cell(row.number), cell(row.title), ...columns.map(({ show }) => show(row, found)), status(row, found, level),
      row.excluded ? cell(reason(project, row.clause.number)) : { ...cell(...citeAll(found)), spots: firstSpots(found) },
    ]),
    notes: [t(
      `${rows.length} rows: ${rows.length - holes - excluded} met, ${excluded} excluded with a reason, ${holes} holes.`,
      `共 ${rows.length} 行：已落实 ${rows.length - holes - excluded}，删减（有理由）${excluded}，空缺 ${holes}。`,
    )],
  };
}

interface MatrixRow { readonly number: string; readonly title: Text; readonly clause: Clause; readonly items: ReadonlySet<string>; readonly excluded: boolean }

function rowsFor({ standard, index }: Project, level: MatrixOptions['level']): MatrixRow[] {
  const clauses = [...auditableClauses(standard)].sort((a, b) => compareClauses(a.number, b.number));
  const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id).filter((id) => !index.excludedItems.has(id));
  if (level === 'clause') {
    return clauses.map((clause) => ({ number: clause.number, title: clause.title, clause, items: new Set(ids(clause.items ?? [])), excluded: index.excludedClauses.has(clause.number) }));
  }
  return clauses.flatMap((clause) => (clause.items ?? []).map((item) => ({ number: item.id, title: item.text, clause, items: new Set([item.id]), excluded: index.excludedItems.has(item.id) })));
}

interface MatrixColumn { readonly column: Column; show(row: MatrixRow, found: readonly Evidence[]): Cell }

/** A tick counts the places; a gap where auditors usually expect the block is marked. */
function blockColumns({ standard }: Project): MatrixColumn[] {
  return standard.blocks.map(({ id, title }) => ({
    column: { id, title, align: 'center' },
    show(row, found) {
      if (row.excluded) return toned('muted', excludedWord);
      const here = found.filter((evidence) => inBlock(evidence, id)).length;
      if (here > 0) return toned('good', `✓ ${here}`);
      return row.clause.blocks?.includes(id) ? toned('bad', '✗') : toned('muted', '·');
    },
  }));
}

/** ● leads, ○ is related; the number counts places in documents the unit owns. */
function unitColumns({ registers, config }: Project): MatrixColumn[] {
  const named = new Set(registers.responsibilities.flatMap(({ value }) => [...(value.lead ?? []), ...(value.related ?? [])]));
  return registers.units.filter(({ value }) => named.has(value.id)).map(({ value: unit }) => ({
    column: { id: unit.id, title: wordsIn(unit.name, config.language), align: 'center' },
    show(row, found) {
      if (row.excluded) return toned('muted', '—');
      const duty = registers.responsibilities.find(({ value }) => value.clause === row.clause.number)?.value;
      const mark = duty?.lead?.includes(unit.id) ? '●' : duty?.related?.includes(unit.id) ? '○' : '';
      const here = found.filter(({ owner }) => owner === unit.id).length;
      return mark || here > 0 ? toned(mark === '●' ? 'good' : 'plain', `${mark}${here > 0 ? here : ''}`) : toned('muted', '·');
    },
  }));
}

function status(row: MatrixRow, found: readonly Evidence[], level: MatrixOptions['level']): Cell {
  if (row.excluded) return toned('muted', excludedWord);
  const met = new Set(found.map(({ item }) => item)).size;
  if (met === 0) return toned('bad', holeWord);
  return toned(met === row.items.size ? 'good' : 'bad', level === 'item' ? t('met', '已落实') : `${met}/${row.items.size}`);
}

/** Why a clause is left out, as the exclusions register says. */
function reason({ registers, config }: Project, clause: string): string {
  const entry = registers.exclusions.find(({ value }) => clause === value.clause || clause.startsWith(`${value.clause}.`));
  return entry ? `${wordsIn(entry.value.justification, config.language)} (${entry.path})` : '';
}
