import { expect, test } from 'vitest';
import { readEdition } from '#load/edition.ts';
import { loadCodes } from '#load/codes.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import { beyondTextLimits, markdownLimits, yamlLimits, type TextLimits } from '#load/text-limits.ts';
import { readTree } from '#host/files.ts';
import { assets } from '../memory.ts';
import { document, judgeBad, witnessed } from './witness.ts';

const small: TextLimits = { lines: 3, line: 5, counted: [{ message: 'marks', limit: 2, pattern: /\*/g }, { message: 'cells', limit: 4, pattern: /\|/g }] };
const told = (text: string, limits = small): unknown => {
  const found = beyondTextLimits(text, 'a.md', 7, limits);
  return found && [found.message, found.args, 'position' in found.at && found.at.position.start.line];
};

test.each([
  ['up to the limits', 'a*b*c\n||||\n\n', null],
  ['a line too many', 'a\nb\nc\nd\ne', ['lines', { figure: 5, limit: 3 }, 10]],
  ['a break at the end opens no line', 'a\nb\nc\n', null],
  ['a line too long', 'a\n123456\nb', ['line', { figure: 6, limit: 5 }, 8]],
  ['the last line too long', 'a\n123456', ['line', { figure: 6, limit: 5 }, 8]],
  ['a mark too many, told where it stands', 'a\n**\n**', ['marks', { figure: 4, limit: 2 }, 9]],
  ['the second pattern', '|||\n|||', ['cells', { figure: 6, limit: 4 }, 8]],
])('%s', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['two million list lines', 'a.md', document('- a\n'.repeat(2_000_000)), 50_009, { figure: 2_000_000, limit: 50_000 }],
  ['9 MB of links on nine lines', 'a.md', document(`${'[a](b) '.repeat(140_000)}\n`.repeat(9)), 9, { limit: 30_000 }],
  ['a line of 9 MB', 'a.md', document(`文字\n${'长'.repeat(3_000_000)}\n`), 10, { figure: 3_000_000, limit: 1_000_000 }],
  ['a line of 9 MB in front matter', 'a.md', document('# 一\n', `title: ${'长'.repeat(3_000_000)}\n`), 2, { figure: 3_000_007, limit: 1_000_000 }],
  ['a large list in front matter', 'a.md', document('# 一\n', `type: procedure\nreferences: [${'a,'.repeat(80_000)}]\n`), 3, { limit: 60_000 }],
  ['a table of 40,000 rows', 'a.md', document(`|a|b|\n|-|-|\n${'|a|b|\n'.repeat(40_000)}`), 33_342, { limit: 100_000 }],
  ['a line of 9 MB that is valid YAML', 'a.yaml', `kind: suppliers\nsuppliers: []\ncriteria: ${'长'.repeat(3_000_000)}\n`, 3, { figure: 3_000_010, limit: 1_000_000 }],
  ['80,000 empty entries on one line', 'a.yaml', `kind: suppliers\nsuppliers: [${'{},'.repeat(80_000)}]\n`, 2, { limit: 60_000 }],
  ['two million lines of YAML', 'a.yaml', '- a\n'.repeat(2_000_000), 50_001, { figure: 2_000_000, limit: 50_000 }],
  ['as many that open with an anchor', 'a.yaml', `- &a 1\n${'- a\n'.repeat(2_000_000)}`, 50_001, { figure: 2_000_001, limit: 50_000 }],
])('%s: refused with the figure before any parser, the rest is judged', async (_, path, text, line, args) => {
  const { found, others, findings } = await judgeBad(path, text);
  expect(found).toEqual([`load/text-limits ${path}:${line}`]);
  expect(findings[0]?.args).toMatchObject(args);
  expect(others).toEqual([witnessed]);
});

test('qms.yaml has the same limits', async () => {
  expect((await judgeBad('qms.yaml', `kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\n${'# a\n'.repeat(60_000)}`)).found).toContain('load/text-limits qms.yaml:50001');
});

test('an earlier revision beyond the limits is not taken apart', () => {
  expect(readEdition(Buffer.from(document('# 一\n')), 'a.md')?.id).toBe('AB/QP-09');
  expect(readEdition(Buffer.from(document('[a](b) '.repeat(140_000))), 'a.md')).toBeNull();
  expect(readEdition(Buffer.from(document('['.repeat(5000))), 'a.md')).toBeNull();
});

test('every limit has its words, and none has words without a limit', () => {
  const messages = [...markdownLimits.counted, ...yamlLimits.counted].map(({ message }) => message);
  expect(Object.keys(loadCodes.find(({ code }) => code === 'load/text-limits')?.messages ?? {}).toSorted()).toEqual(['line', 'lines', ...messages].toSorted());
});

test('the sample manual stays below a fifth of each limit', async () => {
  const fifth = (limits: TextLimits): TextLimits => ({ lines: limits.lines / 5, line: limits.line / 5, counted: limits.counted.map((one) => ({ ...one, limit: one.limit / 5 })) });
  const tree = readTree('docs-qms');
  const read = readFacts(tree, await openWorkspace(tree, assets, [])).filter(({ form }) => form === 'document' || form === 'register');
  const found = read.map(({ path }) => beyondTextLimits(Buffer.from(tree.get(path)?.read() ?? []).toString(), path, 1, fifth(path.endsWith('.md') ? markdownLimits : yamlLimits)));
  expect([found.filter((one) => one !== null), read.length > 300]).toEqual([[], true]);
});
