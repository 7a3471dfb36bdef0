import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '#commands/index.ts';

const recipes = readdirSync('recipes').sort();
/** Calls of the tool in a recipe, comments left out: the words after `qms`, up to the end of the command. */
const callsIn = (name: string): string[][] => readFileSync(`recipes/${name}`, 'utf8').replaceAll(/(?:^|\s)#.*$/gm, '').split('\n')
  .flatMap((line) => [...line.matchAll(/\bqms (-C .*?)(?:\s*\|\|.*)?$/g)].map((match) => (match[1] as string).split(/\s+/)));

test.each(recipes)('%s calls commands and options that there are', (name) => {
  const calls = callsIn(name);
  expect(calls.length).toBeGreaterThan(0);
  for (const words of calls) {
    const spec = commands.find((command) => words.includes(command.name));
    expect(spec, words.join(' ')).toBeDefined();
    const known = spec?.options?.flatMap(({ flags }) => [...flags.matchAll(/--?[\w-]+/g)].map(([flag]) => flag)) ?? [];
    expect(words.filter((word) => /^--?[a-z]/.test(word) && word !== '-C').filter((word) => !known.includes(word)), words.join(' ')).toEqual([]);
  }
  if (name.endsWith('.yml')) expect(parse(readFileSync(`recipes/${name}`, 'utf8'))).toBeTypeOf('object');
});

test('the parts of a matrix are as many as the calls say', () => {
  const github = parse(readFileSync('recipes/github-actions-shards.yml', 'utf8')) as { env: { PARTS: number }; jobs: Record<string, { strategy?: { matrix: { part: number[] } }; steps: { run?: string }[] }> };
  expect(github.jobs['facts']?.strategy?.matrix.part).toEqual(Array.from({ length: github.env.PARTS }, (_, at) => at + 1));
  const pages = github.jobs['pages'];
  expect(pages?.steps.some(({ run }) => run?.includes(`--shard "\${{ matrix.part }}/${pages.strategy?.matrix.part.length}"`))).toBe(true);
  expect(readFileSync('recipes/gitlab-ci-shards.yml', 'utf8').match(/--shard "\$CI_NODE_INDEX\/\$CI_NODE_TOTAL"/g)).toHaveLength(2);
});
