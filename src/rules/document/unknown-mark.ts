import { bodyPlace } from '#model/body-places.ts';
import { bad, good, type FileRule } from '#model/rule.ts';

/** Marks that mean something in a body. */
const known = ['req', 'exclusions', 'register', 'matrix', 'records', 'objectives', 'processes', 'organization', 'include'];

/** A claim or a piece of live content that is misspelt would silently count for nothing. */
export const unknownMark: FileRule = {
  code: 'document/unknown-mark', severity: 'error', basis: 'tool', scope: 'file',
  title: { en: 'Mark that nobody understands', 'zh-CN': '无法识别的标记' },
  why: {
    en: 'A misspelt claim claims nothing, and misspelt live content stays empty on the page: both look right in the text.',
    'zh-CN': '标记写错就不起作用：落实声明落空，实时内容在页面上空白，而正文看上去毫无异样。',
  },
  messages: {
    found: { en: '`{mark}` is no mark of this tool. Known: {known}.', 'zh-CN': '`{mark}` 不是本工具的标记。可用：{known}。' },
    colon: { en: 'The mark `req` begins with a full-width colon and counts for nothing. Write `:req[{item}]`.', 'zh-CN': '`req` 标记用了全角冒号，不起作用。请写成 `:req[{item}]`。' },
  },
  examples: [
    bad(`
=== a.md
---
type: rule
id: AB/ZD-01
title: 制度
revision: A/0
status: draft
owner: office
---

::matrx{note="expect document/unknown-mark"}
`),
    bad(`
=== a.md
---
type: rule
id: AB/ZD-01
title: 制度
revision: A/0
status: draft
owner: office
---

文件发布前由办公室主任批准。：req[4.2.3-d] <!-- expect document/unknown-mark -->
更改重新批准。:reg[4.2.3-e] <!-- expect document/unknown-mark -->
`),
    good(`
=== a.md
---
type: rule
id: AB/ZD-01
title: 制度
revision: A/0
status: draft
owner: office
---

文件发布前由办公室主任批准，时限：5日，每天 8:30 开始。:req[4.2.3-d]

::matrix
`),
  ],
  seeks: () => ({ words: ['：req['] }),
  *check(file, seen) {
    const { facts, bodyLine } = file;
    for (const directive of facts.body?.directives ?? []) {
      if (!known.includes(directive.name)) yield { at: bodyPlace(facts, 'directives', directive), message: 'found', args: { mark: directive.name, known: known.join(', ') } };
    }
    if (!seen) return;
    for (const [index, line] of file.lines.entries()) {
      if (index + 1 < bodyLine) continue;
      for (const match of line.matchAll(/：req\[([^\]]*)\]/g)) {
        const start = { line: index + 1, column: match.index + 1 };
        yield { at: { path: facts.path, position: { start, end: { line: start.line, column: start.column + match[0].length } } }, message: 'colon', args: { item: match[1] ?? '' } };
      }
    }
  },
};
