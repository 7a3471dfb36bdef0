import { compareCodePoints } from '#model/diagnostic.ts';
import { spot, type Entry } from '#model/place.ts';
import type { Project, Registers } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** Lists in which a number stands for one thing, wherever the file. */
const lists = [
  'units', 'sites', 'posts', 'people', 'bodies', 'processes', 'externals', 'promises', 'objectives', 'suppliers', 'courses', 'assets', 'devices', 'designs', 'channels',
  'surveys', 'analyses', 'actions', 'records', 'stocks', 'licenceItems', 'audits', 'plans', 'nonconformities', 'reviews', 'decisions',
] as const satisfies readonly (keyof Registers)[];

/** Two entries with the same number: whatever names it gets the first one. */
export const duplicateEntry: ProjectRule = {
  code: 'workspace/duplicate-entry', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'Two entries with the same number', 'zh-CN': '登记编号重复' },
  why: {
    en: 'Whatever names the number is counted for one of the two only; the other is never checked.',
    'zh-CN': '凡是用到这个编号的地方都只算其中一条，另一条永远查不到。',
  },
  messages: {
    found: { en: '{id} is already entered in {other}. Give this entry a number of its own, or delete it.', 'zh-CN': '{id} 已在 {other} 登记。请另编号或删除。' },
    across: { en: '{id} names both this and an entry of another sort in {other} (unit, post or person). Rename one: a signature or holder cannot tell which is meant.', 'zh-CN': '{id} 在 {other} 中还是另一类对象（部门、岗位或人员）的编号。请改掉一个，否则签署人、持有人分不清指谁。' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{id: office, name: 办公室}]
posts:
  - {id: clerk, name: 文件管理员, unit: office}
  - {id: clerk, name: 档案管理员, unit: office} # expect workspace/duplicate-entry
  - {id: office, name: 办公室主任, unit: office} # expect workspace/duplicate-entry
=== nonconformities/1.yaml
kind: nonconformity
id: NC-2004-001
source: audit
status: open
fact: {statement: 分发登记缺签收}
=== nonconformities/2.yaml
kind: nonconformity
id: NC-2004-001 # expect workspace/duplicate-entry
source: complaint
status: open
fact: {statement: 公示栏缺收费标准}
`),
    good(`
=== reviews/1.yaml
kind: management-review
id: MR-2003-01
year: "2003"
decisions: [{id: J1, decision: 增加窗口}]
=== reviews/2.yaml
kind: management-review
id: MR-2004-01
year: "2004"
decisions: [{id: J1, decision: 增加培训}]
`),
  ],
  *check({ registers }) {
    for (const list of lists) {
      for (const [first, ...others] of groups(registers[list], list).values()) {
        for (const other of others) yield { at: spot(other, 'id'), message: 'found', args: { id: other.value.id, other: (first as Entry<unknown>).path }, related: [spot(first as Entry<unknown>, 'id')] };
      }
    }
    yield* acrossSorts(registers);
  },
};

interface Numbered { readonly id: string }

function groups(entries: readonly Entry<Numbered>[], list: string): Map<string, Entry<Numbered>[]> {
  // A document that carries an outside paper's text is judged by document/duplicate-id; decisions are numbered within their review.
  const judged = [...entries].filter(({ path, value }) => !/\.md$/i.test(path) && typeof value.id === 'string').sort((a, b) => compareCodePoints(a.path, b.path));
  return Map.groupBy(judged, ({ path, value }) => (list === 'decisions' ? `${path} ${value.id}` : value.id));
}

function* acrossSorts({ units, posts, people }: Project['registers']): ReturnType<ProjectRule['check']> {
  const seen = new Map<string, { list: readonly unknown[]; entry: Entry<Numbered> }>();
  for (const list of [units, posts, people] as const) {
    for (const entry of list) {
      const first = seen.get(entry.value.id);
      if (!first) seen.set(entry.value.id, { list, entry });
      else if (first.list !== list) yield { at: spot(entry, 'id'), message: 'across', args: { id: entry.value.id, other: first.entry.path }, related: [spot(first.entry, 'id')] };
    }
  }
}
