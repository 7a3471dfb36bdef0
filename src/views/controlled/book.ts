import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';

/** A document with its parts (`part_of`), each with a revision of its own, in the order of reading. */
export function partsOf(project: Project, document: Document): Document[] {
  const rank = ({ value }: Document): number => value.order ?? Number.MAX_SAFE_INTEGER;
  const parts = project.documents.filter(({ value }) => value.part_of === document.value.id);
  return [document, ...parts.sort((a, b) => rank(a) - rank(b) || (a.value.id < b.value.id ? -1 : 1))];
}

/** What `--book NAME` means: `manual` the quality manual, else the document of that number. */
export function bookOf(project: Project, name: string): Document | undefined {
  if (name === 'manual') return project.documents.find(({ value }) => value.type === 'manual' && value.part_of === undefined);
  return project.index.documents.get(name)?.[0];
}
