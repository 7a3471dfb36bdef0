import fc from 'fast-check';
import { stringify } from 'yaml';
import { linkFacts, openWorkspace, readFacts } from '#load/load.ts';
import type { Standard } from '#model/standard.ts';
import type { Project } from '#model/project.ts';
import { fileRules } from '#rules/index.ts';
import { assets, memoryTree } from '../memory.ts';

export const standard: Standard | undefined = assets.standard('iso9001-2000');
const pack = standard?.clauses ?? [];
export const auditable: string[] = pack.filter((clause) => clause.auditable).map(({ number }) => number);
const excludable = pack.filter((clause) => clause.auditable && clause.excludable).map(({ number }) => number);
export const blocks: string[] = (standard?.blocks ?? []).map(({ id }) => id);

export interface World { readonly files: Record<string, string>; readonly units: { id: string; block?: string; blocks?: string[] }[]; readonly duties: { clause: string; lead: string[]; related: string[] }[]; readonly excluded: string[]; readonly people: { id: string; name: string; unit: string; qualifications?: { kind: string; from: string; until?: string }[] }[]; readonly top: string | undefined }

/** Organizations of up to 40 units: any blocks, kinds and parents, any responsibilities and exclusions, few or many auditors, audits of the year before or none. */
export const worlds: fc.Arbitrary<World> = fc.integer({ min: 1, max: 40 }).chain((count) => {
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
    history: fc.array(fc.record({ month: fc.integer({ min: 2, max: 12 }), day: fc.integer({ min: 1, max: 28 }), units: fc.subarray(ids, { minLength: 1 }) }), { maxLength: 3 }),
  }).map(({ units, duties, excluded, people, processes, top, trouble, history }): World => {
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
        ...(history.length === 0 ? {} : { 'audits/2004/programme.yaml': register('audit-programme', { year: '2004', audits: history.map(({ month, day, units: seen }, at) => {
          const on = `2004-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          return { id: `NS-2004-0${at + 1}`, planned: on, held: on, status: 'held', units: seen, clauses: ['4', '5', '6', '7', '8'] };
        }) }) }),
        ...Object.fromEntries(trouble.map((one, at) => [`nc-${at}.yaml`, register('nonconformity', { id: `NC-2004-00${at}`, source: 'monitoring', ...one, found: { by: 'boss', on: '2004-11-01' } })])),
      },
    };
  });
});

export async function projectOf(files: Record<string, string>, day = '2004-12-31'): Promise<Project> {
  const tree = memoryTree(files);
  const reading = await openWorkspace(tree, assets, fileRules);
  const { project } = linkFacts(readFacts(tree, reading), reading, day);
  if (!project) throw new Error('no project');
  return project;
}
