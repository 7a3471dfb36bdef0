import { describe, expect, test } from 'vitest';
import type { Artifact } from '#model/command.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { small } from './small.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const filesOf = (artifacts: readonly Artifact[] = []): Record<string, string> => Object.fromEntries(artifacts.map(({ path, bytes }) => [path.replace('/w/', ''), decode(bytes)]));

describe.each(['zh-CN', 'en'] as const)('init --lang %s', (locale) => {
  test('gives a workspace in which validate finds exactly what TODO.md names', async () => {
    const files = filesOf((await runCommand('init', memoryEnv({}, locale), [], { organization: 'X', prefix: 'AB' })).artifacts);
    const named = [...(files['TODO.md'] as string).matchAll(/^- \[ \] .*? · `([^`]+)` · (\S+) — /gm)].map(([, code, place]) => `${code} ${place}`).sort();
    const { text } = await runCommand('validate', memoryEnv(files, locale), [[]], { format: 'json' });
    const { diagnostics } = JSON.parse(text as string) as { diagnostics: { code: string; path: string; position: { start: { line: number } } }[] };
    expect(diagnostics.map(({ code, path, position }) => `${code} ${path}:${position.start.line}`).sort()).toEqual(named);
    expect(named.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ code }) => code.startsWith('load/') || code.startsWith('workspace/') || code.startsWith('reference/'))).toEqual([]);
  });
  test('writes qms.yaml last, so that a broken-off run leaves no workspace behind', async () => {
    const { artifacts } = await runCommand('init', memoryEnv({}, locale), [], { prefix: 'AB' });
    expect(artifacts?.at(-1)?.path).toBe('/w/qms.yaml');
    expect(artifacts?.every(({ exclusive }) => exclusive)).toBe(true);
  });
});

test('init --lang en --example gives a small filled manual without errors; the Chinese one is docs-qms', async () => {
  const files = filesOf((await runCommand('init', memoryEnv({}, 'en'), [], { example: true })).artifacts);
  expect(Object.keys(files).length).toBeGreaterThan(20);
  const { exit } = await runCommand('validate', memoryEnv(files, 'en'), [[]], { format: 'json' });
  expect(exit).toBe(0);
  await expect(runCommand('init', memoryEnv({}, 'zh-CN'), [], { example: true })).rejects.toMatchObject({ name: 'UsageError' });
});

test('init refuses a folder that holds a workspace, and a prefix that is none', async () => {
  await expect(runCommand('init', memoryEnv(small))).rejects.toMatchObject({ name: 'UsageError' });
  await expect(runCommand('init', memoryEnv({}), [], { prefix: 'ab' })).rejects.toMatchObject({ args: { prefix: 'ab' } });
});

describe('new', () => {
  const make = async (kind: string, options: Record<string, unknown>): Promise<Record<string, string>> => filesOf((await runCommand('new', memoryEnv(small), [kind], options)).artifacts);
  test('takes the next free number and the folder of its kind', async () => {
    const files = await make('procedure', { title: '培训程序', owner: 'office', clause: ['6.2.2'] });
    expect(Object.keys(files)).toEqual(['procedures/QP-02.md']);
    expect(files['procedures/QP-02.md']).toContain('id: AB/QP-02\ntitle: { zh-CN: 培训程序 }\nblocks: []\nclauses: ["6.2.2"]');
  });
  test('numbers a form under its procedure, an instruction under its block', async () => {
    expect(Object.keys(await make('form', { title: '发放登记表', owner: 'office', procedure: 'AB/QP-01' }))).toEqual(['forms/QR-QP01-02.md']);
    expect((await make('work-instruction', { title: '名称核准规范', owner: 'window', block: 'licensing' }))['work-instructions/WI-XK-001.md']).toContain('id: AB/WI-XK-001');
  });
  test('starts a register with a comment for each field', async () => {
    const files = await make('suppliers', {});
    expect(files['suppliers.yaml']).toMatch(/^# 供方.*\nkind: suppliers\n/);
    expect(Object.keys(await make('nonconformity', {}))).toEqual(['nonconformities/2004/NC-2004-001.yaml']);
  });
  test('what it writes fits its schema', async () => {
    for (const [kind, options] of [['procedure', {}], ['form', { procedure: 'AB/QP-01' }], ['work-instruction', { block: 'licensing' }], ['suppliers', {}], ['training', {}], ['processes', {}]] as const) {
      const files = await make(kind, { title: '标题: 带冒号 "引号"', owner: 'office', ...options });
      const { text } = await runCommand('validate', memoryEnv({ ...small, ...files }), [Object.keys(files).map((path) => `/w/${path}`)], { format: 'json' });
      const { diagnostics } = JSON.parse(text as string) as { diagnostics: { code: string }[] };
      expect(diagnostics.filter(({ code }) => code.startsWith('load/')), kind).toEqual([]);
    }
  });
  test('names the flag that is missing', async () => {
    await expect(make('procedure', { title: 'x' })).rejects.toMatchObject({ args: { flag: '--owner' } });
    await expect(make('form', { title: 'x', owner: 'office' })).rejects.toMatchObject({ args: { flag: '--procedure' } });
    await expect(make('procedure', { title: 'x', owner: 'nobody' })).rejects.toMatchObject({ args: { flag: '--owner', value: 'nobody' } });
    await expect(make('plan', { title: 'x', owner: 'office' })).rejects.toMatchObject({ args: { type: 'plan' } });
    await expect(make('nonsense', {})).rejects.toMatchObject({ args: { kind: 'nonsense' } });
  });
  test('--dry-run shows and writes nothing', async () => {
    const outcome = await runCommand('new', memoryEnv(small), ['suppliers'], { dryRun: true });
    expect(outcome.artifacts).toBeUndefined();
    expect(outcome.text).toContain('kind: suppliers');
  });
});
