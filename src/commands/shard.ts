import { UsageError } from '#model/usage-error.ts';

/** A part of the work, for many machines: part `shard` of `of`; `isMine` takes the position of a piece among all pieces. */
export interface Shard { readonly shard: number; readonly of: number; isMine(index: number): boolean }

/** `i/n` as it is typed after --shard. */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const shard = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (!match || shard < 1 || shard > of) throw new UsageError({ en: '--shard takes i/n with 1 ≤ i ≤ n, not "{shard}".', 'zh-CN': '--shard 须写成 i/n，且 1 ≤ i ≤ n，而不是“{shard}”。' }, { shard: text });
  return { shard, of, isMine: (index) => index % of === shard - 1 };
}
