// Tampers with a signed pack of the sample manual in eight ways and prints what `verify`, and what the commands of VERIFY.txt alone, find. Fails when one is missed. `npm run tamper -- COUNT`.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTree } from '#host/files.ts';
import { kinds } from '../tests/pack/tamper/mutants.ts';
import { missingTools, stockBench } from '../tests/pack/tamper/stock.ts';
import { fates, figure, handOver } from '../tests/pack/tamper/tamper.ts';

const count = Number(process.argv[2] ?? 500);
const workspace = Object.fromEntries(readTree('docs-qms').entries.map(({ path, read }) => [path, Buffer.from(read()).toString('utf8')]));
const handed = await handOver(workspace, 'p06');
const missing = missingTools();
if (missing.length > 0) console.log(`no ${missing.join(', ')} here: stock tools are not asked`);
const bench = missing.length > 0 ? null : stockBench(mkdtempSync(join(tmpdir(), 'qms-tamper-')), handed);
const all = [];
try {
  for (const fate of fates(handed, count, bench, Number(process.argv[3] ?? 1))) {
    all.push(fate);
    for (const by of fate.missed) console.log(`missed by ${by}: ${fate.kind}, ${fate.what}`);
  }
} finally {
  bench?.close();
}
for (const kind of kinds) {
  const mine = all.filter((fate) => fate.kind === kind);
  console.log(`${String(mine.filter(({ missed }) => missed.length === 0).length).padStart(4)}/${String(mine.length).padEnd(4)} ${kind}`);
}
console.log(figure(all, bench ? all.length : 0));
process.exitCode = all.some(({ missed }) => missed.length > 0) || all.length < count ? 1 : 0;
