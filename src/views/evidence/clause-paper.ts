import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { paperOfTable, type Block, type Field, type Paper } from '../paper.ts';
import { cell, toned, type Cell } from '../table.ts';
import { firstSpots, type Evidence } from '../where.ts';
import { checkTable, findingsOn, type CheckFinding } from './check-findings.ts';
import type { ClauseEvidence } from './clause.ts';
import { expectedTable } from './expected-table.ts';
import { auditsTable, column, documentsTable, findingsTable, recordsTable, tableOr, units } from './tables.ts';
import { namedActor, told } from './told.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const heading = (en: string, zh: string): Block => ({ kind: 'heading', depth: 2, text: t(en, zh) });

/** The evidence for a clause on one paper: how it is met, by which documents, with which records, audited when, what was found, what is still expected. `check`: findings of the automatic check. */
export function clausePaper(evidence: ClauseEvidence, project: Project, check: readonly CheckFinding[] = []): Paper {
  const { clause, exclusion, documents, audits, reports, findings, asks, expected } = evidence;
  const found: Block[] = [heading('Internal audits', '内部审核'), auditsTable(audits, project), heading('Nonconformities and findings', '不符合与审核发现'), findingsTable(reports, findings, project)];
  const wrong = findingsOn(clause.number, check);
  return {
    title: clause.title, number: clause.number,
    blocks: [
      { kind: 'fields', columns: 2, fields: fields(evidence, project) },
      ...(exclusion ? justification(evidence, project) : [
        ...(asks.en === '' ? [] : [{ kind: 'paragraph', text: t(`What an auditor of a certification body asks: ${asks.en}`, `认证审核的关注点：${asks['zh-CN']}`) } as const]),
        heading('How each requirement is met', '各项要求的落实'), itemsTable(evidence), heading('Documents in force', '现行文件'), documentsTable(documents, project), heading('Records', '记录'), recordsTable(evidence.records, project), ...found,
        heading('Expected by an auditor of a certification body', '认证审核应备材料'), expectedTable(expected),
      ]),
      ...(wrong.length === 0 ? [] : [heading('Findings of the automatic check', '自动检查结果'), ...paperOfTable(checkTable(wrong)).blocks]),
      ...(exclusion && (audits.length > 0 || reports.length > 0) ? found : []),
    ],
  };
}

/** How far a clause is met, in words and tone. */
export function standing({ exclusion, items }: ClauseEvidence): Cell {
  if (exclusion) return toned('muted', t('excluded with a reason', '删减，有理由'));
  const applicable = items.filter(({ excluded }) => !excluded);
  const met = applicable.filter(({ places }) => places.length > 0).length;
  return toned(met === applicable.length ? 'good' : 'bad', t(`met ${met}/${applicable.length}`, `已落实 ${met}/${applicable.length}`));
}

function fields(evidence: ClauseEvidence, project: Project): Field[] {
  const { lead, related, audits, clause } = evidence;
  const held = audits.flatMap(({ audit }) => (audit.held !== undefined && audit.held <= project.today ? [audit.held] : [])).sort().at(-1);
  const far: Field = { label: t('Standing', '落实情况'), value: standing(evidence) };
  if (evidence.exclusion) return [far];
  return [
    far, { label: t('Unit in charge', '主管部门'), value: lead.length > 0 ? cell(units(lead, project, 8)) : toned('bad', t('none', '未指定')) },
    { label: t('Related units', '相关部门'), value: cell(units(related, project, 8)) }, { label: t('Last audited', '最近内审'), value: held === undefined ? toned('bad', t('not yet', '尚未审核')) : cell(held) },
    ...(clause.blocks?.length ? [{ label: t('Blocks', '职能板块'), value: cell(...project.standard.blocks.filter(({ id }) => clause.blocks?.includes(id)).map(({ title }) => title)) }] : []),
  ];
}

function justification({ exclusion, clause }: ClauseEvidence, project: Project): Block[] {
  if (!exclusion) return [];
  const { value, path } = exclusion;
  return [
    heading('Excluded: the justification', '删减理由'),
    { kind: 'fields', columns: 1, fields: [
      { label: t('Clause', '条款'), value: cell(value.clause === clause.number ? clause.number : t(`${clause.number}, as part of ${value.clause}`, `${clause.number}，随 ${value.clause} 一并删减`)) },
      { label: t('Justification', '理由'), value: cell(told(value.justification)) }, { label: t('Effect on ability', '对能力的影响'), value: cell(told(value.effect_on_ability)) }, { label: t('Effect on responsibility', '对责任的影响'), value: cell(told(value.effect_on_responsibility)) },
      { label: t('Decided', '决定'), value: cell(namedActor(value.decided_by, project), value.decided_on) }, ...(value.reviewed_on ? [{ label: t('Reviewed', '复查'), value: cell(value.reviewed_on) }] : []),
      { label: t('Stated in', '手册声明'), value: cell(value.statement) }, { label: t('Register', '登记'), value: { ...cell(path), spots: [{ path, line: 0 }] } },
    ] },
  ];
}

function itemsTable({ items }: ClauseEvidence): Block {
  return tableOr(t('The clause has no requirement of its own.', '本条款没有单独的要求。'), [column('item', 'Item', '要求', true), column('text', 'Requirement (our words)', '要求内容（自述）'), column('where', 'Where it is met', '落实处'), column('line', 'Line of the source', '源文件行'), column('status', 'Status', '状态', true)],
    items.map(({ item, excluded, places }) => [
      cell(item.id), cell(item.conditional ? t(`${item.text.en} (where it applies)`, `${item.text['zh-CN']}（适用时）`) : item.text), ...placesOf(places),
      excluded ? toned('muted', t('excluded', '删减')) : places.length > 0 ? toned('good', t('met', '已落实')) : toned('bad', t('HOLE', '缺')),
    ]));
}

/** The document and its headings, which lead to the print; the file and its lines, which lead to the source. One line for each document. */
function placesOf(places: readonly Evidence[]): [where: Cell, line: Cell] {
  const spots = firstSpots(places);
  const grouped = [...Map.groupBy(places, ({ path }) => path).values()];
  return [
    { items: grouped.map((group) => [(group[0] as Evidence).document, ...new Set(group.map(({ section }) => section))].join(' ')), spots },
    { items: grouped.map((group) => `${(group[0] as Evidence).path}:${[...new Set(group.map(({ line }) => line))].join(', ')}`), spots },
  ];
}
