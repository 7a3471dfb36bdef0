import { lineOf, type BodyPlaces } from '#model/body-places.ts';
import type { Mention } from '#model/facts.ts';
import type { Position } from '#model/place.ts';

/** Says of a paragraph whether it is hardly more than controlled numbers: "AB/QP-01 文件控制程序、AB/QP-02 记录控制程序". `mentions` are those of its body. */
export function listOfNumbers(mentions: readonly Mention[], places: BodyPlaces): (at: Position, length: number) => boolean {
  const sizes = new Map<number, number>();
  for (const [index, { id }] of mentions.entries()) {
    const line = lineOf({ places }, 'mentions', index);
    sizes.set(line, (sizes.get(line) ?? 0) + id.length);
  }
  return ({ start, end }, length) => {
    let size = 0;
    for (let line = start.line; line <= end.line; line++) size += sizes.get(line) ?? 0;
    return size > length * 0.4;
  };
}
