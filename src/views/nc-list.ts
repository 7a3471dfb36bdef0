import type { NonconformityStep } from '#model/nonconformity-fields.ts';
import { gradeWords, sourceWords, stateWords } from '#model/nonconformity-words.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { nameOf, selectReports, type NcFilter, type Selected } from './nc-selection.ts';
import { cell, toned, type Cell, type Column, type TableView } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** More earlier reports than this are only counted. */
const MOST = 3;

/** 不符合项台帐: who is at what, since when, and how late. */
export function ncList(project: Project, filter: NcFilter = {}): TableView {
  const selected = selectReports(project, filter);
  return { title: t('Nonconformities', '不符合项台帐'), columns, rows: selected.map((one) => row(one, project)), notes: notes(selected) };
}

/** What each step is called when it is the next one. */
export const stepNames: Readonly<Record<NonconformityStep, Text>> = {
  accept: t('unit confirms', '部门确认'), plan: t('cause and plan', '分析原因、制定措施'), agree: t('consent to plan', '认可计划'), extend: t('extension', '延期'), act: t('carry out', '实施措施'),
  verify: t('verify', '验证'), recheck: t('check effect', '复查效果'), close: t('close', '关闭'), reopen: t('reopen or new report', '重新打开或另开报告'),
};

const columns: readonly Column[] = [
  column('id', 'Number', '编号', true), column('found', 'Found', '发现日期', true), column('unit', 'Unit', '责任部门'), column('clause', 'Clause', '条款', true), column('grade', 'Grade', '程度', true),
  column('source', 'Source', '来源', true), column('status', 'State', '状态', true), column('next', 'Next step', '下一步'), column('owner', 'Owner', '措施责任人'), column('due', 'Due', '期限', true),
  { ...column('days_open', 'Days open', '历时天数', true), align: 'right' }, { ...column('days_overdue', 'Days late', '逾期天数', true), align: 'right' }, column('repeats', 'Repeats', '重复'),
];

function column(id: string, en: string, zh: string, whole = false): Column {
  return { id, title: t(en, zh), ...(whole ? { whole } : {}) };
}

function row({ report, clause, stage, repeats, elsewhere }: Selected, project: Project): Cell[] {
  const late = stage.daysOverdue > 0;
  return [
    cell(report.id), cell(report.found?.on), cell(nameOf(report.unit, project)), cell(report.item ?? clause), toned(report.grade === 'major' ? 'bad' : 'plain', gradeWords[report.grade ?? ''] ?? ''),
    cell(sourceWords[report.source ?? '']), toned(stage.state === 'closed' ? 'good' : 'plain', stateWords[stage.state] ?? stage.state), cell(stage.next && stepNames[stage.next]), cell(nameOf(report.action?.owner, project)),
    toned(late ? 'bad' : 'plain', stage.due ?? ''), cell(String(stage.daysOpen)), late ? toned('bad', String(stage.daysOverdue)) : cell(),
    cell(...few(repeats, t('same unit', '同部门')), ...few(elsewhere, t('elsewhere', '其他部门'))),
  ];
}

/** The latest reports of the same fault; of many only how many more there are. */
function few(ids: readonly string[], where: Text): Text[] {
  const rest = ids.length - MOST;
  return [...ids.slice(-MOST).map((id) => t(`${id} (${where.en})`, `${id}（${where['zh-CN']}）`)), ...(rest > 0 ? [t(`and ${rest} more (${where.en})`, `另有${rest}份（${where['zh-CN']}）`)] : [])];
}

function notes(selected: readonly Selected[]): Text[] {
  const open = selected.filter(({ stage }) => stage.state !== 'closed');
  const late = open.filter(({ stage }) => stage.daysOverdue > 0);
  const again = selected.filter(({ repeats }) => repeats.length > 0);
  return [t(`Reports: ${selected.length}; not closed: ${open.length}, late: ${late.length}, repeated in the same unit: ${again.length}.`, `共 ${selected.length} 份：未关闭 ${open.length} 份，逾期 ${late.length} 份，同部门重复 ${again.length} 份。`)];
}
