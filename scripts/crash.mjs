// The long version of tests/e2e/crash.test.ts: kills every writing command at random points (200 times each, or the number given) and lets 50 runs take a number at once.
// npm run crash [-- [COUNT] [COMMAND …]]
import { killRuns, parallelNew, seeded, startingStates, writingCommands } from '../tests/e2e/kills.ts';

const words = process.argv.slice(2);
const runs = /^\d+$/.test(words[0] ?? '') ? Number(words.shift()) : 200;
const chosen = writingCommands.filter(({ name }) => words.length === 0 || words.some((word) => name.startsWith(word)));
const states = await startingStates();
let faults = 0;

const row = (...cells) => console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(26) : String(cell).padStart(8))).join(''));
row('command', 'runs', 'killed', 'old', 'new', 'between', 'strays', 'faults');
for (const [seed, command] of chosen.entries()) {
  const tally = await killRuns(command, states[command.from], runs, seeded(seed + 1));
  row(tally.command, tally.runs, tally.killed, tally.old, tally.new, tally.between, tally.strays, tally.faults.length);
  for (const fault of tally.faults) console.log(`    ${fault}`);
  faults += tally.faults.length;
}

const { failed, numbers, files, strays } = await parallelNew(states.draft, 50);
console.log(`\n50 × new at once: ${files} files, ${numbers.size} numbers, ${failed.length} failed, ${strays.length} strays`);
process.exitCode = faults > 0 || failed.length > 0 || files !== 50 || numbers.size !== 50 || strays.length > 0 ? 1 : 0;
