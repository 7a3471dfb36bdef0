// Wall time, CPU time and peak memory of a child process, without root, packages or /proc.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const windows = process.platform === 'win32';
/** The Node that npm ci installed: what a shell calls `node` may be another one. */
export const node = join(here, '..', 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
const gnuTime = ['/usr/bin/time', '/opt/homebrew/bin/gtime'].find((path) => existsSync(path));

/** @typedef {{ wall: number, cpu: number | null, memory: number | null }} Usage seconds, seconds, bytes */

/** A Node program: the process itself says at its end what it used, all threads included. @returns {Usage} */
export function measureNode(args, usageFile) {
  rmSync(usageFile, { force: true });
  const hook = join(here, 'usage.cjs');
  const begin = process.hrtime.bigint();
  const { status, signal, error } = spawnSync(node, ['--require', hook, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, QMS_BENCH_USAGE: usageFile }, shell: windows });
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  if (error) throw error;
  if (status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status ?? signal}`);
  return { wall, ...JSON.parse(readFileSync(usageFile, 'utf8')) };
}

/** Any other program: bash's `time` knows what its child used, GNU time its memory; without them only the wall time is known. @returns {Usage} */
export function measureOther(command, args, cwd) {
  const timed = spawnSync('bash', ['-c', 'TIMEFORMAT="%3R %3U %3S"; time "$@" >/dev/null', 'bash', command, ...args], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  const figures = /([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(timed.stderr ?? '');
  if (timed.status === 0 && figures) return { wall: Number(figures[1]), cpu: Number(figures[2]) + Number(figures[3]), memory: null };
  const begin = process.hrtime.bigint();
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'ignore' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return { wall: Number(process.hrtime.bigint() - begin) / 1e9, cpu: null, memory: null };
}

/** Peak memory of any other program, in a run of its own; null where GNU time is not installed. */
export function memoryOfOther(command, args, cwd) {
  if (!gnuTime) return null;
  const { stderr } = spawnSync(gnuTime, ['-f', '%M', command, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  const kilobytes = /(\d+)\s*$/.exec(stderr ?? '')?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
