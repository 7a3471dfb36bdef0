import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { openProject } from '#commands/workspace.ts';
import type { Outcome } from '#model/command.ts';
import { reviewSources } from '#views/review-sources.ts';
import { reviewPack } from '#views/review.ts';
import { memoryEnv, runCommand } from '../env.ts';

const files = {
  'qms.yaml': 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\ntoday: "2004-12-20"\n',
  'organization.yaml': `kind: organization
name: 某局
top_management: director
units: [{ id: leadership, name: 局领导, block: top, kind: leadership }, { id: office, name: 办公室, block: support }]
posts: [{ id: director, name: 局长, unit: leadership }]
people: [{ id: p1, name: 甲, unit: leadership, posts: [director], since: "2004-02-01" }]
`,
  'programme.yaml': 'kind: audit-programme\nyear: "2004"\naudits: [{ id: NS-2004-01, planned: 2004-10-11, held: 2004-10-11, units: [office] }, { id: NS-2004-02, planned: 2004-11-11, held: 2004-11-11, units: [office] }]\n',
  'report.yaml': 'kind: audit-report\naudit: NS-2004-01\nfindings: [{ id: F1, grade: observation, fact: 公示栏未更新 }]\nconclusion: { effectiveness: 改进机制在起作用。 }\nrecommendations: [统一公示栏更换日期]\nprepared: { by: p1, on: 2004-10-20 }\n',
  'nc.yaml': 'kind: nonconformity\nid: NC-2004-001\nsource: audit\naudit: NS-2004-01\nunit: office\nclause: "4.2.3"\ngrade: minor\nstatus: accepted\nfound: { by: p1, on: 2004-10-11 }\naccepted: { by: p1, on: 2004-10-11 }\nfact: { statement: 窗口有2份旧表 }\n',
  'surveys.yaml': 'kind: surveys\nsurveys: [{ id: DC-01, name: 问卷, period: "2004-Q4", valid: 200, satisfied: 188, on: 2004-12-10, result: 意见集中在等候时间 }]\n',
  'objectives.yaml': 'kind: objectives\nobjectives: [{ id: MB-01, statement: 按期率不低于95%, unit: "%", target: 95, direction: at-least, period: month, from: 2004-10-01, owner: office }]\n',
  'measurements.yaml': 'kind: measurements\nmeasurements: [{ objective: MB-01, period: "2004-10", value: 93 }, { objective: MB-01, period: "2004-11", value: 96 }]\n',
  'reviews/MR-2003-01.yaml': `kind: management-review
id: MR-2003-01
year: "2003"
held: 2003-12-20
decisions:
  - { id: D1, item: 5.6.3-a, decision: 补编指导书, owner: office, due: 2004-06-30 }
  - { id: D2, item: 5.6.3-b, decision: 缩短等候, owner: office, due: 2005-06-30 }
  - { id: D3, item: 5.6.3-c, decision: 增配人员, owner: office, due: 2004-06-30, done: 2004-06-01 }
  - { id: D4, item: 5.6.3-c, decision: 追加经费, owner: office, due: 2004-06-30, done: 2004-06-01, verified: { by: p1, on: 2004-06-10 } }
`,
};
const project = await openProject(memoryEnv(files));
const pack = reviewPack(project, '2004');

describe('the input pack', () => {
  it('asks for the inputs of the standard pack, each with its sources or flagged missing', () => {
    expect(pack.inputs.map(({ item }) => item)).toEqual(project.standard.review.inputs.map(({ item }) => item));
    expect(pack.inputs.map(({ missing }) => missing)).toEqual([false, false, false, false, false, false, false]);
    const bare = reviewPack({ ...project, registers: Object.fromEntries(Object.keys(project.registers).map((key) => [key, []])) as never, documents: [] }, '2004');
    expect(bare.inputs.every(({ missing, facts }) => missing && facts.length === 0)).toBe(true);
  });

  it('knows every source that the standard pack names, and the pack names every source', () => {
    const named = project.standard.review.inputs.flatMap(({ from = [] }) => from);
    expect([...named].sort()).toEqual(Object.keys(reviewSources).sort());
  });

  it('says what the registers show', () => {
    const said = pack.inputs.map(({ facts }) => facts.map((fact) => fact['zh-CN']).join(''));
    expect(said[0]).toBe('进行内部审核2次，覆盖1个部门；严重不符合0项，一般不符合1项，观察项1项。尚无内审报告的审核：NS-2004-02。NS-2004-01结论：改进机制在起作用。');
    expect(said[1]).toContain('满意率94%');
    expect(said[2]).toContain('2004-10 为93%，未达标，没有登记措施');
    expect(said[3]).toContain('NC-2004-001（办公室）：已确认，下一步分析原因、制定措施（期限 2004-10-18）');
    expect(said[4]).toContain('作出决定4项：已完成2项（其中已验证1项），进行中1项，逾期1项');
    expect(said[6]).toContain('统一公示栏更换日期');
    for (const { facts } of pack.inputs) for (const { en } of facts) expect(en).not.toMatch(/undefined|null|NaN/);
  });

  it('follows up the last review from the day after it', () => {
    expect(pack.span).toEqual({ from: '2003-12-21', until: '2004-12-20' });
    expect(pack.previous?.decisions.map(({ state, daysLate }) => [state, daysLate])).toEqual([['overdue', 173], ['open', 0], ['done', 0], ['verified', 0]]);
  });
});

