import { wordsIn, type Text, type Wording } from '#model/text.ts';
import { cell, toned, type Cell, type Column, type TableView, type Tone } from '../table.ts';
import type { AuditStage, AuditStatus } from './status.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

const stages: Readonly<Record<AuditStage, { readonly text: Text; readonly tone: Tone }>> = {
  cancelled: { text: t('cancelled', '已取消'), tone: 'muted' }, planned: { text: t('in the programme', '已列入方案'), tone: 'plain' }, 'plan-drafted': { text: t('plan drafted', '计划已编制'), tone: 'plain' },
  'plan-approved': { text: t('plan approved', '计划已批准'), tone: 'plain' }, 'plan-sent': { text: t('plan sent', '计划已发出'), tone: 'plain' }, held: { text: t('held, not reported', '已实施，未报告'), tone: 'plain' },
  reported: { text: t('reported, follow-up', '已报告，整改中'), tone: 'plain' }, closed: { text: t('closed', '已关闭'), tone: 'good' },
};

const columns: readonly Column[] = [
  { id: 'id', title: t('Audit', '审核编号'), whole: true }, { id: 'day', title: t('Day', '日期'), whole: true }, { id: 'units', title: t('Units', '受审核部门') }, { id: 'leader', title: t('Leader', '组长') }, { id: 'stage', title: t('Stage', '阶段') },
  { id: 'checklists', title: t('Checklists', '检查表'), align: 'center' }, { id: 'open', title: t('Open', '未关闭'), align: 'right' }, { id: 'closed', title: t('Closed', '已关闭'), align: 'right' },
  { id: 'next', title: t('Next step', '下一步') }, { id: 'who', title: t('By', '由谁') }, { id: 'due', title: t('Due', '期限'), whole: true }, { id: 'late', title: t('Days late', '逾期天数'), align: 'right' },
];

/** 内审进度: where every audit stands and what comes next. */
export function statusTable(audits: readonly AuditStatus[]): TableView {
  const late = audits.filter(({ next }) => (next?.late ?? 0) > 0).length;
  const open = audits.reduce((sum, { nonconformities }) => sum + nonconformities.open, 0);
  return {
    title: t('State of internal audits', '内审进度'), columns, rows: audits.map(row),
    notes: [
      t('Checklists: units with a checklist / units audited. Open, closed: nonconformities of the audit.', '检查表：已有检查表的部门/受审核部门。未关闭、已关闭：该次审核开出的不符合。'),
      t(`${audits.length} audits, ${audits.filter(({ stage }) => stage === 'closed').length} closed, ${late} late; nonconformities open: ${open}.`, `共 ${audits.length} 次审核，已关闭 ${audits.filter(({ stage }) => stage === 'closed').length} 次，逾期 ${late} 次；未关闭的不符合 ${open} 项。`),
    ],
  };
}

function row({ id, day, units, leader, stage, checklists: { filled, wanted }, nonconformities: { open, closed }, next }: AuditStatus): Cell[] {
  const late = (next?.late ?? 0) > 0;
  const held = stage === 'held' || stage === 'reported' || stage === 'closed';
  return [
    cell(id), cell(day), cell(shortly(units)), say(leader), toned(stages[stage].tone, stages[stage].text),
    held || filled > 0 ? toned(filled < wanted ? 'plain' : 'good', `${filled}/${wanted}`) : cell(), open > 0 ? toned('bad', String(open)) : cell(held ? '0' : undefined), cell(held ? String(closed) : undefined),
    cell(next?.what), next ? say(next.who) : cell(), cell(next?.due), late ? toned('bad', String(next?.late)) : cell(),
  ];
}

/** The first units by name, the rest by number. */
function shortly(units: readonly Wording[]): Text {
  const names = (locale: keyof Text): string[] => units.slice(0, 3).map((unit) => wordsIn(unit, locale));
  const more = units.length - 3;
  return t(names('en').join(', ') + (more > 0 ? ` and ${more} more` : ''), names('zh-CN').join('、') + (more > 0 ? `等${units.length}个部门` : ''));
}

function say(wording: Wording): Cell {
  return cell(typeof wording === 'string' ? wording : t(wordsIn(wording, 'en'), wordsIn(wording, 'zh-CN')));
}
