// Edits the sample manual at random, without end, and holds a verdict that builds on the one before against one that knows nothing: byte for byte the same. `npm run edits -- 500 7`: so many edits, another seed.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptPlace } from '#host/kept/place.ts';
import { sideBySide } from '../tests/edits/side-by-side.ts';

const [steps = 200, seed = 1] = process.argv.slice(2, 4).map(Number);
const root = process.argv[4] ?? 'docs-qms';
const copy = mkdtempSync(join(tmpdir(), 'qms-edits-'));
process.env['QMS_CACHE'] = join(copy, 'kept');
cpSync(root, join(copy, 'manual'), { recursive: true, filter: (path) => !path.includes('.git/') });
const tally = { same: 0, different: 0, anew: 0, whole: 0, rules: 0 };
try {
  for await (const { what, again, anew, reused } of sideBySide(join(copy, 'manual'), keptPlace(join(copy, 'manual'), 'this build'), seed, steps)) {
    const wrong = Object.keys(anew).filter((name) => again[name] !== anew[name]);
    tally[wrong.length > 0 ? 'different' : 'same']++;
    tally[reused < 0 ? 'anew' : 'whole']++;
    tally.rules += Math.max(0, reused);
    if (process.env['EDITS_SHOW']) console.log(`${what}  [${reused}]`);
    if (wrong.length > 0) console.log(`${what}\n  ${wrong.join(', ')} differ (seed ${seed}); rules not run again: ${reused}\n${firstDifference(again.json, anew.json)}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`seed ${seed}: ${tally.same} verdicts the same, ${tally.different} different; ${tally.anew} times everything was judged anew, else on average ${Math.round(tally.rules / Math.max(1, tally.whole))} rules were not run again`);
if (tally.different > 0) process.exitCode = 1;

function firstDifference(a, b) {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  return `  again: ${left.slice(at - 2, at + 6).join('\n         ')}\n  anew:  ${right.slice(at - 2, at + 6).join('\n         ')}`;
}