describe('qms review', () => {
  it('prints in every format and language', async () => {
    for (const format of ['text', 'md', 'html']) {
      for (const locale of ['en', 'zh-CN'] as const) {
        const { text = '' } = await runCommand('review', memoryEnv(files, locale), ['2004'], { format });
        expect(text).toContain('MR-2003-01');
        expect(text).not.toMatch(/undefined|\bnull\b|NaN/);
      }
    }
    expect(JSON.parse((await runCommand('review', memoryEnv(files), ['2004'], { format: 'json' })).text ?? '')).toMatchObject({ year: '2004', review: null });
  });

  it('flags what is missing and says where it usually comes from', async () => {
    const { 'surveys.yaml': _, ...without } = files;
    expect((await runCommand('review', memoryEnv(without), ['2004'])).text).toMatch(/缺少：工作区没有这项输入的资料。通常来自：问卷调查/);
  });

  it('proposes the register of a review that holds its schema and its number', async () => {
    const { artifacts, numbered } = await runCommand('review', memoryEnv(files), ['2004'], { propose: true, planned: '2004-12-24' });
    expect(artifacts?.[0]).toMatchObject({ path: '/w/reviews/MR-2004-01.yaml', exclusive: true });
    expect(numbered).toBe(true);
    const draft = parse(new TextDecoder().decode(artifacts?.[0]?.bytes), { schema: 'core' });
    expect(draft).toMatchObject({ id: 'MR-2004-01', year: '2004', planned: '2004-12-24', chair: 'director', previous: 'MR-2003-01', decisions: [] });
    expect(draft.inputs).toHaveLength(7);
    expect(draft.inputs[1].summary).toContain('94%');
  });

  it('refuses a year that is none, and a second draft', async () => {
    await expect(runCommand('review', memoryEnv(files), ['04'])).rejects.toMatchObject({ message: expect.stringContaining('is no year') });
    const planned = { ...files, 'reviews/MR-2004-01.yaml': 'kind: management-review\nid: MR-2004-01\nyear: "2004"\nplanned: 2004-12-24\n' };
    await expect(runCommand('review', memoryEnv(planned), ['2004'], { propose: true })).rejects.toMatchObject({ message: expect.stringContaining('not held yet') });
  });
});

describe('qms review follow', () => {
  const follow = (options: Record<string, unknown>, id = 'D1'): Promise<Outcome> => runCommand('review follow', memoryEnv(files), [id], options);
  const written = ({ artifacts }: Outcome): { decisions: Record<string, unknown>[] } => parse(new TextDecoder().decode(artifacts?.[0]?.bytes), { schema: 'core' });

  it('records completion with evidence, then verification by another unit', async () => {
    const done = await follow({ done: '2004-12-15', evidence: '指导书三份' });
    expect(written(done).decisions[0]).toMatchObject({ done: '2004-12-15', evidence: '指导书三份' });
    expect(written(done).decisions.slice(1)).toEqual(parse(files['reviews/MR-2003-01.yaml'], { schema: 'core' }).decisions.slice(1));
    const both = await follow({ done: '2004-12-15', evidence: '指导书三份', verifiedBy: 'p1' });
    expect(written(both).decisions[0]).toMatchObject({ verified: { by: 'p1', on: '2004-12-20' } });
  });

  it.each([
    ['no such decision', { done: '2004-12-15', evidence: 'x' }, 'There is no decision', 'D9'], ['nothing given', {}, 'Nothing to record', 'D1'], ['no evidence', { done: '2004-12-15' }, 'still lacks', 'D1'], ['tomorrow', { done: '2004-12-21', evidence: 'x' }, '--{flag}', 'D1'],
    ['verified before it was done', { done: '2004-12-15', evidence: 'x', verifiedBy: 'p1', on: '2004-12-01' }, 'lies before', 'D1'], ['verified before anything was done', { verifiedBy: 'p1' }, 'still lacks', 'D1'], ['verified by nobody', { done: '2004-12-15', evidence: 'x', verifiedBy: 'p9' }, 'there is no person', 'D1'],
  ])('refuses %s', async (_, options, words, id) => {
    await expect(follow(options, id)).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(words) });
  });

  it('refuses a verifier of the unit that did it', async () => {
    const own = { ...files, 'reviews/MR-2003-01.yaml': files['reviews/MR-2003-01.yaml'].replaceAll('owner: office', 'owner: leadership') };
    await expect(runCommand('review follow', memoryEnv(own), ['D1'], { done: '2004-12-15', evidence: 'x', verifiedBy: 'p1' })).rejects.toMatchObject({ message: expect.stringContaining('may not verify') });
  });
});
