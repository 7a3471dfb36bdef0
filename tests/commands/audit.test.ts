import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#model/usage-error.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { openManual } from '../mutation/manual.ts';

const folder = join(import.meta.dirname, '../../docs-qms');
/** The registers and procedures of the sample manual: what audits are made of. */
const files: Record<string, string> = Object.fromEntries(filesBelow(folder).filter((path) => /\.yaml$|procedures\/.*\.md$/.test(path)).map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
const without = (pattern: RegExp): Record<string, string> => Object.fromEntries(Object.entries(files).filter(([path]) => !pattern.test(path)));

function filesBelow(path: string): string[] {
  return readdirSync(path).flatMap((name) => (statSync(join(path, name)).isDirectory() ? filesBelow(join(path, name)) : [join(path, name)]));
}
/** The whole manual, judged anew for the files that change. */
const manual = await openManual();
const news = async (changes: Record<string, string>): Promise<string[]> => (await manual.judge(new Map(Object.entries(changes)))).filter(({ code, at }) => code.startsWith('audit/') || at.path.startsWith('audits/')).map(({ code, at }) => `${code} ${at.path}:${at.position.start.line}`);
const text = async (name: string, args: string[], options: Record<string, unknown> = {}, all = files, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> => (await runCommand(name, memoryEnv(all, locale), args, options)).text ?? '';

describe('audit programme', () => {
  test('proves the sample manual’s years without a gap, in both languages', async () => {
    for (const [year, zh, en] of [['2004', '条款、板块、部门的组合共2506项，在12个月内全部覆盖。', 'All 2506 combinations'], ['2005', '全部覆盖', 'All 2506 combinations']] as const) {
      expect(await text('audit programme', [year])).toContain(zh);
      expect(await text('audit programme', [year], {}, files, 'en')).toContain(en);
    }
    expect(await text('audit programme', ['2004'], { by: 'process' })).toContain('过程月份安排');
  });

  test('tells gaps by unit with days left', async () => {
    const damaged = { ...files, 'audits/2005/programme.yaml': (files['audits/2005/programme.yaml'] ?? '').replace('units: [leadership]', 'units: [qms-office]') };
    const said = await text('audit programme', ['2005'], {}, damaged);
    expect(said).toMatch(/局领导 +4\.1[^]*没有安排审核 +– +2005-10-11 +284/);
    const view = JSON.parse(await text('audit programme', ['2005'], { format: 'json' }, damaged)) as { coverage: { asked: number; covered: number; gaps: { unit: string; days: number }[] } };
    expect(view.coverage.asked - view.coverage.covered).toBe(25);
    expect(view.coverage.gaps).toMatchObject([{ unit: 'leadership', days: 284 }]);
  });

  test('a year without a programme, a year that is none', async () => {
    await expect(text('audit programme', ['2007'])).rejects.toThrow(UsageError);
    await expect(text('audit programme', ['next'])).rejects.toThrow(UsageError);
    await expect(text('audit programme', ['2003'], { propose: true })).rejects.toThrow(UsageError);
  });

  test('--propose is valid as it stands, and replaces nothing', async () => {
    const fresh = without(/^audits\/2005\//);
    const outcome = await runCommand('audit programme', memoryEnv(fresh), ['2005'], { propose: true });
    const [artifact] = outcome.artifacts ?? [];
    expect(artifact).toMatchObject({ path: '/w/audits/2005/programme.yaml', exclusive: true });
    const written = new TextDecoder().decode(artifact?.bytes);
    expect((await news({ 'audits/2005/programme.yaml': written })).filter((one) => !one.includes('NS-2005-01-plan'))).toEqual([]);
    expect(await text('audit programme', ['2005'], { propose: true, dryRun: true }, fresh)).toBe(`audits/2005/programme.yaml\n\n${written}`);
    expect(await text('audit programme', ['2005'], { propose: true, output: 'x.yaml' }, fresh)).toBe(written);
    await expect(runCommand('audit programme', memoryEnv(files), ['2005'], { propose: true })).rejects.toMatchObject({ args: { path: 'audits/2005/programme.yaml' } });
  });

  test('--sample draws stations by √n and leaves the programme without findings', async () => {
    const fresh = without(/^audits\/2005\//);
    const written = (await text('audit programme', ['2005'], { propose: true, dryRun: true, sample: 'sqrt', seed: '7' }, fresh)).split('\n\n').slice(1).join('\n\n');
    expect(written).toContain('policy: sqrt');
    expect((await news({ 'audits/2005/programme.yaml': written })).filter((one) => !one.includes('NS-2005-01-plan'))).toEqual([]);
  });

  test('where nobody may lead, the note names who belongs to the unit', async () => {
    const organization = (files['organization.yaml'] ?? '').replaceAll(/^ +- \{kind: lead-auditor, number: "NSZ-04-00[13]".*\n/gm, '');
    const outcome = await runCommand('audit programme', memoryEnv({ ...without(/^audits\//), 'organization.yaml': organization }), ['2005'], { propose: true });
    expect(outcome.notes).toMatch(/审核监察室无人可任组长：己一、己二属于该部门/);
  });
});

describe('audit plan', () => {
  test('prints head, team, timetable and checks; what is not due yet is not passed', async () => {
    const said = await text('audit plan', ['NS-2005-01']);
    for (const words of ['审核实施计划', 'NSZ-04-003', '首次会议', '末次会议', '15:30–16:00', '待批准，须在 2005-02-28 以前发出']) expect(said).toContain(words);
    expect(said).not.toContain('✗');
    expect(await text('audit plan', ['NS-2004-05'], {}, files, 'en')).toContain('Nobody audits their own unit, process or documents');
  });

  test('names in the conflicting slot who could go instead', async () => {
    const path = 'audits/2005/NS-2005-01-plan.yaml';
    const damaged = { ...files, [path]: (files[path] ?? '').replace('unit: personnel, process: SP01, clauses: ["6.2.1", "6.2.2"], auditors: [p48, p38]', 'unit: personnel, process: SP01, clauses: ["6.2.1", "6.2.2"], auditors: [p15, p38]') };
    const said = (await text('audit plan', ['NS-2005-01'], {}, damaged)).replace(/\s+/g, '');
    expect(said).toContain('丁二是“人事教育处”的人员，不能审核本部门。可改派：乙一、乙二、');
    expect(said).toContain('✗');
    expect(said.slice(said.indexOf('可改派：'), said.indexOf('可改派：') + 40)).not.toContain('丁二');
  });

  test('--propose makes plans without findings: offices, the top, districts', async () => {
    const fresh = without(/^audits\/2005\/.*-plan/);
    for (const id of ['NS-2005-01', 'NS-2005-02', 'NS-2005-05']) {
      const [artifact] = (await runCommand('audit plan', memoryEnv(fresh), [id], { propose: true })).artifacts ?? [];
      expect(artifact).toMatchObject({ path: `/w/audits/2005/${id}-plan.yaml`, exclusive: true });
      expect(await news({ [`audits/2005/${id}-plan.yaml`]: new TextDecoder().decode(artifact?.bytes) })).toEqual([]);
    }
  });

  test('an open seat is told with those who could take it', async () => {
    const path = 'audits/2005/programme.yaml';
    const damaged = { ...without(/^audits\/2005\/.*-plan/), [path]: (files[path] ?? '').replace('leader: p28\n    team: [p46, p48, p38]', 'leader: p05\n    team: [p06]') };
    const { notes } = await runCommand('audit plan', memoryEnv(damaged), ['NS-2005-01'], { propose: true });
    expect(notes).toMatch(/2005-03-\d\d \d\d:\d\d 质量管理办公室（贯标办）.*：审核组内无人可以独立审核，可派：丙二、/);
  });

  test('unknown audits and plans that are not there', async () => {
    await expect(text('audit plan', ['NS-2005-99'])).rejects.toMatchObject({ args: { id: 'NS-2005-99' } });
    await expect(text('audit plan', ['NS-2005-03'])).rejects.toThrow('has no plan yet');
  });
});

describe('audit status', () => {
  test('stage, checklists, nonconformities, next step and by whom', async () => {
    const rows = JSON.parse(await text('audit status', [], { format: 'json' })) as { rows: Record<string, unknown>[] };
    expect(JSON.stringify(rows)).toContain('NS-2005-11');
    const said = await text('audit status', []);
    expect(said).toMatch(/NS-2004-05 .*已报告，整改中 +23\/23 +1 +1 +NC-2004-007/);
    expect(said).toMatch(/NS-2005-01 .*计划已编制 .*批准实施计划 +副局长（管理者代表） +2005-02-28/);
    expect(await text('audit status', [], { year: '2005' })).not.toContain('NS-2004-01');
    await expect(text('audit status', [], { year: '2001' })).rejects.toThrow(UsageError);
  });

  test('an audit that was not held is late by days', async () => {
    const late = { ...files, 'qms.yaml': (files['qms.yaml'] ?? '').replace('today: "2004-12-31"', 'today: "2005-03-31"') };
    expect(await text('audit status', ['--year'], { year: '2005' }, late)).toMatch(/NS-2005-02 .*编制实施计划 +己一 +2005-03-07 +24/);
  });
});
