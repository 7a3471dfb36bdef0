import { isObsolete, type Document } from '#model/document.ts';
import { globMatcher } from '#model/glob.ts';
import { onceFor } from '#model/once-for.ts';
import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { linkTarget } from '#model/link-target.ts';
import { includeTarget } from '#model/reaching-files.ts';

/** Links, pictures and included files that are not there, or that lie outside the workspace. */
export const missingFile: DocumentRule = {
  code: 'reference/missing-file', severity: 'error', scope: 'document',
  title: { en: 'Linked file is missing', 'zh-CN': '链接的文件不存在' },
  why: {
    en: 'The flow chart or annex is absent from every copy that is printed.',
    'zh-CN': '印出来的每一份都缺这张流程图或附件。',
  },
  messages: {
    found: { en: 'There is no file {path}. Correct the link, or add the file.', 'zh-CN': '没有文件 {path}。请改正链接，或补上文件。' },
    case: { en: 'The file is called {actual}; capital and small letters differ. Correct the link: on other systems it leads nowhere.', 'zh-CN': '文件名是 {actual}，大小写不同。请改正链接，换一台机器就会打不开。' },
    backslash: { en: 'The link is written with `\\`, which leads nowhere on a web page or another system. Write `/` instead.', 'zh-CN': '链接里写的是 `\\`，换到网页或别的系统就打不开。请改写成 `/`。' },
    outside: { en: 'The link leads out of the workspace, to a file that is not under control. Put the file into the workspace, or cite its number.', 'zh-CN': '链接指到工作区之外的文件，不受控制。请把文件放进工作区，或引用它的编号。' },
  },
  examples: [
    bad(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---

见 [记录控制程序](b.md)。 <!-- expect reference/missing-file -->

![流程图](../pictures/Flow.png) <!-- expect reference/missing-file -->

见 [旧制度](../../old/rule.md)。 <!-- expect reference/missing-file -->

![流程图](..\\\\pictures\\\\flow.png) <!-- expect reference/missing-file -->

::include{file="parts/scope.md" x="expect reference/missing-file"}
=== pictures/flow.png
(picture)
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
ignore: ["seals/**"]
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---

见 [记录控制程序](../support/b.md#目的)、[网上办事](https://www.example.org/) 和 [来信](mailto:office@example.org)。

![流程图](../pictures/%E6%B5%81%E7%A8%8B.png) ![印模](../seals/controlled.png)
=== pictures/流程.png
(picture)
=== support/b.md
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
  ],
  *check(document, project) {
    if (isObsolete(document)) return;
    for (const { at, path, url } of wanted(document)) {
      const { paths, lower, aside } = there(project);
      if (path === undefined) yield { at, message: 'outside' };
      else if (!paths.has(path) && !aside(path)) {
        const actual = lower.get(path.toLowerCase());
        if (actual === undefined) yield { at, message: 'found', args: { path } };
        else yield { at, message: 'case', args: { actual } };
      } else if (/\\|%5c/i.test(url)) yield { at, message: 'backslash' };
    }
  },
};

/** Links, pictures, included and attached files. A target without path lies outside. */
function* wanted(document: Document): Iterable<{ at: Spot; path: string | undefined; url: string }> {
  const { path: from, body, value } = document;
  const found = [
    ...body.links.map(({ url }, index) => ({ url, at: { path: from, list: 'links', index } as const, target: linkTarget(from, url) })),
    ...body.directives.flatMap((directive, index) => {
      const target = includeTarget(from, directive);
      return target ? [{ url: directive.attributes['file'] ?? '', at: { path: from, list: 'directives', index } as const, target }] : [];
    }),
  ];
  for (const { url, at, target } of found) {
    if (target.kind === 'file' || target.kind === 'outside') yield { at, path: target.kind === 'file' ? target.path : undefined, url };
  }
  for (const [index, url] of (value.attachments ?? []).entries()) {
    const target = linkTarget(from, url);
    yield { at: spot(document, 'attachments', index), path: target.kind === 'file' ? target.path : undefined, url };
  }
}

/** All files and folders, also by their names in small letters. What qms.yaml sets aside may be there without our knowing. */
const there = onceFor(({ files, config }: Project) => {
  const paths = new Set(files.flatMap(({ path }) => [path, ...folders(path)]));
  return { paths, lower: new Map([...paths].map((path) => [path.toLowerCase(), path])), aside: globMatcher(config.ignore) };
});

function folders(path: string): string[] {
  return path.split('/').slice(0, -1).map((_, index, steps) => steps.slice(0, index + 1).join('/'));
}
