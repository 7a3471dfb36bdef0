import type { AuditPlan, PlannedAudit, Sitting } from '#model/audit.ts';
import { unitOf } from '#model/actors.ts';
import { askedEverywhere, blocksOf } from '#model/audit-scope.ts';
import type { Project } from '#model/project.ts';
import { auditableClauses, compareClauses, isWithin, type Item } from '#model/standard.ts';
import type { Sight } from './populations.ts';

/** One clause that is asked, with its items. */
export interface AskedClause { readonly clause: string; readonly items: readonly Item[] }
export interface Scope extends Sight {
  readonly audit: PlannedAudit | undefined; readonly plan: AuditPlan | undefined; readonly sittings: readonly Sitting[];
  readonly clauses: readonly AskedClause[];
  readonly leftToLead: readonly string[];
}

const written = 'documented-procedure';

/**
 * What is asked: the clauses of the plan's sittings with this unit or process; without such a sitting those of the audit that concern the unit
 * (the process: that it serves). Excluded items are left out.
 */
export function scopeOf(project: Project, id: string, unit: string, process: string): Scope {
  const { registers, index, standard } = project;
  const audit = registers.audits.find(({ value }) => value.id === id)?.value;
  const plan = registers.plans.find(({ value }) => value.id === id)?.value;
  const sittings = (plan?.timetable ?? []).filter((sitting) => (unit === '' || sitting.unit === unit) && (process === '' || sitting.process === process));
  const duties = new Map(askedEverywhere(project).filter((asked) => asked.unit === unit).map(({ clause, reason }) => [clause, reason]));
  const timed = sittings.flatMap(({ clauses = [] }) => clauses);
  const served = index.processes.get(process)?.value.clauses ?? [];
  const asked = (clause: string): boolean => {
    if (timed.length > 0) return timed.some((within) => isWithin(clause, within));
    if (unit === '') return served.some((within) => isWithin(clause, within));
    return duties.has(clause) && (audit?.clauses ?? [clause]).some((within) => isWithin(clause, within));
  };
  const led = new Set(registers.responsibilities.filter(({ value }) => value.lead?.length).map(({ value }) => value.clause));
  const leftToLead: string[] = [];
  const clauses = auditableClauses(standard).filter(({ number }) => !index.excludedClauses.has(number) && asked(number)).sort((a, b) => compareClauses(a.number, b.number)).map((clause) => {
    const lead = unit === '' || duties.get(clause.number) === 'lead' || !led.has(clause.number);
    const items = (clause.items ?? []).filter((item) => !index.excludedItems.has(item.id));
    if (!lead) leftToLead.push(...items.filter(({ kind }) => kind === written).map((item) => item.id));
    return { clause: clause.number, items: lead ? items : items.filter(({ kind }) => kind !== written) };
  });
  return { audit, plan, sittings, unit, process, blocks: blocksIn(project, unit, process, audit, sittings), clauses, leftToLead };
}

/** The blocks whose documents and records are looked at. A unit that stands for a site of many blocks shows what the audit covers. */
function blocksIn({ index }: Project, unit: string, process: string, audit: PlannedAudit | undefined, sittings: readonly Sitting[]): string[] {
  const ofProcesses = [process, ...sittings.map((sitting) => sitting.process ?? '')].flatMap((id) => index.processes.get(id)?.value.block ?? []);
  const own = index.units.get(unit)?.value;
  const all = [...(own === undefined || process !== '' ? [] : blocksOf(own).filter(Boolean)), ...ofProcesses];
  return [...new Set(all.length > 0 ? all : audit?.blocks ?? [])];
}

/** Who can be audited in an audit: the units and processes of its plan, else of the programme. */
export function auditees(project: Project, id: string): { readonly units: readonly string[]; readonly processes: readonly string[] } {
  const { registers, index } = project;
  const audits = registers.audits.filter(({ value }) => value.id === id).map(({ value }) => value);
  const sittings = registers.plans.filter(({ value }) => value.id === id).flatMap(({ value }) => value.timetable ?? []);
  const processes = [...new Set([...sittings.flatMap((sitting) => sitting.process ?? []), ...audits.flatMap((audit) => audit.processes ?? [])])];
  const units = [...sittings.flatMap((sitting) => sitting.unit ?? []), ...audits.flatMap((audit) => audit.units ?? [])];
  return { units: [...new Set(units.length > 0 ? units : processes.flatMap((process) => unitOf(index, index.processes.get(process)?.value.owner) ?? []))], processes };
}
