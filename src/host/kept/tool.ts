import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './place.ts';

/**
 * Names the very build at work, so that no other trusts what it kept: the digest that the build wrote, and the Node it runs on. Null where there is none: the
 * program runs from its sources, or is being built.
 */
export function toolName(packageRoot: string): string | null {
  const build = attempt(() => readFileSync(join(packageRoot, 'dist', 'build.txt'), 'utf8'));
  return build && hash('sha256', JSON.stringify([build, process.version, process.arch]), 'hex');
}
