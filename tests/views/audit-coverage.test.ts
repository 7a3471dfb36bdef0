import { expect, test } from 'vitest';
import { proposeProgramme } from '#changes/audit/programme.ts';
import { coverage, type CellState } from '#model/audit-coverage.ts';
import { askedEverywhere, auditingOf } from '#model/audit-scope.ts';
import { unitWeights } from '#model/audit-weight.ts';
import type { Project } from '#model/project.ts';
import { eligible } from '#model/auditors.ts';
import { projectOf } from '../properties/worlds.ts';

const base = {
  'qms.yaml': 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\n',
  'organization.yaml': `
kind: organization
name: 某局
top_management: director
units:
  - { id: leadership, name: 局领导, block: top, kind: leadership }
  - { id: legal, name: 法制处, block: enforcement, blocks: [consumer], parent: leadership, site: hq }
  - { id: files, name: 案卷室, block: enforcement, parent: legal, site: hq }
  - { id: station, name: 第一工商所, block: enforcement, parent: legal, site: s1 }
sites: [{ id: hq, name: 机关 }, { id: s1, name: 工商所 }]
posts: [{ id: director, name: 局长, unit: leadership }]
people:
  - { id: p1, name: 甲, unit: legal, qualifications: [{ kind: lead-auditor, until: 2005-06-30 }] }
  - { id: p2, name: 乙, unit: leadership, qualifications: [{ kind: internal-auditor }] }
`,
  'responsibilities.yaml': 'kind: responsibilities\nclauses:\n  - { clause: "8.3", lead: [legal], related: [station] }\n  - { clause: "7", related: [legal] }\n',
  'exclusions.yaml': 'kind: exclusions\nexclusions: [{ clause: "7.6", justification: 没有测量装置 }]\n',
};

async function open(more: Record<string, string>, today = '2004-12-31'): Promise<Project> {
  return projectOf({ ...base, ...more }, today);
}
const programme = (year: string, audits: string, more = ''): Record<string, string> => ({ [`audits/${year}/programme.yaml`]: `kind: audit-programme\nyear: "${year}"\n${more}audits:\n${audits}` });
const all = 'clauses: ["4", "5", "6", "7", "8"]';

function states(project: Project, year: string): Record<string, CellState[]> {
  const cells = coverage(project, year).cells;
  return Object.fromEntries([...Map.groupBy(cells, ({ unit }) => unit)].map(([unit, own]) => [unit, [...new Set(own.map(({ state }) => state))].sort()]));
}

test('asked is what a unit leads, is related to, the common clauses, the top’s own, and at the top what nobody was named for', async () => {
  const project = await open({});
  const asked = Map.groupBy(askedEverywhere(project), ({ unit }) => unit);
  const reasons = (unit: string): Record<string, string> => Object.fromEntries((asked.get(unit) ?? []).map(({ clause, reason }) => [clause, reason]));
  expect(Object.keys(reasons('files'))).toEqual(auditingOf(project).common);
  expect(reasons('station')).toMatchObject({ '8.3': 'related', '4.2.3': 'common' });
  expect(reasons('legal')).toMatchObject({ '8.3': 'lead', '7.5.1': 'related', '5.3': 'common' });
  expect(reasons('legal')['7.6']).toBeUndefined();
  expect(reasons('leadership')).toMatchObject({ '5.1': 'top', '5.3': 'common', '8.2.2': 'nobody' });
  expect(reasons('leadership')['8.3']).toBeUndefined();
  expect(asked.get('legal')?.[0]?.blocks).toEqual(['enforcement', 'consumer']);
});

test('a workspace sets its own common clauses', async () => {
  const project = await open({ 'qms.yaml': `${base['qms.yaml']}auditing: { common: ["8.4"], weight: { open: 0 } }\n` });
  expect(askedEverywhere(project).filter(({ unit }) => unit === 'files').map(({ clause }) => clause)).toEqual(['8.4']);
  expect(auditingOf(project).weight).toMatchObject({ open: 0, start: 1 });
});

test('held, planned, late, missed, open, and nothing of a unit at another site by way of the one above', async () => {
  const held = programme('2004', `  - { id: A1, planned: 2004-03-01, held: 2004-03-01, units: [leadership, legal, station], ${all} }\n`);
  expect(states(await open(held), '2004')).toEqual({ leadership: ['held'], legal: ['held'], files: ['held'], station: ['held'] });
  const bare = programme('2004', `  - { id: A1, planned: 2004-03-01, held: 2004-03-01, units: [leadership, legal], ${all} }\n`);
  expect(states(await open(bare), '2004')['station']).toEqual(['open']);
  const next = (day: string): Record<string, string> => ({ ...held, ...programme('2005', `  - { id: A2, planned: ${day}, units: [leadership, legal, station], ${all} }\n`) });
  expect(states(await open(next('2005-03-01')), '2005')['legal']).toEqual(['planned']);
  expect(states(await open(next('2005-03-02')), '2005')['legal']).toEqual(['late']);
  expect(states(await open(next('2005-02-01'), '2005-02-10'), '2005')['legal']).toEqual(['missed']);
  expect(states(await open({ ...held, ...programme('2005', `  - { id: A2, planned: 2005-02-01, units: [legal], ${all}, status: cancelled }\n`) }), '2005')['legal']).toEqual(['open']);
});

