import { inForce } from '#model/document.ts';
import { bodyPlace } from '#model/body-places.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { linkTarget } from '#model/link-target.ts';

/** A document in force that leans on a web page. */
export const externalLink: DocumentRule = {
  code: 'reference/external-link', severity: 'info', basis: 'practice', scope: 'document',
  title: { en: 'Link to the open web', 'zh-CN': '链接到外部网页' },
  why: {
    en: 'A web page changes without notice: it is not under control, and a printed copy leads nowhere.',
    'zh-CN': '网页随时会改，不受控制；印成纸以后也打不开。',
  },
  messages: { found: { en: '{url} is not under control. Enter the paper in the list of external documents and cite its number.', 'zh-CN': '{url} 不受控制。请把该文件列入外来文件清单，引用清单编号。' } },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
effective: 2004-07-01
---

按 [上级通知](http://www.example.org/notice.htm) 办理。 <!-- expect reference/external-link -->
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

按 [上级通知](http://www.example.org/notice.htm) 办理。
`),
  ],
  *check(document, { today }) {
    if (!inForce(document, today)) return;
    for (const link of document.body.links) {
      if (linkTarget(document.path, link.url).kind === 'web') yield { at: bodyPlace(document, 'links', link), message: 'found', args: { url: link.url } };
    }
  },
};
