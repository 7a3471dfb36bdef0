// The long version of tests/e2e/faults.test.ts: lets every call by which a writing command changes its workspace fail, with six errors, once and from then on;
// then calls by which each command reads it. npm run faults [-- COMMAND …]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errnos, failReads, failWrites } from '../tests/e2e/faults.ts';
import { seeded } from '../tests/e2e/kills.ts';
import { take } from '../tests/e2e/prepared.ts';
import { beforeTelling, printings } from '../tests/e2e/reading-commands.ts';
import { startingStates, writingCommands } from '../tests/e2e/writing-commands.ts';

/** Of the hundreds of calls by which a command reads the workspace, so many fail for each error. */
const READS = 25;
const random = seeded(1);
const words = process.argv.slice(2);
const which = errnos.flatMap((errno) => [{ errno, lasting: false }, { errno, lasting: true }]);
const states = await startingStates();
const columns = ['runs', 'torn', 'lost', 'silent', 'stray', 'stuck', 'crashed'];
const row = (name, cells) => console.log(name.padEnd(28) + cells.map((cell) => String(cell).padStart(9)).join(''));
const sums = Object.fromEntries(columns.map((column) => [column, 0]));

console.log(`${errnos.join(', ')}: the n-th call fails, or that one and all after it, for n = 1, 2, 3 … until a clean pass.
torn: a file neither old nor new. lost: a file gone. silent: exit 0 and not the new state. stray: a temporary file left after the next run.
stuck: the next run does not bring the new state. crashed: anything but a sentence.
Of reading: silent is an answer that lacks something and does not say so, stuck one that is given again when the fault is over.`);
row('command', columns);
for (const command of writingCommands.filter(({ name }) => words.length === 0 || words.includes(name))) {
  const tally = await failWrites(command, states[command.from], which);
  row(tally.command, columns.map((column) => tally[column]));
  for (const note of tally.notes.slice(0, 5)) console.log(`    ${note.trim()}`);
  for (const column of columns) sums[column] += tally[column];
}

const root = mkdtempSync(join(tmpdir(), 'qms-fault-'));
for (const step of beforeTelling) await take(root, step);
for (const { name, args } of printings.filter((one, at) => printings.findIndex((other) => other.name === one.name) === at)) {
  if (words.length > 0 && !words.includes(name)) continue;
  const tally = await failReads(root, args, which.filter(({ errno }) => ['EIO', 'EACCES', 'EMFILE', 'EPERM'].includes(errno)), { points: READS, random });
  row(`${name} (reading)`, columns.map((column) => tally[column]));
  for (const note of tally.notes.slice(0, 5)) console.log(`    ${note.trim()}`);
  for (const column of columns) sums[column] += tally[column];
}
rmSync(root, { recursive: true, force: true });
if (words.length === 0) fullDisk();
row('all', columns.map((column) => sums[column]));
process.exitCode = columns.some((column) => column !== 'runs' && sums[column] > 0) ? 1 : 0;

/** A real disk that is full: a small one in memory, where mounting is allowed. A workspace that does not fit leaves nothing. */
function fullDisk() {
  const disk = mkdtempSync(join(tmpdir(), 'qms-disk-'));
  for (const size of ['40k', '80k', '120k']) {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status !== 0) {
      console.log('full disk: mounting is not allowed here');
      break;
    }
    const { status, stderr } = spawnSync(process.execPath, ['bin/qms.js', '--lang', 'en', 'init', '--example', disk], { encoding: 'utf8' });
    const left = readdirSync(disk, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
    console.log(`full disk of ${size}: exit ${status}, ${left} files left, ${stderr.trim()}`);
    if (status !== 2 || left > 0) sums.torn++;
    spawnSync('umount', [disk]);
  }
  rmSync(disk, { recursive: true, force: true });
}
