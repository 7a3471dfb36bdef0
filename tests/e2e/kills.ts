import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { WritingCommand } from './kill-commands.ts';

/** Every file of a folder, path → bytes as latin1 text, hidden ones too. */
export type State = ReadonlyMap<string, string>;
export interface Ended { readonly status: number | null; readonly signal: NodeJS.Signals | null; readonly stdout: string; readonly stderr: string; readonly took: number; readonly wrote: Phase }
/** Milliseconds from the start of a run to the first call that changes the disk, and to the end of the last; null where it did not come to that. */
export interface Phase { readonly from: number | null; readonly to: number | null }
/** Kills by when they fell: before the first call that changes the disk, after that one, or when all was written; and what they left. */
export interface Tally { readonly command: string; runs: number; before: number; during: number; after: number; old: number; new: number; between: number; strays: number; readonly faults: string[] }

const bin = join(import.meta.dirname, '../../bin/qms.js');
const STRETCH = 15;
const strayName = /(?:^|\/)\.qms-[^/]*\.tmp$/;
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|LC_|LANG|NO_COLOR|FORCE_COLOR|npm_|NODE_)/.test(name)));
const environment = { ...clean, LANG: 'C.UTF-8', SOURCE_DATE_EPOCH: String(Date.UTC(2004, 6, 2, 8) / 1000) };

/** When a run is killed: after some milliseconds, from its start or from the first call that changes the disk. */
export interface Kill { readonly after: number; readonly from: 'start' | 'writing' }

/** One run of the tool. `early` is code that runs before it; a run that is to be killed tells of its writing, which is stretched for it. */
export function run(root: string, args: readonly string[], { kill, early, stretch }: { kill?: Kill; early?: string; stretch?: number } = {}): Promise<Ended> {
  return new Promise((done, fail) => {
    const began = performance.now();
    const imports = [...(early ? [early] : []), ...(stretch === undefined ? [] : [stretched(stretch)])].flatMap((code) => ['--import', `data:text/javascript,${encodeURIComponent(code)}`]);
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

const diskCalls = "['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'linkSync', 'mkdirSync', 'rmSync', 'unlinkSync']";
/** Code that makes every call that changes the disk take so many milliseconds longer, so that a kill can hit between any two, and marks the first on file descriptor 3, and the end. */
const stretched = (milliseconds: number): string => `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
const mark = fs.writeSync.bind(fs); let begun = false; const wait = new Int32Array(new SharedArrayBuffer(4));
for (const name of ${diskCalls}) { const real = fs[name]; fs[name] = (...args) => {
  const changes = name === 'openSync' ? args[1] === 'wx' : name === 'writeSync' ? args[0] > 3 : true;
  if (changes && !begun) { begun = true; mark(3, 'w'); }
  if (begun && changes) Atomics.wait(wait, 0, 0, ${milliseconds});
  return real(...args);
}; }
process.on('exit', () => { if (begun) mark(3, 'e'); });
syncBuiltinESMExports();`;

/** Code that makes the n-th call that changes the disk fail, or the process die right before it. */
export function disturb(n: number, how: 'ENOSPC' | 'EIO' | 'kill'): string {
  return `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
let left = ${n};
const disturb = (name, counts = () => true) => { const real = fs[name]; fs[name] = (...args) => {
  if (counts(args) && --left === 0) {
    if ('${how}' === 'kill') process.kill(process.pid, 'SIGKILL');
    throw Object.assign(new Error('${how}: planted, ' + name), { code: '${how}', syscall: name.replace('Sync', '') });
  }
  return real(...args);
}; };
disturb('openSync', ([path, flags]) => flags === 'wx' || flags === 'a' || (flags === 'r' && fs.statSync(path).isDirectory()));
for (const name of ['writeSync', 'fsyncSync', 'renameSync', 'linkSync']) disturb(name);
syncBuiltinESMExports();`;
}

export function readState(root: string, folder = ''): Map<string, string> {
  return new Map(readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? [...readState(root, path)] : [[path, readFileSync(join(root, path), 'latin1')]];
  }));
}

/** Puts a state back; what killed runs left behind stays, for the next run to find. */
export function restore(root: string, state: State): void {
  for (const [path, text] of readState(root)) {
    if (!strayName.test(path) && state.get(path) !== text) rmSync(join(root, path));
  }
  for (const [path, text] of state) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, 'latin1');
  }
}

export const straysIn = (state: State): string[] => [...state.keys()].filter((path) => strayName.test(path));

/** Which state a folder is in, strays aside; 'half' when one file is neither old nor new. */
export function judge(now: State, before: State, after: State): 'old' | 'new' | 'between' | 'half' {
  const paths = new Set([...now.keys(), ...before.keys(), ...after.keys()].filter((path) => !strayName.test(path)));
  const same = (path: string, state: State): boolean => now.get(path) === state.get(path);
  if ([...paths].every((path) => same(path, before))) return 'old';
  if ([...paths].every((path) => same(path, after))) return 'new';
  return [...paths].every((path) => same(path, before) || same(path, after)) ? 'between' : 'half';
}

