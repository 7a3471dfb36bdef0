import type { Project } from '#model/project.ts';
import { compareClauses, findClause } from '#model/standard.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { cell, type TableView } from '../table.ts';

/** Kinds of units that are many and alike: one column stands for all of them where they always have the same duties. */
const many: Readonly<Record<string, Text>> = { 'district-bureau': { en: 'District bureaus', 'zh-CN': '各分局' }, station: { en: 'Stations', 'zh-CN': '各工商所' } };

interface Group { readonly title: string | Text; readonly ids: readonly string[] }

/** 职能分配表: which unit leads (●) and which has a part (○) in each clause. */
export function duties({ registers, standard, config }: Project): TableView {
  const rows = [...registers.responsibilities].sort((a, b) => compareClauses(a.value.clause, b.value.clause)).map(({ value }) => ({
    clause: value.clause, marks: new Map([...(value.related ?? []).map((id) => [id, '○'] as const), ...(value.lead ?? []).map((id) => [id, '●'] as const)]),
  }));
  const named = registers.units.map(({ value }) => value).filter(({ id }) => rows.some(({ marks }) => marks.has(id)));
  const alike = (ids: readonly string[]): boolean => rows.every(({ marks }) => new Set(ids.map((id) => marks.get(id))).size === 1);
  const groups = new Map<string, Group>();
  for (const unit of named) {
    const kin = named.filter(({ kind }) => kind === unit.kind).map(({ id }) => id);
    const words = many[unit.kind ?? ''];
    if (words && kin.length > 2 && alike(kin)) groups.set(unit.kind ?? '', { title: words, ids: kin });
    else groups.set(unit.id, { title: wordsIn(unit.name, config.language), ids: [unit.id] });
  }
  return {
    title: { en: 'Who is in charge of each clause', 'zh-CN': '职能分配表' },
    columns: [
      { id: 'clause', title: { en: 'Clause', 'zh-CN': '条款' }, whole: true }, { id: 'title', title: { en: 'Title', 'zh-CN': '标题' } },
      ...[...groups].map(([id, { title }]) => ({ id, title, align: 'center' as const })),
    ],
    rows: rows.map(({ clause, marks }) => [cell(clause), cell(findClause(standard, clause)?.title), ...[...groups.values()].map(({ ids }) => cell(marks.get(ids[0] ?? '')))]),
    notes: [{ en: '● in charge, ○ takes part.', 'zh-CN': '注：●主办，○相关。' }],
  };
}
