import type { Sitting } from '#model/audit.ts';
import { auditingOf } from '#model/audit-scope.ts';
import { auditorsOn, barOf, eligible, wrote } from '#model/auditors.ts';
import { addDays } from '#model/calendar.ts';
import type { Person } from '#model/organization.ts';
import type { Project } from '#model/project.ts';
import type { Topic } from './agenda.ts';
import { workingDay } from './dates.ts';

/** A sitting with its topic; `auditors` is empty where nobody of the team may go: then `others` could. */
export interface Placed extends Sitting { readonly on: string; readonly from: string; readonly until: string; readonly unit: string; readonly auditors: readonly string[]; readonly others?: readonly Person[] }

/**
 * Topics laid into the sessions of working days from a day on. Nobody sits in two places, no post is asked twice at a time; a group stays with
 * a unit until it is done. Top management is seen by the leader with one more.
 */
export function timetable(project: Project, topics: readonly Topic[], team: readonly string[], from: string): Placed[] {
  const crews = crewsOf(team);
  const pending = [...topics.filter(({ top }) => top), ...topics.filter(({ top }) => !top)];
  const placed: Placed[] = [];
  /** Which unit a crew is with. */
  const at = new Map<string, string>();
  for (let day = workingDay(from); pending.length > 0; day = workingDay(addDays(day, 1))) {
    const qualified = new Set(auditorsOn(project, day).map(({ id }) => id));
    const can = (topic: Topic, crew: readonly string[], busy: ReadonlySet<string> = new Set()): readonly string[] => whoCan({ project, team, qualified }, topic, crew, busy);
    for (const [start, end] of auditingOf(project).day.sessions) {
      const busy = new Set<string>();
      const seats = new Set<string>();
      // The last crew is nobody: what no crew may take is laid in too, and left open.
      for (const crew of [...crews, []]) {
        const name = crew.join(' ');
        const free = crew.filter((person) => !busy.has(person));
        const open = pending.filter((topic) => !seats.has(seat(topic)) && (crew.length === 0 ? crews.every((other) => can(topic, other).length === 0) : can(topic, free, busy).length > 0));
        const taken = new Set([...at].filter(([other]) => other !== name).map(([, unit]) => unit));
        const chosen = open.find(({ unit }) => unit.id === at.get(name)) ?? open.find(({ unit }) => !taken.has(unit.id)) ?? open[0];
        if (!chosen) continue;
        const auditors = can(chosen, free, busy);
        pending.splice(pending.indexOf(chosen), 1);
        seats.add(seat(chosen));
        for (const person of auditors) busy.add(person);
        if (crew.length > 0) at.set(name, chosen.unit.id);
        placed.push({
          on: day, from: start, until: end, ...sightOf(chosen), clauses: chosen.clauses, auditors,
          ...(chosen.interviewee === undefined ? {} : { interviewee: chosen.interviewee }), ...(auditors.length === 0 ? { others: eligible(project, day, sightOf(chosen)) } : {}),
        });
      }
    }
  }
  return placed;
}

/** Pairs from four people on, else everybody alone. */
function crewsOf(team: readonly string[]): (readonly string[])[] {
  if (team.length < 4) return team.map((person) => [person]);
  const pairs = Array.from({ length: Math.floor(team.length / 2) }, (_, at) => team.slice(at * 2, at * 2 + 2));
  return team.length % 2 === 0 ? pairs : [...pairs.slice(0, -1), team.slice(-3)];
}

interface Hands { readonly project: Project; readonly team: readonly string[]; readonly qualified: ReadonlySet<string> }

/** Who of a crew takes a topic: those whom nothing bars, at least one of whom did not write its documents; [] when the crew may not. */
function whoCan({ project, team, qualified }: Hands, topic: Topic, crew: readonly string[], busy: ReadonlySet<string>): readonly string[] {
  const able = (person: string): boolean => qualified.has(person) && !['unit', 'process'].includes(barOf(project, person, sightOf(topic))?.kind ?? '');
  const documents = project.index.processes.get(topic.process ?? '')?.value.documents ?? [];
  const clean = (people: readonly string[]): readonly string[] => (documents.every((document) => !people.every((person) => wrote(project.index, person, document))) ? people : []);
  const [leader = ''] = team;
  if (!topic.top || !able(leader)) return clean(crew.filter(able));
  // The leader goes to the top, with whoever is free.
  const others = team.filter((person) => person !== leader && able(person));
  const free = others.filter((person) => !busy.has(person));
  return crew.includes(leader) && (free.length > 0 || others.length === 0) ? clean([leader, ...free.slice(0, 1)]) : [];
}

function sightOf({ unit, process }: Topic): { unit: string; process?: string } {
  return { unit: unit.id, ...(process === undefined ? {} : { process }) };
}

function seat({ unit, interviewee = '' }: Topic): string {
  return `${unit.id}\n${interviewee}`;
}
