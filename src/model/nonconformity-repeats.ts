import type { Nonconformity } from './audit.ts';
import { addMonths } from './calendar.ts';
import { clauseOf } from './standard.ts';

/** How long an earlier report counts against a later one. */
const MONTHS = 12;

/** The clause of a report: cited, else that of its item. */
export function citedClause({ clause, item }: Nonconformity): string | undefined {
  return clause ?? (item === undefined ? undefined : clauseOf(item));
}

/** Earlier reports of the same clause in the same unit, and of the same item in other units, within twelve months and not of the same audit. */
export function earlierAlike(report: Nonconformity, all: readonly Nonconformity[]): { readonly same: readonly Nonconformity[]; readonly elsewhere: readonly Nonconformity[] } {
  const clause = citedClause(report);
  const sameClause = (other: Nonconformity): boolean => clause !== undefined && report.unit !== undefined && other.unit === report.unit && citedClause(other) === clause;
  const sameItem = (other: Nonconformity): boolean => report.item !== undefined && other.item === report.item && other.unit !== report.unit;
  return { same: all.filter((other) => sameClause(other) && comesBefore(other, report)), elsewhere: all.filter((other) => sameItem(other) && comesBefore(other, report)) };
}

/** Found earlier, within the time, and not in the same audit. */
function comesBefore(earlier: Nonconformity, later: Nonconformity): boolean {
  const [first, second] = [earlier.found?.on, later.found?.on];
  if (first === undefined || second === undefined || first >= second || addMonths(first, MONTHS) < second) return false;
  return earlier.audit === undefined || earlier.audit !== later.audit;
}
