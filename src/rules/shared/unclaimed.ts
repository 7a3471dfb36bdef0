import { inForce, isObsolete, type Document } from '#model/document.ts';
import type { Finding } from '#model/diagnostic.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { auditableClauses, clauseOf, type Clause, type Item } from '#model/standard.ts';
import { clausePlace } from './clause-place.ts';
import { NOT_IN_FORCE } from './not-in-force.ts';

/** What documents say of the items of the standard: claimed in force, or only in a document that is not. */
export interface Coverage { readonly inForce: ReadonlySet<string>; readonly elsewhere: ReadonlyMap<string, Document> }

export function coverageOf({ documents, today }: Project): Coverage {
  const now = new Set<string>();
  const elsewhere = new Map<string, Document>();
  for (const document of documents) {
    for (const { item } of document.body.claims) {
      if (inForce(document, today)) now.add(item);
      else if (!isObsolete(document) && !elsewhere.has(item)) elsewhere.set(item, document);
    }
  }
  return { inForce: now, elsewhere };
}

/** Clauses that are audited and not excluded, each with its items that are not left out. */
export function openClauses({ standard, index }: Project): { readonly clause: Clause; readonly items: readonly Item[] }[] {
  return auditableClauses(standard).filter(({ number }) => !index.excludedClauses.has(number))
    .map((clause) => ({ clause, items: (clause.items ?? []).filter(({ id }) => !index.excludedItems.has(id)) }));
}

/** True when no document, in force or not, claims any of the items. */
export function isUntouched(items: readonly Item[], coverage: Coverage): boolean {
  return !items.some(({ id }) => coverage.inForce.has(id) || coverage.elsewhere.has(id));
}

/** Findings for items that no document in force claims: one for each item, and one for each document that claims them without being in force. */
export function* unclaimed(project: Project, items: readonly Item[], coverage: Coverage): Generator<Finding> {
  const open = items.filter(({ id }) => !coverage.inForce.has(id));
  for (const [document, waiting] of Map.groupBy(open, ({ id }) => coverage.elsewhere.get(id))) {
    if (document) {
      const clauses = [...new Set(waiting.map(({ id }) => clauseOf(id)))];
      yield { at: spot(document, 'status'), clauses, message: 'not-in-force', args: { document: document.value.id, count: waiting.length, item: waiting[0]?.id ?? '' }, coveredBy: NOT_IN_FORCE };
    } else {
      for (const { id, text } of waiting) yield { at: clausePlace(project, clauseOf(id)), clauses: [clauseOf(id)], message: 'item', args: { item: id, text } };
    }
  }
}
