import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { isWithin } from '#model/standard.ts';

/** Where something absent is called for by a clause: its row of the responsibility matrix, else the chosen standard in qms.yaml. */
export function clausePlace({ registers, configPath }: Project, clause: string): Spot {
  const row = registers.responsibilities.find(({ value }) => value.clause === clause)
    ?? registers.responsibilities.find(({ value }) => isWithin(clause, value.clause));
  return row ? spot(row, 'clause') : { path: configPath, pointer: '/standard' };
}
