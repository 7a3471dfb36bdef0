import { unitOf } from '#model/actors.ts';
import { intervalOf, coverage, visitsOf } from '#model/audit-coverage.ts';
import { askedEverywhere, auditingOf, blocksOf, topUnit, type Asked } from '#model/audit-scope.ts';
import { unitWeights, type UnitWeight } from '#model/audit-weight.ts';
import { auditDay, liveAudits } from '#model/audits.ts';
import { addDays, addWorkingDays } from '#model/calendar.ts';
import type { AuditProgramme, PlannedAudit } from '#model/audit.ts';
import type { Unit } from '#model/organization.ts';
import type { Project } from '#model/project.ts';
import { compareClauses, isWithin } from '#model/standard.ts';
import { nextNumber, patternOf } from '../next-number.ts';
import { layDates, workingDay, type Visit } from './dates.ts';
import { groupUnits, type Group } from './groups.ts';
import { drawSites, type Draw } from './sampling.ts';
import { isManned, newDuty, send, staff, type Crew, type Duty } from './staffing.ts';

/** One audit of a proposal; `weights` of its units. */
export interface ProposedAudit {
  readonly id: string; readonly planned: string; readonly units: readonly string[]; readonly processes: readonly string[]; readonly clauses: readonly string[]; readonly blocks: readonly string[];
  readonly crew: Crew; readonly weight: number; readonly round: 0 | 1 | 2; readonly weights: readonly UnitWeight[];
}
export interface Proposal { readonly year: string; readonly interval: number; readonly last: AuditProgramme | undefined; readonly draw: Draw | undefined; readonly audits: readonly ProposedAudit[] }
export interface Wish { readonly year: string; readonly sample?: string; readonly seed: string }

/**
 * A programme that covers all that is applicable within the interval: units grouped, heavy ones twice, spread over the year, led by people
 * who are independent and qualified on the day. Where there is nobody, the crew says so. The same workspace gives the same proposal.
 */
export function proposeProgramme(project: Project, { year, sample, seed }: Wish): Proposal {
  const weights = new Map(unitWeights(project, project.today).map((weight) => [weight.unit, weight]));
  const { twice_from: heavy } = auditingOf(project).weight;
  const draw = sample === undefined ? undefined : drawSites(project, sample, seed, (unit) => (weights.get(unit.id)?.weight ?? 0) >= heavy);
  const left = new Set(draw?.left);
  const groups = groupUnits(project, ({ id }) => !left.has(id));
  const isHeavy = (unit: Unit): boolean => (weights.get(unit.id)?.weight ?? 0) >= heavy;
  const due = deadlines(project, year);
  const visits = groups.flatMap((group): (Visit & { group: Group })[] => {
    const again = group.units.filter(isHeavy);
    const visit = (units: readonly Unit[], round: 0 | 1 | 2): Visit & { group: Group } => ({
      group: { ...group, units }, round, weight: Math.max(...units.map(({ id }) => weights.get(id)?.weight ?? 0)), deadline: round === 2 ? `${year}-12-31` : units.map(({ id }) => due.get(id) ?? `${year}-12-31`).sort()[0] as string });
    return again.length > 0 ? [visit(group.units, 1), visit(again, 2)] : [visit(group.units, 0)];
  });
  const days = layDates(project, year, firstDay(project, year), visits);
  const duty = newDuty();
  const asked = askedEverywhere(project);
  const orphans = ownerless(project);
  const planned = visits.map((visit, at) => ({ ...visit, day: days[at] as string })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const manned = planned.flatMap(({ group, round, day, deadline }) => {
    const withOrphans = round !== 2 && group.units.some(({ id }) => id === (topUnit(project) ?? groups[0]?.units[0]?.id));
    return man(project, group.units, (units) => [...processesOf(project, units), ...(withOrphans && units[0] === group.units[0] ? orphans : [])], { day, deadline }, duty).map((one) => ({ ...one, round }));
  });
  const taken = project.registers.audits.map(({ value }) => value.id);
  const pattern = patternOf(project.config.numbering, 'audit') ?? 'IA-{year}-{n:2}';
  return {
    year, interval: intervalOf(project, []), draw, last: lastProgramme(project, year),
    audits: manned.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ units, processes, crew, day, round }): ProposedAudit => {
      const id = nextNumber(pattern, { year }, project.config.numbering, taken) ?? `IA-${year}-${taken.length + 1}`;
      taken.push(id);
      const mine = units.flatMap((unit) => weights.get(unit.id) ?? []);
      return {
        id, planned: day, units: units.map((unit) => unit.id), processes, round, weights: mine, weight: Math.max(...mine.map(({ weight }) => weight)), crew,
        clauses: clausesOf(project, asked, units, processes, round), blocks: [...new Set(units.flatMap(blocksOf))].filter((block) => block !== ''),
      };
    }),
  };
}

