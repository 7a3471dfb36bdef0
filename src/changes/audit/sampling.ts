import { sampleSize } from '#model/audit-coverage.ts';
import { auditingOf, unitsOnce } from '#model/audit-scope.ts';
import type { Unit } from '#model/organization.ts';
import type { Project } from '#model/project.ts';

/** A sample of sites: the population, those visited, those left to later years. */
export interface Draw { readonly policy: string; readonly seed: string; readonly population: readonly string[]; readonly drawn: readonly string[]; readonly left: readonly string[] }

/** Draws sites by a policy. Heavy sites are always visited, beyond the number drawn. The same seed draws the same sites. */
export function drawSites(project: Project, policy: string, seed: string, always: (unit: Unit) => boolean): Draw {
  const sites = unitsOnce(project).filter(({ kind }) => kind !== undefined && auditingOf(project).sites.includes(kind));
  const lots = sites.filter((unit) => !always(unit)).map(({ id }) => ({ id, lot: hash(`${seed}\n${id}`) })).sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1));
  const visited = new Set([...lots.slice(0, sampleSize(project, policy, sites.length)).map(({ id }) => id), ...sites.filter(always).map(({ id }) => id)]);
  const population = sites.map(({ id }) => id);
  return { policy, seed, population, drawn: population.filter((id) => visited.has(id)), left: population.filter((id) => !visited.has(id)) };
}

/** FNV-1a, 32 bits, mixed once more so that ids that differ in one digit draw far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) as number), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  return (value ^ (value >>> 15)) >>> 0;
}
