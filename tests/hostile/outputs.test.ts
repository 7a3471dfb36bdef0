import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { here, take } from '../e2e/prepared.ts';
import { beforeTelling, isBinary, printings } from '../e2e/reading-commands.ts';
import { readState } from '../e2e/states.ts';
import { gitIn } from '../e2e/traps.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { plant } from './plant.ts';
import { faultsOf } from './sinks.ts';
import { naughty } from './strings.ts';

const root = temporaryFolder();
let planted = 0;
beforeAll(async () => {
  for (const step of beforeTelling) await take(root, step);
  const before = readState(root);
  const files = await plant(before, naughty, 0);
  planted = [...files].filter(([path, text]) => before.get(path) !== Buffer.from(text, 'utf8').toString('latin1')).length;
  addFiles(root, Object.fromEntries(files));
  addFiles(root, Object.fromEntries(['\u001b[31mred', '::error::forged', '=1+1', '<img src=x onerror=alert(1)>', '\u202egnp', '-rf', 'a\u0085b'].map((name) => [`manual/${name.replaceAll('/', '_')}.md`, 'x\n'])));
  gitIn(root, 'init', '-q');
  gitIn(root, '-c', 'core.quotePath=false', 'add', '-A');
  gitIn(root, '-c', 'user.name=\u001b[31m::error::x', 'commit', '-q', '--author', '\u001b]0;t\u0007 <::error::@x>', '-m', '\u001b[31m::error::forged\n\n\u202e=1+1');
}, 120_000);

const outputs = printings.filter(({ format }) => format !== 'pdf');

test('the strings are in the files', () => {
  expect(naughty.length).toBeGreaterThan(600);
  expect(planted).toBeGreaterThan(25);
});

describe.each([...new Set(outputs.map(({ format }) => format))])('format %s', (format) => {
  test('is not steered, forged or broken by what stands in a field', async () => {
    const wrong: string[] = [];
    for (const { args } of outputs.filter((one) => one.format === format)) {
      const { status, stdout, stderr } = await here(root, args);
      if (status > 1 && !stderr.startsWith('qms: ')) wrong.push(`${args.join(' ')}: ${status} ${stderr}`);
      if (status > 1) continue;
      const bytes = isBinary(format) ? readFileSync(join(root, `out.${format}`)) : undefined;
      wrong.push(...[...faultsOf(format, stdout, bytes), ...faultsOf('', stderr)].slice(0, 3).map((fault) => `${args.join(' ')}: ${fault}`));
    }
    expect(wrong).toEqual([]);
  });
});
