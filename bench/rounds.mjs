// Programs of one case in turn, round after round; figures of each, and ratios between them.
import { measure } from './measure.mjs';

/**
 * @typedef {import('./measure.mjs').Call} Call
 * @typedef {{ name: string, kind: 'floor' | 'qms' | 'peer', what: string, call: Call, prepare?: () => void, units?: () => number | Promise<number> }} Program
 *   `prepare` is not measured; `units` (pages, for instance) counts what the run that just ended made
 * @typedef {{ label: string, of: string[], over: string[], atMost?: number, atLeast?: number }} Ratio what `of` needs together, as a multiple of what `over` needs together; for programs with units, of the time for one
 */

/** A program that needs longer than this is not run again: its first run counts, for its memory too. */
const SLOW_SECONDS = 20;

/** @param {Program[]} programs @param {Ratio[]} ratios */
export async function inTurn(programs, ratios, runs, say) {
  const samples = new Map(programs.map((program) => [program, []]));
  const notes = new Map();
  for (let round = 0; round <= runs; round++) {
    for (const program of programs) {
      const list = samples.get(program);
      if (notes.has(program) || (list[0]?.wall ?? 0) > SLOW_SECONDS) continue;
      say(`round ${round} of ${runs}: ${program.name}`);
      try {
        program.prepare?.();
        const { memory, ...used } = await measure(program.call, round === 0);
        if (round === 0) program.memory = memory;
        const units = await program.units?.();
        if (round === 1) list.length = 0; // round 0 brought files into the cache of the system and code into that of the program
        list.push(units === undefined ? used : { ...used, units });
      } catch (error) {
        notes.set(program, error.message);
      }
    }
  }
  for (const program of programs) {
    if (notes.has(program) || samples.get(program)[0]?.wall > SLOW_SECONDS) continue;
    say(`memory: ${program.name}`);
    program.prepare?.();
    program.memory = (await measure(program.call, true)).memory;
  }
  const rows = programs.map((program) => rowOf(program, samples.get(program), notes.get(program)));
  return { rows, ratios: ratios.flatMap((ratio) => valueOf(ratio, rows)) };
}

function rowOf({ name, kind, what, call, memory = null }, list, note) {
  const shown = [call.command, ...call.args].join(' ');
  return { name, kind, what, command: shown, runs: list.length, wall: median(list.map(({ wall }) => wall)), cpu: median(list.map(({ cpu }) => cpu)), memory, units: median(list.map(({ units }) => units)), samples: list, ...(note ? { note } : {}) };
}

/** Round by round, so that a machine that changes its pace changes both sides; of medians where one side ran less often. */
function valueOf(ratio, rows) {
  const find = (names) => names.map((name) => rows.find((row) => row.name === name));
  const [of, over] = [find(ratio.of), find(ratio.over)];
  if ([...of, ...over].some((row) => !row || row.wall === null)) return [];
  const rounds = Math.min(...[...of, ...over].map(({ samples }) => samples.length));
  const even = [...of, ...over].every(({ samples }) => samples.length === rounds);
  const time = (row, what, round) => {
    const from = even ? row.samples[round] : row;
    return from[what] === null ? Number.NaN : from[what] / (from.units ?? 1);
  };
  const value = (what) => median(Array.from({ length: even ? rounds : 1 }, (_, round) => sum(of, what, round) / sum(over, what, round)).filter(Number.isFinite));
  const sum = (side, what, round) => side.reduce((total, row) => total + time(row, what, round), 0);
  const wall = value('wall');
  return [{ ...ratio, wall, cpu: value('cpu'), rounds: even ? rounds : 1, ...(ratio.atMost === undefined && ratio.atLeast === undefined ? {} : { holds: holds(ratio, wall) }) }];
}

/** @param {{ atMost?: number, atLeast?: number }} target */
export function holds({ atMost = Infinity, atLeast = -Infinity }, value) {
  return value !== null && value <= atMost && value >= atLeast;
}

export function median(list) {
  const sorted = list.filter((value) => value !== null && value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
