import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeBad, witnessed } from './witness.ts';

const languages = ['js', 'javascript', 'JS', ' js', 'json', 'JavaScript', 'coffee', 'toml', 'yaml', 'node', '\tjs', 'js ', 'jsx'];

test.each(languages)('"---%s" is refused, nothing of it runs', async (language) => {
  const folder = mkdtempSync(join(tmpdir(), 'qms-canary-'));
  const canary = join(folder, 'canary');
  try {
    const program = `require("node:fs").writeFileSync(${JSON.stringify(canary)}, "")`;
    for (const body of [`${program}\n`, `module.exports = { type: ${program} }\n`, `{"type": (() => { ${program} })()}\n`]) {
      const { found, others } = await judgeBad('a.md', `---${language}\n${body}---\n# 一\n`);
      expect(found).toEqual(['load/front-matter-language a.md:1']);
      expect(others).toEqual([witnessed]);
    }
    expect(existsSync(canary)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ['no closing line', '---\ntype: procedure\nid: A\n\n# 一\n', 'load/front-matter-open a.md:1'],
  ['only the opening line', '---', 'load/front-matter-open a.md:1'],
  ['opening line and a break', '---\n', 'load/front-matter-open a.md:1'],
  ['closing line with words after it', '---\ntype: procedure\n--- end\n', 'load/front-matter-open a.md:1'],
  ['empty front matter', '---\n---\n# 一\n', 'workspace/unclaimed-file a.md:1'],
  ['a rule of four hyphens', '----\ntype: procedure\n----\n', 'workspace/unclaimed-file a.md:1'],
  ['blank line before it', '\n---\ntype: procedure\n---\n', 'workspace/unclaimed-file a.md:1'],
  ['front matter that is a list', '---\n- a\n---\n', 'workspace/unclaimed-file a.md:1'],
  ['type that is a number', '---\ntype: 1\n---\n', 'workspace/unclaimed-file a.md:1'],
  ['unknown type', '---\nid: A\ntype: memo\n---\n', 'workspace/unknown-kind a.md:3'],
  ['type that names a path', '---\ntype: ../registers/workspace\n---\n', 'workspace/unknown-kind a.md:2'],
  ['type that names an object method', '---\ntype: constructor\n---\n', 'workspace/unknown-kind a.md:2'],
])('%s', async (_, text, expected) => {
  const { found, others } = await judgeBad('a.md', text);
  expect(found).toEqual([expected]);
  expect(others).toEqual([witnessed]);
});

test('a name that ends in capitals is read alike', async () => {
  expect((await judgeBad('A.MD', '---\ntype: memo\n---\n')).found).toEqual(['workspace/unknown-kind A.MD:2']);
  expect((await judgeBad('A.YAML', 'kind: memo\n')).found).toEqual(['workspace/unknown-kind A.YAML:1']);
});

test.each([
  ['14,000 quote marks', `${'>'.repeat(14_000)}a`, 9],
  ['14,000 list marks', `${'- '.repeat(14_000)}a`, 9],
  ['14,000 numbered list marks', `${'1. '.repeat(14_000)}a`, 9],
  ['14,000 open brackets', `文字\n${'['.repeat(14_000)}`, 10],
  ['14,000 directives inside each other', `:a[`.repeat(14_000), 9],
  ['14,000 pictures inside each other', '!['.repeat(14_000), 9],
  ['14,000 character references', '&#1;'.repeat(14_000), 9],
  ['14,000 named character references over many lines', 'a &amp;\n'.repeat(14_000), 3009],
])('%s are refused before the parser meets them', async (_, body, line) => {
  const front = '---\ntype: procedure\nid: AB/QP-09\ntitle: 甲\nrevision: A/0\nstatus: draft\nowner: office\n---\n';
  const { found, others } = await judgeBad('a.md', `${front}${body}\n`);
  expect(found).toEqual([`load/markdown-limits a.md:${line}`]);
  expect(others).toEqual([witnessed]);
});

test.each([
  ['stars', '*'.repeat(29_000)], ['emphasis', '*a _'.repeat(14_900)], ['backquotes', Array.from({ length: 2000 }, (_, index) => '`'.repeat(index % 300 + 1)).join('a')],
  ['links never closed', '[a](<b\n\n'.repeat(14_900)], ['comments', '<!--'.repeat(14_900)], ['angle brackets', '<'.repeat(29_000)], ['footnotes', `${'[^1]'.repeat(29_000)}\n\n[^1]: a`],
  ['definitions', Array.from({ length: 14_900 }, (_, index) => `[a${index}]: b`).join('\n')], ['a thematic break of 400 marks', '- '.repeat(400)],
  ['table of 300 columns and 300 rows', `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${`${'|b'.repeat(300)}|\n`.repeat(300)}`],
  ['headings', '# 一\n\n'.repeat(20_000)], ['containers', Array.from({ length: 300 }, (_, index) => `${':'.repeat(303 - index)}a`).join('\n')],
  ['lists by indentation', Array.from({ length: 190 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n')],
])('many %s are read in time', async (_, body) => {
  const front = '---\ntype: procedure\nid: AB/QP-09\ntitle: 甲\nrevision: A/0\nstatus: draft\nowner: office\n---\n';
  expect((await judgeBad('a.md', `${front}${body}\n`)).others).toEqual([witnessed]);
});
