import { daysIn } from '#model/days-in.ts';
import type { ExternalLimit, Objective, Promise_ } from '#model/system.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';

/** Five working days fill a week of seven. */
const WORKING_SHARE = 5 / 7;

/** OBJ-006: a target below what the law demands anyway, or an absolute one that nobody can prove. */
export const looser: ProjectRule = {
  code: 'objective/looser', severity: 'warning', scope: 'project',
  title: { en: 'Target that means nothing', 'zh-CN': '目标值没有意义' },
  why: {
    en: 'A target looser than the law is reached while the law is broken, and 100 % or 0 without a data source is only claimed.',
    'zh-CN': '目标宽于法定期限，达到目标也可能违法；没有数据来源的100%或0只是口号。',
  },
  messages: {
    looser: {
      en: 'Objective {id} allows {target} days, but {limit} sets {days}. Tighten the target.',
      'zh-CN': '质量目标 {id} 允许 {target} 天，而 {limit} 规定为 {days} 天。请收紧目标值。',
    },
    promised: {
      en: 'Objective {id} allows {target} days, but {promise} promises {days}. Tighten the target, or take the promise back.',
      'zh-CN': '质量目标 {id} 允许 {target} 天，而 {promise} 承诺为 {days} 天。请收紧目标值，或者收回承诺。',
    },
    absolute: {
      en: 'Objective {id} sets {target} without a data source. Name the form or system that the figure comes from.',
      'zh-CN': '质量目标 {id} 的目标值为 {target}，却没有数据来源。请写明取数的表单或者系统。',
    },
  },
  examples: [
    bad(`
=== external.yaml
kind: external-documents
documents:
  - { id: WL-001, title: 行政许可规定, limits: [{ id: WL-001-L1, days: 20, day_type: working }] }
=== objectives.yaml
kind: objectives
promises: [{ id: P-01, text: 高效：五个工作日内作出决定 }, { id: P-02, text: 维权：三日内决定受理，三十日内终结调解 }]
objectives:
  - id: MB-05
    statement: 登记决定不超过8个工作日
    unit: 工作日
    target: 8 # expect objective/looser
    direction: at-most
    promises: [P-01]
    owner: office
  - id: MB-01
    statement: 登记决定不超过30个工作日
    unit: 天
    target: 30 # expect objective/looser
    direction: at-most
    days_basis: working
    limit: WL-001-L1
    owner: office
  - id: MB-02
    statement: 投诉答复率达到百分之百
    unit: "%"
    target: 100 # expect objective/looser
    direction: at-least
    owner: office
`),
    good(`
=== external.yaml
kind: external-documents
documents:
  - { id: WL-001, title: 行政许可规定, limits: [{ id: WL-001-L1, days: 20, day_type: working }] }
=== objectives.yaml
kind: objectives
promises: [{ id: P-01, text: 高效：五个工作日内作出决定 }, { id: P-02, text: 维权：三日内决定受理，三十日内终结调解 }]
objectives:
  - { id: MB-01, statement: 登记决定不超过5个工作日, unit: 工作日, target: 5, direction: at-most, days_basis: working, limit: WL-001-L1, owner: office }
  - { id: MB-02, statement: 登记决定不超过26个自然日, unit: 天, target: 26, direction: at-most, days_basis: calendar, limit: WL-001-L1, owner: office }
  - { id: MB-03, statement: 投诉答复率达到百分之百, unit: "%", target: 100, direction: at-least, source: 投诉登记簿, owner: office }
  - { id: MB-05, statement: 登记决定不超过5个工作日, unit: 工作日, target: 5, direction: at-most, promises: [P-01], owner: office }
  - { id: MB-06, statement: 调解不超过28日, unit: 日, target: 28, direction: at-most, days_basis: calendar, promises: [P-02], owner: office }
  - { id: MB-04, statement: 按期率不低于95%, unit: "%", target: 95, direction: at-least, limit: WL-001-L1, owner: office }
`),
  ],
  *check({ registers, index }) {
    for (const objective of registers.objectives) {
      const { id, target, limit: limitId = '', source } = objective.value;
      if (target === undefined) continue;
      const limit = index.limits.get(limitId)?.limit;
      if (limit && isDays(objective.value) && workingDays(target, objective.value.days_basis ?? limit.day_type) > workingDays(limit.days, limit.day_type)) {
        yield { at: spot(objective, 'target'), message: 'looser', args: { id, target, limit: limitId, days: limit.days } };
      }
      const promise = isDays(objective.value) ? loosened(objective.value, registers.promises.map(({ value }) => value)) : undefined;
      if (promise) yield { at: spot(objective, 'target'), message: 'promised', args: { id, target, promise: promise.id, days: promise.days } };
      if (!source && isAbsolute(objective.value)) yield { at: spot(objective, 'target'), message: 'absolute', args: { id, target } };
    }
  },
};

/** A promise the objective serves that allows fewer days; of several times in one promise the longest counts, for which one is meant is not known. */
function loosened({ target = 0, days_basis, unit = '', promises: served = [] }: Objective, promises: readonly Promise_[]): { readonly id: string; readonly days: number } | undefined {
  const basis = days_basis ?? (/工作|working/i.test(unit) ? 'working' : 'calendar');
  for (const { id, text } of promises.filter((one) => served.includes(one.id))) {
    const told = allWords(text).flatMap(daysIn);
    if (told.length > 0 && told.every(({ days, type }) => workingDays(target, basis) > workingDays(days, type))) return { id, days: Math.max(...told.map(({ days }) => days)) };
  }
  return undefined;
}

function isDays({ unit = '', direction }: Objective): boolean {
  return direction === 'at-most' && /天|日|\bdays?\b/i.test(unit);
}

function isAbsolute({ unit = '', target }: Objective): boolean {
  return target === 0 || (target === 100 && /%|％|百分/.test(unit));
}

function workingDays(days: number, type: ExternalLimit['day_type'] | string): number {
  return type === 'calendar' ? days * WORKING_SHARE : days;
}
