import { actorName } from '#model/actors.ts';
import type { Sitting } from '#model/audit.ts';
import type { Finding } from '#model/diagnostic.ts';
import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** AUD-007: a timetable that can be kept: nobody is in two places at a time. */
export const doubleBooked: ProjectRule = {
  code: 'audit/double-booked', severity: 'warning', scope: 'project',
  title: { en: 'Somebody in two sittings at a time', 'zh-CN': '同一人同一时间排在两处' },
  why: { en: 'One of the two sittings will not take place, or not as planned.', 'zh-CN': '其中一处到时候无法进行，或者不能按计划进行。' },
  messages: {
    auditor: { en: '{person} is in two sittings at a time on {on}: from {first} with {unit}, from {second} with {other}. Move one, or send another auditor.', 'zh-CN': '{person}在 {on} 同一时间排在两处：{first}审核“{unit}”，{second}审核“{other}”。请调整时间，或者另派内审员。' },
    interviewee: { en: '{person} of {unit} is interviewed twice at a time on {on}, from {first} and from {second}. Move one sitting, or name somebody else.', 'zh-CN': '“{unit}”的{person}在 {on} 同一时间要接受两场询问（{first}、{second}）。请调整时间，或者另定受访岗位。' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }, { id: legal, name: 法制处 }]
posts: [{ id: head, name: 办公室主任, unit: office, count: 1 }]
people: [{ id: p1, name: 甲 }, { id: p2, name: 乙 }]
=== plan.yaml
kind: audit-plan
id: NS-2004-01
timetable:
  - on: 2004-10-11
    from: "09:00"
    until: "10:30"
    unit: office
    auditors: [p1]
    interviewee: head
  - on: 2004-10-11
    from: "10:00"
    until: "11:00"
    unit: legal
    auditors: [p1] # expect audit/double-booked
  - on: 2004-10-11
    from: "10:00"
    until: "11:00"
    unit: office
    auditors: [p2]
    interviewee: head # expect audit/double-booked
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }, { id: legal, name: 法制处 }]
posts: [{ id: head, name: 办公室主任, unit: office, count: 1 }, { id: clerk, name: 文件管理员, unit: office, count: 2 }]
people: [{ id: p1, name: 甲 }, { id: p2, name: 乙 }]
=== plan.yaml
kind: audit-plan
id: NS-2004-01
timetable:
  - { on: 2004-10-11, from: "09:00", until: "10:30", unit: office, auditors: [p1], interviewee: head }
  - { on: 2004-10-11, from: "10:30", until: "11:00", unit: legal, auditors: [p1] }
  - { on: 2004-10-12, from: "09:00", until: "10:30", unit: office, auditors: [p1], interviewee: clerk }
  - { on: 2004-10-12, from: "09:00", until: "10:30", unit: office, auditors: [p2], interviewee: clerk }
`),
  ],
  *check(project) {
    const { index } = project;
    const unitName = ({ unit = '', process = '' }: Sitting): ReturnType<typeof actorName> => actorName(index, unit) || process;
    yield* clashes(project, ({ auditors = [] }) => auditors.map((person, at) => ({ who: person, keys: ['auditors', at] })), (who, first, second) => ({
      message: 'auditor', args: { person: actorName(index, who), on: second.on ?? '', first: first.from ?? '', second: second.from ?? '', unit: unitName(first), other: unitName(second) } }));
    // A post that several people hold can be in several places.
    const alone = (post: string): boolean => index.people.has(post) || index.posts.get(post)?.value.count === 1;
    yield* clashes(project, ({ interviewee, unit = '' }) => (interviewee !== undefined && alone(interviewee) ? [{ who: `${unit}\n${interviewee}`, keys: ['interviewee'] }] : []), (who, first, second) => ({
      message: 'interviewee', args: { person: actorName(index, who.split('\n')[1] as string), on: second.on ?? '', first: first.from ?? '', second: second.from ?? '', unit: unitName(second) } }));
  },
};

interface Seat { readonly who: string; readonly keys: readonly (string | number)[] }

/** Every later sitting that overlaps an earlier one of the same person, in whatever plan. */
function* clashes({ registers }: Project, seatsOf: (sitting: Sitting) => Seat[], say: (who: string, first: Sitting, second: Sitting) => Omit<Finding, 'at'>): Generator<Finding> {
  const seats = registers.plans.flatMap((plan) => (plan.value.timetable ?? []).flatMap((sitting, row) =>
    (sitting.on === undefined || sitting.from === undefined || sitting.until === undefined ? [] : seatsOf(sitting).map(({ who, keys }) => ({ sitting, key: `${who}\n${sitting.on}`, who, at: spot(plan, 'timetable', row, ...keys) as Spot })))));
  for (const same of Map.groupBy(seats, ({ key }) => key).values()) {
    for (const [index, { sitting, at, who }] of same.entries()) {
      const earlier = same.slice(0, index).find((other) => (other.sitting.from as string) < (sitting.until as string) && (sitting.from as string) < (other.sitting.until as string));
      if (earlier) yield { at, ...say(who, earlier.sitting, sitting) };
    }
  }
}
