import type { Project } from '#model/project.ts';
import { allWords } from '#model/text.ts';

const PERSONS: Readonly<Record<string, number>> = { 'one-person': 1, 'examine-approve': 2, collective: 3 };

/** How many persons a licensing case of a type needs: by the mode or licence item of that name, else by the known names of case types. */
export function personsNeeded({ registers, words }: Project, type: string): number {
  const modes = registers.licensing.flatMap(({ value }) => value.modes ?? []);
  const mode = modes.find(({ id, name }) => id === type || allWords(name).includes(type))?.id
    ?? registers.licenceItems.find(({ value }) => value.id === type || allWords(value.name).includes(type))?.value.mode
    ?? (words.two_person_cases.includes(type) ? 'examine-approve' : undefined);
  return mode === undefined ? 1 : modes.find(({ id }) => id === mode)?.persons ?? PERSONS[mode] ?? 1;
}
