import type { Document } from './document.ts';
import { clauseOf, isWithin, type Standard } from './standard.ts';

/** Which documents claim what, in their own order: a clause by front matter (one above it counts) or by an item in the text, an item by the text. */
export interface Claiming { readonly clauses: ReadonlyMap<string, readonly Document[]>; readonly items: ReadonlyMap<string, readonly Document[]> }

/** One pass over all documents, instead of one for each clause and item. */
export function claimingOf(documents: readonly Document[], { clauses: known }: Standard): Claiming {
  const clauses = new Map<string, Document[]>();
  const items = new Map<string, Document[]>();
  const within = new Map<string, readonly string[]>();
  const below = (named: string): readonly string[] => {
    const found = within.get(named) ?? known.map(({ number }) => number).filter((number) => isWithin(number, named));
    within.set(named, found);
    return found;
  };
  for (const document of documents) {
    const own = new Set((document.value.clauses ?? []).flatMap(below));
    for (const item of new Set(document.body.claims.map((claim) => claim.item))) {
      own.add(clauseOf(item));
      enter(items, item, document);
    }
    for (const clause of own) enter(clauses, clause, document);
  }
  return { clauses, items };
}

function enter(map: Map<string, Document[]>, key: string, document: Document): void {
  const list = map.get(key);
  if (list) list.push(document);
  else map.set(key, [document]);
}
