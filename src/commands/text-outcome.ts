import { createTwoFilesPatch } from 'diff';
import type { Env, Given, Outcome } from '#model/command.ts';
import type { Text } from '#model/text.ts';
import type { Opened } from './workspace.ts';

/** One file changed: shown as a diff with --dry-run, else written; the diff goes to the reader either way. */
export function textOutcome({ root }: Opened, path: string, before: string, after: string, given: Given, env: Env, said: Text): Outcome {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 2 });
  if (given.options['dryRun'] === true) return { exit: 0, text: patch };
  return { exit: 0, text: patch, notes: `${said[env.locale]}\n`, artifacts: [{ path: `${root}/${path}`, bytes: new TextEncoder().encode(after), replaces: before }] };
}
