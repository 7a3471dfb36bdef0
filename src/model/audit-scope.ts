import { unitOf } from './actors.ts';
import type { Unit } from './organization.ts';
import type { Project } from './project.ts';
import { auditableClauses, compareClauses, isWithin, type Auditing, type WeightReason } from './standard.ts';

/**
 * Why a clause is asked in a unit: it leads (●), is related (○), everybody is asked (common clauses), top management answers for it itself,
 * or nobody was named for it, so that top management has to answer.
 */
export type AskReason = 'lead' | 'related' | 'common' | 'top' | 'nobody';
/** One clause to be asked in one unit. `blocks` are those the unit works in, [''] when none is named. */
export interface Asked { readonly unit: string; readonly clause: string; readonly blocks: readonly string[]; readonly reason: AskReason }

type Known = Pick<Project, 'registers' | 'index' | 'standard' | 'config'>;

/** The customs of auditing that hold here: the standard pack's, changed by qms.yaml. */
export function auditingOf({ standard, config }: Pick<Project, 'standard' | 'config'>): Auditing {
  const { weight, sampling, day, ...rest } = config.auditing;
  const custom = standard.auditing;
  return {
    ...custom, ...rest as Partial<Auditing>,
    weight: { ...custom.weight, ...weight as Partial<Record<WeightReason, number>> }, sampling: { ...custom.sampling, ...sampling as Record<string, number> }, day: { ...custom.day, ...day },
  };
}

/** All that is applicable: what has to be asked where, by unit in the order of the register, then by clause. Excluded clauses are left out. */
export function askedEverywhere(project: Known): Asked[] {
  const { registers, index, standard } = project;
  const clauses = auditableClauses(standard).map(({ number }) => number).filter((number) => !index.excludedClauses.has(number)).sort(compareClauses);
  const { common, top_management: own } = auditingOf(project);
  const top = topUnit(project) ?? registers.units[0]?.value.id;
  const byClause = new Map(clauses.map((clause) => {
    const duties = registers.responsibilities.map(({ value }) => value).filter((row) => isWithin(clause, row.clause));
    return [clause, { lead: new Set(duties.flatMap(({ lead }) => lead ?? [])), related: new Set(duties.flatMap(({ related }) => related ?? [])) }] as const;
  }));
  return [...unitsOnce(project)].flatMap((unit) => clauses.flatMap((clause): Asked[] => {
    const duty = byClause.get(clause);
    const reason = duty?.lead.has(unit.id) ? 'lead' : duty?.related.has(unit.id) ? 'related' : common.includes(clause) ? 'common'
      : unit.id === top && own.includes(clause) ? 'top' : unit.id === top && !named(project, duty) ? 'nobody' : undefined;
    return reason === undefined ? [] : [{ unit: unit.id, clause, blocks: blocksOf(unit), reason }];
  }));
}

/** Blocks a unit works in; [''] when none is named, so that a unit without block is still audited. */
export function blocksOf({ block, blocks = [] }: Unit): string[] {
  const all = [...new Set([...(block === undefined ? [] : [block]), ...blocks])];
  return all.length > 0 ? all : [''];
}

/** The unit in which top management works; undefined when no listed one is known. */
export function topUnit({ registers, index }: Pick<Project, 'registers' | 'index'>): string | undefined {
  const post = registers.organizations.map(({ value }) => value.top_management).find((id) => id !== undefined);
  const unit = unitOf(index, post);
  return unit !== undefined && index.units.has(unit) ? unit : undefined;
}

/** The units, each id once. */
export function unitsOnce({ index }: Pick<Project, 'index'>): Unit[] {
  return [...index.units.values()].map(({ value }) => value);
}

function named({ index }: Known, duty: { readonly lead: ReadonlySet<string>; readonly related: ReadonlySet<string> } | undefined): boolean {
  return [...(duty?.lead ?? []), ...(duty?.related ?? [])].some((unit) => index.units.has(unit));
}
