import { auditorsOn, barOf, mayLead, type Bar } from '#model/auditors.ts';
import { topUnit } from '#model/audit-scope.ts';
import type { Person, Unit } from '#model/organization.ts';
import type { Project } from '#model/project.ts';

/** What has to be audited by somebody on a day. */
export interface Job { readonly day: string; readonly units: readonly Unit[]; readonly processes: readonly string[] }
/** A process that nobody can take, and what bars each who is qualified on the day. */
export interface Orphan { readonly process: string; readonly bars: readonly { readonly person: string; readonly bar: Bar }[] }
/**
 * Who goes. `leader` is missing where nobody who may lead is independent; `orphans`: processes that nobody independent can take;
 * `barred`: those who are qualified on the day but belong to the units audited.
 */
export interface Crew { readonly leader?: string; readonly team: readonly string[]; readonly orphans: readonly Orphan[]; readonly barred: readonly string[] }
/** How often each person has been sent so far, and where they are on a day. */
export interface Duty { readonly load: Map<string, number>; readonly busy: Map<string, Set<string>> }

export function newDuty(): Duty {
  return { load: new Map(), busy: new Map() };
}

/** People for an audit: nobody of the units audited, somebody independent for every process, a leader who may lead; whoever has done least goes first. */
export function staff(project: Project, job: Job, duty: Duty): Crew {
  const all = auditorsOn(project, job.day);
  const free = all.filter(({ id }) => isFree(project, id, job.units));
  const bars = (id: string): number => job.processes.filter((process) => barOf(project, id, { process }) !== undefined).length;
  const chosen: Person[] = [];
  const rank = (person: Person): readonly (number | string)[] => [
    duty.busy.get(job.day)?.has(person.id) ? 1 : 0, bars(person.id), chosen.filter(({ unit }) => unit === person.unit).length, duty.load.get(person.id) ?? 0, person.id];
  const take = (pool: readonly Person[]): void => {
    const [best] = pool.filter((person) => !chosen.includes(person)).map((person) => ({ person, key: rank(person) })).sort((a, b) => compare(a.key, b.key));
    if (best) chosen.push(best.person);
  };
  const leaders = free.filter((person) => mayLead(project, person, job.day));
  take(leaders);
  const led = chosen.length > 0;
  for (const process of job.processes) {
    if (!chosen.some(({ id }) => barOf(project, id, { process }) === undefined)) take(free.filter(({ id }) => barOf(project, id, { process }) === undefined));
  }
  while (chosen.length < size(project, job.units) && chosen.length < free.length) take(free);
  const barOn = (person: string, process: string): Bar | undefined => job.units.map(({ id: unit }) => barOf(project, person, { unit })).find((bar) => bar !== undefined) ?? barOf(project, person, { process });
  const orphans = job.processes.filter((process) => !chosen.some(({ id }) => barOf(project, id, { process }) === undefined))
    .map((process): Orphan => ({ process, bars: all.flatMap(({ id: person }) => {
      const bar = barOn(person, process);
      return bar === undefined ? [] : [{ person, bar }];
    }) }));
  const [leader, ...team] = chosen.map(({ id }) => id);
  const barred = all.filter((person) => !free.includes(person)).map(({ id }) => id);
  return { ...(led && leader !== undefined ? { leader } : {}), team: led || leader === undefined ? team : [leader, ...team], orphans, barred };
}

/** Notes who goes, so that the next audit finds others. */
export function send({ leader, team }: Crew, day: string, { load, busy }: Duty): void {
  for (const id of [...(leader === undefined ? [] : [leader]), ...team]) {
    load.set(id, (load.get(id) ?? 0) + 1);
    busy.set(day, (busy.get(day) ?? new Set()).add(id));
  }
}

/** Whether nobody stands in the way of a whole audit: it has a leader and nothing is left to the partial. */
export function isManned({ leader, orphans }: Crew): boolean {
  return leader !== undefined && orphans.length === 0;
}

function isFree(project: Project, person: string, units: readonly Unit[]): boolean {
  return units.every(({ id: unit }) => barOf(project, person, { unit }) === undefined);
}

/** Top management sees the leader and one more; the more units, the more people. */
function size(project: Project, units: readonly Unit[]): number {
  const least = units.some(({ id }) => id === topUnit(project)) ? 2 : 1;
  return Math.max(least, Math.min(4, 1 + Math.ceil(units.length / 3)));
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] as number | string;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

