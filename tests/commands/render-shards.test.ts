import { describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { refuseMixture } from '#host/browser-pool.ts';
import { inGit, packOf, withPrinter } from './packs.ts';
import { runCommand } from '../env.ts';
import { small } from './small.ts';

const rules = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`ZD-${number}.md`, `---\ntype: rule\nid: AB/ZD-0${number}\ntitle: 制度\nowner: office\nrevision: A/0\nstatus: effective\neffective: "2004-07-01"\n---\n# 制度\n\n正文。\n`]));
const files = { ...small, ...rules };
const render = (env: ReturnType<typeof inGit>, more: Record<string, unknown>): ReturnType<typeof runCommand> => runCommand('render', { ...env, today: '2004-12-01' }, [[]], { all: true, output: '/out', ...more });

describe('render --shard', () => {
  test.each([1, 3, 7, 20])('%i parts together are what one run prints, each once', async (of) => {
    const whole = (await render(withPrinter(inGit(files)).env, {})).artifacts?.filter(({ path }) => path.endsWith('.pdf')) ?? [];
    expect(whole.length).toBeGreaterThan(6);
    const parts = [];
    for (let part = 1; part <= of; part++) {
      const { artifacts = [], exit, notes } = await render(withPrinter(inGit(files)).env, { shard: `${part}/${of}` });
      expect(exit).toBe(0);
      if (part > whole.length) expect(notes).toContain('there are more parts than papers');
      parts.push(...artifacts);
    }
    const pages = parts.filter(({ path }) => path.endsWith('.pdf'));
    expect(pages.sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(whole.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
    expect(parts.filter(({ path }) => path.endsWith('.json')).map(({ path }) => path)).toEqual(Array.from({ length: Math.min(of, whole.length) }, (_, at) => `/out/printed-${at + 1}-of-${of}.json`));
  });
  test('printed into one folder, the parts are taken by export, and not printed again', async () => {
    const world = withPrinter(inGit(files));
    for (const shard of ['1/2', '2/2']) for (const { path, bytes } of (await render(world.env, { shard })).artifacts ?? []) world.disk.set(path, bytes);
    world.printed.splice(0);
    expect((await render(world.env, { shard: '2/2' })).artifacts).toEqual([]);
    await packOf(world.env, { pdf: undefined, printed: '/out' });
    expect(world.printed).toEqual([]);
  });
  test('what it says it will answer once its prints stand is what it then answers; of a single file it says nothing', async () => {
    const world = withPrinter(inGit(files));
    for (const shard of ['1/2', '2/2', '1/3']) { // the last finds some of its papers printed
      const first = await render(world.env, { shard });
      for (const { path, bytes } of first.artifacts ?? []) world.disk.set(path, bytes);
      world.printed.splice(0);
      const { afterwards: _, ...second } = await render(world.env, { shard });
      expect([second, world.printed]).toEqual([first.afterwards, []]);
    }
    expect(await runCommand('render', world.env, [['AB/ZD-01']], { output: '/one.pdf' })).not.toHaveProperty('afterwards');
  });
  test.each([[{ shard: '3/2' }, '--shard takes'], [{ shard: '1/2', format: 'html' }, 'The site is made in one piece'], [{ shard: '1/2', output: 'x.pdf' }, '--shard needs a folder']])('%j is refused', async (options, said) => {
    await expect(render(withPrinter(inGit(files)).env, options)).rejects.toThrow(said);
  });
});

test('every command that makes a PDF takes the browser that is to print it', () => {
  const printing = commands.filter(({ options = [] }) => options.some(({ choices }) => choices?.includes('pdf')));
  expect(printing.length).toBeGreaterThan(15);
  for (const { name, options = [] } of printing) expect(options.filter(({ flags }) => flags.startsWith('--browser')).map(({ flags }) => flags), name).toEqual(['--browser <file>', '--browser-url <url>']);
});

test('browsers of different versions are refused by their addresses', () => {
  expect(refuseMixture([{ url: 'ws://a', version: 'Chrome/1' }, { url: 'ws://b', version: 'Chrome/1' }])).toBe('Chrome/1');
  expect(() => refuseMixture([{ url: 'ws://a', version: 'Chrome/1' }, { url: 'ws://b', version: 'Chrome/2' }])).toThrow(expect.objectContaining({ name: 'UsageError', args: { url: 'ws://a', version: 'Chrome/1', other: 'ws://b', another: 'Chrome/2' } }) as Error);
});
