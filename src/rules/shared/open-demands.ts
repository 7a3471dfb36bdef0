import type { Unmet } from '#model/dossier.ts';
import { onceFor } from '#model/once-for.ts';
import type { Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';

/** Demands of clause schemas that the workspace does not meet, without those of what it has excluded. */
export const openDemands: (project: Project) => readonly OpenDemand[] = onceFor((project) => [...judged(project)]);

export interface OpenDemand { readonly clause: string; readonly at: Spot; readonly unmet: Unmet }

function* judged({ clauses, judges, index }: Project): Generator<OpenDemand> {
  for (const { clause, excluded, data, source } of clauses) {
    if (excluded) continue;
    const open = (judges.clauses.get(clause)?.(data) ?? []).filter(({ requirement }) => !index.excludedItems.has(requirement));
    // Several failing values of one thing are one fault, told at what they have in common.
    for (const same of Map.groupBy(open, ({ say, pointer }) => JSON.stringify([say.en, thingOf(pointer)])).values()) {
      const [unmet] = same as [Unmet];
      yield { clause, at: source(same.map(({ pointer }) => pointer).reduce(common)), unmet };
    }
  }
}

/** The pointer down to its last list entry: `/reviews/0/conclusion/adequacy` → `/reviews/0`. */
function thingOf(pointer: string): string {
  return /^.*\/\d+(?=\/|$)/.exec(pointer)?.[0] ?? '';
}

function common(a: string, b: string): string {
  const [left, right] = [a.split('/'), b.split('/')];
  const until = left.findIndex((key, index) => key !== right[index]);
  return until < 0 ? a : left.slice(0, until).join('/');
}
