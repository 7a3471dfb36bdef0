import { beforeAll, expect, test } from 'vitest';
import { startingStates, writingCommands, type WritingCommand } from './kill-commands.ts';
import { atOnce, failAtCalls, killAtCalls, killRuns, seeded, type State } from './kills.ts';

let states: Record<WritingCommand['from'], State>;
beforeAll(async () => {
  states = await startingStates();
});
/** `init` writes dozens of files: not every call, but calls of every kind in every phase. */
const stepOf = (name: string): number => (name === 'init' ? 15 : 1);

test.for(writingCommands.map((command) => [command.name, command] as const))('%s killed at random points: every file old or new, nothing stray after the next run', async ([, command]) => {
  const tally = await killRuns(command, states[command.from], 2, seeded(command.name.length));
  expect(tally.faults).toEqual([]);
});

test.for(writingCommands.filter(({ name }) => ['init', 'revise'].includes(name)).map((command) => [command.name, command] as const))('%s killed before each call that changes the disk: the next run completes it', async ([name, command]) => {
  const tally = await killAtCalls(command, states[command.from], stepOf(name));
  expect(tally.faults).toEqual([]);
  expect(tally.strays).toBeGreaterThan(0); // the kills did fall into the writing
});

test.for(writingCommands.filter(({ name }) => ['init', 'new', 'revise'].includes(name)).map((command) => [command.name, command] as const))('%s with each call that changes the disk failing: exit 2 and the old state', async ([name, command]) => {
  const { faults, runs } = await failAtCalls(command, states[command.from], stepOf(name));
  expect(faults).toEqual([]);
  expect(runs).toBeGreaterThan(5);
});

test('12 at once take 12 numbers', async () => {
  const { failed, numbers, files, strays } = await atOnce(states.draft, ['new', 'procedure', '--title', 'The same', '--owner', 'qms-office'], 12);
  expect({ failed, numbers: numbers.size, files, strays }).toEqual({ failed: [], numbers: 12, files: 12, strays: [] });
});
