/** One thing that can be drawn. `strata`: what a good sample is spread over (month, handler, type, outcome); '' counts for nothing. */
export interface Drawable { readonly label: string; readonly strata: readonly string[] }
/** `of` is how many there are; `drawn` in the order of the register. */
export interface Sample { readonly of: number; readonly drawn: readonly string[] }

/** How many to draw: the square root of what there is, rounded up, within the bounds; all of it where there is less. */
export function sampleSize(count: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.min(count, most, Math.max(least, Math.ceil(Math.sqrt(count))));
}

/** A random sample that is spread over the strata. The same seed and entries give the same sample. */
export function draw(entries: readonly Drawable[], count: number, seed: string): Sample {
  const random = generator(seed);
  const left = entries.map((entry, at) => ({ entry, at, luck: random() })).sort((a, b) => a.luck - b.luck);
  const taken = new Map<string, number>();
  const chosen: typeof left = [];
  const weight = ({ entry }: (typeof left)[number]): number => entry.strata.reduce((sum, stratum, at) => sum + (taken.get(`${at}:${stratum}`) ?? 0), 0);
  while (chosen.length < count && left.length > 0) {
    let best = 0;
    for (let at = 1; at < left.length; at++) if (weight(left[at] as (typeof left)[number]) < weight(left[best] as (typeof left)[number])) best = at;
    const [one] = left.splice(best, 1) as [(typeof left)[number]];
    for (const [at, stratum] of one.entry.strata.entries()) if (stratum !== '') taken.set(`${at}:${stratum}`, (taken.get(`${at}:${stratum}`) ?? 0) + 1);
    chosen.push(one);
  }
  return { of: entries.length, drawn: chosen.sort((a, b) => a.at - b.at).map(({ entry }) => entry.label) };
}

/** A number below 10⁶ that belongs to a text: the seed of a checklist for which none was given. */
export function seedOf(text: string): string {
  return String(hash(text) % 1_000_000);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) as number), 0x01000193) >>> 0;
  return value;
}

/** mulberry32: numbers from 0 to below 1. */
function generator(seed: string): () => number {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
