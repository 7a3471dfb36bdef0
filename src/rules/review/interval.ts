import type { ManagementReview } from '#model/audit.ts';
import type { Finding } from '#model/diagnostic.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { actorName, sameActor } from '#model/actors.ts';
import { addMonths } from '#model/calendar.ts';

/** MRV-003: top management reviews the system in time, itself, and after the audit it goes by. */
export const interval: ProjectRule = {
  code: 'review/interval', severity: 'error', scope: 'project',
  title: { en: 'Management review late, not led by top management, or before the audit', 'zh-CN': '管理评审超期、非最高管理者主持或者早于内审' },
  why: { en: 'The review is a duty of top management at planned intervals, and audit results are its first input.', 'zh-CN': '管理评审是最高管理者按策划的间隔履行的职责，内审结果是首要输入。' },
  messages: {
    open: { en: 'Management review {id} was planned for {planned} and has not been held. Hold it, or set a new day.', 'zh-CN': '管理评审 {id} 计划于 {planned} 进行，至今未进行。请进行评审，或者另定日期。' },
    exceeded: { en: 'The next management review was due on {due}, {months} months after {id}. Hold it.', 'zh-CN': '距管理评审 {id} 已超过{months}个月，下一次应不迟于 {due}。请进行评审。' },
    gap: { en: 'Management review {id} was held on {held}, more than {months} months after {other}. Keep the interval, or change it by decision.', 'zh-CN': '管理评审 {id} 于 {held} 进行，距 {other} 超过{months}个月。请遵守规定的间隔，或者按规定修改间隔。' },
    chair: { en: 'Management review {id} was chaired by {chair}, not by top management. Have the result confirmed by top management, and the next one chaired by it.', 'zh-CN': '管理评审 {id} 由{chair}主持，而不是最高管理者。请由最高管理者确认评审结果，并主持下一次评审。' },
    before: { en: 'Management review {id} was held on {held}, before any internal audit of {year}. Review again with the audit results.', 'zh-CN': '管理评审 {id} 于 {held} 进行，早于{year}年度的内审。请结合内审结果补充评审。' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
top_management: director
posts: [{ id: director, name: 局长 }, { id: head, name: 办公室主任 }]
people: [{ id: p1, name: 甲, posts: [director] }, { id: p2, name: 乙, posts: [head] }]
=== review-1.yaml
kind: management-review
id: MR-2002-01
year: "2002"
held: 2002-06-10
chair: p1
=== review-2.yaml
kind: management-review
id: MR-2003-01
year: "2003"
held: 2003-10-10 # expect review/interval
chair: p2 # expect review/interval
=== review-3.yaml
kind: management-review
id: MR-2004-01
year: "2004"
planned: 2004-12-17 # expect review/interval
=== programme.yaml
kind: audit-programme
year: "2003"
audits:
  - { id: NS-2003-01, planned: 2003-11-11, held: 2003-11-11 }
`),
    bad(`
=== review.yaml
kind: management-review
id: MR-2003-01
year: "2003"
held: 2003-06-10 # expect review/interval
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
top_management: director
posts: [{ id: director, name: 局长 }]
people: [{ id: p1, name: 甲, posts: [director] }]
=== review.yaml
kind: management-review
id: MR-2004-01
year: "2004"
planned: 2004-12-17
held: 2004-12-17
chair: p1
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: 2004-10-11, held: 2004-10-11 }
  - { id: NS-2004-02, planned: 2004-12-20, held: 2004-12-20 }
`),
  ],
  *check(project) {
    const { registers, config, today } = project;
    const months = config.thresholds.review_interval_months;
    const held = registers.reviews.filter(({ value }) => value.held !== undefined).sort((a, b) => ((a.value.held as string) < (b.value.held as string) ? -1 : 1));
    for (const review of registers.reviews) {
      const { id, planned } = review.value;
      if (review.value.held === undefined && planned !== undefined && planned < today) yield { at: spot(review, 'planned'), message: 'open', args: { id, planned } };
    }
    for (const [at, review] of held.entries()) {
      const day = review.value.held as string;
      const before = held[at - 1]?.value;
      if (before?.held !== undefined && addMonths(before.held, months) < day) yield { at: spot(review, 'held'), message: 'gap', args: { id: review.value.id, held: day, months, other: before.id }, related: [spot(held[at - 1] as typeof review, 'held')] };
      yield* conduct(project, review, day);
    }
    const last = held.at(-1);
    const due = last && addMonths(last.value.held as string, months);
    const told = registers.reviews.some(({ value }) => value.held === undefined && value.planned !== undefined && value.planned < today);
    if (last && due !== undefined && due < today && !told) yield { at: spot(last, 'held'), message: 'exceeded', args: { id: last.value.id, due, months } };
  },
};

/** Who led a review that was held, and what it could build on. */
function* conduct({ registers, index }: Project, review: Project['registers']['reviews'][number], held: string): Generator<Finding> {
  const { id, chair, year }: ManagementReview = review.value;
  const top = registers.organizations.map(({ value }) => value.top_management).find((post) => post !== undefined);
  if (chair !== undefined && top !== undefined && !sameActor(index, chair, top)) yield { at: spot(review, 'chair'), message: 'chair', args: { id, chair: actorName(index, chair) } };
  const audits = registers.programmes.filter(({ value }) => value.year === year).flatMap(({ value }) => value.audits ?? []).filter(({ status }) => status !== 'cancelled');
  if (year !== undefined && audits.length > 0 && !audits.some((audit) => audit.held !== undefined && audit.held <= held)) yield { at: spot(review, 'held'), message: 'before', args: { id, held, year } };
}
