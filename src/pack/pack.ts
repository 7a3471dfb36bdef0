import { crc32 } from 'node:zlib';
import { bag, type BagPlan, type BagSummary } from './bag.ts';
import { zip, type ZipFile } from './zip.ts';

/** A bag in one folder of an archive; `day` (YYYY-MM-DD) is the day of all its files. */
export interface PackPlan extends BagPlan { readonly folder: string; readonly day: string }

/** The bytes of a pack, made as they are asked for; `summary` is known when the last has been given. */
export function packed(plan: PackPlan): { readonly pieces: AsyncIterable<Uint8Array>; summary(): BagSummary } {
  let summary: BagSummary | undefined;
  return {
    pieces: zip(stored(plan, (filled) => { summary = filled; }), plan.day),
    summary() {
      if (!summary) throw new Error('the pack is not written yet');
      return summary;
    },
  };
}

async function* stored(plan: PackPlan, done: (summary: BagSummary) => void): AsyncGenerator<ZipFile> {
  for await (const { path, bytes } of bag(plan, done)) yield { name: `${plan.folder}/${path}`, size: bytes.length, crc: crc32(bytes), pieces: [bytes] };
}
