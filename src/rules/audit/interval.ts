import type { Finding } from '#model/diagnostic.ts';
import { coverage, type Cell } from '#model/audit-coverage.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { actorName } from '#model/actors.ts';
import { addMonths } from '#model/calendar.ts';
import { listed } from '#model/listed.ts';

/** AUD-004: audits come at the intervals and on the days that were planned. */
export const interval: ProjectRule = {
  code: 'audit/interval', severity: 'error', scope: 'project',
  title: { en: 'Audit interval exceeded or audit not held', 'zh-CN': '内审超过间隔或者未按计划进行' },
  why: { en: 'Audits are to be held at planned intervals; an audit that silently falls out was not planned but wished.', 'zh-CN': '内审应当按策划的间隔进行；计划的审核无故不做，方案就成了空文。' },
  messages: {
    open: { en: 'Audit {id} was due on {due} and has not been held. Enter `held`, or set a new day in `replanned`.', 'zh-CN': '审核 {id} 应于 {due} 进行，至今未进行。请补登 `held`，或者在 `replanned` 中另定日期。' },
    postponed: { en: 'Audit {id} was postponed without a new day. Set one in `replanned`.', 'zh-CN': '审核 {id} 已推迟，但没有另定日期。请在 `replanned` 中写明。' },
    late: { en: 'Audit {id} comes too late: the interval ends on {due} for {units}. Plan it before that day.', 'zh-CN': '审核 {id} 安排过迟：{units}的审核间隔 {due} 届满。请提前安排。' },
    interval: {
      en: 'More than {months} months have passed since the last audit of {units}. Hold one, or change the interval by decision.',
      'zh-CN': '距上次审核已超过{months}个月的部门：{units}。请安排审核，或者按规定修改间隔。',
    },
  },
  examples: [
    bad(`
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - id: NS-2004-01
    planned: 2004-10-11 # expect audit/interval
    units: [office]
  - id: NS-2004-02
    planned: 2004-10-12
    status: postponed # expect audit/interval
  - id: NS-2004-03
    planned: 2004-10-12
    replanned: 2004-11-12 # expect audit/interval
`),
    bad(`
=== 2003.yaml
kind: audit-programme
year: "2003"
audits: # expect audit/interval
  - { id: NS-2003-01, planned: 2003-12-01, held: 2003-12-01, units: [office] }
`),
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }]
=== 2004.yaml
kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: 2004-03-01, held: 2004-03-01, units: [office], clauses: ["4", "5", "6", "7", "8"] }
=== 2005.yaml
kind: audit-programme
year: "2005"
audits:
  - { id: NS-2005-01, planned: 2005-04-11, units: [office], clauses: ["4", "5", "6", "7", "8"] } # expect audit/interval
`),
    good(`
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: 2004-01-11, held: 2004-01-11, units: [office] }
  - { id: NS-2004-02, planned: 2005-03-11, units: [office] }
  - { id: NS-2004-03, planned: 2004-10-12, replanned: 2005-01-12, status: postponed }
`),
  ],
  *check(project) {
    const { registers, today } = project;
    for (const audit of registers.audits) {
      const { id, planned, replanned, held, status } = audit.value;
      if (held !== undefined || status === 'held' || status === 'cancelled') continue;
      const due = replanned ?? planned;
      if (status === 'postponed' && replanned === undefined) yield { at: spot(audit, 'status'), message: 'postponed', args: { id } };
      else if (due !== undefined && due < today) yield { at: spot(audit, replanned === undefined ? 'planned' : 'replanned'), message: 'open', args: { id, due } };
    }
    yield* exceeded(project);
  },
};

function* exceeded(project: Project): Generator<Finding> {
  const { registers, index, today } = project;
  const latest = registers.programmes.reduce<(typeof registers.programmes)[number] | undefined>((a, b) => (a && a.value.year >= b.value.year ? a : b), undefined);
  if (!latest) return;
  const { interval: months, cells } = coverage(project, latest.value.year);
  const stoodFor = new Set(cells.filter(({ state }) => state === 'sampled').map(({ unit }) => unit));
  const last = new Map<string, string>();
  for (const { value: { units = [], held, status } } of registers.audits) {
    if (held === undefined || status === 'cancelled') continue;
    for (const unit of units) if ((last.get(unit) ?? '') < held) last.set(unit, held);
  }
  const late = [...last].filter(([unit, day]) => addMonths(day, months) < today && !stoodFor.has(unit) && (registers.units.length === 0 || index.units.has(unit))).map(([unit]) => actorName(index, unit));
  if (late.length > 0) yield { at: spot(latest, 'audits'), message: 'interval', args: { months, units: listed(late) } };
  yield* plannedLate(project, cells.filter(({ state, last: before, days }) => state === 'late' && before !== undefined && days >= 0));
}

/** The interval can still be kept: the audit has to come earlier. */
function* plannedLate({ registers, index }: Project, cells: readonly Cell[]): Generator<Finding> {
  for (const [id, own] of Map.groupBy(cells, ({ audit }) => audit)) {
    const audit = registers.audits.find(({ value }) => value.id === id);
    const due = own.map((cell) => cell.due).sort()[0] as string;
    if (id !== undefined && audit) yield { at: spot(audit, audit.value.replanned === undefined ? 'planned' : 'replanned'), message: 'late', args: { id, due, units: listed([...new Set(own.map(({ unit }) => unit))].map((unit) => actorName(index, unit))) } };
  }
}
