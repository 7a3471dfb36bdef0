import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SchemaError } from '#model/assets.ts';
import { packageRoot } from './package-root.ts';

const require = createRequire(import.meta.url);

/** Compiled schemas by what needs them: every command reads the settings, taking facts needs those of files, judging those of dossiers. */
export type Part = 'settings' | 'files' | 'dossiers';
/** Checks that say yes or no, by path below schemas/, without extension; a demand of a dossier schema by `path#number`. `demands`: how many a dossier schema has (with the settings). */
export interface Verdicts { readonly verdicts: Readonly<Record<string, (data: unknown) => boolean>>; readonly demands?: Readonly<Record<string, number>> }
/** A check that says all that is wrong, in `errors`. */
export type Complaint = ((data: unknown) => boolean) & { errors?: SchemaError[] | null };

// The bundle has its own way to them: scripts/bundle.mjs puts another module in place of this one.

export function compiledVerdicts(part: Part): Verdicts {
  return require(join(packageRoot, 'generated', 'verdicts', `${part}.js`)) as Verdicts;
}

/** Complaints of one schema, by the names that verdicts have. */
export function complaintsOf(schema: string): Readonly<Record<string, Complaint>> {
  return require(join(packageRoot, 'generated', 'complaints', `${schema}.cjs`)) as Record<string, Complaint>;
}
