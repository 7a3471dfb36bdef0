import { inForce, type Document } from '#model/document.ts';
import type { Claim } from '#model/facts.ts';
import type { Project } from '#model/project.ts';

/** The parts of the quality manual that are in force, the book itself before its chapters. */
export function manualsInForce({ documents, today }: Project): Document[] {
  const manuals = documents.filter((document) => document.value.type === 'manual' && inForce(document, today));
  return [...manuals.filter(({ value }) => value.part_of === undefined), ...manuals.filter(({ value }) => value.part_of !== undefined)];
}

/** Where the manual claims one of its required contents, e.g. `QM-1`. */
export function manualClaims(project: Project, content: string): { readonly manual: Document; readonly claim: Claim }[] {
  const item = project.standard.manual.contents.find(({ id }) => id === content)?.item;
  return manualsInForce(project).flatMap((manual) => manual.body.claims.filter((claim) => claim.item === item).map((claim) => ({ manual, claim })));
}
