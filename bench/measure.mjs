// Wall time, CPU time and peak memory of a program and all it starts.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(fileURLToPath(import.meta.url), '..', '..');
/** The Node that npm ci installed: what a shell calls `node` may be another one. */
export const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const LIMIT_MS = 900_000;
const SAMPLE_MS = 20;

/**
 * @typedef {{ command: string, args: string[], cwd?: string, env?: Record<string, string | undefined>, ok?: number[], browser?: boolean }} Call `ok`: exit codes of a run that did its work; of a `browser` no CPU time is told: its parts are not waited for
 * @typedef {{ wall: number, cpu: number | null }} Usage seconds; CPU is user and system time of the program and of all it started and waited for
 */

// bash knows to the microsecond when its child began and ended, and what it used: its own start is not counted.
const timed = 'TIMEFORMAT="%3U %3S"; s=$EPOCHREALTIME; { time "$@" >/dev/null 2>"$QMS_BENCH_ERRORS"; } 2>&1; code=$?; e=$EPOCHREALTIME; echo "$s $e $code"';

/** Runs it once. Throws when it did not do its work. @param {Call} call @returns {Promise<Usage>} */
export async function measure(call, errors = '/dev/null') {
  const begin = process.hrtime.bigint();
  const { status, stdout } = await run('bash', ['-c', timed, 'bash', call.command, ...call.args], call, { QMS_BENCH_ERRORS: errors, LC_ALL: undefined, LC_NUMERIC: 'C' });
  const figures = /([\d.]+) ([\d.]+)\s+(\d+\.\d+) (\d+\.\d+) (\d+)\s*$/.exec(stdout);
  if (!figures) {
    if (status !== -1) throw new Error(`${call.command} ended with ${status}`);
    return { wall: Number(process.hrtime.bigint() - begin) / 1e9, cpu: null };
  }
  const [, user, system, from, to, code] = figures.map(Number);
  if (!(call.ok ?? [0, 1]).includes(code)) throw new Error(`${[call.command, ...call.args].join(' ').slice(0, 200)} ended with ${code}`);
  return { wall: to - from, cpu: call.browser ? null : user + system };
}

/** The most memory that it and all it started had at one time, in bytes; shared pages counted once. Null where there is no /proc. @param {Call} call */
export async function peakMemory(call) {
  if (process.platform !== 'linux') return null;
  let peak = 0;
  let alone = 0;
  let most = 1;
  await run(call.command, call.args, call, {}, (pid) => {
    const tree = treeOf(pid);
    most = Math.max(most, tree.length);
    if (tree.length > 1 || most > 1) peak = Math.max(peak, tree.reduce((sum, one) => sum + kilobytes(one, 'smaps_rollup', /^Pss: +(\d+)/m), 0));
    else alone = Math.max(alone, kilobytes(pid, 'status', /^VmHWM:\s+(\d+)/m));
  });
  return Math.max(peak, alone) * 1024 || null;
}

function run(command, args, { cwd, env = process.env }, more, look) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: { ...env, ...more }, stdio: ['ignore', look ? 'ignore' : 'pipe', 'ignore'], detached: true });
    let stdout = '';
    child.stdout?.on('data', (text) => { stdout += text; });
    const timer = look && setInterval(() => look(child.pid), SAMPLE_MS);
    const limit = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), LIMIT_MS);
    child.on('error', (error) => (command === 'bash' ? done({ status: -1, stdout: '' }) : fail(error)));
    child.on('close', (status) => {
      clearInterval(timer);
      clearTimeout(limit);
      done({ status, stdout });
    });
  });
}

function treeOf(pid) {
  try {
    return [pid, ...readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number)).flatMap(treeOf)];
  } catch {
    return []; // ended meanwhile
  }
}

function kilobytes(pid, file, pattern) {
  try {
    return Number(pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
