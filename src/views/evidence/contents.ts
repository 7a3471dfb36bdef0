import type { Project } from '#model/project.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import { inForce } from '#model/document.ts';
import { redactionLogPath } from '#model/redaction.ts';
import type { Text } from '#model/text.ts';
import type { Block, Field } from '../paper.ts';
import { shelves } from '../site/documents.ts';
import { cell, toned, type Cell } from '../table.ts';
import type { BlockEvidence } from './block.ts';
import type { CheckFinding } from './check-findings.ts';
import type { ClauseEvidence } from './clause.ts';
import { standing } from './clause-paper.ts';
import { countExpected, firstTitle } from './completeness.ts';
import { expectedTable } from './expected-table.ts';
import type { Expected } from './expectations.ts';
import type { PackPaper } from './pack-papers.ts';
import type { Scope } from './scope.ts';
import { column, linked, tableOr, units } from './tables.ts';
import { namedActor, told } from './told.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** A part of the start page; `files`: it lists files in their formats. */
export interface PackSection { readonly id: string; readonly files?: boolean; readonly title: Text; readonly blocks: readonly Block[] }
/** What a pack says of itself. `commit` is '' outside git. */
export interface PackLabel { readonly day: string; readonly commit: string; readonly tool: string; readonly profile: string }
export interface PackContents { readonly label: PackLabel; readonly scope: Scope; readonly first: readonly Expected[]; readonly clauses: readonly ClauseEvidence[]; readonly blocks: readonly BlockEvidence[]; readonly papers: readonly PackPaper[]; readonly check: readonly CheckFinding[] }

/** The words by which the page of a clause is linked. */
export const clauseWords = ({ clause }: ClauseEvidence): Text => t(`${clause.number} ${clause.title.en}`, `${clause.number} ${clause.title['zh-CN']}`);

/** The start page: who and what, then clauses, blocks, papers, documents. */
export function packSections(project: Project, { label, scope, first, clauses, blocks, papers, check }: PackContents): PackSection[] {
  return [
    { id: 'about', title: t('About this pack', '本包说明'), blocks: about(project, label, scope, check, [...first, ...[...clauses, ...blocks].flatMap(({ expected }) => expected)]) },
    { id: 'clauses', title: t('Clause by clause', '按条款查证据'), blocks: [clausesTable(clauses, project)] },
    { id: 'first-stage', title: firstTitle, blocks: [{ kind: 'paragraph', text: project.standard.evidence.first_stage.asks }, expectedTable(first)] },
    { id: 'blocks', title: t('By functional block', '按职能板块查证据'), blocks: [blocksTable(blocks, project)] },
    ...(['audits', 'improvement', 'lists', 'report'] as const).map((group): PackSection => ({ id: group, files: true, title: groupTitles[group], blocks: [papersTable(papers.filter((paper) => paper.group === group))] })),
    { id: 'documents', title: t('Documents', '体系文件'), blocks: documents(project, scope) },
  ];
}

const groupTitles: Readonly<Record<PackPaper['group'], Text>> = {
  audits: t('Internal audits', '内部审核'), improvement: t('Nonconformities, objectives, management review', '不符合、质量目标、管理评审'), lists: t('Lists, matrices, exclusions', '清单、矩阵、删减'), report: t('Check and completeness', '检查结果和完整性'),
};

function about(project: Project, { day, commit, tool, profile }: PackLabel, scope: Scope, check: readonly CheckFinding[], expected: readonly Expected[]): Block[] {
  const { standard, config } = project;
  const { present, part, absent, site } = countExpected(expected);
  const [errors, warnings] = (['error', 'warning'] as const).map((severity) => check.filter((one) => one.severity === severity).length) as [number, number];
  const fields: Field[] = [
    { label: t('Organization', '组织'), value: cell(told(config.organization)) }, { label: t('Standard', '标准'), value: cell(standard.title) }, { label: t('State of', '状态日期'), value: cell(day) },
    { label: t('Source (git commit)', '来源（git 提交）'), value: commit === '' ? toned('muted', t('not under git', '未使用 git')) : cell(commit) }, { label: t('Made with', '制作工具'), value: cell(tool) },
    { label: t('Holds', '收录范围'), value: scope.whole ? cell(t('the whole system', '整个体系')) : cell(...scope.told) }, ...(profile === '' ? [] : [{ label: t('Withheld', '隐去内容'), value: { ...cell(t(`by the profile ${profile}: what and why`, `按“${profile}”规则隐去，明细见此`)), spots: [{ path: redactionLogPath, line: 0 }] } }]),
    { label: t('Automatic check', '自动检查'), value: toned(errors > 0 ? 'bad' : 'good', t(`${errors} errors, ${warnings} warnings`, `错误 ${errors} 项，警告 ${warnings} 项`)) },
    { label: t('Expected by certifiers', '认证审核应备材料'), value: toned(absent + part > 0 ? 'bad' : 'good', t(`${present} there, ${part} in part, ${absent} absent, ${site} on the site`, `有 ${present} 项，不全 ${part} 项，缺 ${absent} 项，现场查看 ${site} 项`)) },
    { label: t('Genuine?', '真伪核对'), value: cell('VERIFY.txt') },
  ];
  return [{ kind: 'fields', columns: 2, fields }];
}

