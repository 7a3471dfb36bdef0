import type { ManagementReview } from '#model/audit.ts';
import { addDays } from '#model/calendar.ts';
import type { Project } from '#model/project.ts';
import type { Text, Wording } from '#model/text.ts';
import { decisionsOf, type TrackedDecision } from './review-decisions.ts';
import { reviewSources, type Span } from './review-sources.ts';

/** One input that the standard asks for: what the workspace shows on it, what the review itself noted, and the papers it usually comes from. */
export interface ReviewInput {
  readonly item: string; readonly text: Text; readonly facts: readonly Text[]; readonly sources: readonly string[]; readonly missing: boolean;
  readonly usual: readonly Text[]; readonly recorded?: { readonly summary?: Wording; readonly source?: string };
}
export interface ReviewOutput { readonly item: string; readonly text: Text; readonly decided: number }
/** Everything a management review of a year has before it, and what became of its decisions. `review` is null until one is planned. */
export interface ReviewPack {
  readonly year: string; readonly span: Span; readonly review: ManagementReview | null;
  readonly inputs: readonly ReviewInput[]; readonly outputs: readonly ReviewOutput[]; readonly decisions: readonly TrackedDecision[];
  readonly previous: { readonly id: string; readonly held: string; readonly decisions: readonly TrackedDecision[] } | null;
}

export function reviewPack(project: Project, year: string): ReviewPack {
  const { registers, standard, index } = project;
  const review = registers.reviews.map(({ value }) => value).filter((one) => one.year === year).at(-1) ?? null;
  const before = registers.reviews.map(({ value }) => value).filter((one) => one.held !== undefined && one.id !== review?.id && one.held < (review?.held ?? `${year}-12-32`) && one.held <= project.today)
    .sort((a, b) => ((a.held as string) < (b.held as string) ? -1 : 1)).at(-1);
  const span = spanOf(year, before?.held, review?.held, project.today);
  return {
    year, span, review,
    inputs: standard.review.inputs.filter(({ item }) => !index.excludedItems.has(item)).map(({ item, text, from = [], sources = [] }): ReviewInput => {
      const gathered = from.map((name) => reviewSources[name]?.(project, span)).filter((one) => one !== undefined);
      const recorded = review?.inputs?.find((input) => input.item === item);
      const facts = gathered.flatMap((one) => one.facts);
      return {
        item, text, facts, sources: [...new Set(gathered.flatMap((one) => one.sources))], missing: facts.length === 0 && !recorded?.summary && !recorded?.source, usual: sources,
        ...(recorded ? { recorded: { ...(recorded.summary ? { summary: recorded.summary } : {}), ...(recorded.source ? { source: recorded.source } : {}) } } : {}),
      };
    }),
    outputs: standard.review.outputs.map(({ item, text }) => ({ item, text, decided: (review?.decisions ?? []).filter((decision) => decision.item === item).length })),
    decisions: review ? decisionsOf(review, project) : [],
    previous: before ? { id: before.id, held: before.held as string, decisions: decisionsOf(before, project) } : null,
  };
}

/** From the day after the last review, else from the start of the year, until this one was held, else until today. */
function spanOf(year: string, before: string | undefined, held: string | undefined, today: string): Span {
  const last = `${year}-12-31`;
  return { from: before ? addDays(before, 1) : `${year}-01-01`, until: held ?? (today < last ? today : last) };
}
