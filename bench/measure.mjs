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
const timed = 'TIMEFORMAT="%3U %3S"; s=$EPOCHREALTIME; { time "$@" >/dev/null 2>/dev/null; } 2>&1; code=$?; e=$EPOCHREALTIME; echo "$s $e $code"';

/**
 * Runs it once. Throws when it did not do its work. With `watch` also the most memory that it and all it started had at one time, shared pages counted once
 * (bytes; null where there is no /proc): that costs the run a little.
 * @param {Call} call @returns {Promise<Usage & { memory?: number | null }>}
 */
export async function measure(call, watch = false) {
  const seen = { alone: 0, together: 0, most: 0 };
  const begin = process.hrtime.bigint();
  const { status, stdout } = await run(call, watch && process.platform === 'linux' ? (bash) => look(bash, seen) : undefined);
  const figures = /([\d.]+) ([\d.]+)\s+(\d+\.\d+) (\d+\.\d+) (\d+)\s*$/.exec(stdout);
  if (!figures && status !== -1) throw new Error(`${call.command} ended with ${status}`);
  const [, user, system, from, to, code] = (figures ?? []).map(Number);
  if (figures && !(call.ok ?? [0, 1]).includes(code)) throw new Error(`${[call.command, ...call.args].join(' ').slice(0, 200)} ended with ${code}`);
  return {
    ...(figures ? { wall: to - from, cpu: call.browser ? null : user + system } : { wall: Number(process.hrtime.bigint() - begin) / 1e9, cpu: null }),
    ...(watch ? { memory: (seen.most > 1 ? seen.together : seen.alone) * 1024 || null } : {}),
  };
}

function run({ command, args, cwd, env = process.env }, watch) {
  return new Promise((done) => {
    const child = spawn('bash', ['-c', timed, 'bash', command, ...args], { cwd, env: { ...env, LC_ALL: undefined, LC_NUMERIC: 'C' }, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    let stdout = '';
    child.stdout.on('data', (text) => { stdout += text; });
    const timer = watch && setInterval(() => watch(child.pid), SAMPLE_MS);
    const limit = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), LIMIT_MS);
    const end = (status) => {
      clearInterval(timer);
      clearTimeout(limit);
      done({ status, stdout });
    };
    child.on('error', () => end(-1)); // no bash: nothing can be said
    child.on('close', end);
  });
}

/** One process: its own peak. Several: what they share is counted once, which costs a walk through their memory. */
function look(bash, seen) {
  const tree = treeOf(bash).slice(1);
  seen.most = Math.max(seen.most, tree.length);
  if (seen.most > 1) seen.together = Math.max(seen.together, tree.reduce((sum, pid) => sum + kilobytes(pid, 'smaps_rollup', /^Pss: +(\d+)/m), 0));
  else if (tree.length === 1) seen.alone = Math.max(seen.alone, kilobytes(tree[0], 'status', /^VmHWM:\s+(\d+)/m));
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
