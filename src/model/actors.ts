import type { Index } from './project.ts';
import type { Wording } from './text.ts';

/** The unit of a person or post; a unit is its own. */
export function unitOf(index: Index, actor: string | undefined): string | undefined {
  if (actor === undefined) return undefined;
  return index.people.get(actor)?.value.unit ?? index.posts.get(actor)?.value.unit ?? index.units.get(actor)?.value.id;
}

/** Whether two signatures can be the same hand: the same person, or a person and a post that person holds. */
export function sameActor(index: Index, a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a === b || holds(index, a, b) || holds(index, b, a);
}

/** The name by which readers know a person, post or unit; its id when it is listed nowhere. */
export function actorName(index: Index, actor: string): Wording {
  return index.people.get(actor)?.value.name ?? index.posts.get(actor)?.value.name ?? index.units.get(actor)?.value.name ?? actor;
}

function holds(index: Index, person: string, post: string): boolean {
  return index.people.get(person)?.value.posts?.includes(post) ?? false;
}
