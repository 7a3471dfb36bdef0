import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { failReads } from './faults.ts';
import { seeded } from './kills.ts';
import { here, take } from './prepared.ts';
import { beforeTelling, isBinary, printings, untold } from './reading-commands.ts';
import { gitIn } from './traps.ts';

const root = temporaryFolder();
beforeAll(async () => {
  for (const step of beforeTelling) await take(root, step);
  gitIn(root, 'init', '-q');
  gitIn(root, 'add', '-A');
  gitIn(root, 'commit', '-q', '-m', 'first');
});

test('no command that prints is forgotten', () => {
  expect(untold).toEqual(['render', 'letter', 'verify']); // the first prints files, the others tell of packs: tests of their own
});

const onPaper = printings.filter(({ format }) => !isBinary(format));

describe('standard output', () => {
  test('full: never exit 0, and a sentence', async () => {
    const wrong: string[] = [];
    for (const { args } of onPaper) {
      const { status, stderr } = await here(root, args, { fate: ({ path }) => (path === 'stdout' ? { code: 'ENOSPC' } : undefined) });
      if (status !== 2 || !/^qms: .*ENOSPC/m.test(stderr)) wrong.push(`${args.join(' ')}: ${status} ${stderr}`);
    }
    expect(wrong).toEqual([]);
  });

  test('closed at the other end (| head -1): exit 2 in silence', async () => {
    const wrong: string[] = [];
    for (const { args } of onPaper) {
      const { status, stderr } = await here(root, args, { fate: ({ path }) => (path === 'stdout' ? { code: 'EPIPE' } : undefined) });
      if (status !== 2 || /^qms:|\n {4}at /m.test(stderr)) wrong.push(`${args.join(' ')}: ${status} ${stderr}`);
    }
    expect(wrong).toEqual([]);
  });

  test('slow at the other end: all of it arrives', async () => {
    const wrong: string[] = [];
    for (const { args } of onPaper) {
      const whole = await here(root, args);
      let busy = 0;
      const slow = await here(root, args, { fate: ({ path }) => (path === 'stdout' && busy++ % 2 === 0 && busy < 20 ? { code: 'EAGAIN' } : undefined) });
      if (slow.stdout !== whole.stdout || slow.status !== whole.status || busy === 0) wrong.push(args.join(' '));
    }
    expect(wrong).toEqual([]);
  });
});

test('a file that cannot be read is told, or changes nothing: nothing is left out in silence', async () => {
  const wrong: string[] = [];
  const once = onPaper.filter(({ name }, at) => onPaper.findIndex((other) => other.name === name) === at);
  for (const [at, { args }] of once.entries()) {
    const { notes, runs } = await failReads(root, args, [{ errno: 'EIO', lasting: false }, { errno: 'EACCES', lasting: false }], { points: 2, random: seeded(at + 1) });
    expect(runs, args.join(' ')).toBeGreaterThan(0);
    wrong.push(...notes);
  }
  expect(wrong).toEqual([]);
});
