import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { proposeProgramme, type Proposal } from '#changes/audit/programme.ts';
import { lack, programmeText } from '#changes/audit/programme-text.ts';
import { coverage, gapStates } from '#model/audit-coverage.ts';
import { judgeFiles } from '../memory.ts';
import { auditable, blocks, projectOf, standard, worlds, type World } from './worlds.ts';

/** What is applicable, told anew from the files and not by the code that is tested. */
function* applicable({ units, duties, excluded, top }: World): Generator<{ unit: string; clause: string; block: string }> {
  for (const unit of units) {
    for (const clause of auditable.filter((number) => !excluded.includes(number))) {
      const duty = duties.find((one) => one.clause === clause);
      const asked = duty?.lead.includes(unit.id) || duty?.related.includes(unit.id) || standard?.auditing.common.includes(clause)
        || (unit.id === top && standard?.auditing.top_management.includes(clause)) || (unit.id === (top ?? 'u0') && !duty?.lead.length && !duty?.related.length);
      const own = [...new Set([...(unit.block ? [unit.block] : []), ...(unit.blocks ?? [])])];
      if (asked) for (const block of own.length > 0 ? own : ['']) yield { unit: unit.id, clause, block };
    }
  }
}

function qualifiedOn({ people }: World, day: string, kinds: readonly string[]): string[] {
  return people.filter(({ qualifications }) => qualifications?.some(({ kind, from, until }) => kinds.includes(kind) && from <= day && (until === undefined || until >= day))).map(({ id }) => id);
}

describe('a proposed programme', () => {
  test('covers all that is applicable, sends nobody to the own unit, names where there is nobody, and is the same every time', async () => {
    await fc.assert(fc.asyncProperty(worlds, async (world) => {
      const project = await projectOf(world.files);
      const proposal = proposeProgramme(project, { year: '2005', seed: '1' });
      covers(world, proposal);
      expect(coverage(project, '2005', [...project.registers.audits.map(({ value }) => value), ...planned(proposal)]).cells.filter(({ state }) => gapStates.has(state))).toEqual([]);
      const home = new Map(world.people.map(({ id, unit }) => [id, unit]));
      const leading = world.people.some(({ qualifications }) => qualifications?.some(({ kind }) => kind === 'lead-auditor')) ? ['lead-auditor'] : ['internal-auditor', 'lead-auditor'];
      for (const audit of proposal.audits) {
        const { planned: day, units, crew } = audit;
        expect(day.slice(0, 4)).toBe('2005');
        expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay());
        const team = [...(crew.leader === undefined ? [] : [crew.leader]), ...crew.team];
        expect(new Set(team).size).toBe(team.length);
        for (const person of team) {
          expect(units).not.toContain(home.get(person));
          expect(qualifiedOn(world, day, ['internal-auditor', 'lead-auditor'])).toContain(person);
        }
        const couldLead = qualifiedOn(world, day, leading);
        if (crew.leader !== undefined) expect(couldLead).toContain(crew.leader);
        else {
          expect(units).toHaveLength(1);
          expect(couldLead.filter((person) => home.get(person) !== units[0])).toEqual([]);
          const said = lack(audit, project)?.['zh-CN'] ?? '';
          expect(said).toContain(`部门${units[0]?.slice(1)}`);
          for (const person of couldLead) expect(said).toContain(`人员${person.slice(1)}`);
        }
      }
      expect(proposeProgramme(await projectOf(world.files), { year: '2005', seed: '1' })).toEqual(proposal);
    }), { numRuns: 60 });
  });

  test('is a register that no rule complains about', async () => {
    await fc.assert(fc.asyncProperty(worlds, async (world) => {
      const project = await projectOf(world.files);
      const proposal = proposeProgramme(project, { year: '2005', seed: '1' });
      const text = programmeText(proposal, project);
      const { diagnostics } = await judgeFiles({ ...world.files, 'audits/2005/programme.yaml': text }, '2004-12-31');
      // Where nobody can lead, the standard's demand for a leader is rightly found unmet.
      const manned = proposal.audits.every(({ crew }) => crew.leader !== undefined);
      expect(diagnostics.filter(({ code, at }) => at.path === 'audits/2005/programme.yaml' && (manned || code !== 'clause/unmet')).map(({ code, args }) => ({ code, args }))).toEqual([]);
    }), { numRuns: 40 });
  });

  test('visits √n of the sites by seed, and the rest is stood for', async () => {
    const sites = Array.from({ length: 25 }, (_, at) => ({ id: `d${at}`, name: `第${at}分局`, kind: 'district-bureau', block: 'licensing' }));
    const files = {
      'qms.yaml': stringify({ kind: 'workspace', standard: 'iso9001-2000', language: 'zh-CN', organization: '某局' }),
      'organization.yaml': stringify({ kind: 'organization', name: '某局', units: [{ id: 'office', name: '办公室' }, ...sites], people: [{ id: 'p1', name: '甲', unit: 'office', qualifications: [{ kind: 'lead-auditor' }] }, { id: 'p2', name: '乙', unit: 'd3', qualifications: [{ kind: 'lead-auditor' }] }] }),
    };
    const project = await projectOf(files);
    const drawn = (sample: string, seed: string): string[] => proposeProgramme(project, { year: '2005', sample, seed }).draw?.drawn.slice() ?? [];
    expect(drawn('sqrt', '1')).toHaveLength(5);
    expect(drawn('surveillance', '1')).toHaveLength(3);
    expect(drawn('renewal', '1')).toHaveLength(4);
    expect(drawn('sqrt', '1')).toEqual(drawn('sqrt', '1'));
    expect(new Set(['1', '2', '3', '4', '5', '6'].map((seed) => drawn('sqrt', seed).join())).size).toBeGreaterThan(4);
    const proposal = proposeProgramme(project, { year: '2005', sample: 'sqrt', seed: '1' });
    expect(proposal.audits.flatMap(({ units }) => units)).toEqual(expect.arrayContaining(['office', ...drawn('sqrt', '1')]));
    const written = await projectOf({ ...files, 'programme.yaml': programmeText(proposal, project) });
    const { cells } = coverage(written, '2005');
    expect(cells.filter(({ state }) => gapStates.has(state))).toEqual([]);
    expect(new Set(cells.filter(({ state }) => state === 'sampled').map(({ unit }) => unit)).size).toBe(20);
  });
});

function planned({ audits }: Proposal): { id: string; planned: string; units: readonly string[]; clauses: readonly string[]; blocks?: readonly string[] }[] {
  return audits.map(({ id, planned: day, units, clauses, blocks: own }) => ({ id, planned: day, units, clauses, ...(own.length > 0 ? { blocks: own } : {}) }));
}

function covers(world: World, { audits }: Proposal): void {
  const reached = new Set(audits.flatMap(({ units, clauses, blocks: own }) => units.flatMap((unit) => clauses.flatMap((clause) => ['', ...(own.length > 0 ? own : blocks)].map((block) => `${unit} ${clause} ${block}`)))));
  expect([...applicable(world)].map(({ unit, clause, block }) => `${unit} ${clause} ${block}`).filter((cell) => !reached.has(cell))).toEqual([]);
}
