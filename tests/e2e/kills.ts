import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../../bench/random.mjs';
import { here, inPlace, theDay } from './prepared.ts';
import { isStray, judge, readState, restore, straysIn, type State } from './states.ts';
import type { WritingCommand } from './writing-commands.ts';

export interface Ended { readonly status: number | null; readonly signal: NodeJS.Signals | null; readonly stdout: string; readonly stderr: string; readonly took: number; readonly wrote: Phase }
/** Milliseconds from the start of a run to the first call that changes the disk, and to the end of the last; null where it did not come to that. */
export interface Phase { readonly from: number | null; readonly to: number | null }
/** Kills by when they fell: before the first call that changes the disk, after that one, or when all was written; and what they left. */
export interface Tally { readonly command: string; runs: number; before: number; during: number; after: number; old: number; new: number; between: number; strays: number; readonly faults: string[] }

const bin = join(import.meta.dirname, '../../bin/qms.js');
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|LC_|LANG|NO_COLOR|FORCE_COLOR|npm_|NODE_)/.test(name)));
const environment = { ...clean, LANG: 'C.UTF-8', ...theDay };

/** When a run is killed: after so many milliseconds, or at so many-th call that changes the disk. */
export interface Kill { readonly after?: number; readonly at?: number }

/** One run of the tool, killed or not. */
export function run(root: string, args: readonly string[], { after, at = 0 }: Kill = {}): Promise<Ended> {
  return new Promise((done, fail) => {
    const began = performance.now();
    const counting = `data:text/javascript,${encodeURIComponent(counted(root, at))}`;
    const child = spawn(process.execPath, ['--import', counting, bin, '-C', root, '--lang', 'en', ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
    let [from, to]: [number | null, number | null] = [null, null];
    const said: [string, string] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (part: string) => { said[0] += part; });
    child.stderr?.setEncoding('utf8').on('data', (part: string) => { said[1] += part; });
    child.stdio[3]?.on('error', () => {}).on('data', (marks: Buffer) => {
      if (marks.includes('w')) from = performance.now() - began;
      if (marks.includes('e')) to = performance.now() - began;
    });
    child.on('error', fail);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      done({ status, signal, stdout: said[0], stderr: said[1], took: performance.now() - began, wrote: { from, to } });
    });
  });
}

/**
 * Code that counts the calls that change the workspace and ends the process at the n-th: right before it or, of one that writes, in the middle. It tells of the
 * first on file descriptor 3, and of the end. What is written elsewhere (a cache, the profile of a browser) is not its concern.
 */
const counted = (root: string, n: number): string => `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
const [mark, write] = [fs.writeSync.bind(fs), fs.writeSync]; let calls = 0; const ours = new Set();
const inside = (path) => String(path).startsWith(${JSON.stringify(root)});
const die = () => process.kill(process.pid, 'SIGKILL');
const count = (name, changes, done = () => {}) => { const real = fs[name]; fs[name] = (...args) => {
  if (changes(args) && calls++ === 0) mark(3, 'w');
  if (changes(args) && calls === ${n}) {
    if (name === 'writeSync') write(args[0], args[1].subarray(0, Math.floor(args[1].length / 2)));
    die();
  }
  const result = real(...args);
  done(args, result);
  return result;
}; };
count('openSync', ([path, flags]) => inside(path) && (flags === 'wx' || flags === 'a'), ([path], handle) => { if (inside(path)) ours.add(handle); else ours.delete(handle); });
for (const name of ['writeSync', 'fsyncSync', 'fchmodSync']) count(name, ([handle]) => ours.has(handle));
for (const name of ['renameSync', 'linkSync', 'mkdirSync', 'rmSync']) count(name, ([path]) => inside(path));
process.on('exit', () => { if (calls > 0) mark(3, 'e'); });
syncBuiltinESMExports();`;

/**
 * Kills one command at random points, three quarters of them at a call that changes the disk, the rest by the clock, and judges what is left. Where only some of several
 * files are new, and at the end, the command runs again, and nothing stray may remain.
 */
export async function killRuns(command: WritingCommand, start: State, runs: number, random: () => number): Promise<Tally> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const tally = emptyTally(command.name, runs);
  try {
    const { before, after, calls } = await inPlace(root, command, start);
    restore(root, before);
    const { took } = await run(root, command.args);
    for (let i = 0; i < runs; i++) {
      restore(root, before);
      const kill = i % 4 === 3 ? { after: random() * took } : { at: 1 + Math.floor(random() * calls) };
      const state = count(tally, await run(root, command.args, kill), root, before, after, `run ${i}`);
      if (state === 'between' || i === runs - 1) {
        if (state === 'new') restore(root, before);
        await checkNext(root, command, before, after, tally, `run ${i}: `); // whoever runs it again must not have to know
      }
    }
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Kills one command once, at one of the calls that change the disk, and judges as `killRuns` does: the short version. */
export async function killOnce(command: WritingCommand, start: State, random: () => number): Promise<Tally> {
  return killRuns(command, start, 1, random);
}

/** One numbering command many times at once; the numbers and files that came of it. */
export async function atOnce(before: State, args: readonly string[], runs: number): Promise<{ failed: string[]; numbers: Set<string>; files: number; strays: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  try {
    restore(root, before);
    const ends = await Promise.all(Array.from({ length: runs }, () => run(root, args)));
    const state = readState(root);
    const made = [...state].filter(([path]) => !before.has(path) && !isStray(path));
    return {
      failed: ends.filter(({ status }) => status !== 0).map(({ stderr }) => stderr),
      numbers: new Set(made.map(([, text]) => /^id: *(\S+)/m.exec(text)?.[1] ?? '')),
      files: made.length,
      strays: straysIn(state),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The same numbers from 0 to 1 on every machine. */
export function seeded(seed: number): () => number {
  const { below } = randomFrom(seed);
  return () => below(2 ** 32) / 2 ** 32;
}

function emptyTally(command: string, runs: number): Tally {
  return { command, runs, before: 0, during: 0, after: 0, old: 0, new: 0, between: 0, strays: 0, faults: [] };
}

function count(tally: Tally, { signal, wrote }: Ended, root: string, before: State, after: State, when: string): ReturnType<typeof judge> {
  const state = readState(root);
  tally[signal === null || wrote.to !== null ? 'after' : wrote.from === null ? 'before' : 'during']++;
  if (straysIn(state).length > 0) tally.strays++;
  const verdict = judge(state, before, after);
  if (verdict === 'half') tally.faults.push(`${when}: a file is neither old nor new`);
  else tally[verdict]++;
  // Of several files, the one that makes a workspace comes last.
  if (verdict === 'between' && state.get('qms.yaml') !== before.get('qms.yaml')) tally.faults.push(`${when}: a workspace with files missing`);
  return verdict;
}

/** Runs a command on what was left, without cleaning up: that must bring the new state, and nothing stray may remain. */
async function checkNext(root: string, command: WritingCommand, before: State, after: State, tally: Tally, when = ''): Promise<void> {
  const { status, stderr } = await here(root, command.args);
  const now = readState(root);
  if (status !== 0 || judge(now, before, after) !== 'new') tally.faults.push(`${when}the next run ended ${status} with ${[...now.keys()].filter((path) => now.get(path) !== after.get(path)).join(', ') || 'all new'}: ${stderr}`);
  if (straysIn(now).length > 0) tally.faults.push(`${when}left after the next run: ${straysIn(now).join(', ')}`);
}
