import type { DayLimit } from '#model/document.ts';
import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { Wording } from '#model/text.ts';

/** A time limit the organization sets itself, with where it stands. `promise` is a shorter time promised to the public. */
export interface OwnLimit { readonly entry: Entry<unknown>; readonly keys: readonly (string | number)[]; readonly subject: Wording; readonly days: number; readonly day_type?: DayLimit['day_type'] | undefined; readonly names: readonly string[]; readonly promise?: number }

/** The limits of documents not withdrawn, licence items, enforcement steps and the consumer register. `names` are the ids they rest on. */
export function* ownLimits({ documents, registers }: Project): Generator<OwnLimit> {
  for (const document of documents) {
    if (document.value.type === 'external' || document.value.status === 'obsolete' || document.value.status === 'retained') continue;
    for (const [at, limit] of (document.value.limits ?? []).entries()) yield own(document, ['limits', at], limit.subject ?? '', limit);
  }
  for (const entry of registers.licenceItems) if (entry.value.limit) yield own(entry, ['limit'], entry.value.name, entry.value.limit);
  for (const entry of registers.enforcement) {
    for (const [at, step] of (entry.value.steps ?? []).entries()) if (step.limit) yield own(entry, ['steps', at, 'limit'], step.name ?? step.id, step.limit);
  }
  for (const entry of registers.consumer) {
    for (const [key, value] of Object.entries(entry.value)) {
      const limit = (value as { limit?: RawLimit } | null)?.limit;
      if (typeof limit?.days === 'number') yield own(entry, [key, 'limit'], key, limit);
    }
  }
}

interface RawLimit { readonly days: number; readonly day_type?: DayLimit['day_type']; readonly basis?: string | readonly string[]; readonly limit?: string; readonly promise_days?: number }

function own(entry: Entry<unknown>, keys: readonly (string | number)[], subject: Wording, limit: RawLimit): OwnLimit {
  const { days, day_type, basis = [], promise_days } = limit;
  const names = [...(limit.limit === undefined ? [] : [limit.limit]), ...(typeof basis === 'string' ? [basis] : basis)];
  return { entry, keys, subject, days, names, ...(day_type ? { day_type } : {}), ...(promise_days === undefined ? {} : { promise: promise_days }) };
}
