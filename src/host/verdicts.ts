import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SchemaError } from '#model/assets.ts';
import { packageRoot } from './package-root.ts';

const require = createRequire(import.meta.url);

/** The compiled checks, read when the first is asked for: what is answered from memory needs none. The bundle has its own way to them (scripts/bundle.mjs). */
export function verdicts(): typeof import('#generated/verdicts.js').verdicts {
  return (require(join(packageRoot, 'generated', 'verdicts.js')) as typeof import('#generated/verdicts.js')).verdicts;
}

/** A check that says all that is wrong in `errors`. */
export type Complaint = ((data: unknown) => boolean) & { errors?: SchemaError[] | null };

/** Those of one schema, by the names that verdicts have; read when a verdict is no. */
export function complaintsOf(schema: string): Readonly<Record<string, Complaint>> {
  return require(join(packageRoot, 'generated', 'complaints', `${schema}.cjs`)) as Record<string, Complaint>;
}
