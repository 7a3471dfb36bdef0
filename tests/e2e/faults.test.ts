import { beforeAll, expect, test } from 'vitest';
import { errnos, failWrites } from './faults.ts';
import { seeded } from './kills.ts';
import type { State } from './states.ts';
import { startingStates, writingCommands, type WritingCommand } from './writing-commands.ts';

let states: Record<WritingCommand['from'], State>;
beforeAll(async () => {
  states = await startingStates();
});

/** Printing starts a browser for each run, and is tested at length by `npm run faults`. */
const quick = writingCommands.filter(({ name }) => name !== 'render');

test.for(quick.map((command, at) => [command.name, command, at] as const))('%s on a disk that fails for a moment or for good: the old state and a sentence, or the new state', async ([, command, at]) => {
  const random = seeded(at + 1);
  const errno = errnos[at % errnos.length] ?? 'EIO';
  const { notes, runs } = await failWrites(command, states[command.from], [{ errno, lasting: false }, { errno: 'EIO', lasting: true }], { points: 2, random });
  expect(notes).toEqual([]);
  expect(runs).toBeGreaterThan(1);
});
