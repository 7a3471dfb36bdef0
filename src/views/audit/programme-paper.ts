import { actorName } from '#model/actors.ts';
import type { CellState } from '#model/audit-coverage.ts';
import type { Signature } from '#model/document.ts';
import { listed } from '#model/listed.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import type { Block, Field, Paper } from '../paper.ts';
import { cell, toned, type Cell, type Column, type Tone } from '../table.ts';
import type { ClauseRow, Mark, MarkState, MonthRow, ProgrammeView } from './programme.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const auditStates: Readonly<Record<MarkState | 'cancelled', Text>> = { held: t('held', '已实施'), planned: t('planned', '计划'), overdue: t('overdue', '逾期未实施'), postponed: t('postponed', '推迟'), cancelled: t('cancelled', '取消') };
const marks: Readonly<Record<MarkState, string>> = { held: '●', planned: '○', overdue: '▲', postponed: '◇' };
const tones: Readonly<Record<MarkState | 'cancelled', Tone>> = { held: 'good', planned: 'plain', overdue: 'bad', postponed: 'bad', cancelled: 'muted' };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 年度内审方案: head, matrix over the months, the audits, weights with reasons, proof of coverage, signatures. */
export function programmePaper(view: ProgrammeView, project: Project): Paper {
  return {
    title: t(`Internal audit programme ${view.year}`, `${view.year}年度内部审核方案`), number: '',
    blocks: [...head(view, project), ...matrix(view), ...audits(view, project), ...weights(view, project), ...proof(view, project), signatures(view, project)],
  };
}

function head(view: ProgrammeView, project: Project): Block[] {
  const fields: (Field | undefined)[] = [
    field(t('Purpose', '目的'), view.purpose), field(t('Scope', '范围'), view.scope), view.criteria.length > 0 ? { label: t('Criteria', '准则'), value: cell(...view.criteria.map(say)) } : undefined, field(t('Method', '方法'), view.method),
    { label: t('Interval', '审核间隔'), value: cell(t(`at most ${view.interval_months} months between two audits of the same thing`, `同一对象两次审核的间隔不超过${view.interval_months}个月`)) },
    { label: t('State', '状态'), value: view.approved ? cell(t(`approved on ${view.approved.on}`, `已批准（${view.approved.on}）`)) : toned('bad', t('draft, not approved', '草案，尚未批准')) },
    view.sampling ? { label: t('Sample of sites', '场所抽样'), value: cell(t(`${view.sampling.policy} of ${view.sampling.units.length} sites, seed ${view.sampling.seed ?? '–'}`, `${view.sampling.units.length}个场所中抽样（${view.sampling.policy}，种子${view.sampling.seed ?? '–'}）`), say(view.sampling.reason ?? '')) } : undefined,
  ];
  return [{ kind: 'fields', columns: 1, fields: fields.filter((one) => one !== undefined) }];
  function field(label: Text, value: Wording): Field | undefined {
    const words = say(value);
    return wordsIn(words, project.config.language) === '' ? undefined : { label, value: cell(words) };
  }
}

function matrix({ by, months: rows }: ProgrammeView): Block[] {
  const first: Column[] = by === 'unit' ? [{ id: 'unit', title: t('Unit', '部门') }] : [{ id: 'id', title: t('No', '编号'), whole: true }, { id: 'process', title: t('Process', '过程') }];
  const columns: Column[] = [...first, { id: 'weight', title: t('Weight', '权重'), align: 'center' }, ...months.map((month, index): Column => ({ id: `m${index + 1}`, title: t(month, `${index + 1}月`), align: 'center' })), { id: 'audits', title: t('Audits', '审核编号') }];
  const row = ({ id, name, weight, months: cells }: MonthRow): Cell[] => [...(by === 'unit' ? [] : [cell(id)]), cell(say(name)), cell(weight === null ? undefined : String(weight)), ...cells.map(markCell), cell(cells.flat().map(({ audit }) => audit).join(' '))];
  return [
    { kind: 'heading', depth: 2, text: by === 'unit' ? t('Units by month', '部门月份安排') : t('Processes by month', '过程月份安排') },
    { kind: 'table', table: { columns, rows: rows.map(row), notes: [t('● held, ○ planned, ▲ overdue and not held, ◇ postponed without a new day; the figure is the day of the month.', '● 已实施，○ 计划，▲ 逾期未实施，◇ 推迟且未另定日期；数字为当月日期。')] } },
  ];
}

function markCell(found: readonly Mark[]): Cell {
  const worst = found.find(({ state }) => state === 'overdue' || state === 'postponed') ?? found.at(-1);
  const items = found.map(({ state, day }) => `${marks[state]}${Number(day.slice(8))}`);
  return worst ? toned(tones[worst.state], ...items) : toned('muted', '·');
}

