import { describe, expect, it } from 'vitest';
import { openProject } from '#commands/workspace.ts';
import type { Outcome } from '#model/command.ts';
import { ncFigures } from '#views/nc-figures.ts';
import { selectReports } from '#views/nc-selection.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { judgeFiles } from '../memory.ts';

const report = (n: number, more: string): string => `kind: nonconformity\nid: NC-2004-00${n}\nsource: monitoring\nfact: { statement: 抽查10份，其中2份没有签字, where: 窗口, rule: 程序4.3 }\n${more}\n`;
const files = {
  'qms.yaml': 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\ntoday: "2004-12-31"\nnumbering: { nonconformity: "NC-{year}-{n:3}" }\n',
  'organization.yaml': `kind: organization
name: 某局
sites: [{ id: hall, name: 办事大厅 }]
units: [{ id: office, name: 办公室, block: support }, { id: window, name: 工商窗口, block: licensing, site: hall }]
people: [{ id: p1, name: 甲, unit: office }, { id: p2, name: 乙, unit: window }]
`,
  'nonconformities/NC-2004-001.yaml': report(1, 'unit: window\nclause: "8.2.4"\nitem: 8.2.4-a\ngrade: minor\nstatus: closed\nfound: { by: p1, on: 2004-03-01 }\ncause: { root: 规定没有排除, category: method }\nclosed: 2004-04-10'),
  'nonconformities/NC-2004-002.yaml': report(2, 'unit: window\nclause: "8.2.4"\nitem: 8.2.4-a\ngrade: major\nstatus: planned\nfound: { by: p1, on: 2004-11-01 }\nrepeats: NC-2004-001\ncause: { root: 系统没有拦截, category: equipment }\naction: { what: 改系统, owner: p2, planned: 2004-11-05, due: 2004-12-11, extended: [{ until: 2004-12-21, reason: 等待停机, by: p1, on: 2004-12-01 }] }'),
  'nonconformities/NC-2004-003.yaml': report(3, 'unit: office\nclause: "8.2.4"\nitem: 8.2.4-a\ngrade: minor\nstatus: done\nfound: { by: p1, on: 2004-12-01 }\ncause: { root: 没有核对步骤, category: method }\naction: { what: 加核对, owner: p1, planned: 2004-12-03, due: 2004-12-30, done: 2004-12-20, evidence: 记录 }'),
  'nonconformities/NC-2004-004.yaml': report(4, 'unit: office\nclause: "4.2.3"\ngrade: observation\nstatus: open\nfound: { by: p1, on: 2004-12-31 }'),
};
const env = memoryEnv(files);
const project = await openProject(env);

describe('nc list', () => {
  it('works out stage, delay and repeats', () => {
    expect(selectReports(project).map(({ report: { id }, stage: { state, next, due, daysOpen, daysInStage, daysOverdue }, repeats, elsewhere }) => [id, state, next, due, daysOpen, daysInStage, daysOverdue, repeats, elsewhere])).toEqual([
      ['NC-2004-001', 'closed', undefined, undefined, 40, 0, 0, [], []],
      ['NC-2004-002', 'planned', 'act', '2004-12-21', 60, 56, 10, ['NC-2004-001'], []],
      ['NC-2004-003', 'done', 'verify', '2004-12-27', 30, 11, 4, [], ['NC-2004-001', 'NC-2004-002']],
      ['NC-2004-004', 'open', 'accept', '2004-12-31', 0, 0, 0, [], []],
    ]);
  });

  it.each([
    [{ status: 'planned' }, '2'], [{ unit: 'office' }, '34'], [{ clause: '8' }, '123'], [{ clause: '8.2.4' }, '123'], [{ block: 'licensing' }, '12'], [{ grade: 'major' }, '2'], [{ overdue: true }, '23'], [{ open: true }, '234'], [{ audit: 'NS-1' }, ''], [{ unit: 'office', open: true, overdue: true }, '3'],
  ])('filters by %o', async (filter, left) => {
    const { text = '' } = await runCommand('nc list', env, [], { ...filter, format: 'csv' });
    expect([...new Set([...text.matchAll(/^NC-2004-00(\d),/gm)].map((match) => match[1]))].join('')).toBe(left);
  });
});

