import { positionOf, type BodyList } from '#model/body-places.ts';
import { resolve } from 'node:path';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { readTree } from '#host/files.ts';
import { decode } from '#load/decode.ts';
import { splitFrontMatter } from '#load/front-matter.ts';
import { readBody } from '#load/markdown.ts';

const ids = /(?<![A-Za-z0-9/_-])MSGS\/[A-Z]{2,4}-[A-Z0-9]+(?:[.-][A-Z0-9]+)*/g;
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
const parseRemark = (body: string): Root => remark.parse(body) as Root;

const documents = readTree(resolve('docs-qms')).entries.filter(({ path }) => path.endsWith('.md'));

test.each(documents.map(({ path, read }) => [path, read] as const))('%s: the fast parser and remark see the same', (path, read) => {
  const { body, bodyLine } = splitFrontMatter(decode(read(), path).text as string, path);
  expect(readBody(body, bodyLine, ids)).toEqual(readBody(body, bodyLine, ids, parseRemark));
});

/** Constructs of CommonMark, GFM and directives, as they stand in quality manuals and as they should not. */
const snippets: Readonly<Record<string, string>> = {
  'heading, closed with marks': '# 一 总则 #\n\n## 1.1 范围 ##\n',
  'heading without a space': '#一\n\n##二\n',
  'heading underlined': '总则\n====\n\n范围\n----\n\n正文\n',
  'heading with emphasis and code': '## 3 *职责* 和 `MSGS/QP-01`\n',
  'heading with a claim': '## 4.2.3 文件控制 :req[4.2.3-a]\n',
  'heading in a quote': '> # 引文标题\n>\n> 正文 4.2.3\n',
  'heading in a list': '- # 标题\n  正文\n',
  'heading indented by three and by four': '   # 三\n\n    # 四\n',
  'seven marks are no heading': '####### 七\n',
  'headings that repeat': '# 记录\n\n# 记录\n\n# 记录\n',
  'nested lists': '- 一 MSGS/QP-01\n  - 二 4.2.3\n    - 三《质量手册》\n      1. 四 :req[4.1-a]\n\n  续\n- 五\n',
  'list with paragraphs': '1. 第一条\n\n   续写 MSGS/QP-02。\n\n2. 第二条\n\n       代码 MSGS/QP-03\n',
  'list after text without a blank line': '文字\n- 甲\n- 乙\n\n文字\n2. 不是列表\n',
  'list marks change': '- 一\n* 二\n+ 三\n1. 四\n2) 五\n',
  'loose and tight': '- 一\n\n- 二\n- 三\n',
  'task list': '- [ ] 待办 4.2.3\n- [x] 已办 MSGS/QP-01\n',
  'empty items': '-\n- 一\n-\n',
  'lazy continuation': '> 引文第一行\n续行 MSGS/QP-01 4.2.3\n\n- 一\n续行《质量手册》\n',
  'quotes inside quotes': '> 一\n> > 二 :req[5.6.1-a]\n> > 三\n\n四\n',
  'fenced code': '```md\n# 不是标题 MSGS/QP-01\n:req[4.1-a]\n```\n\n~~~\n《不是引文》\n~~~\n',
  'fence longer inside': '````\n```\n里面\n```\n````\n',
  'fence not closed': '```\n# 不是标题\n',
  'fence in a list': '- 一\n  ```\n  代码\n  ```\n- 二 MSGS/QP-01\n',
  'indented code': '文字\n\n    代码 MSGS/QP-01\n\n文字\n',
  'inline code': '用 `:req[4.1-a]` 和 ``a ` b`` 和 `没有闭合\n',
  'html comment in a quote': '> <!-- qms-ignore document/owner: 理由 -->\n> 正文\n\n> <!-- qms-ignore\n> a/b: 理由 -->\n+ 三\n',
  'html block': '<div>\nMSGS/QP-01\n</div>\n\n正文 MSGS/QP-02\n',
  'html comment': '<!-- qms-ignore document/owner: 理由 -->\n正文\n\n文字 <!-- qms-ignore a/b: 说明 --> 后 MSGS/QP-01\n',
  'html comment over lines': '<!--\nqms-ignore a/b: 理由\n-->\n\n正文 4.2.3\n',
  'html comment with text after it on the same line': '<!-- qms-ignore a/b: 理由 --> 正文 MSGS/QP-01\n',
  'inline html': '文字<br>换行<sup>2</sup> MSGS/QP-01\n',
  'table': '| 步骤 | 记录 |\n|:---|---:|\n| 一 MSGS/QP-01 | `a` |\n| 二 | :req[4.1-a] 4.2.3 |\n',
  'table without outer bars': '步骤 | 记录\n--- | ---\n一 | 二\n',
  'table with escaped bars': '| 甲 \\| 乙 | 丙 |\n|---|---|\n| `a \\| b` | MSGS/QP-01 |\n',
  'table with too many and too few cells': '| 甲 | 乙 |\n|---|---|\n| 一 |\n| 一 | 二 | 三 |\n',
  'table ended by text': '| 甲 |\n|---|\n| 一 |\n文字 MSGS/QP-01\n\n文字\n',
  'table in a list': '- 一\n\n  | 甲 | 乙 |\n  |---|---|\n  | MSGS/QP-01 | 4.2.3 |\n',
  'table in a quote': '> | 甲 | 乙 |\n> |---|---|\n> | MSGS/QP-01 | 《手册》 |\n',
  'table of headers only': '| 甲 | 乙 |\n|---|---|\n',
  'no table: too few hyphens in the rule': '| 甲 | 乙 |\n|---|\n| 一 | 二 |\n',
  'table with an empty cell': '| 甲 | 乙 |\n|---|---|\n|  | 二 |\n| 一 |  |\n',
  'links': '[手册](../manual/QM-01.md) [带空格](<a b.md>) [题](a.md "标题") [空]() [锚](#s)\n',
  'link with brackets inside': '[甲[乙]丙](a.md) [甲\\]乙](b.md) [甲](a(b)c.md)\n',
  'links by reference': '[手册][qm] [qm][] [qm] [没有][none]\n\n[qm]: ../QM-01.md "手册"\n',
  'automatic links': '<https://example.test/a> https://example.test/b。 www.example.test，a@example.test\n',
  'pictures': '![流程图](a.png) ![甲 *乙*](b.png "题") ![引用][p]\n\n[p]: c.png\n',
  'picture in a link': '[![图](a.png)](b.md)\n',
  'link with a number in it': '[MSGS/QP-01](a.md)、[4.2.3](b.md)、[《手册》](c.md)\n',
  'emphasis beside Chinese punctuation': '**重要：**必须执行。*“引号”*后文。**（括号）**后文 MSGS/QP-01\n',
  'emphasis inside words': '甲*乙*丙 甲_乙_丙 a_b_c MSGS/QP_01\n',
  'emphasis not closed': '**没有 *闭合 MSGS/QP-01\n',
  'struck out': '~~作废 MSGS/QP-01~~ ~一个~ 后文\n',
  'hard breaks': '第一行  \n第二行 MSGS/QP-01\\\n第三行 4.2.3\n',
  'soft breaks': '第一行\n第二行 MSGS/QP-01\n  第三行 4.2.3《质量手册》\n',
  'escapes': '\\# 不是标题\n\n\\*不是强调\\* MSGS/QP\\-01 4\\.2\\.3\n',
  'character references': '&nbsp;一 &amp; 二 &#20108; &lt;三&gt; &unknown; MSGS/QP-01\n',
  'thematic breaks': '一\n\n---\n\n***\n\n- - -\n\n二\n',
  'footnotes': '正文[^1] MSGS/QP-01 [^没有]\n\n[^1]: 注释 4.2.3《手册》\n    续行\n',
  'claims': '一。:req[4.2.3-a]二。:req[4.2.3-b] :req[4.2.3-p1]\n\n- 三:req[4.1-a]\n',
  'claim in emphasis and in a link': '**一:req[4.1-a]** [二:req[4.1-b]](a.md)\n',
  'leaf directives': '::exclusions\n\n::register{kind=procedure}\n\n::matrix{by="block" level=item}\n\n::include{file=a.md}\n',
  'leaf directive with a label': '::note[标签 MSGS/QP-01]{a=b}\n',
  'container directive': ':::note{level=1}\n里面 MSGS/QP-01 4.2.3\n\n- 一:req[4.1-a]\n:::\n\n外面\n',
  'containers inside each other': '::::outer\n:::inner\n里面\n:::\n外 MSGS/QP-01\n::::\n',
  'directive attributes': '::a{#id .class key=value other="two words" lone}\n',
  'directive with wrong attributes': '::a{key="没有闭合\n\n:req[4.1-a]{\n',
  'colons in text': '时间 12:30，比例 1:2，时限:5日，http://example.test 注:见 MSGS/QP-01。a:b\n',
  'Chinese colons': '注：见《质量手册》4.2.3。\n',
  'colon before brackets': '时限:[5]日，注:x[甲]乙\n',
  'numbers in text': '4.2.3、7.5.2条，第7.5条；2004.12.31，12.5%，1.2.3.4.5，v1.2\n',
  'quoted titles': '《中华人民共和国行政许可法》《关于贯彻〈行政许可法〉的通知》《关于转发《通知》的通知》《没有闭合\n',
  'characters beyond the basic plane': '𠮷野家 😀 MSGS/QP-01 4.2.3《𠮷》\n\n| 😀 | 甲 |\n|---|---|\n| 𠮷 | MSGS/QP-02 |\n',
  'combining characters': 'cafe\u0301 MSGS/QP-01\n',
  'full-width spaces': '　　段首空两格 MSGS/QP-01。\n\n　# 不是标题\n',
  'no-break space': '\u00a0- 不是列表 MSGS/QP-01\n',
  'tabs': '-\t一 MSGS/QP-01\n\n\t代码\n\n一\t二 4.2.3\n',
  'spaces at line ends': '一 \n二   \n\n# 题   \n',
  'no line break at the end': '# 一\n\n文字 MSGS/QP-01',
  'only a heading': '# 一',
  'nothing': '',
  'blank lines': '\n\n\n# 一\n\n\n\n文字\n\n',
  'definitions in odd places': '> [a]: b.md\n\n- [c]: d.md\n\n[a] [c]\n',
  'front matter marks in the body': '一\n\n---\na: b\n---\n\n二\n',
  'a rule on the first line, another further down': '---\n\n2. 正文 MSGS/QP-01\n\n---\n\n后文\n',
  'plus signs on the first line': '+++\n正文 MSGS/QP-01\n+++\n',
  'wiki link': '[[MSGS/QP-01]] 和 [[甲|乙]]\n',
  'dollars and carets': '费用 $5 和 $6，x^2^，H~2~O\n',
  'a long line': `${'各单位对所保管的文件负责，见 MSGS/QP-01 和 4.2.3。'.repeat(200)}\n`,
};

