import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here, inPlace, theDay } from './prepared.ts';
import { isStray, judge, readState, restore, straysIn, type State } from './states.ts';
import type { WritingCommand } from './writing-commands.ts';

export interface Ended { readonly status: number | null; readonly signal: NodeJS.Signals | null; readonly stdout: string; readonly stderr: string; readonly took: number; readonly wrote: Phase }
/** Milliseconds from the start of a run to the first call that changes the disk, and to the end of the last; null where it did not come to that. */
export interface Phase { readonly from: number | null; readonly to: number | null }
/** Kills by when they fell: before the first call that changes the disk, after that one, or when all was written; and what they left. */
export interface Tally { readonly command: string; runs: number; before: number; during: number; after: number; old: number; new: number; between: number; strays: number; readonly faults: string[] }

const bin = join(import.meta.dirname, '../../bin/qms.js');
const STRETCH = 15;
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|LC_|LANG|NO_COLOR|FORCE_COLOR|npm_|NODE_)/.test(name)));
const environment = { ...clean, LANG: 'C.UTF-8', ...theDay };

/** When a run is killed: after some milliseconds, from its start or from the first call that changes the disk. */
export interface Kill { readonly after: number; readonly from: 'start' | 'writing' }

/** One run of the tool. `early` is code that runs before it; a run that is to be killed tells of its writing, which is stretched for it. */
export function run(root: string, args: readonly string[], { kill, early, stretch }: { kill?: Kill; early?: string; stretch?: number } = {}): Promise<Ended> {
  return new Promise((done, fail) => {
    const began = performance.now();
    const imports = [...(early ? [early] : []), ...(stretch === undefined ? [] : [stretched(root, stretch)])].flatMap((code) => ['--import', `data:text/javascript,${encodeURIComponent(code)}`]);
    const child = spawn(process.execPath, [...imports, bin, '-C', root, '--lang', 'en', ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const strike = (after: number): NodeJS.Timeout => setTimeout(() => child.kill('SIGKILL'), after);
    let timer = kill?.from === 'start' ? strike(kill.after) : undefined;
    let [from, to]: [number | null, number | null] = [null, null];
    const said: [string, string] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (part: string) => { said[0] += part; });
    child.stderr?.setEncoding('utf8').on('data', (part: string) => { said[1] += part; });
    child.stdio[3]?.on('error', () => {}).on('data', (marks: Buffer) => {
      if (marks.includes('w') && from === null) {
        from = performance.now() - began;
        if (kill?.from === 'writing') timer = strike(kill.after);
      }
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
 * Code that makes every call that changes the workspace take so many milliseconds longer, so that a kill can hit between any two, and marks the first on
 * file descriptor 3, and the end. What is written elsewhere (a cache, the profile of a browser) is not its concern.
 */
const stretched = (root: string, milliseconds: number): string => `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
const mark = fs.writeSync.bind(fs); let begun = false; const wait = new Int32Array(new SharedArrayBuffer(4)); const ours = new Set();
const inside = (path) => String(path).startsWith(${JSON.stringify(root)});
const slow = (name, changes, done = () => {}) => { const real = fs[name]; fs[name] = (...args) => {
  if (changes(args)) {
    if (!begun) { begun = true; mark(3, 'w'); }
    Atomics.wait(wait, 0, 0, ${milliseconds});
  }
  const result = real(...args);
  done(args, result);
  return result;
}; };
slow('openSync', ([path, flags]) => flags === 'wx' && inside(path), ([path, flags], handle) => { if (flags === 'wx' && inside(path)) ours.add(handle); else ours.delete(handle); });
for (const name of ['writeSync', 'fsyncSync']) slow(name, ([handle]) => ours.has(handle));
for (const name of ['renameSync', 'linkSync', 'mkdirSync', 'rmSync', 'unlinkSync']) slow(name, ([path]) => inside(path));
process.on('exit', () => { if (begun) mark(3, 'e'); });
syncBuiltinESMExports();`;

/** Code that ends the process right before the n-th call that changes the workspace. */
const deadly = (root: string, n: number): string => `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
let left = ${n}; const ours = new Set();
const inside = (path) => String(path).startsWith(${JSON.stringify(root)});
const count = (name, changes, done = () => {}) => { const real = fs[name]; fs[name] = (...args) => {
  if (changes(args) && --left === 0) process.kill(process.pid, 'SIGKILL');
  const result = real(...args);
  done(args, result);
  return result;
}; };
count('openSync', ([path, flags]) => inside(path) && (flags === 'wx' || flags === 'a'), ([path], handle) => { if (inside(path)) ours.add(handle); else ours.delete(handle); });
for (const name of ['writeSync', 'fsyncSync', 'fchmodSync']) count(name, ([handle]) => ours.has(handle));
for (const name of ['renameSync', 'linkSync', 'mkdirSync', 'rmSync']) count(name, ([path]) => inside(path));
syncBuiltinESMExports();`;

/** Kills one command at random points, three quarters of them while it writes, and judges what is left; then runs it undisturbed and asks that nothing stray remains. */
export async function killRuns(command: WritingCommand, start: State, runs: number, random: () => number): Promise<Tally> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const tally = emptyTally(command.name, runs);
  try {
    const { before, after } = await inPlace(root, command, start);
    restore(root, before);
    const { took, wrote } = await run(root, command.args, { stretch: command.stretch ?? STRETCH });
    const window = (wrote.to ?? took) - (wrote.from ?? took);
    for (let i = 0; i < runs; i++) {
      restore(root, before);
      const kill: Kill = i % 4 === 3 ? { from: 'start', after: random() * took } : { from: 'writing', after: random() * window };
      const state = count(tally, await run(root, command.args, { kill, stretch: command.stretch ?? STRETCH }), root, before, after, `run ${i}`);
      if (state === 'between') await checkNext(root, command, before, after, tally, `run ${i}: `); // whoever runs it again must not have to know
    }
    restore(root, before);
    await checkNext(root, command, before, after, tally);
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Kills one command once, right before one of the calls that change the disk, and judges as `killRuns` does: the short version. */
export async function killOnce(command: WritingCommand, start: State, random: () => number): Promise<Tally> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const tally = emptyTally(command.name, 1);
  try {
    const { before, after, calls } = await inPlace(root, command, start);
    restore(root, before);
    const n = 1 + Math.floor(random() * calls);
    const state = count(tally, await run(root, command.args, { early: deadly(root, n) }), root, before, after, `call ${n} of ${calls}`);
    if (state === 'new') restore(root, before);
    await checkNext(root, command, before, after, tally, `call ${n} of ${calls}: `);
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
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

/** The same numbers on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
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
