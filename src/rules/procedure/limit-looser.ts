import type { Project } from '#model/project.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';
import { ownLimits, type OwnLimit } from '../shared/limits.ts';

type Days = { readonly days: number; readonly day_type?: 'working' | 'calendar' | undefined };

/** PRC-006: no limit of ours is looser than the law it rests on or than what the public was promised. */
export const limitLooser: ProjectRule = {
  code: 'procedure/limit-looser', severity: 'error', scope: 'project',
  title: { en: 'A time limit is looser than the law or the promise', 'zh-CN': '时限宽于法定期限或对外承诺' },
  why: {
    en: 'Whoever follows the document keeps its limit and breaks the law or the promise all the same.',
    'zh-CN': '照本单位文件办理没有超期，却已经违反法律或违背承诺。',
  },
  messages: {
    law: {
      en: '{days} {type} for "{subject}" go beyond {limit}, which allows {legal} {legalType} ("{title}"). Shorten the limit.',
      'zh-CN': '“{subject}”规定{days}个{type}，宽于 {limit} 允许的{legal}个{legalType}（“{title}”）。请缩短时限。',
    },
    least: {
      en: '{days} {type} for "{subject}" are less than {limit} grants: {legal} {legalType} at least ("{title}"). Lengthen the time.',
      'zh-CN': '“{subject}”规定{days}个{type}，少于 {limit} 至少应给的{legal}个{legalType}（“{title}”）。请延长时间。',
    },
    promise: {
      en: '{days} {type} for "{subject}" go beyond the promise of {legal} {legalType} made in {limit}. Shorten the limit or change the promise openly.',
      'zh-CN': '“{subject}”规定{days}个{type}，宽于 {limit} 承诺的{legal}个{legalType}。请缩短时限，或公开变更承诺。',
    },
  },
  examples: [
    bad(`
=== external.yaml
kind: external-documents
documents:
  - id: WL-001
    title: 许可法
    limits:
      - { id: WL-001-L2, subject: 作出许可决定, days: 20, day_type: working }
      - { id: WL-001-L3, subject: 一次性告知, days: 5, day_type: calendar }
      - { id: WL-001-L9, subject: 听证通知提前, days: 7, day_type: working }
=== procedures/a.md
---
type: procedure
id: AB/QP-11
title: 登记程序
revision: A/0
status: effective
owner: office
limits:
  - { subject: 登记决定, days: 25, day_type: working, limit: WL-001-L2 } # expect procedure/limit-looser
  - { subject: 补正告知, days: 5, day_type: working, limit: WL-001-L3 } # expect procedure/limit-looser
  - { subject: 听证通知, days: 5, day_type: working, limit: WL-001-L9 } # expect procedure/limit-looser
---
`),
    bad(`
=== external.yaml
kind: external-documents
documents:
  - { id: WL-001, title: 许可法, limits: [{ id: WL-001-L2, subject: 作出许可决定, days: 20, day_type: working }] }
=== licensing.yaml
kind: licensing
items:
  - id: XK-01
    name: 设立登记
    limit: { days: 30, day_type: working, basis: WL-001-L2, promise_days: 5 } # expect procedure/limit-looser
    documents: [AB/QP-11]
=== procedures/a.md
---
type: procedure
id: AB/QP-11
title: 登记程序
revision: A/0
status: effective
owner: office
limits:
  - { subject: 登记决定, days: 10, day_type: working, limit: WL-001-L2 } # expect procedure/limit-looser
---
`),
    bad(`
=== external.yaml
kind: external-documents
documents:
  - { id: WL-006, title: 申诉办法, limits: [{ id: WL-006-L1, subject: 决定是否受理, days: 5, day_type: calendar }] }
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-05, statement: 三日内决定受理, unit: 天, target: 3, direction: at-most, limit: WL-006-L1, days_basis: calendar }
=== procedures/a.md
---
type: procedure
id: AB/QP-13
title: 申诉程序
revision: A/0
status: effective
owner: office
limits:
  - { subject: 受理决定, days: 5, day_type: calendar, limit: WL-006-L1 } # expect procedure/limit-looser
---
`),
    good(`
=== external.yaml
kind: external-documents
documents:
  - id: WL-001
    title: 许可法
    limits:
      - { id: WL-001-L2, subject: 作出许可决定, days: 20, day_type: working }
      - { id: WL-001-L3, subject: 一次性告知, days: 7, day_type: calendar }
      - { id: WL-001-L9, subject: 听证通知提前, days: 7, day_type: working }
=== procedures/a.md
---
type: procedure
id: AB/QP-11
title: 登记程序
revision: A/0
status: effective
owner: office
limits:
  - { subject: 登记决定, days: 28, day_type: calendar, limit: WL-001-L2 }
  - { subject: 补正告知, days: 5, day_type: working, limit: WL-001-L3 }
  - { subject: 听证通知, days: 10, day_type: working, limit: WL-001-L9 }
---
`),
  ],
  *check(project) {
    const all = [...ownLimits(project)];
    for (const own of all) {
      const at = spot(own.entry, ...own.keys, 'days');
      const about = { subject: own.subject, days: own.days, type: typeName(own.day_type) };
      for (const name of new Set(own.names)) {
        const legal = project.index.limits.get(name);
        if (!legal) continue;
        const { limit, external } = legal;
        const least = allWords(limit.subject).some((words) => project.words.least_limits.some((word) => words.includes(word)));
        if (least ? exceeds(limit, own) : exceeds(own, limit)) {
          const args = { ...about, limit: name, legal: limit.days, legalType: typeName(limit.day_type), title: limit.subject ?? external.value.title };
          yield { at, message: least ? 'least' : 'law', args, related: [spot(external, 'limits', (external.value.limits ?? []).indexOf(limit))] };
          break;
        }
        const promise = least ? undefined : promised(project, all, own, name);
        if (promise && exceeds(own, promise)) yield { at, message: 'promise', args: { ...about, limit: promise.id, legal: promise.days, legalType: typeName(promise.day_type) } };
      }
    }
  },
};

