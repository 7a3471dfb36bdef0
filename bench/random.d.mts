/** A seeded generator: `below(n)` gives a whole number from 0 to n - 1, `pick` an element. */
export function randomFrom(seed: number): { below(limit: number): number; pick<T>(list: readonly T[]): T };
