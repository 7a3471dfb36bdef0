import { auditingOf, blocksOf, topUnit, unitsOnce } from '#model/audit-scope.ts';
import type { Unit } from '#model/organization.ts';
import type { Project } from '#model/project.ts';

/** Units that are audited together; `sites`: they do the same work at many places. */
export interface Group { readonly units: readonly Unit[]; readonly sites: boolean }

/** Top management alone; the units of a block together; sites with what stands below them together. No group is larger than the custom allows, unless one site alone is. */
export function groupUnits(project: Project, visited: (unit: Unit) => boolean = () => true): Group[] {
  const { sites, units: most } = auditingOf(project);
  const all = unitsOnce(project).filter(visited);
  const top = topUnit(project);
  const isTop = (unit: Unit): boolean => unit.id === top || unit.kind === 'leadership' || (top === undefined && unit.block === 'top');
  const isSite = ({ kind }: Unit): boolean => kind !== undefined && sites.includes(kind);
  const blocks = [...project.standard.blocks.map(({ id }) => id), ''];
  const offices = all.filter((unit) => !isTop(unit) && !isSite(unit));
  return [
    ...portions([all.filter(isTop)], most).map((units) => ({ units, sites: false })),
    ...blocks.flatMap((block) => portions(offices.filter((unit) => blocksOf(unit)[0] === block).map((unit) => [unit]), most).map((units) => ({ units, sites: false }))),
    ...portions(families(all.filter((unit) => !isTop(unit) && isSite(unit))), most).map((units) => ({ units, sites: true })),
  ];
}

/** Sites with those below them: whoever goes to the district sees its stations. */
function families(units: readonly Unit[]): Unit[][] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const headOf = (unit: Unit, seen: ReadonlySet<string> = new Set()): string => {
    const above = known.get(unit.parent ?? '');
    return above === undefined || seen.has(above.id) ? unit.id : headOf(above, new Set([...seen, unit.id]));
  };
  return [...Map.groupBy(units, (unit) => headOf(unit)).values()];
}

/** As few portions as possible, of even size, families unbroken. */
function portions(families_: readonly (readonly Unit[])[], most: number): Unit[][] {
  const filled = families_.filter((family) => family.length > 0);
  const total = filled.reduce((sum, family) => sum + family.length, 0);
  const even = Math.ceil(total / Math.max(1, Math.ceil(total / most)));
  const result: Unit[][] = [];
  for (const family of filled) {
    const last = result.at(-1);
    if (last && last.length + family.length <= even) last.push(...family);
    else result.push([...family]);
  }
  return result;
}
