import type { Standard } from '#model/standard.ts';

/** The clauses under which the pack's practices list a code: for findings of the same kind that have no practice of their own. */
export function clausesOfCode(standard: Standard, code: string): string[] {
  return standard.practices.filter(({ codes }) => codes.includes(code)).map(({ clause }) => clause);
}
