import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Call, Fate, Ran } from './here.ts';
import { here, inPlace, theDay } from './prepared.ts';
import { judge, readState, restore, straysIn, type State } from './states.ts';
import type { WritingCommand } from './writing-commands.ts';

export const errnos = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EPERM'] as const;
export type Errno = (typeof errnos)[number];
/** Which calls fail: the n-th of those that this error can hit, or that one and all after it. */
export interface Fault { readonly errno: Errno; readonly lasting: boolean; readonly n: number }
/** `runs` with a fault that was met; the rest is what must not be. `notes` say where. */
export interface FaultTally { readonly command: string; runs: number; torn: number; lost: number; silent: number; stray: number; crashed: number; stuck: number; readonly notes: string[] }

/** A call takes space, changes the folder, or needs a handle: what an error can hit. EIO hits everything. */
const takesSpace = /^(?:writeSync|fsyncSync|mkdirSync|linkSync|renameSync|writeFileSync|mkdtempSync)$/;
const needsHandle = /^(?:openSync|readdirSync|readFileSync|readFile|mkdtempSync|writeFileSync)$/;
function canHit(errno: Errno, { name, does }: Call): boolean {
  if (errno === 'EIO') return true;
  if (errno === 'ENOSPC') return takesSpace.test(name) || (name === 'openSync' && does === 'change');
  if (errno === 'EROFS') return does === 'change';
  if (errno === 'EMFILE') return needsHandle.test(name);
  return does === 'change' || needsHandle.test(name);
}

/** A fate for `qmsHere`, and whether it was met. `which`: only calls that read, only those that change, or all. */
export function fateOf({ errno, lasting, n }: Fault, which: (call: Call) => boolean): { fate(call: Call): Fate | undefined; met(): Call | undefined } {
  let [seen, first]: [number, Call | undefined] = [0, undefined];
  return {
    fate(call) {
      if (call.does === 'print' || !which(call) || !canHit(errno, call)) return undefined;
      seen++;
      if (seen !== n && !(lasting && seen > n)) return undefined;
      first ??= call;
      return { code: errno };
    },
    met: () => first,
  };
}

const changes = (call: Call): boolean => call.does === 'change';

/**
 * Lets call after call of one command fail with one error, until it passes clean, and judges what is left: 0 with the new state, or 2, a sentence and the old one.
 * While the fault lasts, new files may stay that could not be taken back, each of them whole, and the next run must bring the rest. `points`: how many calls of how many fail, at random; all where it is not given.
 */
