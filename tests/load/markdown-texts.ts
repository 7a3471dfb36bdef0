import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { tests as examples } from 'commonmark-spec';
import { splitFrontMatter } from '#load/front-matter.ts';
import { readPlainMarkdown } from '#load/markdown-plain/read.ts';
import { beyondLimits } from '#load/markdown-limits.ts';
import { readBody } from '#load/markdown.ts';
import { gfmExamples } from '../render/gfm-examples.ts';

const ids = /(?<![A-Za-z0-9/_-])MSGS\/[A-Z]{2,4}-[A-Z0-9]+(?:[.-][A-Z0-9]+)*/g;

/** The bodies of the sample manual. */
export function ourMarkdown(): string[] {
  return readdirSync('docs-qms', { recursive: true, encoding: 'utf8' }).sort().filter((path) => path.endsWith('.md'))
    .map((path) => splitFrontMatter(readFileSync(`docs-qms/${path}`, 'utf8'), path).body);
}

/** Small texts in which every mark counts: the examples of CommonMark, of GitHub's additions, and each form that is read plainly. */
export const smallMarkdown: readonly string[] = [
  ...examples.map(({ markdown }) => markdown), ...gfmExamples,
  '# 一 总则\n正文 MSGS/QP-01。\n第二行《手册》:req[4.1-a]\n\n## 1.1 范围 `a` 与 b\n', '- 一\n- 二 [甲](a.md#b)\n\n1. 三\n2. 四 4.2.3\n\n正文\n', '| 甲 | 乙 |\n|---|:-:|\n| 一 MSGS/QP-01 | [二](b.md) |\n|  | :req[4.1-a] |\n\n正文\n',
  '```mermaid\nflowchart TD\n  %% 注\n```\n```\n# a\n```\n后\n', '> 一 a_b\n> 二\n\n三\n', '::register{kind=form}\n\n::matrix\n正文\n', '<!-- qms-ignore a/b: 理由 -->\n正文 <!-- c --> 后\n第二行\n', 'Data Protection Act 1998.\n:req[4.1-a] b\n\n[c](d) e\n', '正文\n- 一\n- 二\n# 三\n', '一 `b` 二 `c`\n第 `d` e\n', '* a\n* b\n\n+ c\n', '1) a\n2) b\n',
];

/** What a hand slips into a document, and what Markdown makes something else of. */
export const markdownBits: readonly string[] = [
  ' ', '  ', '    ', '\n', '\n\n', '#', '# ', '## 二\n', '-', '- ', '- 一\n', '* ', '+ ', '1. ', '2. ', '3) ', '1.', '>', '> ', '>\n', '|', '| a |\n', '|---|\n', '---\n', '===\n', '***\n', '`', '``', '```\n', '```md\n', '~~~\n', '~', '~~', '*', '**', '_', '__', '\\', '&', '&amp;', '<', '<b>', '<!--', '-->', '<!-- a -->', '<div>\n',
  '[', ']', '(', ')', '[a](b)', '[ ](b)', '[ ] ', '[x] ', '![a](b)', '[a]', '[a]: b\n', '[^1]', '[^1]: a\n', '[](a)', '[a](<b c>)', '[a](b "c")', '!', ':', '::', ':::', ':::a\n', ':a', ':a[b]', ':req[4.1-a]', ':req[4.1-a]{b=c}', ':req[', '::matrix\n', '::a{b=c d=e}\n', '{', '}', '{a=b}', '12:30', '时限:5日', ': ',
  'www.a.cn', 'http://a.cn', 'HTTP://a.cn', 'a@b.cn', 'MSGS/QP-01', '4.2.3', '《手册》', '《', '\t', '\r', '\r\n', '\u00a0', '\u3000', '\u2028', '\u0085', '\ufeff', '\0', '\ud800', '𠮷', '\f', 'Safety Act 1998', '$', '^', '"', "'", '+++\n', '\n  - 二\n', '\n   续\n', '\n\n    码\n', '  \n', '['.repeat(101), '>'.repeat(101), '```\n' + '['.repeat(101) + '\n```\n', '```\n' + '- '.repeat(101) + '\n```\n', ':a'.repeat(3001),
];

/** Facts of a text read plainly beside those by the general parser: `equal`, `left` to the general one, or how they differ. */
export function compareMarkdown(text: string): string {
  const plain = readPlainMarkdown(text, 3, ids);
  if (plain === undefined) return 'left';
  if (beyondLimits(text, 3, 'a.md')) return `${JSON.stringify(text)} is to be refused`;
  const general = readBody(text, 3, ids);
  if (isDeepStrictEqual(plain, general)) return 'equal';
  const keys = (Object.keys(general) as (keyof typeof general)[]).filter((key) => !isDeepStrictEqual(plain[key], general[key]));
  return `${JSON.stringify(text.slice(0, 1500))}:${keys.map((key) => ` ${key} ${JSON.stringify(plain[key])} for ${JSON.stringify(general[key])}`).join('')}`;
}
