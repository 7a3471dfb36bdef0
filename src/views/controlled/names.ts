import type { Project } from '#model/project.ts';
import { wordsIn } from '#model/text.ts';

/** The name of a unit, post or person in the language of the workspace; the id itself where there is none, '' without an id. */
export function nameIn({ index, config }: Project, id: string | undefined): string {
  if (id === undefined || id === '') return '';
  return wordsIn(index.units.get(id)?.value.name ?? index.posts.get(id)?.value.name ?? index.people.get(id)?.value.name ?? id, config.language);
}
