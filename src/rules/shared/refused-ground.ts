import { allWords, type Text, type Wording } from '#model/text.ts';
import type { Words } from '#model/words.ts';

/**
 * The ground for an exclusion that no auditor accepts, when the reasoning rests on it alone.
 * A refused ground beside `min` characters of other reasoning does no harm.
 */
export function refusedGround(reasoning: Wording | undefined, words: Words, min: number): Text | undefined {
  for (const text of allWords(reasoning)) {
    const refused = words.refused_grounds.find(({ pattern }) => new RegExp(pattern, 'i').test(text));
    if (!refused) continue;
    const free = (cut: RegExp): number => text.split(cut).filter((part) => !words.refused_grounds.some(({ pattern }) => new RegExp(pattern, 'i').test(part))).join('').replace(/\s/g, '').length;
    // Sentence by sentence; within one sentence the rest has to weigh more, since it may belong to the refused ground.
    if (free(/[。；;！!？?\n]|\.\s/) < min && free(/[。；;！!？?\n，,]|\.\s/) < 2 * min) return refused.ground;
  }
  return undefined;
}
