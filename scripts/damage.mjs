// The long version of tests/hostile: a thousand damaged copies (or the number given) of files of the sample manual, each judged and reported to the end, with time and memory;
// files that no editor opens; then hostile strings in every field × every command × every format, as many rounds as hundreds. npm run damage [-- COUNT]
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here, take } from '../tests/e2e/prepared.ts';
import { beforeTelling, isBinary, printings } from '../tests/e2e/reading-commands.ts';
import { readState, restore } from '../tests/e2e/states.ts';
import { damaged } from '../tests/hostile/damage.ts';
import { judgeWith, openSample } from '../tests/hostile/judge-damaged.ts';
import { plant } from '../tests/hostile/plant.ts';
import { faultsOf } from '../tests/hostile/sinks.ts';
import { naughty } from '../tests/hostile/strings.ts';
import { validateAlone } from './alone.mjs';

const count = Number(process.argv[2] ?? 1000);
const sum = { runs: 0, uncaught: 0, silent: 0, slowest: 0, slow: '' };
const watch = async (name, work) => {
  const begun = performance.now();
  try {
    if (await work() === false) {
      sum.silent++;
      console.log(`silent: ${name}`);
    }
  } catch (error) {
    sum.uncaught++;
    console.log(`uncaught: ${name}: ${error.stack}`);
  }
  const took = performance.now() - begun;
  sum.runs++;
  if (took > sum.slowest) Object.assign(sum, { slowest: took, slow: name });
};

const sample = await openSample();
/** The copies that took longest. */
let hardest = [];
for (const { path, name, bytes } of damaged(sample.texts, 1).take(count)) {
  const begun = performance.now();
  await watch(`${path}: ${name}`, async () => {
    const { form, at } = await judgeWith(sample, path, bytes);
    return form !== 'broken' || at > 0;
  });
  hardest = [...hardest, { path, bytes, took: performance.now() - begun }].sort((one, other) => other.took - one.took).slice(0, 5);
}
console.log(`${sum.runs} damaged copies: ${sum.uncaught} uncaught, ${sum.silent} silent; slowest ${Math.round(sum.slowest)} ms (${sum.slow})`);

// This process holds the sample, its facts and the garbage of a thousand verdicts. What one verdict takes is measured where it is given: by validate, on the whole manual.
const manual = mkdtempSync(join(tmpdir(), 'qms-damaged-'));
cpSync('docs-qms', manual, { recursive: true });
const whole = validateAlone(manual);
const alone = hardest.map(({ path, bytes }) => {
  const sound = readFileSync(join(manual, path));
  writeFileSync(join(manual, path), bytes);
  const used = validateAlone(manual);
  writeFileSync(join(manual, path), sound);
  return used;
});
rmSync(manual, { recursive: true });
if (alone.some(({ status }) => status > 1)) sum.uncaught++;
console.log(`validate, nothing kept: the sound manual ${whole.cpu.toFixed(1)} s of processor time, ${Math.round(whole.mb)} MB; with one of the ${alone.length} hardest copies at most ${Math.max(...alone.map(({ cpu }) => cpu)).toFixed(1)} s, ${Math.round(Math.max(...alone.map(({ mb }) => mb)))} MB`);

const root = mkdtempSync(join(tmpdir(), 'qms-damage-'));
for (const step of beforeTelling) await take(root, step);
const clean = readState(root);
const most = { cpu: 0, mb: 0 };
for (const [name, write] of Object.entries({
  'one line of 100 MB': (path) => writeFileSync(path, 'x'.repeat(100 * 1024 * 1024)), '100 MB of nothing': (path) => { writeFileSync(path, ''); truncateSync(path, 100 * 1024 * 1024); },
  'one line of 9 MB': (path) => writeFileSync(path, `kind: suppliers\nsuppliers: []\ncriteria: ${'长'.repeat(3_000_000)}\n`), 'two million lines': (path) => writeFileSync(path, '- a\n'.repeat(2_000_000)),
})) {
  for (const path of ['big.md', 'big.yaml', 'big.txt']) {
    write(join(root, path));
    await watch(`${path}: ${name}`, () => {
      const { status, stdout, stderr, cpu, mb } = validateAlone(root);
      if (status > 1) throw new Error(stderr);
      Object.assign(most, { cpu: Math.max(most.cpu, cpu), mb: Math.max(most.mb, mb) });
      return stdout.includes(path) || path.endsWith('.txt');
    });
    rmSync(join(root, path));
  }
}
console.log(`large files, each in a process of its own: ${sum.uncaught} uncaught, ${sum.silent} silent in all; at most ${most.cpu.toFixed(1)} s of processor time, ${Math.round(most.mb)} MB`);

const outputs = printings.filter(({ format }) => format !== 'pdf');
let [faults, printed] = [0, 0];
for (let round = 0; round < Math.ceil(count / 100); round++) {
  restore(root, new Map([...await plant(clean, naughty, round * 61)].map(([path, text]) => [path, Buffer.from(text, 'utf8').toString('latin1')])));
  for (const { args, format } of outputs) {
    const { status, stdout, stderr } = await here(root, args);
    if (status > 1) continue;
    printed++;
    const found = [...faultsOf(format, stdout, isBinary(format) ? readFileSync(join(root, `out.${format}`)) : undefined), ...faultsOf('', stderr)];
    faults += found.length;
    for (const fault of found.slice(0, 3)) console.log(`round ${round}: ${args.join(' ')}: ${fault}`);
  }
}
rmSync(root, { recursive: true, force: true });
console.log(`${naughty.length} hostile strings, ${printed} outputs of ${outputs.length} kinds: ${faults} that steer, forge or break`);
process.exitCode = sum.uncaught + sum.silent + faults > 0 ? 1 : 0;