describe('nc report', () => {
  it('counts by clause, block, unit and cause, and reconciles', () => {
    const figures = ncFigures(project);
    expect(figures).toMatchObject({ total: 4, open: 3, late: 2, closed: 1, daysToClose: 40 });
    expect(figures.byClause).toEqual([{ key: '8.2.4', count: 3 }, { key: '4.2.3', count: 1 }]);
    expect(figures.byBlock).toEqual([{ key: 'licensing', count: 2 }, { key: 'support', count: 2 }]);
    expect(figures.byCause).toEqual([{ key: 'method', count: 2 }, { key: '', count: 1 }, { key: 'equipment', count: 1 }]);
    for (const shares of [figures.byClause, figures.byBlock, figures.byUnit, figures.byCause, figures.byGrade]) expect(shares.reduce((sum, { count }) => sum + count, 0)).toBe(figures.total);
    expect(figures.months.map(({ month, found, closed, open }) => [month, found, closed, open])).toEqual([['2004-03', 1, 0, 1], ['2004-04', 0, 1, 0], ['2004-05', 0, 0, 0], ['2004-06', 0, 0, 0], ['2004-07', 0, 0, 0], ['2004-08', 0, 0, 0], ['2004-09', 0, 0, 0], ['2004-10', 0, 0, 0], ['2004-11', 1, 0, 1], ['2004-12', 2, 0, 3]]);
    expect(figures.months.at(-1)?.open).toBe(figures.open);
  });

  it('draws in HTML, tabulates in text, in both languages', async () => {
    expect((await runCommand('nc report', env, [], { format: 'html' })).text?.match(/<svg/g)).toHaveLength(5);
    for (const locale of ['en', 'zh-CN'] as const) expect((await runCommand('nc report', memoryEnv(files, locale))).text).not.toMatch(/undefined|null|NaN|<svg/);
    expect((await runCommand('nc report', memoryEnv({ 'qms.yaml': files['qms.yaml'], 'organization.yaml': files['organization.yaml'] }))).text).toContain('报告总数');
  });
});

describe('nc show', () => {
  it('prints the report with site, extension and boxes ticked', async () => {
    const { text = '' } = await runCommand('nc show', env, ['NC-2004-002']);
    for (const words of ['办事大厅', '☑ 严重', '延至 2004-12-21，甲批准：等待停机', '重复', 'NC-2004-001', '效果复查', '机（设备、系统）']) expect(text).toContain(words);
    await expect(runCommand('nc show', env, ['NC-9'])).rejects.toMatchObject({ message: expect.stringContaining('There is no nonconformity report') });
  });
});

describe('at a terminal', () => {
  it('asks for what is missing, field by field, with choices where there are some', async () => {
    const asked: string[] = [];
    const answers: Record<string, string> = { 来源: 'complaint', 责任部门: 'office', 不符合的标准条款: '7.2.3', 严重程度: 'minor', 发现人: 'p1', '不符合事实（写明文件号或案号）': '受理号0312没有答复', 地点: '办公室', 违反的规定: '来访答复办法第三条' };
    const talking = { ...env, ask: async ({ text, choices, check }: { text: { 'zh-CN': string }; choices?: readonly { value: string }[]; check?(answer: string): unknown }) => {
      const label = text['zh-CN'].replace(/？$/, '');
      asked.push(label);
      const answer = answers[label] ?? '';
      expect(choices === undefined || choices.some(({ value }) => value === answer)).toBe(true);
      expect(check?.(answer)).toBeUndefined();
      return answer;
    } };
    const { artifacts } = await runCommand('nc open', talking);
    expect(asked).toEqual(Object.keys(answers));
    expect(artifacts?.[0]?.path).toBe('/w/nonconformities/NC-2004-005.yaml');
    expect(new TextDecoder().decode(artifacts?.[0]?.bytes)).toContain('clause: "7.2.3"');
  });
});

describe('names instead of ids', () => {
  it('takes a name that one alone bears, and no other', async () => {
    const by = (name: string): Promise<Outcome> => runCommand('nc accept', env, ['NC-2004-004'], { by: name });
    expect((await by('乙')).text).toMatch(/^\+accepted: \{ ?by: p2,/m);
    await expect(by('丙')).rejects.toMatchObject({ message: expect.stringContaining('{wrong}') });
    const twins = { ...files, 'organization.yaml': files['organization.yaml'].replace('name: 乙', 'name: 甲') };
    await expect(runCommand('nc accept', memoryEnv(twins), ['NC-2004-004'], { by: '甲' })).rejects.toMatchObject({ message: expect.stringContaining('{wrong}') });
  });
});

describe('files that resist', () => {
  it('edits no report that has faults an edit could lose', async () => {
    const broken = { ...files, 'nonconformities/NC-2004-004.yaml': `${files['nonconformities/NC-2004-004.yaml']}nonsense: 1\n` };
    expect((await judgeFiles(broken)).diagnostics.some(({ code }) => code.startsWith('load/'))).toBe(true);
    await expect(runCommand('nc accept', memoryEnv(broken), ['NC-2004-004'], { by: 'p1' })).rejects.toMatchObject({ message: expect.stringContaining('cannot be edited safely') });
  });

  it('takes no number that an unreadable file holds', async () => {
    const taken = { ...files, 'nonconformities/NC-2004-005.yaml': 'kind: [\n' };
    const { artifacts } = await runCommand('nc open', memoryEnv(taken), [], { source: 'complaint', unit: 'office', clause: '7.2.3', grade: 'minor', by: 'p1', fact: '受理号0312没有答复' });
    expect(artifacts?.[0]?.path).toBe('/w/nonconformities/NC-2004-006.yaml');
  });

  it('refuses a number that two reports carry', async () => {
    await expect(runCommand('nc close', memoryEnv({ ...files, 'again.yaml': files['nonconformities/NC-2004-001.yaml'] }), ['NC-2004-001'])).rejects.toMatchObject({ message: expect.stringContaining('is carried by') });
  });
});
