import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { proposeProgramme, type Proposal } from '#changes/audit/programme.ts';
import { lack, programmeText } from '#changes/audit/programme-text.ts';
import { coverage, gapStates } from '#model/audit-coverage.ts';
import { fileRules } from '#rules/index.ts';
import { linkFacts, openWorkspace, readFacts } from '#load/load.ts';
import type { Project } from '#model/project.ts';
import { assets, judgeFiles, memoryTree } from '../memory.ts';

const standard = assets.standard('iso9001-2000');
if (!standard) throw new Error('no standard');
const auditable = standard.clauses.filter((clause) => clause.auditable).map(({ number }) => number);
const excludable = standard.clauses.filter((clause) => clause.auditable && clause.excludable).map(({ number }) => number);
const blocks = standard.blocks.map(({ id }) => id);

interface World { readonly files: Record<string, string>; readonly units: { id: string; block?: string; blocks?: string[] }[]; readonly duties: { clause: string; lead: string[]; related: string[] }[]; readonly excluded: string[]; readonly people: { id: string; name: string; unit: string; qualifications?: { kind: string; from: string; until?: string }[] }[]; readonly top: string | undefined }

/** Organizations of up to 40 units: any blocks, kinds and parents, any responsibilities and exclusions, few or many auditors. */
const worlds: fc.Arbitrary<World> = fc.integer({ min: 1, max: 40 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, at) => `u${at}`);
  const unitId = fc.constantFrom(...ids);
  const some = fc.subarray(ids, { maxLength: Math.min(count, 8) });
  const unit = (id: string, at: number): fc.Arbitrary<World['units'][number]> => fc.record({
    id: fc.constant(id), name: fc.constant(`部门${at}`), block: fc.constantFrom(...blocks), blocks: fc.subarray(blocks), kind: fc.constantFrom('office', 'division', 'district-bureau', 'station', 'centre', ...(at === 0 ? ['leadership'] : [])),
    ...(at > 0 ? { parent: fc.constantFrom(...ids.slice(0, at)) } : {}), site: fc.constantFrom('s1', 's2', 's3'),
  }, { requiredKeys: ['id', 'name'] as never });
  return fc.record({
    units: fc.tuple(...ids.map(unit)),
    duties: fc.subarray(auditable).chain((clauses) => fc.tuple(...clauses.map((clause) => fc.record({ clause: fc.constant(clause), lead: some, related: some })))),
    excluded: fc.subarray(excludable, { maxLength: 6 }),
    people: fc.array(fc.record({ unit: unitId, kind: fc.constantFrom('internal-auditor', 'lead-auditor', ''), until: fc.constantFrom('2004-06-30', '2005-06-30', '2007-03-25', '') }), { maxLength: 12 }),
    processes: fc.array(fc.record({ owner: unitId, clauses: fc.subarray(auditable, { maxLength: 3 }), type: fc.constantFrom('core', 'support', 'management'), block: fc.constantFrom(...blocks) }), { maxLength: 12 }),
    top: fc.option(unitId, { nil: undefined }), trouble: fc.array(fc.record({ unit: unitId, grade: fc.constantFrom('major', 'minor'), clause: fc.constantFrom(...auditable) }), { maxLength: 5 }),
  }).map(({ units, duties, excluded, people, processes, top, trouble }): World => {
    const persons = people.map(({ unit: home, kind, until }, at) => ({ id: `p${at}`, name: `人员${at}`, unit: home, ...(kind === '' ? {} : { qualifications: [{ kind, from: '2004-01-01', ...(until === '' ? {} : { until }) }] }) }));
    const register = (kind: string, data: object): string => stringify({ kind, ...data });
    return {
      units, duties, excluded, people: persons, top,
      files: {
        'qms.yaml': register('workspace', { standard: 'iso9001-2000', language: 'zh-CN', organization: '某局', numbering: { audit: 'NS-{year}-{n:2}' } }),
        'organization.yaml': register('organization', { name: '某局', ...(top === undefined ? {} : { top_management: 'boss' }), units, posts: top === undefined ? [] : [{ id: 'boss', name: '局长', unit: top }], people: persons, sites: ['s1', 's2', 's3'].map((id) => ({ id, name: id })) }),
        'responsibilities.yaml': register('responsibilities', { clauses: duties }),
        'exclusions.yaml': register('exclusions', { exclusions: excluded.map((clause) => ({ clause, justification: '本局没有此项活动，经逐项核对确认不影响提供合格服务的能力和责任。' })) }),
        'processes.yaml': register('processes', { processes: processes.map((process, at) => ({ id: `PR${at}`, name: `过程${at}`, ...process })) }),
        ...Object.fromEntries(trouble.map((one, at) => [`nc-${at}.yaml`, register('nonconformity', { id: `NC-2004-00${at}`, source: 'monitoring', ...one, found: { by: 'boss', on: '2004-11-01' } })])),
      },
    };
  });
});

async function projectOf(files: Record<string, string>, day = '2004-12-31'): Promise<Project> {
  const tree = memoryTree(files);
  const reading = await openWorkspace(tree, assets, fileRules);
  const { project } = linkFacts(readFacts(tree, reading), reading, day);
  if (!project) throw new Error('no project');
  return project;
}

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
      expect(coverage(project, '2005', planned(proposal)).cells.filter(({ state }) => gapStates.has(state))).toEqual([]);
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
    }), { numRuns: 120 });
  });

  test('is a register that no rule complains about', async () => {
    await fc.assert(fc.asyncProperty(worlds, async (world) => {
      const project = await projectOf(world.files);
      const proposal = proposeProgramme(project, { year: '2005', seed: '1' });
      const text = programmeText(proposal, project);
      const { diagnostics } = await judgeFiles({ ...world.files, 'audits/2005/programme.yaml': text }, '2004-12-31');
      // Where nobody can lead, the standard's demand for a leader is rightly found unmet.
      const manned = proposal.audits.every(({ crew }) => crew.leader !== undefined);
      expect(diagnostics.filter(({ code, at }) => code.startsWith('audit/') || (at.path === 'audits/2005/programme.yaml' && (manned || code !== 'clause/unmet'))).map(({ code, args }) => ({ code, args }))).toEqual([]);
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
