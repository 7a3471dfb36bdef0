import { withUnit } from '#model/objective.ts';
import type { Project } from '#model/project.ts';
import type { Objective } from '#model/system.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { nameOf } from './nc-selection.ts';
import type { Measured, ObjectiveFigures, ObjectiveStatus, Trend } from './objective-figures.ts';
import type { Block, Paper } from './paper.ts';
import { sparkline } from './sparkline.ts';
import { cell, toned, type Cell, type Column, type TableView, type Tone } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

const statusWords: Readonly<Record<ObjectiveStatus, readonly [Text, Tone]>> = {
  met: [t('met', '达标'), 'good'], missed: [t('missed', '未达标'), 'bad'], missing: [t('no value', '缺测量值'), 'bad'], 'not-due': [t('not yet due', '未到期'), 'muted'],
};
const trendWords: Readonly<Record<Trend, Text>> = { better: t('↗ better', '↗ 好转'), worse: t('↘ worse', '↘ 变差'), steady: t('→ steady', '→ 持平') };

/** 质量目标完成情况一览: every objective with its target, course and standing. */
export function objectivesTable(all: readonly ObjectiveFigures[], project: Project): TableView {
  return { title: t('Quality objectives', '质量目标完成情况'), columns, rows: all.map((one) => row(one, project)), notes: notes(all) };
}

const columns: readonly Column[] = [
  { id: 'id', title: t('Number', '编号'), whole: true }, { id: 'statement', title: t('Objective', '质量目标') }, { id: 'owner', title: t('Owner', '责任部门') }, { id: 'target', title: t('Target', '目标值'), align: 'right', whole: true },
  { id: 'last', title: t('Latest', '最近值'), align: 'right', whole: true }, { id: 'period', title: t('Period', '周期'), whole: true }, { id: 'course', title: t('Course', '走势'), whole: true },
  { id: 'trend', title: t('Trend', '趋势'), whole: true }, { id: 'status', title: t('Status', '状态'), whole: true }, { id: 'remarks', title: t('Remarks', '备注') },
];

function row({ objective, course, status, last, trend, missing, missedWithoutAction }: ObjectiveFigures, project: Project): Cell[] {
  const [word, tone] = statusWords[status];
  return [
    cell(objective.id), cell(wordsIn(objective.statement, project.config.language)), cell(nameOf(objective.owner, project)), cell(targetOf(objective)),
    toned(last?.met === false ? 'bad' : 'plain', valueOf(last, objective)), cell(last?.period), cell(sparkline(course.map(({ value }) => value))), cell(trend ? trendWords[trend] : undefined), toned(tone, word),
    cell(...missing.map((period) => t(`${period}: no value`, `${period} 缺测量值`)), ...missedWithoutAction.map((period) => t(`${period}: missed, no action`, `${period} 未达标且无措施`)),
      ...course.flatMap(({ period, met, action }) => (met === false && action ? [t(`${period}: missed, see ${action}`, `${period} 未达标，见 ${action}`)] : []))),
  ];
}

function notes(all: readonly ObjectiveFigures[]): Text[] {
  const count = (status: ObjectiveStatus): number => all.filter((one) => one.status === status).length;
  const bare = all.reduce((sum, { missedWithoutAction }) => sum + missedWithoutAction.length, 0);
  return [t(`Objectives: ${all.length}; met: ${count('met')}, missed: ${count('missed')}, without value: ${count('missing')}, not yet due: ${count('not-due')}; misses without action: ${bare}.`,
    `共 ${all.length} 项：达标 ${count('met')} 项，未达标 ${count('missed')} 项，缺测量值 ${count('missing')} 项，未到期 ${count('not-due')} 项；未达标且没有措施 ${bare} 次。`)];
}

/** The list as a paper; with charts, one for each objective that was measured at least twice. */
export function objectivesPaper(all: readonly ObjectiveFigures[], project: Project, charts: boolean, period: string | undefined): Paper {
  const { title, ...table } = objectivesTable(all, project);
  const drawn = charts ? all.filter(({ course }) => course.filter(({ value }) => value !== null).length > 1).map((one) => chart(one, project)) : [];
  const said = period ? t(`${(title as Text).en} ${period}`, `${period} ${(title as Text)['zh-CN']}`) : title;
  return { title: said, number: '', blocks: [{ kind: 'table', table }, ...(drawn.length > 0 ? [{ kind: 'heading', depth: 2, text: t('Courses', '走势图') } as const, ...drawn] : [])] };
}

