import { unitOf } from '#model/actors.ts';
import type { PlannedAudit } from '#model/audit.ts';
import { reachOf, unitsSeen } from '#model/audit-coverage.ts';
import { askedEverywhere, blocksOf, topUnit } from '#model/audit-scope.ts';
import { auditorKinds } from '#model/auditors.ts';
import type { Unit } from '#model/organization.ts';
import type { Project } from '#model/project.ts';
import { isWithin } from '#model/standard.ts';

/** One sitting to be held: a unit, perhaps one of its processes, what is asked, and whom. `top`: with top management. */
export interface Topic { readonly unit: Unit; readonly process?: string; readonly clauses: readonly string[]; readonly interviewee?: string; readonly top: boolean }

/** Clauses that one sitting can take. */
const MOST = 26;

/** All sittings of an audit: for each unit what concerns it as a whole, then its processes; all that is asked there is in one of them. */
export function agenda(project: Project, audit: PlannedAudit): Topic[] {
  const units = unitsSeen(project, audit);
  const wanted = reachOf(project, audit);
  const asked = Map.groupBy(askedEverywhere(project).filter(({ unit, clause }) => wanted(unit, clause, '')), ({ unit }) => unit);
  const top = topUnit(project);
  return units.flatMap((unit, at) => {
    const clauses = (asked.get(unit.id) ?? []).map(({ clause }) => clause);
    const processes = processesAt(project, audit, unit, units, at).map((id) => ({ id, clauses: clauses.filter((clause) => project.index.processes.get(id)?.value.clauses?.some((own) => isWithin(clause, own))) })).filter(({ clauses: own }) => own.length > 0);
    const served = new Set(processes.flatMap(({ clauses: own }) => own));
    const general = clauses.filter((clause) => !served.has(clause));
    const people = interviewees(project, unit);
    const person = (nth: number): { interviewee?: string } => (people.length === 0 ? {} : { interviewee: people[nth % people.length] as string });
    const whole = portions(general).map((part): Topic => ({ unit, clauses: part, top: unit.id === top, ...person(0) }));
    return [...whole, ...processes.map(({ id, clauses: own }, nth): Topic => ({ unit, process: id, clauses: own, top: unit.id === top, ...person(nth + 1) }))];
  });
}

/** Processes the unit owns; a unit that owns none shows one of those that it carries out for others, in turn, so that all are seen somewhere. */
function processesAt({ index }: Project, { processes = [] }: PlannedAudit, unit: Unit, units: readonly Unit[], at: number): string[] {
  const known = processes.flatMap((id) => index.processes.get(id)?.value ?? []);
  const own = known.filter(({ owner }) => unitOf(index, owner) === unit.id).map(({ id }) => id);
  if (own.length > 0) return own;
  const strange = known.filter(({ owner, block }) => !units.some(({ id }) => id === unitOf(index, owner)) && (block === undefined || blocksOf(unit).some((mine) => mine === '' || mine === block))).map(({ id }) => id);
  return strange.length === 0 ? [] : [strange[at % strange.length] as string];
}

/** Head of the unit, then the other posts its people hold. */
function interviewees({ registers, today }: Project, unit: Unit): string[] {
  const here = registers.people.map(({ value }) => value).filter((person) => person.unit === unit.id && (person.until === undefined || person.until >= today));
  const posts = here.flatMap(({ posts: held = [] }) => held.filter((post) => !auditorKinds.includes(post)).slice(0, 1));
  return [...new Set([...(unit.head === undefined ? [] : [unit.head]), ...posts])];
}

function portions(clauses: readonly string[]): string[][] {
  const count = Math.ceil(clauses.length / MOST);
  const size = Math.ceil(clauses.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at) => clauses.slice(at * size, (at + 1) * size));
}