test.each(Object.entries(snippets))('%s', (_, body) => {
  expect(readBody(body, 1, ids)).toEqual(readBody(body, 1, ids, parseRemark));
});

test('the one difference known: a container that is not closed ends where its text ends, for remark at the end of the file', () => {
  const body = ':::note\n里面 MSGS/QP-01\n';
  const [ours, theirs] = [readBody(body, 1, ids), readBody(body, 1, ids, parseRemark)];
  expect(positionOf(ours, 'directives', 0)?.end).toEqual({ line: 2, column: 14 });
  expect(positionOf(theirs, 'directives', 0)?.end).toEqual({ line: 3, column: 1 });
  const without = (read: typeof ours): unknown => ({ ...read, places: { ...read.places, directives: [] } });
  expect(without(ours)).toEqual(without(theirs));
});

/** Found by trying 12,000 mixtures of the lines above. None of them is good Markdown, and nothing that is checked depends on them. */
test.each([
  ['a table begun by the lazy line of a quote', '> |---|\n正文 4.2.3 MSGS/QP-01\n> |---|\n'],
  ['a directive with an open quote ends the paragraph before it', '里面 MSGS/QP-01 4.2.3 [甲](a.md)\n::a{key="没有闭合\n'],
  ['a task that is a table', '- [ ] 待办 MSGS/QP-01 :req[4.1-a]\n  |---|\n'],
])('%s: links, claims and numbers are the same all the same', (_, body) => {
  const [ours, theirs] = [readBody(body, 1, ids), readBody(body, 1, ids, parseRemark)].map(({ links, claims, mentions, directives, comments, places }) => ({ links, claims, mentions, directives, comments, places: [places.links, places.claims, places.mentions, places.directives] }));
  expect(ours).toEqual(theirs);
});

test('places are those of the file, counted in UTF-16 units', () => {
  const body = readBody('# 一\n\n𠮷野家 MSGS/QP-01 见《手册》4.2.3。:req[4.1-a]\n第二行 MSGS/QP-02\n\n| 甲 |\n|---|\n| MSGS/QP-03 |\n', 10, ids);
  const at = (list: BodyList) => positionOf(body, list, 0);
  expect(body.mentions.map(({ id }) => id)).toEqual(['MSGS/QP-01', 'MSGS/QP-02', 'MSGS/QP-03']);
  expect(body.places.mentions).toEqual([12, 6, 12, 16, 13, 5, 13, 15, 17, 3, 17, 13]);
  expect(at('quotes')?.start).toEqual({ line: 12, column: 18 });
  expect(at('numbers')?.start).toEqual({ line: 12, column: 22 });
  expect(at('claims')).toEqual({ start: { line: 12, column: 28 }, end: { line: 12, column: 39 } });
  expect(at('tables')?.start).toEqual({ line: 15, column: 1 });
  expect(at('rows')?.start).toEqual({ line: 17, column: 1 });
  expect(at('sections')).toEqual({ start: { line: 10, column: 1 }, end: { line: 10, column: 4 } });
});
