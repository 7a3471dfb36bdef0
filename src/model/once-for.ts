import { noteReads, recorded, type Reads } from './reads.ts';

/** What was made, and what of the facts was read for it. */
interface Once<Made> { readonly made: Made; readonly reads: Reads }

/**
 * Makes something of a thing that lives through the run, such as the word lists, and makes it once. Whoever gets it has read what was read to make it, as if it had
 * been made for him: nothing else in the program may keep what was made of facts.
 */
export function onceFor<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Once<Made>>();
  return (key) => {
    const before = known.get(key);
    if (before) return again(before);
    const fresh = recorded(() => make(key));
    known.set(key, fresh);
    return fresh.made;
  };
}

/** Makes something when it is first asked for. */
export function once<Made>(make: () => Made): () => Made {
  let known: Once<Made> | undefined;
  return () => (known ? again(known) : (known = recorded(make)).made);
}

function again<Made>({ made, reads }: Once<Made>): Made {
  if (reads.size > 0) noteReads(reads);
  return made;
}
