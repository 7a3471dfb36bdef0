// Plants every defect of every kind in a copy of the sample manual, in memory, and prints what the rules caught. Fails when one is missed.
import { kinds } from '../tests/mutation/kinds.ts';
import { openManual } from '../tests/mutation/manual.ts';
import { figure, plant } from '../tests/mutation/plant.ts';

const wanted = process.argv.slice(2);
const chosen = kinds.filter(({ kind, code }) => wanted.length === 0 || wanted.some((word) => kind.includes(word) || code.startsWith(word)));
const width = Math.max(...chosen.map(({ kind }) => kind.length));
const manual = await openManual();
const outcomes = [];
for (const kind of chosen) {
  const outcome = await plant(manual, kind);
  outcomes.push(outcome);
  const { planted, missed } = outcome;
  console.log(`${`${planted - missed.length}/${planted}`.padStart(6)}  ${kind.kind.padEnd(width)}  ${kind.code}`);
  for (const miss of missed) console.log(`        missed: ${miss}`);
}
console.log(`\n${figure(outcomes)}; ${new Set(chosen.map(({ code }) => code)).size} codes`);
process.exitCode = outcomes.some(({ missed }) => missed.length > 0) ? 1 : 0;
