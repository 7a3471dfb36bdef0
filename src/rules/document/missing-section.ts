import { bodyPlace } from '#model/body-places.ts';
import { bad, good, type FileRule } from '#model/rule.ts';
import type { Text } from '#model/text.ts';
import { titleFinder } from '../shared/title-finder.ts';
import { listed } from '#model/listed.ts';

/** The sections that readers and auditors look for, in their usual order. */
export const missingSection: FileRule = {
  code: 'document/missing-section', severity: 'warning', basis: 'practice', scope: 'file',
  title: { en: 'Section missing or out of order', 'zh-CN': '缺少规定的章节或次序不对' },
  why: {
    en: 'Purpose, scope, responsibilities, steps, documents and records are what everyone looks for first; where one is absent, nobody knows what holds.',
    'zh-CN': '目的、范围、职责、程序、文件、记录是使用者最先要找的内容；缺了哪一项，执行就各说各话。',
  },
  messages: {
    missing: { en: 'A document of this type needs the sections: {sections}. Add them.', 'zh-CN': '这类文件应有以下章节：{sections}。请补上。' },
    order: { en: '"{title}" should come before "{other}".', 'zh-CN': '“{title}”应排在“{other}”之前。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure # expect document/missing-section
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: review
owner: office
---

# 文件控制程序

## 1 目的

## 2 职责

## 3 范围 <!-- expect document/missing-section -->

## 4 工作程序
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: review
owner: office
---

# 文件控制程序

## 1 目的和范围

## 2 职责

## 3 工作程序 Procedure

## 4 Related documents

## 5 相关记录
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
---
`),
  ],
  *check({ facts, words }) {
    const meta = facts.data as { type?: string; status?: string } | null;
    const wanted = words.sections[meta?.type ?? ''] ?? [];
    if (!facts.body || !['review', 'approved', 'effective'].includes(meta?.status ?? '')) return;
    // The title of the document ("Documents and records") is no section of it.
    const top = facts.body.sections.filter(({ depth }, index) => depth === 2 || (depth === 1 && index > 0));
    const find = titleFinder(top.map(({ title }) => title));
    // procedure/responsibility-missing tells of that section.
    const found = wanted.map(({ id, titles, required }) => ({ titles, required: required && !(id === 'responsibilities' && meta?.type === 'procedure'), at: find(titles) }));
    const absent = found.filter(({ at, required }) => required && at < 0);
    if (absent.length > 0) yield { at: { path: facts.path, pointer: '/type' }, message: 'missing', args: { sections: listed(absent.map(({ titles }) => inBoth(titles))) } };
    let latest = -1;
    for (const { at } of found) {
      const [other, section] = [top[at], top[latest]];
      if (section && other && at < latest) {
        yield { at: bodyPlace(facts, 'sections', section), message: 'order', args: { title: section.title, other: other.title }, related: [bodyPlace(facts, 'sections', other)] };
      }
      latest = Math.max(latest, at);
    }
  },
};

function inBoth(titles: readonly string[]): Text {
  const han = titles.find((title) => /\p{Script=Han}/u.test(title));
  const latin = titles.find((title) => /^[\w ]+$/.test(title));
  return { en: latin ?? han ?? '', 'zh-CN': han ?? latin ?? '' };
}