/** One objective with its definition, every value, and what units contribute. */
export function objectivePaper([main, ...parts]: readonly ObjectiveFigures[], project: Project, charts: boolean): Paper {
  const { objective, course } = main as ObjectiveFigures;
  const { title: _, ...table } = objectivesTable(parts, project);
  return {
    title: wordsIn(objective.statement, project.config.language), number: objective.id,
    blocks: [definition(main as ObjectiveFigures, project), ...(course.length > 0 ? [...(charts ? [chart(main as ObjectiveFigures, project)] : []), values(main as ObjectiveFigures, project)] : []),
      ...(parts.length > 0 ? [{ kind: 'table', table: { ...table, title: t('Broken down to units', '分解到部门的目标') } } as const] : [])],
  };
}

function definition({ objective, status }: ObjectiveFigures, project: Project): Block {
  const { index, registers, config } = project;
  const say = (words: Parameters<typeof wordsIn>[0]): string => wordsIn(words, config.language);
  const limit = index.limits.get(objective.limit ?? '');
  const promises = (objective.promises ?? []).map((id) => `${id} ${say(registers.promises.find(({ value }) => value.id === id)?.value.text)}`);
  const days = limit?.limit.day_type === 'calendar' ? t('calendar days', '日') : t('working days', '个工作日');
  return { kind: 'fields', columns: 1, fields: [
    { label: t('Metric', '测量指标'), value: cell(say(objective.metric)) }, { label: t('Target', '目标值'), value: cell(targetOf(objective)) }, { label: t('Measured', '测量周期'), value: cell(periodWords[objective.period ?? '']) },
    { label: t('Holds', '执行期限'), value: cell(objective.due ?? [objective.from, objective.until].filter(Boolean).join(' — ')) }, { label: t('Owner', '责任部门'), value: cell(nameOf(objective.owner, project)) },
    { label: t('Source of the figures', '数据来源'), value: cell(say(objective.source)) }, { label: t('How it is counted', '统计办法'), value: cell(say(objective.method)) }, { label: t('Promises served', '对应的方针承诺'), value: cell(...promises) },
    { label: t('Limit by law', '法定期限'), value: cell(limit && t(`${limit.limit.days} ${days.en}: ${wordsIn(limit.external.value.title, 'en')}`, `${limit.limit.days}${days['zh-CN']}（《${wordsIn(limit.external.value.title, 'zh-CN')}》${wordsIn(limit.limit.subject, 'zh-CN')}）`)) },
    { label: t('Status', '状态'), value: toned(statusWords[status][1], statusWords[status][0]) },
  ] };
}

const periodWords: Readonly<Record<string, Text>> = { month: t('monthly', '每月'), quarter: t('quarterly', '每季'), 'half-year': t('every half year', '每半年'), year: t('yearly', '每年'), once: t('once', '一次') };

function values({ objective, course }: ObjectiveFigures, project: Project): Block {
  const heads: Column[] = [
    { id: 'period', title: t('Period', '周期'), whole: true }, { id: 'value', title: t('Value', '测量值'), align: 'right', whole: true }, { id: 'met', title: t('Met', '是否达标'), whole: true }, { id: 'sample', title: t('Sample', '样本量'), align: 'right' },
    { id: 'source', title: t('Source', '来源') }, { id: 'by', title: t('Measured by', '测量人') }, { id: 'on', title: t('On', '日期'), whole: true }, { id: 'action', title: t('Action', '措施'), whole: true }, { id: 'comment', title: t('Remarks', '说明') },
  ];
  return { kind: 'table', table: { title: t('Values', '测量值'), columns: heads, notes: [], rows: course.map((one) => [
    cell(one.period), toned(one.met === false ? 'bad' : 'plain', valueOf(one, objective)), one.value === null ? toned('bad', statusWords.missing[0]) : one.met === false ? toned('bad', statusWords.missed[0]) : toned('good', statusWords.met[0]),
    cell(one.measurement?.sample === undefined ? undefined : String(one.measurement.sample)), cell(one.measurement?.source), cell(nameOf(one.measurement?.by, project)), cell(one.measurement?.on),
    one.met === false && !one.action ? toned('bad', t('none', '无')) : cell(one.action), cell(wordsIn(one.measurement?.comment, project.config.language)),
  ]) } };
}

function chart({ objective, course }: ObjectiveFigures, project: Project): Block {
  return { kind: 'chart', chart: {
    kind: 'line', title: `${objective.id} ${wordsIn(objective.statement, project.config.language)}`, unit: objective.unit ?? '', ...(objective.target === undefined ? {} : { target: objective.target }),
    points: course.map(({ period, value, met }) => ({ label: period, value, tone: met === false ? 'bad' : 'good' })),
  } };
}

const signs: Readonly<Record<string, string>> = { 'at-least': '≥', 'at-most': '≤', exactly: '=' };

function targetOf({ target, direction, unit = '' }: Objective): string {
  return target === undefined ? '' : `${signs[direction ?? ''] ?? ''}${withUnit(target, unit)}`;
}

function valueOf(one: Measured | null, { unit = '' }: Objective): string {
  return one === null || one.value === null ? '—' : withUnit(one.value, unit);
}