function audits(view: ProgrammeView, project: Project): Block[] {
  const columns: Column[] = [
    { id: 'id', title: t('Audit', '审核编号'), whole: true }, { id: 'day', title: t('Day', '日期'), whole: true }, { id: 'state', title: t('State', '状态') }, { id: 'units', title: t('Units', '受审核部门') },
    { id: 'processes', title: t('Processes', '过程') }, { id: 'clauses', title: t('Clauses', '条款') }, { id: 'team', title: t('Leader; team', '组长；组员') }, { id: 'weight', title: t('Weight', '权重'), align: 'center' }, { id: 'reason', title: t('Reason', '理由') },
  ];
  const rows = view.audits.map(({ id, day, state, late, units = [], processes = [], clauses = [], leader, people, weight, reason }) => [
    cell(id), cell(day), toned(tones[state], late > 0 ? t(`${auditStates[state].en}, ${late} days`, `${auditStates[state]['zh-CN']}${late}天`) : auditStates[state]),
    cell(listed(units.map((unit) => actorName(project.index, unit)))), cell(processes.join(' ')), cell(clauses.join(' ')),
    people.length === 0 ? toned('bad', t('nobody yet', '待定')) : cell(leader === undefined ? listed(people) : join(people)), cell(weight === undefined ? undefined : String(weight)), cell(say(reason ?? '')),
  ]);
  return [{ kind: 'heading', depth: 2, text: t('Audits', '各次审核') }, { kind: 'table', table: { columns, rows, notes: [] } }];
}

function weights(view: ProgrammeView, project: Project): Block[] {
  const columns: Column[] = [
    { id: 'unit', title: t('Unit', '部门') }, { id: 'given', title: t('In the programme', '方案权重'), align: 'center' }, { id: 'times', title: t('Audits', '次数'), align: 'center' },
    { id: 'weight', title: t('By the points', '测算权重'), align: 'center' }, { id: 'why', title: t('Why', '测算依据') },
  ];
  const rows = view.weights.map(({ unit, given, times, weight, factors }) => [
    cell(say(actorName(project.index, unit))), given !== null && given < weight ? toned('bad', `${given} ↓`) : cell(given === null ? '–' : String(given)), cell(String(times)), cell(String(weight)),
    cell(...factors.flatMap(({ why, points }) => why.map((one, index) => (index === 0 ? t(`+${points} ${one.en}`, `+${points} ${one['zh-CN']}`) : one)))),
  ]);
  return [
    { kind: 'heading', depth: 2, text: t('Weights', '权重') },
    { kind: 'paragraph', text: t('Points for importance, for changes and for earlier results, as on the day of planning. ↓: the programme gives a unit less than its points.', '按重要程度、变化情况和以往结果计分，以编制当日为准。标↓的，方案权重低于测算权重。') },
    { kind: 'table', table: { columns, rows, notes: [] } },
  ];
}

function proof({ coverage, year, interval_months: interval, today }: ProgrammeView, project: Project): Block[] {
  const { asked, covered, gaps } = coverage;
  return [
    { kind: 'heading', depth: 2, text: t('Proof of coverage', '覆盖证明') },
    { kind: 'paragraph', text: t(
      'What has to be asked: every auditable clause that is not excluded, in the units that lead (●) or are related (○); the common clauses in every unit; top management’s own clauses there. A unit that works in several blocks counts in each of them.',
      '应审核的范围：未删减的全部可审核条款，按职能分配表问主办（●）和相关（○）部门，通用条款问每个部门，最高管理层另问其自身条款；部门承担几个板块，就按几个板块计。') },
    { kind: 'paragraph', tone: covered === asked ? 'good' : 'bad', text: covered === asked
      ? t(`All ${asked} combinations of clause, block and unit are covered within ${interval} months.`, `条款、板块、部门的组合共${asked}项，在${interval}个月内全部覆盖。`)
      : t(`${covered} of ${asked} combinations of clause, block and unit are covered within ${interval} months; ${asked - covered} are not.`, `条款、板块、部门的组合共${asked}项，在${interval}个月内已覆盖${covered}项，未覆盖${asked - covered}项。`) },
    ...(gaps.length === 0 ? [] : gapTable(gaps, project)),
    { kind: 'heading', depth: 3, text: t('Clauses by block', '条款与板块') },
    clauseTable(coverage.clauses, project),
    { kind: 'heading', depth: 3, text: t('Units', '部门') },
    { kind: 'table', table: {
      columns: [
        { id: 'unit', title: t('Unit', '部门') }, { id: 'asked', title: t('Asked', '应审核项'), align: 'right' }, { id: 'held', title: t('Held', '已审核'), align: 'right' }, { id: 'planned', title: t('Planned', '已列入计划'), align: 'right' }, { id: 'gaps', title: t('Gaps', '未覆盖'), align: 'right' },
        { id: 'last', title: t('Last audit', '上次审核'), whole: true }, { id: 'next', title: t('Next audit', '下次审核'), whole: true }, { id: 'due', title: t('Interval ends', '间隔届满'), whole: true }, { id: 'days', title: t('Days left', '剩余天数'), align: 'right' },
      ],
      rows: coverage.units.map(({ unit, asked: all, held, planned, gaps: open, last, next, due, days }) => [
        cell(say(actorName(project.index, unit))), cell(String(all)), cell(String(held)), cell(String(planned)), open > 0 ? toned('bad', String(open)) : cell('0'), cell(last || '–'), cell(next || '–'), cell(due), days < 0 ? toned('bad', String(days)) : cell(String(days)),
      ]),
      notes: [t(`Seen on ${today}, programme of ${year}.`, `以${today}为准，${year}年度方案。`)],
    } },
  ];
}

