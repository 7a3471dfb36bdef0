import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { cell, type TableView } from '../table.ts';
import type { BlockEvidence } from './block.ts';
import type { ClauseEvidence } from './clause.ts';
import { expectedCells, expectedColumns } from './expected-table.ts';
import { lookUp, type Expected, type ExpectedState } from './expectations.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

const firstWords = t('stage 1', '一阶段');
export const firstTitle: Text = t('Documents read before the visit', '文件审核');

/** How many expectations stand how. */
export type Completeness = Readonly<Record<ExpectedState, number>>;

export function countExpected(expected: readonly Expected[]): Completeness {
  const count = (state: ExpectedState): number => expected.filter((one) => one.state === state).length;
  return { present: count('present'), part: count('part'), absent: count('absent'), site: count('site') };
}

/** What is read before the visit, and what there is of it. */
export function firstStage(project: Project): Expected[] {
  return project.standard.evidence.first_stage.expects.map((one) => lookUp(one, project, ''));
}

/** 认证审核应备材料清单: for the first stage, clause by clause and block by block what is expected, and what there is; `gaps` leaves out what is there or shown on the site. */
export function completeness(first: readonly Expected[], clauses: readonly ClauseEvidence[], blocks: readonly BlockEvidence[], gaps = false): TableView {
  const asked = [
    ...first.map((one) => ({ number: firstWords, title: firstTitle, one })),
    ...clauses.flatMap(({ clause, expected }) => expected.map((one) => ({ number: clause.number, title: clause.title, one }))),
    ...blocks.flatMap(({ block, expected }) => expected.map((one) => ({ number: block.id, title: block.title, one }))),
  ];
  const shown = gaps ? asked.filter(({ one }) => one.state === 'absent' || one.state === 'part') : asked;
  const { present, part, absent, site } = countExpected(asked.map(({ one }) => one));
  const excluded = clauses.filter(({ exclusion }) => exclusion).length;
  return {
    title: t('What a certification audit expects', '认证审核应备材料清单'),
    columns: [{ id: 'clause', title: t('Clause or block', '条款/板块'), whole: true }, { id: 'title', title: t('Title', '名称') }, ...expectedColumns],
    rows: shown.map(({ number, title, one }) => [cell(number), cell(title), ...expectedCells(one)]),
    notes: [t(
      `${asked.length} expectations: ${present} there, ${part} in part, ${absent} absent, ${site} to be shown on the site; clauses excluded with a reason: ${excluded}.`,
      `共 ${asked.length} 项：有 ${present} 项，不全 ${part} 项，缺 ${absent} 项，现场查看 ${site} 项；删减条款 ${excluded} 条（有理由）。`,
    )],
  };
}
