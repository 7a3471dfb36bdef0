import { beforeAll, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { output } from '#commands/specs/options.ts';
import { atOnce, killOnce, seeded } from './kills.ts';
import type { State } from './states.ts';
import { startingStates, writingCommands, type WritingCommand } from './writing-commands.ts';

let states: Record<WritingCommand['from'], State>;
beforeAll(async () => {
  states = await startingStates();
});

/** What can be shown before it is written, writes a baseline, or gives its output a meaning of its own; every other command only prints, by the one way that `matrix --output` stands for. */
test('no command that writes is forgotten', () => {
  const words = writingCommands.map(({ args }) => args.join(' '));
  const writing = commands.filter(({ options = [] }) => options.some((option) => /^--(?:dry-run|write-\w+)\b/.test(option.flags) || (option.flags === output.flags && option !== output))).map(({ name }) => name);
  expect(writing.length).toBeGreaterThan(20);
  expect(writing.filter((name) => !words.some((line) => `${line} `.startsWith(`${name} `)))).toEqual([]);
});

test.for(writingCommands.map((command) => [command.name, command] as const))('%s killed while it writes: every file old or new; the next run brings the new state, nothing stray remains', async ([, command]) => {
  const { faults, after } = await killOnce(command, states[command.from], seeded(command.name.length));
  expect(faults).toEqual([]);
  expect(after).toBe(0); // the kill did fall
});

test('12 at once take 12 numbers', async () => {
  const { failed, numbers, files, strays } = await atOnce(states.draft, ['new', 'procedure', '--title', 'The same', '--owner', 'qms-office'], 12);
  expect({ failed, numbers: numbers.size, files, strays }).toEqual({ failed: [], numbers: 12, files: 12, strays: [] });
});
