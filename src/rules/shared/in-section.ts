import type { BodyFacts } from '#model/facts.ts';

/** True when `section` is `outer` or lies below it; -1 is the whole document. */
export function inSection(body: BodyFacts, section: number, outer: number): boolean {
  if (outer < 0) return true;
  for (let at = section; at >= 0; at = body.sections[at]?.parent ?? -1) if (at === outer) return true;
  return false;
}
