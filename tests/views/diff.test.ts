import { describe, expect, test } from 'vitest';
import { readEdition } from '#load/edition.ts';
import { sentencesOf } from '#load/sentences.ts';
import type { Edition } from '#model/edition.ts';
import { renderDiff } from '#render/diff.ts';
import { diff, type DiffView } from '#views/diff.ts';
import { wordDiff, type Part } from '#views/word-diff.ts';

const imprint = { organization: '某局', today: '2004-12-31' };

const edition = (text: string): Edition => readEdition(new TextEncoder().encode(text), 'a.md') as Edition;
const source = (revision: string, commit = ''): DiffView['before'] => ({ revision, status: 'effective', commit, date: '' });
const compare = (before: string, after: string): DiffView => diff({ edition: edition(before), source: source('A/0', '0123456789') }, { edition: edition(after), source: source('A/1') }, { id: 'AB/QP-01', title: '文件控制程序', path: 'a.md' });
const marked = (parts: readonly Part[]): string => parts.map(({ kind, text }) => (kind === 'added' ? `{+${text}+}` : kind === 'removed' ? `[-${text}-]` : text)).join('');
const told = (view: DiffView): string[] => view.sections.flatMap(({ status, moved, heading, units }) => [
  `${status}${moved ? ' moved' : ''} ${marked(heading)}`, ...units.filter((unit) => unit.status !== 'unchanged').map((unit) => `${unit.status} ${unit.cells.map(marked).join(' | ')}`),
]).filter((line) => !line.startsWith('unchanged '));

const many = (seed: number): string => Array.from({ length: 200 }, (_, i) => `## ${i} 第${i}节\n\n${Array.from({ length: 20 }, (_unused, j) => `第${i}条第${(j * seed) % 97}款规定由主管部门在${j + seed}日内办理。`).join('')}\n`).join('\n');

