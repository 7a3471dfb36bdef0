import type { Document } from '#model/document.ts';
import { gradeWords, stateWords } from '#model/nonconformity-words.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { auditDay } from '#model/audits.ts';
import type { PlannedAudit } from '#model/audit.ts';
import { judgementWords } from '../audit/checklist-paper.ts';
import type { Selected } from '../nc-selection.ts';
import type { Block } from '../paper.ts';
import { standingOf } from '../site/documents.ts';
import { cell, toned, type Cell, type Column } from '../table.ts';
import { retention } from '../register.ts';
import type { ClauseFinding, KeptRecord, ShownBy } from './clause.ts';
import { some } from './expected-table.ts';
import { namedActor, told } from './told.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
export const column = (id: string, en: string, zh: string, whole = false): Column => ({ id, title: t(en, zh), ...(whole ? { whole } : {}) });
const joined = (texts: readonly Text[]): Text => t(texts.map(({ en }) => en).join(', '), texts.map((text) => text['zh-CN']).join('、'));

/** A table, or a sentence where it would have no row. */
export function tableOr(none: Text, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Block {
  return rows.length === 0 ? { kind: 'paragraph', text: none, tone: 'muted' } : { kind: 'table', table: { columns, rows, notes: [] } };
}

/** Units by name, many of them only by number. */
export function units(ids: readonly string[], project: Project, most = 4): Text {
  const named = joined(ids.slice(0, most).map((id) => namedActor(id, project)));
  const rest = ids.length - most;
  return rest > 0 ? t(`${named.en} and ${rest} more`, `${named['zh-CN']}等 ${ids.length} 个`) : named;
}

/** Documents with how far they may be relied on, and the headings that matter; each leads to its print. */
export function documentsTable(shown: readonly ShownBy[], project: Project): Block {
  return tableOr(t('No document in force.', '没有现行文件。'), [
    column('id', 'Number', '编号', true), column('title', 'Title', '名称'), column('revision', 'Revision', '版本/修订', true), column('status', 'Status', '状态', true), column('effective', 'In force from', '生效日期', true),
    column('owner', 'Lead unit', '主管部门'), column('sections', 'Sections', '有关章节'),
  ], shown.map(({ document, sections }) => {
    const { value, path } = document;
    const { word, tone } = standingOf(document, project.today);
    return [
      linked(document), cell(told(value.title)), cell(value.revision), toned(tone, word), cell(value.effective), cell(namedActor(value.owner, project)),
      { items: sections.map(({ title }) => title), spots: sections.map(({ line }) => ({ path, line })) },
    ];
  }));
}

export function linked({ value, path }: Document): Cell {
  return { items: [value.id], spots: [{ path, line: 0 }] };
}

/** Forms with what is kept by them, those that the standard wants first; `filled` are the records in the workspace itself, all others lie with the keeper. */
export function recordsTable(records: readonly KeptRecord[], project: Project): Block {
  return tableOr(t('No form belongs here alone.', '没有专用表单。'), [
    column('id', 'Form', '表单编号', true), column('title', 'Record', '记录名称'), column('required', 'Required record', '对应标准记录'), column('revision', 'Edition', '版本', true), column('keeper', 'Kept by', '保存部门'), column('retention', 'Retention', '保存期限', true), column('filled', 'Filled, in this workspace', '库内已填记录'),
  ], records.toSorted((a, b) => b.required.length - a.required.length).map(({ form, required, filled }) => [
    linked(form), cell(told(form.value.title)), cell(...required), cell(form.value.revision), cell(namedActor(form.value.keeper, project)), retention(form.value.retention), filled.length === 0 ? cell() : some(filled),
  ]));
}

/** Audits with their day; `rows`: what their checklists say, by judgement. */
export function auditsTable(audits: readonly { readonly audit: PlannedAudit; readonly rows?: Readonly<Record<string, number>> }[], project: Project): Block {
  return tableOr(t('No audit in the programmes.', '内审方案中没有安排。'), [
    column('id', 'Audit', '审核编号', true), column('on', 'Day', '日期', true), column('state', 'State', '状态', true), column('units', 'Units', '受审核部门'), column('leader', 'Leader', '组长'), column('rows', 'Checklists', '检查表判定'),
  ], audits.map(({ audit, rows = {} }) => [
    cell(audit.id), cell(auditDay(audit)), audit.held !== undefined && audit.held <= project.today ? toned('good', t('held', '已实施')) : cell(t('planned', '计划')), cell(units(audit.units ?? [], project)), cell(namedActor(audit.leader, project)),
    cell(...Object.entries(rows).sort().map(([judgement, count]) => t(`${judgementWords[judgement]?.en ?? judgement}: ${count}`, `${judgementWords[judgement]?.['zh-CN'] ?? judgement} ${count}`))),
  ]));
}

/** Reports of nonconformity, then findings of audits that no report takes up. */
export function findingsTable(reports: readonly Selected[], findings: readonly ClauseFinding[], project: Project): Block {
  const alone = findings.filter(({ finding }) => !reports.some(({ report }) => report.id === finding.nonconformity));
  return tableOr(t('None.', '没有。'), [
    column('id', 'Number', '编号', true), column('audit', 'Audit', '审核编号', true), column('unit', 'Unit', '部门'), column('grade', 'Grade', '程度', true), column('fact', 'Fact', '事实'), column('state', 'State', '状态', true), column('closed', 'Closed', '关闭日期', true),
  ], [
    ...reports.map(({ report, stage }) => [
      cell(report.id), cell(report.audit), cell(namedActor(report.unit, project)), toned(report.grade === 'major' ? 'bad' : 'plain', gradeWords[report.grade ?? ''] ?? ''), cell(told(report.fact?.statement)),
      toned(stage.state === 'closed' ? 'good' : stage.daysOverdue > 0 ? 'bad' : 'plain', stateWords[stage.state] ?? stage.state), cell(report.closed),
    ]),
    ...alone.map(({ finding, audit }) => [cell(finding.nonconformity ?? finding.id), cell(audit), cell(namedActor(finding.unit, project)), cell(gradeWords[finding.grade ?? ''] ?? finding.grade), cell(told(finding.fact)), cell(), cell()]),
  ]);
}
