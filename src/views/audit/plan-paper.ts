import { actorName } from '#model/actors.ts';
import type { Signature } from '#model/document.ts';
import { listed } from '#model/listed.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import type { Block, Paper } from '../paper.ts';
import { cell, toned, type Cell, type Column } from '../table.ts';
import { planChecks, type Check, type PlanView, type Slot } from './plan.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** 审核实施计划: head, team, timetable, checks, distribution, signatures. */
export function planPaper(view: PlanView, project: Project): Paper {
  const names = (units: readonly string[]): Text => listed(units.map((unit) => actorName(project.index, unit)));
  const fields = [
    { label: t('Purpose', '审核目的'), value: words(view.purpose) }, { label: t('Scope', '审核范围'), value: words(view.scope) },
    { label: t('Criteria', '审核准则'), value: cell(...view.criteria.map(say)) }, { label: t('Units audited', '受审核部门'), value: cell(names(view.units)) },
    { label: t('Days', '审核日期'), value: cell(view.from === view.until ? view.from : t(`${view.from} to ${view.until}`, `${view.from} 至 ${view.until}`)) },
    { label: t('Sent', '发出日期'), value: view.sent === '' ? toned('bad', t(`not sent; to be sent by ${view.send_by}`, `尚未发出，须在 ${view.send_by} 以前发出`)) : cell(view.sent) },
    { label: t('Distribution', '分发范围'), value: cell(names(view.distribution)) },
  ];
  return {
    title: t('Audit plan', '审核实施计划'), number: view.id,
    blocks: [
      { kind: 'fields', columns: 1, fields: fields.filter(({ value }) => value.items.some((item) => wordsIn(item, 'en') !== '')) },
      { kind: 'heading', depth: 2, text: t('Team', '审核组') }, team(view),
      { kind: 'heading', depth: 2, text: t('Timetable', '审核日程') }, timetable(view, project),
      { kind: 'heading', depth: 2, text: t('Checks', '计划核对') }, checks(view),
      { kind: 'signatures', fields: [sign(t('Prepared by team leader', '编制（审核组长）'), view.prepared, project), sign(t('Approved by', '批准（管理者代表）'), view.approved, project)] },
    ],
  };
}

function team({ team: members }: PlanView): Block {
  const columns: Column[] = [{ id: 'name', title: t('Name', '姓名') }, { id: 'unit', title: t('Unit', '所在部门') }, { id: 'role', title: t('Role', '分工') }, { id: 'certificate', title: t('Certificate', '证书编号') }, { id: 'until', title: t('Valid until', '有效期至'), whole: true }];
  const rows = members.map(({ name, unit, role, leads, certificate, until }) => [
    words(name), words(unit), words(role === '' ? (leads ? t('Team leader', '审核组长') : t('Auditor', '审核员')) : role), certificate === '' ? toned('bad', t('none valid', '无有效证书')) : cell(certificate), cell(until)]);
  return { kind: 'table', table: { columns, rows, notes: [] } };
}

const meetings = { opening: t('Opening meeting', '首次会议'), closing: t('Closing meeting', '末次会议') } as const;

function timetable({ slots, team: members }: PlanView, project: Project): Block {
  const columns: Column[] = [
    { id: 'on', title: t('Day', '日期'), whole: true }, { id: 'time', title: t('Time', '时间'), whole: true }, { id: 'unit', title: t('Unit', '部门') }, { id: 'process', title: t('Process', '过程') }, { id: 'clauses', title: t('Clauses', '条款') },
    { id: 'auditors', title: t('Auditors', '审核员') }, { id: 'interviewee', title: t('Interviewee', '受访岗位') },
  ];
  const name = (actor: string): Wording => actorName(project.index, actor);
  const row = (slot: Slot): Cell[] => {
    const on = cell(slot.on);
    const time = cell(slot.from === undefined ? undefined : slot.until === undefined ? slot.from : `${slot.from}–${slot.until}`);
    if (slot.kind !== 'sitting') return [on, time, cell(meetings[slot.kind]), cell(), cell(), cell(t('all of the team', '审核组全体')), cell(t('heads of the units', '受审核部门负责人'))];
    const known = project.index.processes.get(slot.process ?? '')?.value;
    const auditors = slot.auditors ?? [];
    return [
      on, time, slot.unit === undefined ? cell() : words(name(slot.unit)), cell(known ? named(known.id, known.name) : slot.process), cell((slot.clauses ?? []).join(' ')),
      auditors.length === 0 ? toned('bad', t('nobody yet', '待定')) : cell(listed(auditors.map(name))), slot.interviewee === undefined ? cell() : words(name(slot.interviewee)),
    ];
  };
  return { kind: 'table', table: { columns, rows: slots.map(row), notes: [t(`Sittings: ${slots.filter(({ kind }) => kind === 'sitting').length}; auditors: ${members.length}.`, `共${slots.filter(({ kind }) => kind === 'sitting').length}场，审核员${members.length}人。`)] } };
}

const questions: Readonly<Record<(typeof planChecks)[number], Text>> = {
  'audit/own-work': t('Nobody audits their own unit, process or documents', '无人审核本部门、本过程和本人编批的文件'),
  'audit/unqualified': t('Everybody is qualified on the day, and the leader to lead', '审核当日人人具备资格，组长具备组长资格'),
  'audit/plan-gap': t('Everything the programme gives to this audit has a time and an auditor', '方案列入本次审核的内容都排了时间和审核员'),
  'audit/double-booked': t('Nobody is in two places at a time', '无人同一时间排在两处'),
  'audit/plan-late': t('Approved, and sent in time', '已批准并按规定提前发出'),
};

function checks({ checks: all, other }: PlanView): Block {
  const columns: Column[] = [{ id: 'check', title: t('Check', '核对内容') }, { id: 'result', title: t('Result', '结果'), align: 'center' }, { id: 'wrong', title: t('Remarks', '说明') }];
  const row = (question: Text, { wrong, pending }: Pick<Check, 'wrong' | 'pending'>): Cell[] => [
    cell(question), wrong.length > 0 ? toned('bad', '✗') : pending ? toned('muted', '○') : toned('good', '✓'),
    cell(...wrong.map(({ line, text }) => t(`line ${line}: ${text.en}`, `第${line}行：${text['zh-CN']}`)), ...(wrong.length === 0 && pending ? [pending] : []))];
  const rest = other.length > 0 ? [row(t('Other findings of `qms validate`', '`qms validate` 的其他问题'), { wrong: other, pending: null })] : [];
  return { kind: 'table', table: { columns, rows: [...all.map((check) => row(questions[check.code as keyof typeof questions], check)), ...rest], notes: [] } };
}

function sign(label: Text, signature: Signature | null, project: Project): { label: Text; name: string; on: string } {
  return { label, name: signature ? wordsIn(actorName(project.index, signature.by), project.config.language) : '', on: signature?.on ?? '' };
}

function named(id: string, name: Wording): Text {
  return t(`${id} ${wordsIn(name, 'en')}`, `${id} ${wordsIn(name, 'zh-CN')}`);
}

function words(wording: Wording): Cell {
  return cell(say(wording));
}

function say(wording: Wording): Text | string {
  return typeof wording === 'string' ? wording : t(wordsIn(wording, 'en'), wordsIn(wording, 'zh-CN'));
}
