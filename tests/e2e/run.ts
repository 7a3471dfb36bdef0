import { spawn, type SpawnOptions } from 'node:child_process';
import { resolve } from 'node:path';

export interface Run { readonly status: number | null; readonly stdout: string; readonly stderr: string }

export const bin: string = resolve('bin/qms.js');
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|LC_|LANG|NO_COLOR|FORCE_COLOR|SOURCE_DATE_EPOCH|npm_|NODE_)/.test(name)));
/** The surroundings of a run: nothing of the tester's own language, colours, git or npm. */
export const environment: Record<string, string | undefined> = { ...clean, LANG: 'C.UTF-8' };

/** Runs the built tool as a user would. */
export function qms(args: readonly string[], options: SpawnOptions = {}): Promise<Run> {
  return collect(process.execPath, [bin, ...args], options);
}

const waiting: (() => void)[] = [];
let running = 0;

/** Runs a program to its end, two at a time; 30 s is a hang. */
export async function collect(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<Run> {
  if (running >= 2) await new Promise<void>((turn) => waiting.push(turn));
  running++;
  try {
    return await toTheEnd(program, args, options);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function toTheEnd(program: string, args: readonly string[], options: SpawnOptions): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(program, [...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'], timeout: 30_000, ...options });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (status) => done({ status, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }));
  });
}
