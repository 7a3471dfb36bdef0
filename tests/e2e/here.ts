import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { main } from '../../src/cli.ts';

/** A call to the file system below one of the watched folders, or a write to standard output or standard error (their names are the path then). */
export interface Call { readonly name: string; readonly path: string; readonly does: 'read' | 'change' | 'print' }
/** What becomes of a call: an error of this code; where it writes, after half of it, EAGAIN apart. */
export interface Fate { readonly code: string }
export interface Ran { readonly status: number; readonly stdout: string; readonly stderr: string }
export interface Surroundings {
  /** Folders whose calls are shown to `fate`. */
  readonly watched?: readonly string[];
  readonly fate?: (call: Call) => Fate | undefined;
  /** SOURCE_DATE_EPOCH and the like; the tester's own language, colours and git stay outside. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * One run of the tool inside this process, with every call to the file system in our hands: what takes half a second as a process takes a twentieth.
 * Where the process itself is the point (signals, exit codes, pipes), run.ts and kills.ts start one.
 */
export async function qmsHere(args: readonly string[], { watched = [], fate, env = {} }: Surroundings = {}): Promise<Ran> {
  if (current) throw new Error('one run at a time: they would share the file system');
  const kept = { ...process.env };
  for (const name of Object.keys(kept)) if (/^(?:GIT_|LC_|LANG|NO_COLOR|FORCE_COLOR|SOURCE_DATE_EPOCH)/.test(name)) delete process.env[name];
  Object.assign(process.env, { LANG: 'C.UTF-8', CI: '1', ...env });
  const run: Run = { watched, fate: fate ?? (() => undefined), said: { 1: [], 2: [] }, open: new Map() };
  current = run;
  try {
    const status = await main(args);
    return { status, stdout: Buffer.concat(run.said[1]).toString('utf8'), stderr: Buffer.concat(run.said[2]).toString('utf8') };
  } finally {
    current = undefined;
    for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name];
    Object.assign(process.env, kept);
  }
}

interface Run { readonly watched: readonly string[]; readonly fate: (call: Call) => Fate | undefined; readonly said: Readonly<Record<1 | 2, Buffer[]>>; readonly open: Map<number, string> }
let current: Run | undefined;

function fail({ code }: Fate, { name, path }: Call): never {
  throw Object.assign(new Error(`${code}: planted, ${name} '${path}'`), { code, syscall: name.replace('Sync', ''), path });
}

type Anything = (...args: never[]) => unknown;
const calls = fs as unknown as Record<string, Anything>;

/** Puts `around` in the place of a function of node:fs, for as long as this process lives; outside a run it is the function itself. */
function wrap(names: readonly string[], around: (run: Run, name: string, real: (...args: unknown[]) => unknown, args: readonly unknown[]) => unknown): void {
  for (const name of names) {
    const real = calls[name] as (...args: unknown[]) => unknown;
    calls[name] = ((...args: unknown[]) => (current ? around(current, name, real, args) : real(...args))) as Anything;
  }
}

const isWatched = ({ watched }: Run, path: unknown): path is string => watched.some((folder) => path === folder || String(path).startsWith(`${folder}/`));

wrap(['lstatSync', 'statSync', 'readdirSync', 'readFileSync', 'existsSync', 'realpathSync'], (run, name, real, args) => onPath(run, name, real, args, 'read'));
wrap(['renameSync', 'linkSync', 'mkdirSync', 'rmSync', 'unlinkSync', 'mkdtempSync', 'writeFileSync', 'chmodSync', 'utimesSync'], (run, name, real, args) => onPath(run, name, real, args, 'change'));
wrap(['openSync'], (run, name, real, args) => {
  const handle = onPath(run, name, real, args, typeof args[1] === 'string' && args[1] !== 'r' ? 'change' : 'read') as number;
  if (isWatched(run, args[0])) run.open.set(handle, args[0]);
  else run.open.delete(handle);
  return handle;
});
wrap(['readSync', 'fstatSync'], (run, name, real, args) => onHandle(run, name, real, args, 'read'));
wrap(['fsyncSync', 'fchmodSync'], (run, name, real, args) => onHandle(run, name, real, args, 'change'));
wrap(['closeSync'], (run, name, real, args) => {
  real(...args); // what fails here has closed the file all the same
  return onHandle(run, name, () => run.open.delete(args[0] as number), args, 'read');
});
wrap(['writeSync'], (run, name, real, args) => {
  const [handle, bytes, from = 0] = args as [number, Uint8Array, number?];
  const printed = handle === 1 || handle === 2;
  const path = printed ? (handle === 1 ? 'stdout' : 'stderr') : run.open.get(handle);
  if (path === undefined) return real(...args);
  const write = (length: number): number => {
    if (!printed) return real(handle, bytes, from, length) as number;
    run.said[handle].push(Buffer.from(bytes.subarray(from, from + length)));
    return length;
  };
  const call: Call = { name, path, does: printed ? 'print' : 'change' };
  const fate = run.fate(call);
  if (!fate) return write(bytes.length - from);
  if (fate.code !== 'EAGAIN') write(Math.floor((bytes.length - from) / 2)); // a full disk takes what it can
  return fail(fate, call);
});
const readFile = fs.promises.readFile as (...args: unknown[]) => Promise<unknown>;
fs.promises.readFile = (async (...args: unknown[]) => (current ? onPath(current, 'readFile', readFile, args, 'read') : readFile(...args))) as typeof fs.promises.readFile;
syncBuiltinESMExports();

function onPath(run: Run, name: string, real: (...args: unknown[]) => unknown, args: readonly unknown[], does: Call['does']): unknown {
  const path = args[0];
  return isWatched(run, path) ? decided(run, { name, path, does }, () => real(...args)) : real(...args);
}

function onHandle(run: Run, name: string, real: (...args: unknown[]) => unknown, args: readonly unknown[], does: Call['does']): unknown {
  const path = run.open.get(args[0] as number);
  return path === undefined ? real(...args) : decided(run, { name, path, does }, () => real(...args));
}

function decided(run: Run, call: Call, real: () => unknown): unknown {
  const fate = run.fate(call);
  return fate ? fail(fate, call) : real();
}
