import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bareWorkspace } from '../memory.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { environment, qms } from './run.ts';

const documentOf = (id: string): string => `---\ntype: procedure\nid: ${id}\ntitle: 文件控制程序\nrevision: A/0\nstatus: draft\nowner: office\n---\n\n# 文件控制程序\n`;
const files: Readonly<Record<string, string>> = { ...bareWorkspace, 'a.md': documentOf('AB/QP-01'), 'b.yaml': 'kind: suppliers\nsuppliers: []\nwrong: 1\n' };
const on = { env: { ...environment, SOURCE_DATE_EPOCH: '1104451200' } }; // 2004-12-31
interface Report { counts: { error: number }; checked: { suppressed: number; baseline: number }; diagnostics: { code: string; path: string; position: { start: { line: number } } }[] }
const parse = (text: string): Report => JSON.parse(text) as Report;
const places = (text: string): string[] => parse(text).diagnostics.map(({ code, path, position }) => `${code} ${path}:${position.start.line}`);
const validate = (root: string, ...args: string[]): ReturnType<typeof qms> => qms(['-C', root, '--lang', 'en', 'validate', '--format', 'json', ...args], on);

describe.concurrent('baseline', () => {
  test('write → clean → a new finding fails → a mended one is told → expired fails', async () => {
    const root = temporaryFolder(files);
    const written = await qms(['-C', root, '--lang', 'en', 'validate', '--write-baseline', 'baseline.yaml', '--owner', 'office', '--expires', '2005-06-30'], on);
    expect([written.status, written.stdout]).toEqual([0, '']);
    expect(written.stderr).toMatch(/^\d+ findings written to baseline\.yaml\./);
    addFiles(root, { 'qms.yaml': `${files['qms.yaml']}baseline: baseline.yaml\n` });
    const clean = await validate(root, '--fail-on', 'info');
    expect(places(clean.stdout)).toEqual([]);
    expect(clean.status).toBe(0);
    expect(parse(clean.stdout).checked.baseline).toBe(Number(/^\d+/.exec(written.stderr)?.[0]));

    addFiles(root, { 'c.yaml': 'kind: suppliers\nsuppliers: []\nmore: 1\n' });
    const added = await validate(root);
    expect([added.status, places(added.stdout).filter((place) => !place.startsWith('clause/'))]).toEqual([1, ['load/schema c.yaml:3']]);

    addFiles(root, { 'b.yaml': 'kind: suppliers\nsuppliers: []\n' });
    rmSync(join(root, 'c.yaml'));
    const mended = await validate(root);
    expect([mended.status, places(mended.stdout).filter((place) => place.startsWith('baseline/')).map((place) => place.split(':')[0])]).toEqual([0, ['baseline/settled baseline.yaml']]);

    const expired = await validate(root, '--as-of', '2005-07-01');
    expect(expired.status).toBe(1);
    expect(places(expired.stdout)).toContain('baseline/expired baseline.yaml:3');
    expect(parse(expired.stdout).counts.error).toBeGreaterThan(1);
    expect((await validate(root, '--as-of', '2005-06-30')).status).toBe(0);
  });
  test('one that is missing, broken or of another kind is an error', async () => {
    for (const content of [undefined, 'kind: baseline\n', 'kind: suppliers\nsuppliers: []\n', 'kind: [', '']) {
      const root = temporaryFolder({ ...files, 'qms.yaml': `${files['qms.yaml']}baseline: x.yaml\n`, ...(content === undefined ? {} : { 'x.yaml': content }) });
      const { status, stdout, stderr } = await validate(root);
      expect([status, stderr]).toEqual([1, '']);
      expect(places(stdout)).toContain('baseline/missing qms.yaml:5');
    }
  });
});

/** What is found in a faulty register with this line above the fault. */
async function below(line: string): Promise<{ found: string[]; suppressed: number }> {
  const root = temporaryFolder({ ...files, 'b.yaml': `kind: suppliers\nsuppliers: []\n${line}\nwrong: 1\n` });
  const { stdout } = await validate(root, join(root, 'b.yaml'));
  return { found: places(stdout).filter((place) => !place.startsWith('clause/')), suppressed: parse(stdout).checked.suppressed };
}

describe.concurrent('suppression', () => {
  test('with a reason it takes the finding out', async () => {
    expect(await below('# qms-ignore load/schema: kept for the old tool until May')).toEqual({ found: [], suppressed: 1 });
  });
  test('without a reason it takes nothing out and is an error itself', async () => {
    expect(await below('# qms-ignore load/schema')).toEqual({ found: ['suppression/no-reason b.yaml:3', 'load/schema b.yaml:4'], suppressed: 0 });
    expect(await below('# qms-ignore load/schema:   ')).toEqual({ found: ['suppression/no-reason b.yaml:3', 'load/schema b.yaml:4'], suppressed: 0 });
  });
  test('unused it is told', async () => {
    expect(await below('# qms-ignore load/bom: none here')).toEqual({ found: ['suppression/unused b.yaml:3', 'load/schema b.yaml:4'], suppressed: 0 });
  });
  test('two lines further it does not reach', async () => {
    expect(await below('# qms-ignore load/schema: too far\n')).toEqual({ found: ['suppression/unused b.yaml:3', 'load/schema b.yaml:5'], suppressed: 0 });
  });
});

describe.concurrent('shards', () => {
  test('seven by the built program, merged backwards, report the bytes of one run', async () => {
    const root = temporaryFolder({ ...files, ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`more/${at}.md`, documentOf(`AB/QP-${at + 2}`)])) });
    const out = temporaryFolder();
    const shards = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(async (part) => {
      expect(await validate(root, '--shard', `${part}/7`, '--output', join(out, `${part}.json`))).toEqual({ status: 0, stdout: '', stderr: '' });
      return join(out, `${part}.json`);
    }));
    const [whole, merged] = await Promise.all([validate(root), validate(root, '--merge', ...shards.toReversed())]);
    expect(merged).toEqual(whole);
    expect([merged.status, parse(merged.stdout).diagnostics.length > 20]).toEqual([1, true]);
    const missing = await validate(root, '--merge', ...shards.slice(1));
    expect(missing).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Of 7 parts these are missing: 1.') });
  });
});

describe.concurrent('--as-of', () => {
  test('moves the day on which things are due', async () => {
    const root = temporaryFolder({ ...files, 'a.md': documentOf('AB/QP-01').replace('status: draft', 'status: effective\neffective: "2004-05-01"\nreview_due: "2005-05-01"') });
    const overdue = async (day: string): Promise<boolean> => places((await validate(root, '--as-of', day)).stdout).some((place) => place.startsWith('document/review-overdue'));
    expect([await overdue('2005-04-30'), await overdue('2005-05-02')]).toEqual([false, true]);
  });
});
