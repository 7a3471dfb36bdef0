import type { Assets, SchemaCheck, SchemaError } from '#model/assets.ts';
import type { Basis, Covering } from '#model/diagnostic.ts';
import type { Judge, Judges, Unmet } from '#model/dossier.ts';
import type { Standard } from '#model/standard.ts';
import type { Text } from '#model/text.ts';

/**
 * One entry of a clause or block schema's `allOf`: a demand with the requirement it serves and what to say when it is not met.
 * `x-basis: practice` marks custom: it advises, it does not fail. `x-covered-by` names codes that tell the same fault better.
 */
export interface Demand {
  readonly 'x-requirement'?: string; readonly 'x-basis'?: Basis; readonly 'x-say': Text; readonly 'x-covered-by'?: Covering;
}

/** Judges for every clause and block that has a schema, the workspace's own ones added. */
export function buildJudges(assets: Pick<Assets, 'check' | 'demands' | 'schema'>, standard: Standard, house: (name: string) => readonly SchemaCheck[]): Judges {
  const clauses = new Map<string, Judge>();
  for (const { number, auditable } of standard.clauses) {
    if (auditable) clauses.set(number, judge(assets, `standards/${standard.id}/clauses/${number}`, house(`clause:${number}`)));
  }
  const blocks = new Map<string, Judge>();
  for (const { id } of standard.blocks) {
    if (assets.demands(`blocks/${id}`) > 0) blocks.set(id, judge(assets, `blocks/${id}`, house(`block:${id}`)));
  }
  return { clauses, blocks };
}

function judge(assets: Pick<Assets, 'check' | 'demands' | 'schema'>, name: string, house: readonly SchemaCheck[]): Judge {
  let known: readonly SchemaCheck[] | undefined;
  const checks = (): readonly SchemaCheck[] => (known ??= Array.from({ length: assets.demands(name) }, (_, index) => assets.check(`${name}#${index}`) as SchemaCheck));
  /** The schema with its words is read only when there is something to say. */
  const unmet = (errors: readonly SchemaError[], index: number): Unmet[] => {
    const { 'x-requirement': requirement = '', 'x-say': say, 'x-basis': basis = 'standard', 'x-covered-by': coveredBy } = (assets.schema(name) as { readonly allOf: readonly Demand[] }).allOf[index] as Demand;
    return faults(errors).map((error) => ({ pointer: error.instancePath, requirement, say, basis, ...(coveredBy ? { coveredBy } : {}) }));
  };
  return (data) => [
    ...checks().flatMap((check, index) => {
      const errors = check(data);
      return errors === null ? [] : unmet(errors, index);
    }),
    ...house.flatMap((check) => faults(check(data) ?? []).map((error): Unmet => ({
      pointer: error.instancePath, requirement: '', basis: 'own-rule',
      say: { en: `House rule: ${error.message ?? error.keyword}`, 'zh-CN': `本单位规则：${error.message ?? error.keyword}` },
    }))),
  ];
}

/** Of the errors of one demand, those that name the failing part: a failed anyOf or contains stands for its branches. */
function faults(errors: readonly SchemaError[]): SchemaError[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'contains' || keyword === 'not');
  const told = errors.filter((error) => error.keyword !== 'if'
    && !choices.some((choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`)));
  const seen = new Set<string>();
  return told.filter(({ instancePath }) => !seen.has(instancePath) && seen.add(instancePath));
}
