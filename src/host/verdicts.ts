import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** The compiled checks, read when the first is asked for: what is answered from memory needs none. In the bundle they are a chunk (scripts/bundle.mjs). */
export function verdicts(): typeof import('#generated/verdicts.js').verdicts {
  return (createRequire(import.meta.url)(join(packageRoot, 'generated', 'verdicts.js')) as typeof import('#generated/verdicts.js')).verdicts;
}
