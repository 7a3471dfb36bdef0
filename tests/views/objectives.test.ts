import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { addMeasurement } from '#changes/measurement.ts';
import { openProject } from '#commands/workspace.ts';
import type { Outcome } from '#model/command.ts';
import { periodNamed } from '#model/periods.ts';
import { objectiveFigures } from '#views/objective-figures.ts';
import { sparkline } from '#views/sparkline.ts';
import { memoryEnv, runCommand } from '../env.ts';

const files = {
  'qms.yaml': 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\ntoday: "2004-12-20"\n',
  'organization.yaml': 'kind: organization\nname: 某局\nunits: [{ id: office, name: 办公室 }, { id: window, name: 工商窗口 }]\n',
  'external.yaml': 'kind: external-documents\ndocuments: [{ id: WL-001, title: 行政许可法, limits: [{ id: WL-001-L1, subject: 作出决定, days: 20, day_type: working }] }]\n',
  'objectives.yaml': `kind: objectives
promises: [{ id: P-01, text: 五个工作日内作出决定 }]
objectives:
  - { id: MB-01, statement: 按期率不低于95%, metric: 按期件数占比, unit: "%", target: 95, direction: at-least, period: month, from: 2004-09-01, owner: office, source: 台帐, promises: [P-01], limit: WL-001-L1 }
  - { id: MB-01-01, statement: 窗口按期率不低于96%, unit: "%", target: 96, direction: at-least, period: month, from: 2004-09-01, owner: window, parent: MB-01 }
  - { id: MB-02, statement: 差错率不高于2‰, unit: "‰", target: 2, direction: at-most, period: month, from: 2004-09-01, owner: office }
  - { id: MB-03, statement: 网上年检开通, unit: 个, target: 1, direction: exactly, period: once, due: 2005-03-31, owner: office }
`,
  'measurements.yaml': `kind: measurements
measurements:
  - { objective: MB-01, period: "2004-09", value: 96 }
  # the holiday
  - { objective: MB-01, period: "2004-10", value: 93, action: JZ-1 }
  - { objective: MB-01, period: "2004-11", value: 97.5 }
  - { objective: MB-01-01, period: "2004-09", value: 97 }
  - { objective: MB-01-01, period: "2004-11", value: 95 }
  - { objective: MB-02, period: "2004-09", value: 1.5 }
  - { objective: MB-02, period: "2004-10", value: 1.8 }
`,
  'actions.yaml': 'kind: actions\nactions: [{ id: JZ-1, type: corrective, problem: 十月按期率未达到 }]\n',
};
const env = memoryEnv(files);
const project = await openProject(env);

describe('how objectives stand', () => {
  it('tells status, trend, gaps and misses without action, units under the whole', () => {
    const all = objectiveFigures(project);
    expect(all.map(({ objective, depth, status, trend, missing, missedWithoutAction }) => [objective.id, depth, status, trend, missing, missedWithoutAction])).toEqual([
      ['MB-01', 0, 'met', 'better', [], []],
      ['MB-01-01', 1, 'missed', 'worse', ['2004-10'], ['2004-11']],
      ['MB-02', 0, 'missing', 'worse', ['2004-11'], []],
      ['MB-03', 0, 'not-due', null, [], []],
    ]);
  });

  it('looks at one period, one unit', () => {
    expect(objectiveFigures(project, { period: periodNamed('2004-10') as never }).map(({ objective, status, last }) => [objective.id, status, last?.value])).toEqual([['MB-01', 'missed', 93], ['MB-01-01', 'missing', null], ['MB-02', 'met', 1.8], ['MB-03', 'not-due', undefined]]);
    expect(objectiveFigures(project, { unit: 'window' }).map(({ objective }) => objective.id)).toEqual(['MB-01-01']);
  });

  it('survives objectives that are broken down from each other', async () => {
    const round = await openProject(memoryEnv({ ...files, 'objectives.yaml': 'kind: objectives\nobjectives:\n  - { id: A, statement: a, parent: B }\n  - { id: B, statement: b, parent: A }\n  - { id: C, statement: c, parent: C }\n' }));
    expect(objectiveFigures(round).map(({ objective }) => objective.id)).toEqual(['C', 'A', 'B']);
  });

  it('prints the definition with promise and legal limit', async () => {
    const { text } = await runCommand('objectives', env, [], { objective: 'MB-01' });
    for (const words of ['五个工作日内作出决定', '20个工作日', '行政许可法', 'JZ-1', 'MB-01-01']) expect(text).toContain(words);
  });

  it('draws courses in HTML and never in the terminal', async () => {
    expect((await runCommand('objectives', env, [], { format: 'html' })).text).toContain('<svg');
    expect((await runCommand('objectives', env)).text).toMatch(/[▁▂▃▄▅▆▇█]{3}/);
    expect((await runCommand('objectives', env, [], { format: 'csv' })).text?.split('\n')[0]).toContain('编号');
  });

  it('has one bar for each value', () => {
    expect(sparkline([1, null, 3, 2])).toBe('▁·█▅');
    fc.assert(fc.property(fc.array(fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { nil: null })), (values) => {
      expect([...sparkline(values)]).toHaveLength(values.length);
      expect(sparkline(values)).not.toContain('undefined');
    }));
  });
});

describe('recording a value', () => {
  const record = (args: string[], options: Record<string, unknown> = {}): Promise<Outcome> => runCommand('objectives record', env, args, options);
  const written = ({ artifacts }: Outcome): string => new TextDecoder().decode(artifacts?.[0]?.bytes);

  it('puts it after the earlier ones of its objective and leaves comments', async () => {
    const text = written(await record(['MB-02', '2004-11', '1.9'], { sample: '200' }));
    expect(parse(text).measurements.at(-1)).toEqual({ objective: 'MB-02', period: '2004-11', value: 1.9, sample: 200, by: 'office', on: '2004-12-20' });
    expect(text).toContain('# the holiday');
    const between = addMeasurement(files['measurements.yaml'], { objective: 'MB-01-01', period: '2004-10', value: 96 });
    expect(parse(between).measurements.map(({ objective, period }: Record<string, string>) => `${objective} ${period}`)).toEqual(['MB-01 2004-09', 'MB-01 2004-10', 'MB-01 2004-11', 'MB-01-01 2004-09', 'MB-01-01 2004-10', 'MB-01-01 2004-11', 'MB-02 2004-09', 'MB-02 2004-10']);
  });

  it.each([
    ['an unknown objective', ['MB-99', '2004-11', '1'], {}, 'There is no objective'], ['a period of another kind', ['MB-02', '2004-Q3', '1'], {}, 'is not measured by periods'], ['a period that is not over', ['MB-02', '2004-12', '1'], {}, 'is not over yet'], ['a time before it held', ['MB-02', '2004-08', '1'], {}, 'does not hold'],
    ['a value twice', ['MB-01', '2004-11', '97'], {}, 'Nothing was written'], ['a miss without action', ['MB-02', '2004-11', '2.4'], {}, '{flag} is missing'], ['an action that is none', ['MB-02', '2004-11', '2.4'], { action: 'JZ-9' }, '{flag}: {wrong}'], ['what is no figure', ['MB-02', '2004-11', '2,4'], {}, 'is no figure'], ['tomorrow', ['MB-02', '2004-11', '1'], { on: '2004-12-21' }, '--on'],
  ])('refuses %s', async (_, args, options, words) => {
    await expect(record(args, options)).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(words) });
  });

  it('takes a miss with its action', async () => {
    expect((await record(['MB-02', '2004-11', '2.4'], { action: 'JZ-1' })).notes).toContain('未达标');
  });
});