function clausesTable(clauses: readonly ClauseEvidence[], project: Project): Block {
  return tableOr(t('None.', '没有。'), [
    column('clause', 'Clause', '条款'), column('standing', 'Standing', '落实情况', true), column('lead', 'Unit in charge', '主管部门'), { ...column('documents', 'Documents', '文件'), align: 'right' }, { ...column('records', 'Records', '记录'), align: 'right' },
    column('audited', 'Last audited', '最近内审', true), column('nc', 'Nonconformities', '不符合', true), column('expected', 'Absent', '缺少材料'),
  ], clauses.map((one): Cell[] => {
    if (one.exclusion) return [cell(clauseWords(one)), standing(one), cell(), cell(), cell(), cell(), cell(), cell()];
    const held = one.audits.flatMap(({ audit }) => (audit.held !== undefined && audit.held <= project.today ? [audit.held] : [])).sort().at(-1);
    const open = one.reports.filter(({ stage }) => stage.state !== 'closed').length;
    return [
      cell(clauseWords(one)), standing(one), cell(units(one.lead, project, 2)), cell(String(one.documents.length)), cell(String(one.records.length)), cell(held),
      one.reports.length === 0 ? cell() : toned(open > 0 ? 'bad' : 'plain', t(`${one.reports.length}, open ${open}`, `${one.reports.length}，未关闭 ${open}`)), missing(one.expected),
    ];
  }));
}

function missing(expected: readonly Expected[]): Cell {
  const { part, absent } = countExpected(expected);
  if (absent + part === 0) return toned('good', t('nothing', '无'));
  return toned('bad', ...(absent > 0 ? [t(`${absent} absent`, `缺 ${absent} 项`)] : []), ...(part > 0 ? [t(`${part} in part`, `不全 ${part} 项`)] : []));
}

function blocksTable(blocks: readonly BlockEvidence[], project: Project): Block {
  return tableOr(t('None.', '没有。'), [
    column('block', 'Block', '板块'), column('units', 'Units', '部门'), { ...column('processes', 'Processes', '过程'), align: 'right' }, { ...column('documents', 'Documents', '文件'), align: 'right' }, { ...column('objectives', 'Objectives', '目标'), align: 'right' },
    { ...column('nc', 'Nonconformities', '不符合'), align: 'right' }, column('expected', 'Absent', '缺少材料'),
  ], blocks.map(({ block, units: own, processes, documents: shown, objectives, reports, expected }) => [
    cell(block.title), cell(units(own.map(({ id }) => id), project, 3)), cell(String(processes.length)), cell(String(shown.length)), cell(String(objectives.length)), cell(String(reports.length)), missing(expected),
  ]));
}

/** Each paper under its name, and the files it comes as. */
function papersTable(papers: readonly PackPaper[]): Block {
  return tableOr(t('None.', '没有。'), [column('title', 'Paper', '材料'), column('files', 'Files', '文件格式')], papers.map(({ path, name, formats, also = [] }) => [
    cell(name), { items: [...formats, ...also].map((format) => format.toUpperCase()), spots: [...formats, ...also].map((format) => ({ path: `${path}.${format}`, line: 0 })) },
  ]));
}

function documents(project: Project, scope: Scope): Block[] {
  return shelves(project).flatMap(({ title, documents: all }): Block[] => {
    const held = all.filter(({ document }) => document.value.type !== 'external' && inForce(document, project.today) && scope.holds(document)).toSorted((a, b) => compareCodePoints(a.document.value.id, b.document.value.id));
    return held.length === 0 ? [] : [{ kind: 'heading', depth: 3, text: t(`${title.en} (${held.length})`, `${title['zh-CN']}（${held.length}）`) }, tableOr(t('None.', '没有。'), [
      column('id', 'Number', '编号', true), column('title', 'Title', '名称'), column('revision', 'Revision', '版本/修订', true), column('effective', 'In force from', '生效日期', true), column('owner', 'Lead unit', '主管部门'), column('source', 'Source', '源文件'),
    ], held.map(({ document }) => [
      linked(document), cell(told(document.value.title)), cell(document.value.revision), cell(document.value.effective), cell(namedActor(document.value.owner, project)), { items: [document.path], spots: [{ path: document.path, line: 0 }] },
    ]))];
  });
}
