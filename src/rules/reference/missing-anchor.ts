import { isObsolete } from '#model/document.ts';
import { bodyPlace } from '#model/body-places.ts';
import type { BodyFacts } from '#model/facts.ts';
import { onceFor } from '#model/once-for.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { linkTarget } from '#model/link-target.ts';

/** Links to a section that is not there any more. */
export const missingAnchor: DocumentRule = {
  code: 'reference/missing-anchor', severity: 'warning', basis: 'tool', scope: 'document',
  title: { en: 'Linked section is missing', 'zh-CN': '链接的章节不存在' },
  why: {
    en: 'Sections are renamed and moved; a link that lost its section leaves the reader at the top of the page.',
    'zh-CN': '章节会改名、会移动；链接落空，读者只能从头找起。',
  },
  messages: { found: { en: 'No heading of {path} has the anchor #{anchor}. Correct the link.', 'zh-CN': '{path} 里没有锚点为 #{anchor} 的标题。请改正链接。' } },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---

## 1 目的

见 [范围](#2-范围) 和 [目的](#1-目的)。 <!-- expect reference/missing-anchor -->

见 [职责](b.md#职责)。 <!-- expect reference/missing-anchor -->
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
---

## 目的
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---

## 1 目的

见 [目的](#1-目的)、[范围](b.md#%E8%8C%83%E5%9B%B4)。

## 2 Scope of control

See [scope](#2-scope-of-control).
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
---

## 范围
`),
  ],
  *check(document, project) {
    if (isObsolete(document)) return;
    for (const link of document.body.links) {
      const target = linkTarget(document.path, link.url);
      if (target.kind !== 'file' || target.anchor === '') continue;
      const body = bodies(project).get(target.path);
      const there = body && slugsOf(body);
      if (there && !there.has(target.anchor) && !there.has(target.anchor.toLowerCase())) {
        yield { at: bodyPlace(document, 'links', link), message: 'found', args: { path: target.path, anchor: target.anchor } };
      }
    }
  },
};

const bodies = onceFor(({ files }: Project): ReadonlyMap<string, BodyFacts | null> => new Map(files.map(({ path, body }) => [path, body])));
const slugsOf = onceFor(({ sections }: BodyFacts): ReadonlySet<string> => new Set(sections.map(({ slug }) => slug)));
