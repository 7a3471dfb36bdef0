import { describe, expect, test } from 'vitest';
import type { Env, Outcome } from '#model/command.ts';
import type { UsageError } from '#model/usage-error.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace } from '../memory.ts';

const files = { ...bareWorkspace, 'a.md': '---\ntype: rule\nid: R-01\ntitle: 甲\n---\n\n# 甲\n\n见 [别处](nowhere.md)。\n', 'b.yaml': 'kind: suppliers\nsuppliers: []\nwrong: 1\n', 'c.yaml': 'kind: [', 'd.png': 'png' };

/** A world in which `--shard` wrote these files. */
function world(texts: Readonly<Record<string, string>> = {}, changed: Readonly<Record<string, string>> = {}, commit = 'c0ffee'): Env {
  const env = memoryEnv({ ...files, ...changed }, 'en');
  return { ...env, host: { ...env.host, head: async () => commit, readFile: async (path) => { const text = texts[path.replace('/w/', '')]; return text === undefined ? null : new TextEncoder().encode(text); } } };
}

async function split(of: number, env = world()): Promise<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (let part = 1; part <= of; part++) parts[`${part}.json`] = (await runCommand('validate', env, [[]], { shard: `${part}/${of}`, output: 'x' })).text as string;
  return parts;
}
const merge = (env: Env, ...names: readonly string[]): Promise<Outcome> => runCommand('validate', env, [[]], { merge: names, format: 'json' });

/** The sentence with which a merge is refused, its values put in. */
async function refusal(env: Env, ...names: readonly string[]): Promise<string> {
  try {
    await merge(env, ...names);
  } catch (error) {
    const { text, args, name } = error as UsageError;
    if (name === 'UsageError') return text.en.replaceAll(/\{(\w+)\}/g, (_, word: string) => String(args[word]));
    throw error;
  }
  return 'merged';
}

describe('shards', () => {
  const whole = runCommand('validate', world(), [[]], { format: 'json' });
  test.each([1, 2, 3, 7])('%i, merged backwards, report what one run reports', async (of) => {
    const parts = await split(of);
    expect(await merge(world(parts), ...Object.keys(parts).toReversed())).toEqual(await whole);
    expect((await whole).exit).toBe(1);
  });
  test('that are missing, doubled or of another split are named', async () => {
    const parts = { ...await split(3), 'other.json': (await split(2))['2.json'] as string };
    expect(await refusal(world(parts), '1.json')).toBe('Of 3 parts these are missing: 2, 3.');
    expect(await refusal(world(parts), '1.json', '3.json')).toBe('Of 3 parts these are missing: 2.');
    expect(await refusal(world(parts), '1.json', '2.json', '2.json', '3.json')).toBe('2.json and 2.json are both part 2 of 3.');
    expect(await refusal(world(parts), '1.json', '2.json', 'other.json')).toBe('other.json is part 2 of 2, 1.json one of 3: they are not of one run.');
  });
  test('that are no shards are named', async () => {
    const { '1.json': one } = await split(1) as { '1.json': string };
    const wrong = { 'none': undefined, 'text': 'kind: workspace', 'list': '[]', 'null': 'null', 'half': one.slice(0, -20), 'old': one.replace('qms-facts@3', 'qms-facts@2'), 'facts': one.replace(/"facts":\[.*/, '"facts":[1]}'), 'part': one.replace('"shard":1', '"shard":0') };
    for (const [name, text] of Object.entries(wrong)) expect(await refusal(world(text === undefined ? {} : { [name]: text }), name)).toBe(`${name} is not a file that --shard wrote.`);
  });
  test('of another version, commit or of other settings are named', async () => {
    const parts = await split(2);
    const spoilt = (from: RegExp, to: string): Record<string, string> => ({ ...parts, '2.json': (parts['2.json'] as string).replace(from, to) });
    expect(await refusal(world(spoilt(/"version":"[^"]*"/, '"version":"9.9.9"')), '1.json', '2.json')).toMatch(/^2\.json was written by version 9\.9\.9, this is \d/);
    expect(await refusal(world(spoilt(/"settings":"[^"]*"/, '"settings":"x"')), '1.json', '2.json')).toMatch(/^2\.json was made with other settings/);
    expect(await refusal(world(parts, {}, 'decade'), '1.json', '2.json')).toBe('1.json was made from another commit (c0ffee) than the one to be judged (decade).');
  });
  test('of other files than those to be judged are named with the file', async () => {
    const parts = await split(2);
    for (const path of ['a.md', 'b.yaml', 'c.yaml', 'd.png', 'qms.yaml']) {
      expect(await refusal(world(parts, { [path]: `${files[path as keyof typeof files]} ` }), '1.json', '2.json')).toMatch(new RegExp(`^\\d\\.json tells of ${path.replace('.', '\\.')} with another text`));
    }
    expect(await refusal(world(parts, { 'e.md': '# E' }), '1.json', '2.json')).toBe('e.md is in none of the shards.');
    const less = await split(2, world({}, { 'e.md': '# E' }));
    expect(await refusal(world(less), '1.json', '2.json')).toMatch(/^\d\.json tells of e\.md, which is not here\.$/);
  });
});