interface Manned { readonly units: readonly Unit[]; readonly processes: readonly string[]; readonly crew: Crew; readonly day: string }

/** Splits a group in halves until each part can be manned, or is one unit for which there is nobody. Later parts come a day later, within the interval. */
function man(project: Project, units: readonly Unit[], processesFor: (units: readonly Unit[]) => readonly string[], when: { readonly day: string; readonly deadline: string }, duty: Duty): Manned[] {
  const { day, deadline } = when;
  const processes = processesFor(units);
  const crew = staff(project, { day, units, processes }, duty);
  if (isManned(crew) || units.length === 1) {
    send(crew, day, duty);
    return [{ units, processes, crew, day }];
  }
  const middle = Math.ceil(units.length / 2);
  const next = workingDay(addDays(day, 1));
  const later = next > deadline || next.slice(0, 4) !== day.slice(0, 4) ? day : next;
  return [...man(project, units.slice(0, middle), processesFor, when, duty), ...man(project, units.slice(middle), processesFor, { day: later, deadline }, duty)];
}

/** The first day an audit can be held: notice has to be given before. */
function firstDay({ today, config }: Project, year: string): string {
  const notice = addWorkingDays(today, config.thresholds.audit_notice_days + 1);
  return notice > `${year}-01-01` ? notice : `${year}-01-01`;
}

/** By unit, the day on which the interval of the first of its cells ends. */
function deadlines(project: Project, year: string): Map<string, string> {
  const due = new Map<string, string>();
  for (const { unit, due: day } of coverage(project, year).cells) if (day < (due.get(unit) ?? '9999')) due.set(unit, day);
  return due;
}

/** Owned processes; for units that own none, those that the plan of their last audit had for them, else the ones of an audit whose units own none. */
function processesOf(project: Project, units: readonly Unit[]): string[] {
  const { index, registers } = project;
  const owner = new Map([...index.processes.values()].map(({ value }) => [value.id, unitOf(index, value.owner)]));
  const own = [...owner].filter(([, unit]) => units.some(({ id }) => id === unit)).map(([id]) => id);
  const landless = units.filter(({ id }) => ![...owner.values()].includes(id));
  const audits = liveAudits(project).map(({ value }) => value).sort((a, b) => ((auditDay(a) ?? '') < (auditDay(b) ?? '') ? 1 : -1));
  const earlier = landless.flatMap((unit) => {
    const last = audits.find((audit) => visitsOf(project, audit)(unit.id));
    const timetable = registers.plans.filter(({ value }) => value.id === last?.id).flatMap(({ value }) => value.timetable ?? []).filter((sitting) => sitting.unit === unit.id).flatMap(({ process }) => process ?? []);
    return timetable.length > 0 ? timetable : strangers(last, owner);
  });
  return [...new Set([...own, ...earlier])].filter((id) => index.processes.has(id)).sort();
}

function strangers(audit: PlannedAudit | undefined, owner: ReadonlyMap<string, string | undefined>): readonly string[] {
  return (audit?.processes ?? []).filter((id) => !audit?.units?.includes(owner.get(id) ?? ''));
}

/** Processes of nobody in the register of units: top management has to answer for them. */
function ownerless({ index }: Project): string[] {
  return [...index.processes.values()].filter(({ value }) => !index.units.has(unitOf(index, value.owner) ?? '')).map(({ value }) => value.id);
}

/** All that is asked of the units; the second time, what they lead, what their processes serve and what was found there. */
function clausesOf({ registers, index }: Project, all: readonly Asked[], units: readonly Unit[], processes: readonly string[], round: 0 | 1 | 2): string[] {
  const ids = new Set(units.map(({ id }) => id));
  const mine = all.filter(({ unit }) => ids.has(unit));
  const wanted = [...processes.flatMap((id) => index.processes.get(id)?.value.clauses ?? []), ...registers.nonconformities.flatMap(({ value }) => (ids.has(value.unit ?? '') ? value.clause ?? [] : []))];
  const focus = mine.filter(({ reason, clause }) => reason === 'lead' || wanted.some((other) => isWithin(clause, other)));
  return [...new Set((round === 2 && focus.length > 0 ? focus : mine).map(({ clause }) => clause))].sort(compareClauses);
}

function lastProgramme({ registers }: Project, year: string): AuditProgramme | undefined {
  return registers.programmes.map(({ value }) => value).filter((programme) => programme.year < year).sort((a, b) => (a.year < b.year ? 1 : -1))[0];
}