test('days are counted to the end of the interval, and a longer interval waits', async () => {
  const held = programme('2004', `  - { id: A1, planned: 2004-03-01, held: 2004-03-01, units: [leadership, legal, station], ${all} }\n`);
  const [cell] = coverage(await open(held, '2005-02-01'), '2005').cells;
  expect(cell).toMatchObject({ state: 'open', last: '2004-03-01', due: '2005-03-01', days: 28 });
  expect(coverage(await open(held, '2005-03-11'), '2005').cells[0]?.days).toBe(-10);
  const long = { ...held, ...programme('2005', '  []\n', 'interval_months: 24\n') };
  expect(states(await open(long), '2005')['legal']).toEqual(['waits']);
});

test('a programme reckons with what earlier years still have to come', async () => {
  const held = programme('2004', `  - { id: A1, planned: 2004-03-01, held: 2004-03-01, units: [leadership, legal, station], ${all} }\n`);
  const project = await open({ ...held, ...programme('2005', `  - { id: A2, planned: 2005-02-21, units: [leadership, legal, station], ${all} }\n`) });
  expect(coverage(project, '2006').cells[0]).toMatchObject({ state: 'open', last: '2005-02-21', due: '2006-02-21' });
  const { audits } = proposeProgramme(project, { year: '2006', seed: '1' });
  expect(audits.map(({ planned }) => planned).every((day) => day >= '2006-01-02' && day <= '2006-02-21')).toBe(true);
});

test('a block that the audit does not name is not covered', async () => {
  const project = await open(programme('2004', `  - { id: A1, planned: 2004-03-01, held: 2004-03-01, units: [leadership, legal, station], blocks: [top, enforcement], ${all} }\n`));
  const cells = coverage(project, '2004').cells.filter(({ unit }) => unit === 'legal');
  expect(new Set(cells.filter(({ state }) => state === 'open').map(({ block }) => block))).toEqual(new Set(['consumer']));
});

test('weights follow importance, change and results, each with its reason', async () => {
  const project = await open({
    ...programme('2004', `  - { id: A1, planned: 2004-03-01, held: 2004-03-01, units: [leadership, legal], processes: [EP01], ${all} }\n`),
    'processes.yaml': 'kind: processes\nprocesses: [{ id: EP01, name: 办案, block: enforcement, type: core, owner: legal }, { id: EP02, name: 核审, block: enforcement, type: core, owner: legal }]\n',
    'nc-1.yaml': 'kind: nonconformity\nid: NC-1\nsource: complaint\nunit: legal\nclause: "8.3"\ngrade: major\nstatus: open\nfound: { by: p2, on: 2004-05-01 }\n',
    'nc-2.yaml': 'kind: nonconformity\nid: NC-2\nsource: audit\naudit: A1\nunit: legal\nclause: "8.3"\ngrade: minor\nstatus: closed\nfound: { by: p2, on: 2004-06-01 }\nclosed: 2004-07-01\n',
    'QP-01.md': '---\ntype: procedure\nid: AB/QP-01\ntitle: 办案程序\nrevision: A/1\nstatus: effective\nowner: legal\neffective: 2004-08-01\n---\n',
  });
  const legal = unitWeights(project, '2004-12-31').find(({ unit }) => unit === 'legal');
  expect(legal?.factors.map(({ kind }) => kind)).toEqual(['serves', 'changed', 'results', 'complaints', 'open']);
  expect(legal?.weight).toBe(5);
  const said = legal?.factors.flatMap(({ why }) => why.map((text) => text['zh-CN'])).join('\n') ?? '';
  for (const words of ['EP01、EP02', 'AB/QP-01', 'EP02', '严重不符合：NC-1', '重复发生：NC-2', '尚未关闭的不符合：NC-1']) expect(said).toContain(words);
  expect(unitWeights(project, '2004-12-31').find(({ unit }) => unit === 'station')?.factors.map(({ kind }) => kind)).toEqual(['serves', 'changed']);
  // A year later the results are forgotten; what is still open is not.
  expect(unitWeights(project, '2005-12-31').find(({ unit }) => unit === 'legal')?.factors.map(({ kind }) => kind)).toEqual(['serves', 'changed', 'open']);
});

test('who could go: qualified on the day, not of the unit', async () => {
  const project = await open({});
  expect(eligible(project, '2005-01-10', { unit: 'legal' }).map(({ id }) => id)).toEqual(['p2']);
  expect(eligible(project, '2005-01-10', { unit: 'station' }).map(({ id }) => id)).toEqual(['p1', 'p2']);
  expect(eligible(project, '2005-07-01', { unit: 'station' }).map(({ id }) => id)).toEqual(['p2']);
});
