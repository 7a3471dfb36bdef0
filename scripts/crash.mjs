// The long version of tests/e2e/crash.test.ts: kills every writing command at random points, most of them while it writes (200 times each, or the number given),
// and, where no command is named, lets 50 runs take a number at once. npm run crash [-- [COUNT] [COMMAND …]]
import { startingStates, writingCommands } from '../tests/e2e/writing-commands.ts';
import { atOnce, killRuns, seeded } from '../tests/e2e/kills.ts';

const words = process.argv.slice(2);
const runs = /^\d+$/.test(words[0] ?? '') ? Number(words.shift()) : 200;
const chosen = writingCommands.filter(({ name }) => words.length === 0 || words.includes(name));
const states = await startingStates();
let faults = 0;

const row = (...cells) => console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(26) : String(cell).padStart(8))).join(''));
console.log('Kills by when they fell: before, during and after the writing. What they left: old, new, between (several files, some new).');
row('command', 'runs', 'before', 'during', 'after', 'old', 'new', 'between', 'strays', 'faults');
for (const [seed, command] of chosen.entries()) {
  const tally = await killRuns(command, states[command.from], runs, seeded(seed + 1));
  row(tally.command, tally.runs, tally.before, tally.during, tally.after, tally.old, tally.new, tally.between, tally.strays, tally.faults.length);
  for (const fault of tally.faults) console.log(`    ${fault}`);
  faults += tally.faults.length;
}

for (const [from, args] of words.length > 0 ? [] : [['draft', ['new', 'procedure', '--title', 'The same', '--owner', 'qms-office']], ['example', writingCommands.find(({ name }) => name === 'nc open').args]]) {
  const { failed, numbers, files, strays } = await atOnce(states[from], args, 50);
  console.log(`\n50 × ${args.slice(0, 2).join(' ')} at once: ${files} files, ${numbers.size} numbers, ${failed.length} failed, ${strays.length} strays`);
  if (failed.length > 0 || files !== 50 || numbers.size !== 50 || strays.length > 0) faults++;
}
process.exitCode = faults > 0 ? 1 : 0;
