import { actorName } from '#model/actors.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';

/** Words of the workspace for a reader of either language: in that language where they were written in it, else as they were written. */
export function told(words: Wording | undefined): Text {
  return { en: wordsIn(words, 'en'), 'zh-CN': wordsIn(words, 'zh-CN') };
}

/** A person, post or unit by name. */
export function namedActor(id: string | undefined, { index }: Project): Text {
  return told(id === undefined ? '' : actorName(index, id));
}
