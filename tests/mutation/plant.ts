import { sha256 } from '#load/digest.ts';
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
    const ledger = ledgerWants(manual, mutant);
    const silent = told.filter((one) => one.startsWith('approval/silent-edit '));
    const lacking = [...(told.includes(wanted) ? [] : [wanted]), ...ledger.filter((one) => !silent.includes(one)), ...silent.filter((one) => !ledger.includes(one)).map((one) => `no ${one}`)];
    if (lacking.length > 0) missed.push(`${lacking.join('; ')} (changed: ${[...mutant.changes.keys()].join(', ')}; told: ${told.slice(0, 4).join('; ') || 'nothing'})`);
  }
  return { kind, code, planted: chosen.length, missed };
}

/**
 * What must be told besides of a text that people signed: an edit without a new revision, at the line of the revision. Nothing where the mutant is no longer
 * that revision put up for approval (its number, revision or status went), or no document at all: then other codes speak.
 */
function ledgerWants({ project }: Manual, { changes }: Mutant): string[] {
  return [...changes].flatMap(([path, content]) => {
    const signed = project.approvals.find(({ value }) => value.path === path)?.value;
    if (!signed || typeof content !== 'string' || sha256(Buffer.from(content)) === signed.sha256) return [];
    const end = content.startsWith('---\n') ? content.indexOf('\n---\n', 4) : -1;
    const front = end < 0 ? [] : content.slice(0, end).split('\n');
    const says = (key: string, pattern: string): boolean => front.some((line) => new RegExp(`^${key}: *["']?(?:${pattern})["']?$`).test(line));
    const stands = says('id', signed.document) && says('revision', signed.revision) && says('status', 'approved|effective') && says('type', '.+');
    return stands ? [`approval/silent-edit ${path}:${front.findIndex((line) => line.startsWith('revision:')) + 1}`] : [];
  });
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
