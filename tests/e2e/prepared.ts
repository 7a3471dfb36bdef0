import { qmsHere, type Ran, type Surroundings } from './here.ts';
import { readState, restore, type State } from './states.ts';
import type { Step, WritingCommand } from './writing-commands.ts';

/** The day on which the commands of writing-commands.ts run, in this process or as one of their own. */
export const theDay: Readonly<Record<string, string>> = { SOURCE_DATE_EPOCH: String(Date.UTC(2004, 6, 2, 8) / 1000) };

export function here(root: string, args: readonly string[], around: Surroundings = {}): Promise<Ran> {
  return qmsHere(['-C', root, '--lang', 'en', ...args], { env: theDay, ...around });
}

/** Takes a step that must succeed; of a run of the tool, what it said. */
export async function take(root: string, step: Step, around: Surroundings = {}): Promise<string> {
  if (typeof step === 'function') return step(root).then(() => '');
  const { status, stdout, stderr } = await here(root, step, around);
  if (status !== 0) throw new Error(`${step.join(' ')} ended ${status}: ${stderr}`);
  return stdout;
}

/** The state that a command starts from, put into a folder, and the one that it leaves undisturbed, with how many calls changed the folder. */
export async function inPlace(root: string, command: WritingCommand, start: State): Promise<{ before: State; after: State; calls: number }> {
  restore(root, start);
  for (const step of command.after ?? []) await take(root, step);
  const before = readState(root);
  let calls = 0;
  await take(root, command.args, { watched: [root], fate: ({ does }) => { if (does === 'change') calls++; return undefined; } });
  return { before, after: readState(root), calls };
}
