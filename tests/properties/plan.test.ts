import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposePlan } from '#changes/audit/plan.ts';
import { planText } from '#changes/audit/plan-text.ts';
import { proposeProgramme } from '#changes/audit/programme.ts';
import { programmeText } from '#changes/audit/programme-text.ts';
import { judgeFiles } from '../memory.ts';
import { projectOf, worlds } from './worlds.ts';

const rulesOfPlans = new Set(['audit/own-work', 'audit/unqualified', 'audit/plan-gap', 'audit/double-booked', 'audit/plan-late']);

test('plans of a proposed programme: independent, qualified, nobody in two places, nothing left out; open seats only where nobody may go', async () => {
  await fc.assert(fc.asyncProperty(worlds, async (world) => {
    const programme = programmeText(proposeProgramme(await projectOf(world.files), { year: '2005', seed: '1' }), await projectOf(world.files));
    const files = { ...world.files, 'audits/2005/programme.yaml': programme };
    const project = await projectOf(files);
    const plans = project.registers.audits.filter(({ path }) => path.startsWith('audits/2005/')).map(({ value }) => proposePlan(project, value));
    const home = new Map(world.people.map(({ id, unit }) => [id, unit]));
    for (const { timetable, leader, team, audit } of plans) {
      for (const { on, auditors, unit, others } of timetable) {
        expect([1, 2, 3, 4, 5]).toContain(new Date(on).getUTCDay());
        for (const person of auditors) expect(home.get(person)).not.toBe(unit);
        expect(auditors.length > 0).toBe(others === undefined);
        // Every audit is manned by people of other units: a seat stays open only for want of a person, or because of a process.
        if (others !== undefined && team.some((person) => home.get(person) !== unit)) expect(audit.processes).toBeDefined();
        if (unit === world.top && auditors.length > 0 && leader !== undefined && auditors.includes(leader) && team.length > 1) expect(auditors.length).toBeGreaterThan(1);
      }
    }
    const { diagnostics } = await judgeFiles({ ...files, ...Object.fromEntries(plans.map((plan) => [`audits/2005/${plan.audit.id}-plan.yaml`, planText(plan, project)])) }, '2004-12-31');
    const told = diagnostics.filter(({ code, at }) => at.path.startsWith('audits/2005/') && (rulesOfPlans.has(code) || at.path.endsWith('-plan.yaml')));
    // Audits of one week can share people; then the plans say so. Within a plan nobody is in two places.
    expect(told.filter(({ code, message }) => code !== 'audit/double-booked' && message !== 'unmanned').map(({ code, args }) => ({ code, args }))).toEqual([]);
    expect(told.filter(({ message }) => message === 'unmanned')).toHaveLength(plans.flatMap(({ timetable }) => timetable).filter(({ others }) => others !== undefined).length);
    for (const { timetable } of plans) {
      const seats = timetable.flatMap(({ on, from, auditors }) => auditors.map((person) => `${on} ${from} ${person}`));
      expect(new Set(seats).size).toBe(seats.length);
      const asked = timetable.filter(({ interviewee }) => interviewee !== undefined).map(({ on, from, unit, interviewee }) => `${on} ${from} ${unit} ${interviewee}`);
      expect(new Set(asked).size).toBe(asked.length);
    }
  }), { numRuns: 40 });
});