export async function failWrites(command: WritingCommand, start: State, which: readonly Pick<Fault, 'errno' | 'lasting'>[], some?: { readonly points: number; random(): number }): Promise<FaultTally> {
  const root = mkdtempSync(join(tmpdir(), 'qms-fault-'));
  const tally: FaultTally = { command: command.name, runs: 0, torn: 0, lost: 0, silent: 0, stray: 0, crashed: 0, stuck: 0, notes: [] };
  try {
    const { before, after, calls } = await inPlace(root, command, start);
    for (const { errno, lasting } of which) {
      for (const n of some ? Array.from({ length: some.points }, () => 1 + Math.floor(some.random() * calls)) : everyFrom(1)) {
        restore(root, before);
        const { fate, met } = fateOf({ errno, lasting, n }, changes);
        const ran = await here(root, command.args, { watched: [root], fate });
        const hit = met();
        if (!hit) break;
        tally.runs++;
        await weigh(root, command, ran, before, after, lasting, `${errno}${lasting ? ' lasting' : ''} at call ${n} (${hit.name})`, tally);
      }
    }
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function* everyFrom(first: number): Generator<number> {
  for (let n = first; n < 5000; n++) yield n;
}

async function weigh(root: string, command: WritingCommand, { status, stderr }: Ran, before: State, after: State, lasting: boolean, where: string, tally: FaultTally): Promise<void> {
  const note = (kind: 'torn' | 'lost' | 'silent' | 'stray' | 'crashed' | 'stuck', words = ''): void => {
    tally[kind]++;
    tally.notes.push(`${kind}: ${where}: exit ${status} ${words}${stderr}`);
  };
  const now = readState(root);
  const state = judge(now, before, after);
  if ([...before.keys()].some((path) => !now.has(path) && after.has(path))) note('lost');
  else if (state === 'half') note('torn');
  else if (status === 0 && state !== 'new') note('silent', state);
  else if (status !== 0 && state !== 'old' && !lasting) note('torn', `${state}, though the fault was over `);
  if (status !== 0 && !/^qms: (?!.*\n {4}at )/ms.test(stderr)) note('crashed');
  if (state === 'old' && straysIn(now).length === 0) return;
  if (status === 0 && straysIn(now).length === 0) return;
  buryWriter(root, now);
  if (state === 'new') restore(root, before); // the next run that has something to write there
  const next = await here(root, command.args);
  const then = readState(root);
  if (straysIn(then).length > 0) note('stray', `${straysIn(then).join(', ')} `);
  for (const path of straysIn(then)) rmSync(join(root, path));
  if (judge(then, before, after) !== 'new') note('stuck', `the next run ended ${next.status} ${next.stderr} `);
}

/** What this process left behind bears its number; the next run would think that it is still at work. */
function buryWriter(root: string, now: State): void {
  for (const path of straysIn(now)) renameSync(join(root, path), join(root, path.replace(/\.qms-\d+-/, '.qms-2147483647-')));
}

/**
 * Lets call after call fail by which a command reads: it says so with exit code 2 or by the name of the file, or its answer is the one it gives undisturbed;
 * and what it said in trouble is not kept: the next run gives the undisturbed answer. `points`: how many calls of how many fail, at random; all where it is not given.
 */
export async function failReads(root: string, args: readonly string[], which: readonly Pick<Fault, 'errno' | 'lasting'>[], some?: { readonly points: number; random(): number }): Promise<FaultTally> {
  const tally: FaultTally = { command: args.join(' '), runs: 0, torn: 0, lost: 0, silent: 0, stray: 0, crashed: 0, stuck: 0, notes: [] };
  const cache = mkdtempSync(join(tmpdir(), 'qms-cache-'));
  const env = { ...theDay, QMS_CACHE: cache };
  let calls = 0;
  const whole = await here(root, args, { env: { ...theDay, QMS_CACHE: 'off' }, watched: [root], fate: ({ does }) => { if (does === 'read') calls++; return undefined; } });
  for (const { errno, lasting } of which) {
    for (const n of some ? Array.from({ length: some.points }, () => 1 + Math.floor(some.random() * calls)) : everyFrom(1)) {
      const { fate, met } = fateOf({ errno, lasting, n }, ({ does }) => does === 'read');
      rmSync(cache, { recursive: true, force: true });
      const { status, stdout, stderr } = await here(root, args, { env, watched: [root], fate });
      const hit = met();
      if (!hit) {
        if (some) continue;
        break;
      }
      tally.runs++;
      const where = `${args.join(' ')}: ${errno}${lasting ? ' lasting' : ''} at call ${n} (${hit.name} ${hit.path}): exit ${status} ${stderr}`;
      if (/^ {4}at /m.test(stderr)) {
        tally.crashed++;
        tally.notes.push(`crashed: ${where}`);
      }
      const next = await here(root, args, { env });
      if (next.status !== whole.status || next.stdout !== whole.stdout) {
        tally.stuck++;
        tally.notes.push(`stuck, the next run gives the same answer: ${where}`);
      }
      if (status === 2 || (status === whole.status && stdout === whole.stdout) || `${stdout}${stderr}`.includes(relative(root, hit.path))) continue;
      tally.silent++;
      tally.notes.push(`silent: ${where}`);
    }
  }
  rmSync(cache, { recursive: true, force: true });
  return tally;
}
