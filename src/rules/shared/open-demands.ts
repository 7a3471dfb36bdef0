import type { ClauseDossier, Unmet } from '#model/dossier.ts';
import type { Project } from '#model/project.ts';

/** Demands of clause schemas that the workspace does not meet, without those of what it has excluded. */
export function* openDemands({ clauses, judges, index }: Project): Generator<{ readonly dossier: ClauseDossier; readonly unmet: Unmet }> {
  for (const dossier of clauses) {
    if (dossier.excluded) continue;
    for (const unmet of judges.clauses.get(dossier.clause)?.(dossier.data) ?? []) {
      if (!index.excludedItems.has(unmet.requirement)) yield { dossier, unmet };
    }
  }
}