/** The loosest promise given for a limit by the licence items a document serves, or by objectives counted in days. */
function promised({ registers }: Project, all: readonly OwnLimit[], own: OwnLimit, name: string): (Days & { readonly id: string }) | undefined {
  const document = (own.entry.value as { id?: string }).id;
  if (own.promise !== undefined || own.keys[0] !== 'limits') return undefined;
  const items = registers.licenceItems.filter(({ value }) => document !== undefined && value.documents?.includes(document));
  const byItems = items.length === 0 ? [] : all.flatMap(({ entry, names, promise, day_type }) => {
    const item = items.find(({ path, pointer }) => entry.path === path && entry.pointer === pointer);
    return item && promise !== undefined && names.includes(name) ? [{ id: item.value.id, days: promise, ...(day_type ? { day_type } : {}) }] : [];
  });
  const byObjectives = registers.objectives.flatMap(({ value: { id, limit, unit = '', target, direction, days_basis } }) => {
    const inDays = /^(?:个?工作日|个?自然日|天|日|(?:working |calendar )?days?)$/i.test(unit);
    return limit === name && inDays && direction === 'at-most' && target !== undefined ? [{ id, days: target, ...(days_basis === 'working' || days_basis === 'calendar' ? { day_type: days_basis } as const : {}) }] : [];
  });
  const loosest = (list: readonly (Days & { readonly id: string })[]) => list.toSorted((a, b) => b.days - a.days)[0];
  return loosest(byItems) ?? loosest(byObjectives);
}

/** True when `a` is certainly longer than `b`. Five working days are seven calendar days; days of an unknown kind count as those of the other. */
function exceeds(a: Days, b: Days): boolean {
  const kinds = [a.day_type ?? b.day_type, b.day_type ?? a.day_type];
  if (kinds[0] === kinds[1]) return a.days > b.days;
  return kinds[0] === 'working' ? calendarDays(a.days, 0) > b.days : a.days > calendarDays(b.days, 2);
}

/** Calendar days that working days span; a part of a week may or may not hold a weekend. Holidays are left out. */
function calendarDays(working: number, weekend: 0 | 2): number {
  const rest = working % 5;
  return Math.floor(working / 5) * 7 + rest + (rest > 0 ? weekend : 0);
}

function typeName(type: Days['day_type']): { en: string; 'zh-CN': string } {
  return type === 'working' ? { en: 'working days', 'zh-CN': '工作日' } : { en: 'days', 'zh-CN': '日' };
}
