import type { Nonconformity } from './audit.ts';
import { allWords, type Wording } from './text.ts';

/** Shorter causes match a fact by chance. */
const LEAST = 6;

/** Why a cause is only a symptom: it blames a person (with the word that does so) or says the fact once more. Undefined for one that can be worked on. */
export function shallowCause({ cause, fact }: Pick<Nonconformity, 'cause' | 'fact'>, blame: readonly string[]): { readonly kind: 'blame'; readonly word: string } | { readonly kind: 'repeats' } | undefined {
  const word = cause && blameIn(cause, blame);
  if (word !== undefined) return { kind: 'blame', word };
  return cause?.root !== undefined && says(cause.root, fact?.statement) ? { kind: 'repeats' } : undefined;
}

/** The blaming word in the root cause, unless the last "why" leads beyond the person. */
function blameIn({ root, whys = [] }: NonNullable<Nonconformity['cause']>, blame: readonly string[]): string | undefined {
  const find = (text: Wording | undefined): string | undefined => blame.find((word) => allWords(text).some((said) => said.toLowerCase().includes(word.toLowerCase())));
  const last = whys.at(-1);
  const word = find(root ?? last);
  return last !== undefined && find(last) === undefined ? undefined : word;
}

/** The cause uses the words of the fact in their order, with little or nothing added. */
function says(root: Wording, statement: Wording | undefined): boolean {
  return allWords(root).map(bare).some((cause) => cause.length >= LEAST && allWords(statement).map(bare).some((fact) => isPartOf(cause, fact, 2) || isPartOf(fact, cause, 4 / 3)));
}

function bare(text: string): string {
  return text.replace(/[\p{P}\s]/gu, '').toLowerCase();
}

function isPartOf(part: string, whole: string, most: number): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length && whole.length <= part.length * most;
}
