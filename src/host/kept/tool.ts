import { hash } from 'node:crypto';

/**
 * Names the build at work and the Node it runs on, so that no other trusts what it kept. Null without a build: the program runs from its sources, or is just
 * being built.
 */
export function toolName(build: string): string | null {
  return build === '' ? null : hash('sha256', JSON.stringify([build, process.version, process.arch]), 'hex');
}
