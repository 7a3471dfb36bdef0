import type { Kind, Mutant } from './edits.ts';
import type { Manual } from './manual.ts';

/** What became of the defects of one kind: `missed` says for each where it should have been told, and what was told instead. */
export interface Outcome { readonly kind: string; readonly code: string; readonly planted: number; readonly missed: readonly string[] }

/** Plants the defects of a kind one after another, each in its own copy of the manual: every one, or every n-th. */
export async function plant(manual: Manual, { kind, code, mutants }: Kind, every = 1): Promise<Outcome> {
  const chosen = [...mutants(manual)].filter((_, index) => index % every === 0);
  const missed: string[] = [];
  for (const mutant of chosen) {
    const told = await toldOf(manual, mutant);
    const wanted = `${code} ${mutant.path}:${mutant.line}`;
    if (!told.includes(wanted)) missed.push(`${wanted} (changed: ${[...mutant.changes.keys()].join(', ')}; told: ${told.slice(0, 4).join('; ') || 'nothing'})`);
  }
  return { kind, code, planted: chosen.length, missed };
}

async function toldOf(manual: Manual, { changes }: Mutant): Promise<string[]> {
  return (await manual.judge(changes)).map(({ code, at }) => `${code} ${at.path}:${at.position.start.line}`);
}

/** The figure over all kinds. */
export function figure(outcomes: readonly Outcome[]): string {
  const planted = outcomes.reduce((sum, one) => sum + one.planted, 0);
  const missed = outcomes.reduce((sum, one) => sum + one.missed.length, 0);
  return `${planted - missed} of ${planted} defects of ${outcomes.length} kinds caught`;
}
