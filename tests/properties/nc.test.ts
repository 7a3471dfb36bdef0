import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { editReport } from '#changes/nonconformity.ts';
import { openProject } from '#commands/workspace.ts';
import type { Nonconformity } from '#model/audit.ts';
import { addDays } from '#model/calendar.ts';
import { fieldsOf, nonconformitySteps, type NonconformityStep } from '#model/nonconformity-fields.ts';
import { refusal, takeStep, type StepValues } from '#model/nonconformity-steps.ts';
import { worldOf } from '#commands/nc/take.ts';
import { memoryEnv } from '../env.ts';
import { assets } from '../memory.ts';

const project = await openProject(memoryEnv({
  'qms.yaml': 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\n',
  'organization.yaml': `kind: organization
name: 某局
units: [{ id: office, name: 办公室 }, { id: legal, name: 法制处 }]
posts: [{ id: head, name: 办公室主任, unit: office }]
people:
  - { id: p1, name: 甲, unit: office, posts: [head] }
  - { id: p2, name: 乙, unit: legal }
  - { id: p3, name: 丙, unit: legal }
`,
}));
const schema = assets.schema('registers/nonconformity') as Parameters<typeof editReport>[3];
const start = `# opened by the audit team
kind: nonconformity
id: NC-2004-001   # the first
source: monitoring
unit: office # where it was
clause: "8.2.4"
grade: GRADE
status: open
found: {by: p2, on: 2004-01-10}   # by hand
# what was seen
fact:
  statement: 抽查登记档案10份，其中2份为同一人签字
  # told by the window
  where: 窗口
  rule: 程序4.3
`;
const comments = ['# opened by the audit team', '# the first', '# where it was', '# by hand', '# what was seen', '# told by the window', '# 备注'];

const words = fc.constantFrom('代理规定没有排除本人受理的件', '修改规定', '抽查二十份', '经办人粗心', '记录三号', 'a: b # c', '"引号"', '2004');
const actors = fc.constantFrom('p1', 'p2', 'p3', 'head', 'office');
const day = fc.integer({ min: -5, max: 400 }).map((days) => addDays('2004-01-10', days));

/** A step with values that may or may not be those it needs. Most are given, so that lives get far. */
const move = fc.constantFrom<NonconformityStep>(...nonconformitySteps).chain((step) => fc.record({
  step: fc.constant(step),
  values: fc.tuple(...fieldsOf[step].map(({ path, kind, choices }) => {
    const value: fc.Arbitrary<string | boolean | readonly string[]> = choices ? fc.constantFrom(...choices) : kind === 'day' || kind === 'today' ? day : kind === 'verdict' ? fc.boolean() : kind === 'list' ? fc.array(words, { minLength: 1, maxLength: 3 }) : kind === 'actor' || kind === 'signer' ? actors : words;
    return fc.option(value, { nil: undefined, freq: 12 }).map((given) => [path, given] as const);
  })).map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as StepValues),
}));

/** Steps in the order of a life, with days that only grow: without help hardly any random life is ever closed. */
const guided = fc.record({ gaps: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }), works: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }) }).map(({ gaps, works }) => {
  const now = '2004-01-10';
  let used = 0;
  const next = (): string => addDays(now, gaps.slice(0, ++used).reduce((sum, gap) => sum + gap, 0));
  const round = (effective: boolean): { step: NonconformityStep; values: StepValues }[] => [
    { step: 'plan', values: { 'cause/root': '规定没有排除本人', 'cause/category': 'method', 'action/what': '修改规定', 'action/owner': 'p1', 'action/due': '2004-12-01', 'action/planned': next() } },
    { step: 'act', values: { 'correction/what': '重新核准', 'correction/done': addDays(now, 1), 'extent/checked': '全部档案', 'extent/result': '另有一份', 'action/done': next(), 'action/evidence': '记录三号' } },
    { step: 'verify', values: { 'verification/by': 'p2', 'verification/on': next(), 'verification/seen': '抽查二十份', 'verification/evidence': '验证记录', 'verification/effective': effective } },
  ];
  return [
    { step: 'accept' as const, values: { 'accepted/by': 'head', 'accepted/on': next() } as StepValues }, ...round(works[0] as boolean),
    { step: 'reopen' as const, values: { 'rounds/-/by': 'p3', 'rounds/-/on': next(), 'rounds/-/reason': '又发现一份' } as StepValues }, ...round(true),
    { step: 'recheck' as const, values: { 'effect_check/by': 'p2', 'effect_check/on': next(), 'effect_check/seen': '再查二十份', 'effect_check/evidence': '复查记录', 'effect_check/effective': works[2] as boolean } as StepValues },
    { step: 'close' as const, values: { closed: next() } as StepValues },
  ];
});
const life = fc.oneof(fc.array(move, { minLength: 1, maxLength: 14 }), fc.tuple(guided, fc.array(fc.tuple(fc.nat({ max: 10 }), move), { maxLength: 4 })).map(([steps, extra]) => extra.reduce((all, [at, one]) => all.toSpliced(at, 0, one), steps as { step: NonconformityStep; values: StepValues }[])));