const gapWords: Readonly<Record<CellState, Text>> = {
  open: t('no audit planned', '没有安排审核'), late: t('planned after the interval ends', '安排在间隔届满之后'), missed: t('planned day has passed, not held', '计划日期已过，未实施'),
  held: t('held', '已审核'), planned: t('planned', '已列入计划'), waits: t('still within the interval', '仍在间隔期内'), sampled: t('stood for by the sample', '由抽样场所代表'),
};

function gapTable(gaps: ProgrammeView['coverage']['gaps'], project: Project): Block[] {
  const columns: Column[] = [
    { id: 'unit', title: t('Unit', '部门') }, { id: 'clauses', title: t('Clauses', '条款') }, { id: 'state', title: t('What is missing', '缺口') }, { id: 'next', title: t('Planned for', '计划日期'), whole: true },
    { id: 'due', title: t('Interval ends', '间隔届满'), whole: true }, { id: 'days', title: t('Days left', '剩余天数'), align: 'right' },
  ];
  return [
    { kind: 'heading', depth: 3, text: t('Gaps', '未覆盖的内容') },
    { kind: 'table', table: { columns, notes: [], rows: gaps.map(({ unit, clauses, state, next, due, days }) => [cell(say(actorName(project.index, unit))), cell(clauses.join(' ')), toned('bad', gapWords[state]), cell(next || '–'), cell(due), toned(days < 0 ? 'bad' : 'plain', days < 0 ? t(`${-days} days overdue`, `已超${-days}天`) : String(days))]) } },
  ];
}

/** `23/23`: units covered of units asked. */
function clauseTable(rows: readonly ClauseRow[], { standard }: Project): Block {
  const blocks = [...standard.blocks.map(({ id, title }) => ({ id, title: title as Text })), { id: '', title: t('no block', '未分板块') }].filter(({ id }) => rows.some((row) => row.blocks[id]));
  return { kind: 'table', table: {
    columns: [{ id: 'clause', title: t('Clause', '条款'), whole: true }, { id: 'title', title: t('Title', '标题') }, ...blocks.map(({ id, title }): Column => ({ id: id || 'none', title, align: 'center' }))],
    rows: rows.map(({ clause, title, excluded, blocks: own }) => [cell(clause), cell(title), ...blocks.map(({ id }) => {
      const found = own[id];
      if (!found) return toned('muted', excluded ? t('excluded', '删减') : '·');
      return toned(found.covered === found.asked ? 'good' : 'bad', `${found.covered}/${found.asked}`);
    })]),
    notes: [t('Figures: units covered / units asked in the block.', '数字为该板块已覆盖部门数/应审核部门数。')],
  } };
}

function signatures({ prepared, approved }: ProgrammeView, project: Project): Block {
  const sign = (label: Text, signature: Signature | null): { label: Text; name: string; on: string } => ({ label, name: signature ? wordsIn(actorName(project.index, signature.by), project.config.language) : '', on: signature?.on ?? '' });
  return { kind: 'signatures', fields: [sign(t('Prepared by', '编制'), prepared), sign(t('Approved by', '批准'), approved)] };
}

/** Leader first, set apart from the team. */
function join([leader = '', ...team]: readonly Wording[]): Text {
  const [first, others] = [say(leader) as Text | string, listed(team)];
  const lead = (locale: keyof Text): string => wordsIn(first, locale);
  return team.length === 0 ? t(lead('en'), lead('zh-CN')) : t(`${lead('en')}; ${others.en}`, `${lead('zh-CN')}；${others['zh-CN']}`);
}

function say(words: Wording): Text | string {
  return typeof words === 'string' ? words : t(wordsIn(words, 'en'), wordsIn(words, 'zh-CN'));
}
