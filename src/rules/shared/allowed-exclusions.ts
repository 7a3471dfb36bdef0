import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { findClause } from '#model/standard.ts';
import type { Exclusion } from '#model/system.ts';

/** The exclusions that the standard allows at all; exclusion/outside-clause-7 tells of the others. */
export function allowedExclusions({ registers, standard }: Project): Entry<Exclusion>[] {
  return registers.exclusions.filter(({ value }) => findClause(standard, value.clause)?.excludable);
}
