import { spot, type Entry, type Pointed } from '#model/place.ts';
import type { Index, Project, Registers } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Text } from '#model/text.ts';

type Target = 'unit' | 'post' | 'person' | 'process' | 'objective' | 'supplier' | 'actor';

/** Where registers name units, posts, people, processes, objectives and suppliers. `*` goes through a list. */
const fields: readonly (readonly [list: keyof Registers, path: string, target: Target])[] = [
  ['objectives', 'owner', 'unit'], ['objectives', 'parent', 'objective'], ['objectives', 'processes/*', 'process'],
  ['assets', 'keeper', 'unit'], ['devices', 'keeper', 'unit'], ['designs', 'owner', 'unit'], ['channels', 'keeper', 'unit'], ['externals', 'holder', 'unit'],
  ['surveys', 'by', 'actor'], ['analyses', 'by', 'actor'], ['actions', 'owner', 'actor'], ['actions', 'by', 'actor'], ['courses', 'for/*', 'actor'],
  ['suppliers', 'processes/*', 'process'], ['suppliers', 'evaluation/by', 'actor'], ['measurements', 'by', 'actor'],
  ['audits', 'units/*', 'unit'], ['audits', 'processes/*', 'process'], ['audits', 'leader', 'person'], ['audits', 'team/*', 'person'],
  ['plans', 'leader', 'person'], ['plans', 'team/*/person', 'person'], ['plans', 'timetable/*/unit', 'unit'], ['plans', 'timetable/*/process', 'process'], ['plans', 'timetable/*/auditors/*', 'person'], ['plans', 'timetable/*/interviewee', 'post'],
  ['checklists', 'unit', 'unit'], ['checklists', 'process', 'process'], ['checklists', 'auditor', 'person'], ['reports', 'units/*', 'unit'], ['reports', 'findings/*/unit', 'unit'],
  ['nonconformities', 'unit', 'unit'], ['nonconformities', 'process', 'process'], ['nonconformities', 'guide', 'actor'], ['nonconformities', 'found/by', 'actor'], ['nonconformities', 'leader', 'actor'], ['nonconformities', 'accepted/by', 'actor'], ['nonconformities', 'correction/by', 'actor'], ['nonconformities', 'cause/by', 'actor'],
  ['nonconformities', 'action/extended/*/by', 'actor'], ['nonconformities', 'agreed/by', 'actor'], ['nonconformities', 'effect_check/by', 'actor'], ['nonconformities', 'action/owner', 'actor'], ['nonconformities', 'verification/by', 'actor'],
  ['reviews', 'chair', 'actor'], ['reviews', 'attended/*', 'actor'], ['decisions', 'owner', 'unit'],
  ['licenceItems', 'intake', 'post'], ['licenceItems', 'approval', 'post'], ['enforcement', 'steps/*/post', 'post'],
  ['cases', 'examined_by', 'person'], ['cases', 'approved_by', 'person'], ['cases', 'officers/*', 'person'], ['cases', 'first_handler', 'person'],
];

const words: Record<Target, Text> = {
  unit: { en: 'unit', 'zh-CN': '部门' }, post: { en: 'post', 'zh-CN': '岗位' }, person: { en: 'person', 'zh-CN': '人员' }, process: { en: 'process', 'zh-CN': '过程' },
  objective: { en: 'objective', 'zh-CN': '目标' }, supplier: { en: 'supplier', 'zh-CN': '供方' }, actor: { en: 'person, post or unit', 'zh-CN': '人员、岗位或部门' },
};

/** Whoever or whatever a register names must exist in the register that lists it. */
export const unknownId: ProjectRule = {
  code: 'organization/unknown-id', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'A register names somebody or something that does not exist', 'zh-CN': '登记表提到了不存在的对象' },
  why: {
    en: 'Work given to a unit or person that is nowhere listed is nobody\'s work, and every count over it is wrong.',
    'zh-CN': '交给清单里没有的部门或人员的工作等于没人负责，据此统计的数字也不对。',
  },
  messages: { found: { en: 'There is no {what} "{id}". Correct the id, or add it to its register.', 'zh-CN': '没有“{id}”这个{what}。请改正编号，或在相应登记表中补上。' } },
  examples: [
    bad(`
=== support/infrastructure.yaml
kind: infrastructure
assets:
  - id: SB-01
    name: 服务器
    keeper: it # expect organization/unknown-id
`),
    good(`
=== support/infrastructure.yaml
kind: infrastructure
assets:
  - id: SB-01
    name: 服务器
    keeper: office
`),
  ],
  *check(project) {
    for (const [list, path, target] of fields) {
      for (const entry of project.registers[list] as readonly Entry<unknown>[]) {
        for (const { id, at } of named(entry, path.split('/'))) {
          if (!exists(id, target, project)) yield { at, message: 'found', args: { id, what: words[target] } };
        }
      }
    }
  },
};

/** The ids at a path of an entry, each with its place. */
function named(entry: Entry<unknown>, path: readonly string[], value: unknown = entry.value, keys: readonly (string | number)[] = []): { id: string; at: Pointed }[] {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? [{ id: value, at: spot(entry, ...keys) }] : [];
  if (step === '*') return Array.isArray(value) ? value.flatMap((item, index) => named(entry, rest, item, [...keys, index])) : [];
  return typeof value === 'object' && value !== null ? named(entry, rest, (value as Record<string, unknown>)[step], [...keys, step]) : [];
}

function exists(id: string, target: Target, { index }: Pick<Project, 'index'>): boolean {
  const maps: Record<Exclude<Target, 'actor'>, ReadonlyMap<string, unknown>> = {
    unit: index.units, post: index.posts, person: index.people, process: index.processes, objective: index.objectives, supplier: index.suppliers,
  } satisfies Record<string, Index[keyof Index]>;
  return target === 'actor' ? maps.unit.has(id) || maps.post.has(id) || maps.person.has(id) : maps[target].has(id);
}