describe('sentences', () => {
  test.each([
    ['文件经批准后发放。更改须重新批准！谁来批准？办公室；不得越级', ['文件经批准后发放。', '更改须重新批准！', '谁来批准？', '办公室；', '不得越级']],
    ['文件经批准。:req[4.2.3-a] :req[4.2.3-p1] 更改重新批准。”（完）', ['文件经批准。:req[4.2.3-a] :req[4.2.3-p1]', '更改重新批准。”', '（完）']],
    ['第一行\n第二行，\nthen English', ['第一行', '第二行，', 'then English']],
    ['One sentence is here. Another, e.g. this one, costs 3.5 yuan! A third\nwraps over a line.', ['One sentence is here.', 'Another, e.g. this one, costs 3.5 yuan!', 'A third wraps over a line.']],
    ['', []],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
  test('hostile paragraphs take no time', () => {
    const begun = performance.now();
    for (const text of ['.'.repeat(200_000), `${'。'.repeat(200_000)}a`, `a${' '.repeat(200_000)}b`, `.${')'.repeat(200_000)}`, '. '.repeat(100_000), `。${' '.repeat(200_000)}:req[`, ':req['.repeat(50_000)]) sentencesOf(text);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('words', () => {
  test.each([
    ['收到提议后3个工作日内', '收到提议后5个工作日内', '收到提议后[-3-]{+5+}个工作日内'],
    ['within 5 working days', 'within 10 working days', 'within [-5-]{+10+} working days'],
    ['A/0', 'B/1', '[-A/0-]{+B/1+}'],
    ['', '新', '{+新+}'], ['旧', '', '[-旧-]'], ['同', '同', '同'],
  ])('%j → %j', (before, after, parts) => {
    expect(marked(wordDiff(before, after))).toBe(parts);
  });
});

describe('sections', () => {
  const text = '# 程序\n\n## 1 目的\n\n管住文件。\n\n## 2 范围\n\n适用于全部文件。外来文件也适用。\n\n## 3 职责\n\n办公室主任批准。\n';
  test('an equal text has nothing to tell', () => {
    const view = compare(text, text);
    expect(told(view)).toEqual([]);
    expect(view.counts).toEqual({ fields: 0, sections: 0, added: 0, removed: 0, changed: 0 });
    expect(view.layout).toBe(false);
  });
  test('only the changed sentence of the changed section is told', () => {
    expect(told(compare(text, text.replace('外来文件也适用', '外来文件不适用')))).toEqual(['changed 2 范围', 'changed 外来文件[-也-]{+不+}适用。']);
  });
  test('a section comes, a section goes, the others keep their names through renumbering', () => {
    const after = '# 程序\n\n## 1 范围\n\n适用于全部文件。外来文件也适用。\n\n## 2 术语\n\n受控文件：有编号的文件。\n\n## 3 职责\n\n办公室主任批准。\n';
    expect(told(compare(text, after))).toEqual(['removed [-1 目的-]', 'removed [-管住文件。-]', 'changed [-2-]{+1+} 范围', 'added {+2 术语+}', 'added {+受控文件：有编号的文件。+}']);
  });
  test('a renamed section is known by what it says', () => {
    expect(told(compare(text, text.replace('## 2 范围', '## 2 适用对象')))).toEqual(['changed 2 [-范围-]{+适用对象+}']);
  });
  test('sections that changed places are said to have moved, and nothing else', () => {
    const after = '# 程序\n\n## 1 目的\n\n管住文件。\n\n## 3 职责\n\n办公室主任批准。\n\n## 2 范围\n\n适用于全部文件。外来文件也适用。\n';
    const moved = compare(text, after).sections.filter((section) => section.moved);
    expect(moved).toHaveLength(1);
    expect(moved[0]?.status).toBe('unchanged');
  });
  test('a section below a renamed one, and equal titles below different ones, stay themselves', () => {
    const before = '# 甲\n\n## 记录\n\n甲的记录。\n\n# 乙\n\n## 记录\n\n乙的记录。\n';
    expect(told(compare(before, before.replace('# 甲', '# 丙').replace('乙的记录', '乙的全部记录')))).toEqual(['removed [-甲-]', 'added {+丙+}', 'changed 记录', 'changed 乙的{+全部+}记录。']);
  });
});

describe('what a sentence can be', () => {
  const table = '| 步骤 | 时限 |\n|---|---|\n| 1 立项 | 3日 |\n| 2 审核 | 5日 |\n';
  test('rows cell by cell; a row is known by its first cell', () => {
    expect(told(compare(table, table.replace('3日', '由主管领导另行决定').replace('| 2 审核 | 5日 |\n', '| 2 审核 | 5日 |\n| 3 批准 | 2日 |\n'))))
      .toEqual(['changed ', 'changed 1 立项 | [-3日-]{+由主管领导另行决定+}', 'added {+3 批准+} | {+2日+}']);
  });
  test('a column comes', () => {
    expect(told(compare(table, '| 步骤 | 岗位 | 时限 |\n|---|---|---|\n| 1 立项 | 主任 | 3日 |\n| 2 审核 | 处长 | 5日 |\n')))
      .toEqual(['changed ', 'changed 步骤 | {+岗位+} | 时限', 'changed 1 立项 | {+主任+} | 3日', 'changed 2 审核 | {+处长+} | 5日']);
  });
  test.each([
    ['a claim', '批准。:req[4.2.3-a]\n', '批准。:req[4.2.3-d]\n'], ['the target of a link', '见[程序](a.md)。\n', '见[程序](b.md)。\n'], ['a picture', '![图](a.png)\n', '![图](b.png)\n'],
    ['code', '```\na\n```\n', '```\nb\n```\n'], ['a comment', '<!-- a -->\n', '<!-- b -->\n'], ['live content', '::register{kind=form}\n', '::register{kind=procedure}\n'], ['a tick', '- [ ] 已办\n', '- [x] 已办\n'],
    ['a quotation', '> 甲方。\n> 乙方。\n', '> 甲方。\n> 丙方。\n'], ['a container', ':::note{a=1}\n话\n:::\n', ':::note{a=2}\n话\n:::\n'], ['a footnote', '话[^1]\n\n[^1]: 注甲\n', '话[^1]\n\n[^1]: 注乙\n'], ['beyond the basic plane', '𠀀𠀁\n\n甲方。\n', '𠀀𠀁\n\n乙方。\n'],
  ])('%s counts', (_, before, after) => {
    expect(compare(before, after).counts.sections).toBe(1);
  });
  test.each([['blank lines', 'a\n\nb\n', 'a\n\n\nb\n'], ['wrapping', 'a b c\n', 'a b\nc\n'], ['list marks', '- 甲\n', '* 甲\n'], ['a comment of the front matter', '---\nid: a\n---\n', '---\nid: a # x\n---\n']])('%s are layout', (_, before, after) => {
    expect(compare(before, after)).toMatchObject({ layout: true, counts: { sections: 0, fields: 0 } });
  });
  test('line ends and a byte-order mark are not even that', () => {
    expect(compare('甲。\n乙。\n', '\ufeff甲。\r\n乙。\r\n').layout).toBe(false);
  });
});

describe('front matter', () => {
  test('values, values inside values, elements of lists, and broken YAML line by line', () => {
    const before = '---\nid: AB/QP-01\nrevision: A/0\napproved: { by: p1, on: 2004-06-01 }\ndistribution: [a, b]\nlimits:\n  - { days: 3 }\n---\n';
    const after = '---\nid: AB/QP-01\nrevision: A/1\ndistribution: [a, c, b]\nlimits:\n  - { days: 5 }\nchanges:\n  - { revision: A/1, summary: 改时限 }\n---\n';
    expect(compare(before, after).fields.map(({ field, before: was, after: is }) => `${field}: ${was} → ${is}`)).toEqual([
      'revision: A/0 → A/1', 'distribution:  → c', 'limits: days: 3 → days: 5', 'changes:  → revision: A/1, summary: 改时限', 'approved.by: p1 → ', 'approved.on: 2004-06-01 → ',
    ]);
    expect(compare('---\nid: [\nb: 1\n---\n', '---\nid: [\nb: 2\n---\n').fields).toMatchObject([{ field: '---', before: 'b: 1', after: 'b: 2' }]);
  });
});

describe('formats', () => {
  const before = '---\nid: AB/QP-01\nrevision: A/0\n---\n\n# 程序\n\n一。二。三。收到后3日内办结。\n\n| 步骤 | 时限 |\n|---|---|\n| 1 <b>立项</b> | 3日 |\n';
  const view = compare(before, before.replace('A/0', 'A/1').replace('收到后3日', '收到后5日').replace('| 3日', '| 5\u202e日').replace('二。', ''));
  test('text: signs that need no colour, context, the rest counted, hidden characters shown', () => {
    expect(renderDiff(view, 'text', 'zh-CN', false, imprint)).toBe(`AB/QP-01 文件控制程序

- A/0（现行，01234567）
+ A/1（现行，工作区现稿）

文首各项
  ~ revision: [-A/0-]{+A/1+}

程序 [修改]
    一。
  - 二。
    三。
  ~ 收到后[-3-]{+5+}日内办结。
    | 步骤 | 时限 |
  ~ | 1 <b>立项</b> | [-3-]{+5\\u{202e}+}日 |

改动 1 节：修改 2 句（行），增加 0 句（行），删去 1 句（行）；文首改动 1 项。
`);
  });
  test('colours say the same again', () => {
    // oxlint-disable-next-line no-control-regex -- colours are what is taken off
    expect(renderDiff(view, 'text', 'zh-CN', true, imprint).replace(/\u001b\[\d+m/g, '')).toBe(renderDiff(view, 'text', 'zh-CN', false, imprint));
  });
  test('HTML: one page, no script, nothing from outside, ins and del', () => {
    const html = renderDiff(view, 'html', 'zh-CN', false, imprint);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|src=|href=|<b>/);
    expect(html).toContain('收到后<del>3</del><ins>5</ins>日内办结。');
    expect(html).toContain('&lt;b&gt;立项&lt;/b&gt;');
    expect(html).toMatch(/ins \{[^}]*underline/);
    expect(html).toMatch(/del \{[^}]*line-through/);
    expect(html).toMatch(/prefers-color-scheme: dark[^]*@media print/);
    for (const tag of ['section', 'table', 'tr', 'td', 'ul', 'li', 'ins', 'del', 'h2']) expect(html.split(`<${tag}>`).length + html.split(`<${tag} `).length, tag).toBe(html.split(`</${tag}>`).length + 1);
  });
  test('Markdown: nothing of the text is markup', () => {
    const md = renderDiff(view, 'md', 'en', false, imprint);
    expect(md).toContain('| revision | A/0 | A/1 |');
    expect(md).toContain('- 收到后<del>3</del><ins>5</ins>日内办结。');
    expect(md).toContain('&lt;b&gt;立项&lt;/b&gt;');
    expect(md).toContain('1 sections changed');
  });
  test('JSON is the view', () => {
    expect(JSON.parse(renderDiff(view, 'json', 'en', false, imprint))).toEqual(JSON.parse(JSON.stringify(view)));
  });
});

test('a text of many sections and sentences is compared in good time', () => {
  const begun = performance.now();
  expect(compare(many(7), many(11)).counts.sections).toBe(200);
  expect(performance.now() - begun).toBeLessThan(10_000);
});
