import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Action } from '#model/system.ts';
import { addMonths } from '#model/calendar.ts';

/** IMP-002: a year in which nothing at all was prevented. */
export const noPreventiveAction: ProjectRule = {
  code: 'improvement/no-preventive-action', severity: 'info', scope: 'project',
  title: { en: 'No preventive action for a year', 'zh-CN': '一年没有预防措施' },
  why: { en: 'Trends, complaints and changes in law always hold something that could be prevented; none at all means nobody looks.', 'zh-CN': '趋势、投诉和法规变化中总有可以预防的问题；一项也没有，说明没有人在看。' },
  messages: {
    found: {
      en: 'The system has run for more than a year, and no preventive action was raised since {since}. Look through the analyses for faults that have not happened yet.',
      'zh-CN': '体系运行已满一年，{since} 以来没有提出过预防措施。请从数据分析中查找尚未发生的问题。',
    },
  },
  examples: [
    bad(`
=== actions.yaml
kind: actions
actions:
  - { id: YF-2003-01, type: preventive, raised: 2003-06-10, problem: 申诉可能增加 }
  - { id: JZ-2004-01, type: corrective, raised: 2004-06-10, problem: 按期率未达到 } # expect improvement/no-preventive-action
`),
    good(`
=== actions.yaml
kind: actions
actions:
  - { id: JZ-2003-01, type: corrective, raised: 2003-06-10, problem: 按期率未达到 }
  - { id: YF-2004-01, type: preventive, raised: 2004-06-10, problem: 申诉可能增加 }
`),
    good(`
=== actions.yaml
kind: actions
actions:
  - { id: JZ-2004-01, type: corrective, raised: 2004-06-10, problem: 按期率未达到 }
`),
  ],
  *check(project) {
    const since = addMonths(project.today, -12);
    const first = beginning(project);
    const recent = project.registers.actions.some(({ value }) => value.type === 'preventive' && (dayOf(value) ?? project.today) > since);
    if (first !== undefined && first <= since && !recent) yield { at: latest(project), message: 'found', args: { since } };
  },
};

function dayOf({ raised, due, done }: Action): string | undefined {
  return raised ?? due ?? done;
}

/** The first day on which the system left a trace. */
function beginning({ registers }: Project): string | undefined {
  const days = [
    ...registers.actions.map(({ value }) => dayOf(value)), ...registers.nonconformities.map(({ value }) => value.found?.on),
    ...registers.audits.map(({ value }) => value.held), ...registers.measurements.map(({ value }) => value.on),
  ];
  return days.filter((day) => day !== undefined).sort()[0];
}

/** Where the next action would be entered: the last one of the register, else the chosen standard in qms.yaml. */
function latest({ registers, configPath }: Project): Spot {
  const last = registers.actions.at(-1);
  return last ? spot(last, 'id') : { path: configPath, pointer: '/standard' };
}