/** Kills one command at random points, three quarters of them while it writes, and judges what is left; then runs it undisturbed and asks that nothing stray remains. */
export async function killRuns(command: WritingCommand, start: State, runs: number, random: () => number): Promise<Tally> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const tally = emptyTally(command.name, runs);
  try {
    const before = await prepared(root, command, start);
    const { took, wrote } = await mustRun(root, command.args, command.stretch ?? STRETCH);
    const after = readState(root);
    const window = (wrote.to ?? took) - (wrote.from ?? took);
    for (let i = 0; i < runs; i++) {
      restore(root, before);
      const kill: Kill = i % 4 === 3 ? { from: 'start', after: random() * took } : { from: 'writing', after: random() * window };
      count(tally, await run(root, command.args, { kill, stretch: command.stretch ?? STRETCH }), root, before, after, `run ${i}`);
    }
    await checkNext(root, command, before, after, tally);
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Kills one command right before each call that changes the disk, in steps, and lets it run again without cleaning up. */
export async function killAtCalls(command: WritingCommand, start: State, step: number): Promise<Tally> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const tally = emptyTally(command.name, 0);
  try {
    const { before, after } = await undisturbed(root, command, start);
    for (let n = 1; ; n += step) {
      restore(root, before);
      const ended = await run(root, command.args, { early: disturb(n, 'kill') });
      tally.runs++;
      if (ended.signal === null) break;
      const state = readState(root);
      count(tally, ended, root, before, after, `call ${n}`);
      if (judge(state, before, after) === 'new') continue;
      const next = await run(root, command.args);
      const now = readState(root);
      if (next.status !== 0 || judge(now, before, after) !== 'new') tally.faults.push(`call ${n}: the next run ended ${next.status}: ${next.stderr}`);
      if (straysIn(now).length > 0) tally.faults.push(`call ${n}: left after the next run: ${straysIn(now).join(', ')}`);
    }
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Lets each call that changes the disk fail once, in steps; returns what breaks "2 and old, or 0 and new". */
export async function failAtCalls(command: WritingCommand, start: State, step: number): Promise<{ runs: number; faults: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const faults: string[] = [];
  try {
    const { before, after } = await undisturbed(root, command, start);
    for (let n = 1, runs = 1; ; n += step, runs++) {
      restore(root, before);
      const how = n % 2 ? 'ENOSPC' : 'EIO';
      const { status, stderr } = await run(root, command.args, { early: disturb(n, how) });
      const now = readState(root);
      const state = straysIn(now).length > 0 ? 'strays' : judge(now, before, after);
      const told = status === 0 || /^qms: .*planted/.test(stderr);
      if (!told || `${status} ${state}` !== (status === 0 ? '0 new' : '2 old')) faults.push(`call ${n} ${how}: exit ${status}, ${state}: ${stderr}`);
      if (status === 0 && stderr !== '') return { runs, faults }; // the command had its say: no call was left to fail
      if (runs > 200) throw new Error('every call fails, without end');
    }
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
    const made = [...state].filter(([path]) => !before.has(path) && !strayName.test(path));
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

/** The state a command starts from, in place. */
async function prepared(root: string, { after = [] }: WritingCommand, start: State): Promise<State> {
  restore(root, start);
  for (const args of after) await mustRun(root, args);
  return readState(root);
}

async function undisturbed(root: string, command: WritingCommand, start: State): Promise<{ before: State; after: State }> {
  const before = await prepared(root, command, start);
  await mustRun(root, command.args);
  return { before, after: readState(root) };
}

export async function mustRun(root: string, args: readonly string[], stretch?: number): Promise<Ended> {
  const ended = await run(root, args, stretch === undefined ? {} : { stretch });
  if (ended.status !== 0) throw new Error(`${args.join(' ')} ended ${ended.status}: ${ended.stderr}`);
  return ended;
}

function emptyTally(command: string, runs: number): Tally {
  return { command, runs, before: 0, during: 0, after: 0, old: 0, new: 0, between: 0, strays: 0, faults: [] };
}

function count(tally: Tally, { signal, wrote }: Ended, root: string, before: State, after: State, when: string): void {
  const state = readState(root);
  tally[signal === null || wrote.to !== null ? 'after' : wrote.from === null ? 'before' : 'during']++;
  if (straysIn(state).length > 0) tally.strays++;
  const verdict = judge(state, before, after);
  if (verdict === 'half') tally.faults.push(`${when}: a file is neither old nor new`);
  else tally[verdict]++;
  // Of several files, the one that makes a workspace comes last.
  if (verdict === 'between' && state.get('qms.yaml') !== before.get('qms.yaml')) tally.faults.push(`${when}: a workspace with files missing`);
}

async function checkNext(root: string, command: WritingCommand, before: State, after: State, tally: Tally): Promise<void> {
  restore(root, before);
  await mustRun(root, command.args);
  const now = readState(root);
  if (judge(now, before, after) !== 'new') tally.faults.push('the next run did not bring the new state');
  if (straysIn(now).length > 0) tally.faults.push(`left after the next run: ${straysIn(now).join(', ')}`);
}
