import { expect, test } from 'vitest';
import { asFolder, judgePack, makeBag, type Files } from './bags.ts';

const bag = makeBag({ 'a.md': 'first text\n', 'b.md': 'second text\n', 'c.md': 'third\n' });
const without = (path: string): Files => Object.fromEntries(Object.entries(bag).filter(([one]) => one !== path));
const told = (files: Files): string[] => judgePack(asFolder(files)).filter(({ severity }) => severity === 'error')
  .map(({ code, message, at, args, related }) => [code, message, at.path, ...['from', 'other', 'bytes'].flatMap((name) => args?.[name] ?? []), ...related.map(({ path, position }) => `${path}:${position.start.line}`)].join(' '));

test.each<[string, Files, string[]]>([
  ['missing', without('data/b.md'), ['pack/missing found manifest-sha512.txt']],
  ['changed, as long as before', { ...bag, 'data/b.md': 'second test\n' }, ['pack/altered found data/b.md manifest-sha512.txt:2']],
  ['cut off', { ...bag, 'data/b.md': 'second' }, ['pack/altered shorter data/b.md 6 manifest-sha512.txt:2']],
  ['longer', { ...bag, 'data/b.md': 'second text and more\n' }, ['pack/altered longer data/b.md 9 manifest-sha512.txt:2']],
  ['exchanged', { ...bag, 'data/a.md': bag['data/b.md'] as string, 'data/b.md': bag['data/a.md'] as string }, ['pack/altered exchanged data/a.md data/b.md manifest-sha512.txt:1', 'pack/altered exchanged data/b.md data/a.md manifest-sha512.txt:2']],
  ['renamed', { ...without('data/b.md'), 'data/B.txt': bag['data/b.md'] as string }, ['pack/renamed found data/B.txt data/b.md manifest-sha512.txt:2']],
  ['moved out of the payload', { ...without('data/b.md'), 'b.md': bag['data/b.md'] as string }, ['pack/renamed found b.md data/b.md manifest-sha512.txt:2']],
  ['added', { ...bag, 'data/d.md': 'x' }, ['pack/added payload data/d.md']],
  ['two at once: how much is missing where is not guessed', { ...bag, 'data/a.md': 'x', 'data/b.md': 'y' }, ['pack/altered found data/a.md manifest-sha512.txt:1', 'pack/altered found data/b.md manifest-sha512.txt:2']],
])('%s: one fault, one finding, with its cause', (_, files, expected) => expect(told(files)).toEqual(expected));
