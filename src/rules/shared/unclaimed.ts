import { inForce, isObsolete } from '#model/document.ts';
import type { Finding } from '#model/diagnostic.ts';
import { bodyPlace, type Claim } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import { auditableClauses, type Clause, type Item } from '#model/standard.ts';
import { clausePlace } from './clause-place.ts';

/** What documents say of the items of the standard: claimed in force, or only in a document that is not. */
export interface Coverage { readonly inForce: ReadonlySet<string>; readonly elsewhere: ReadonlyMap<string, { readonly path: string; readonly document: string; readonly claim: Claim }> }

export function coverageOf({ documents, today }: Project): Coverage {
  const now = new Set<string>();
  const elsewhere = new Map<string, { path: string; document: string; claim: Claim }>();
  for (const document of documents) {
    for (const claim of document.body.claims) {
      if (inForce(document, today)) now.add(claim.item);
      else if (!isObsolete(document) && !elsewhere.has(claim.item)) elsewhere.set(claim.item, { path: document.path, document: document.value.id, claim });
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

/** The finding for an item that no document in force claims; undefined when one does. */
export function unclaimed(project: Project, clause: Clause, item: Item, coverage: Coverage): Finding | undefined {
  if (coverage.inForce.has(item.id)) return undefined;
  const draft = coverage.elsewhere.get(item.id);
  const shared = { clauses: [clause.number] };
  return draft
    ? { ...shared, at: bodyPlace(draft, draft.claim), message: 'not-in-force', args: { item: item.id, document: draft.document } }
    : { ...shared, at: clausePlace(project, clause.number), message: 'item', args: { item: item.id, text: item.text } };
}