/** The gates, written down a second time: nothing of the code under test. */
function holds(report: Nonconformity, today: string): void {
  const { fact, found, accepted, action, verification, effect_check: check, closed, cause, correction, extent, grade, status, rounds } = report;
  const days = [fact?.when, found?.on, accepted?.on, rounds?.at(-1)?.on, action?.planned, report.agreed?.on, action?.done, verification?.on, check?.on, closed].filter((one) => one !== undefined);
  expect(days).toEqual([...days].sort());
  for (const one of days) expect(one <= today).toBe(true);
  if (status !== 'open') expect([accepted?.by, fact?.statement, fact?.where, fact?.rule ?? report.document]).not.toContain(undefined);
  if (['done', 'verified', 'closed'].includes(status ?? '')) {
    expect([correction?.what, correction?.done, action?.what, action?.owner, action?.due, action?.done, action?.evidence]).not.toContain(undefined);
    if (grade !== 'observation') expect([cause?.root, extent?.checked, extent?.result]).not.toContain(undefined);
    if (grade !== 'observation' && JSON.stringify(cause?.whys?.at(-1) ?? '粗心').includes('粗心')) expect(cause?.root).not.toContain('粗心'); // the last "why" may lead beyond the person
  }
  if (status === 'closed') {
    expect(closed).toBeDefined();
    expect(verification?.effective).toBe(true);
    const hand = (id: string | undefined): (string | undefined)[] => (id === 'p1' || id === 'head' ? ['p1', 'head'] : [id]);
    expect([...hand(action?.owner), ...(action?.owner === 'office' ? ['p1', 'head'] : []), ...(correction?.by ? hand(correction.by) : [])]).not.toContain(verification?.by);
    if (grade === 'major') expect(check?.effective).toBe(true);
  }
  for (const extension of action?.extended ?? []) expect([extension.until, extension.reason, extension.by]).not.toContain(undefined);
}

it('keeps days in order, gates closed, comments and all that was written, whatever is tried', () => {
  const world = { ...worldOf(project), today: '2004-12-31' };
  const reached: Record<string, number> = {};
  fc.assert(fc.property(life, fc.constantFrom('minor', 'major', 'observation'), (steps, grade) => {
    let text = start.replace('GRADE', `${grade} # 备注`);
    let report = parse(text, { schema: 'core' }) as Nonconformity;
    for (const { step, values } of steps) {
      const before = structuredClone(report);
      const after = takeStep(report, step, values, world);
      const { lacks, faults } = refusal(report, step, after, world);
      expect(report).toEqual(before); // a step that is only tried changes nothing
      if (lacks.length + faults.length > 0) continue;
      text = editReport(text, report, after, schema);
      expect(parse(text, { schema: 'core' })).toEqual(JSON.parse(JSON.stringify(after)));
      report = after;
      holds(report, world.today);
      reached[report.status ?? ''] = (reached[report.status ?? ''] ?? 0) + 1;
    }
    for (const comment of comments) expect(text).toContain(comment);
    expect(assets.check('registers/nonconformity')?.(parse(text, { schema: 'core' }))).toBeNull();
  }), { numRuns: 400 });
  // The property is worth something only if lives reach every state.
  for (const state of ['accepted', 'planned', 'done', 'verified', 'closed', 'reopened']) expect(reached[state] ?? 0, state).toBeGreaterThan(10);
});

it('takes no step out of turn', () => {
  const world = { ...worldOf(project), today: '2004-12-31' };
  const states = { accept: ['open'], plan: ['accepted', 'reopened'], agree: ['planned'], extend: ['planned'], act: ['planned'], verify: ['done'], recheck: ['verified'], close: ['verified'], reopen: ['verified', 'closed'] } as const;
  for (const step of nonconformitySteps) {
    for (const status of ['open', 'accepted', 'planned', 'done', 'verified', 'closed', 'reopened']) {
      const report = { id: 'NC-1', status } as Nonconformity;
      const told = refusal(report, step, takeStep(report, step, {}, world), world).faults.some(({ args }) => 'wanted' in args);
      expect(told, `${step} from ${status}`).toBe(!(states[step] as readonly string[]).includes(status));
    }
  }
});
