import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checklist, ChecklistLine } from '#views/audit/checklist.ts';
import { filled } from '../audit/forms.ts';
import { environment, qms, type Run } from './run.ts';

const root = mkdtempSync(join(tmpdir(), 'qms-audit-'));
const manual = join(root, 'manual');
let audit = '';
/** Auditors of the window and of the division, and the first day, as the proposed plan has them. */
let [examiner, verifier, first] = ['', '', ''];
/** A day so long after the audit began. */
const after = (days: number): string => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);

/** The command line on one day, the only way by which this audit is made. */
function on(day: string, ...args: string[]): Promise<Run> {
  return qms(['-C', manual, ...args], { env: { ...environment, SOURCE_DATE_EPOCH: String(Date.parse(`${day}T02:00:00Z`) / 1000) }, timeout: 120_000 });
}
async function done(day: string, ...args: string[]): Promise<Run> {
  const run = await on(day, ...args);
  expect(run.status, `${args.join(' ')}\n${run.stderr}`).toBe(0);
  return run;
}
const yaml = (path: string): Record<string, unknown> => parse(readFileSync(join(manual, path), 'utf8'), { schema: 'core' }) as Record<string, unknown>;
const listOf = async (unit: string): Promise<Checklist> => JSON.parse((await done(after(-5), 'audit', 'checklist', audit, '--unit', unit, '--format', 'json')).stdout) as Checklist;

/** What the auditor of this story sees everywhere but in the rows told apart. */
function evidenceOf({ places, document }: ChecklistLine, sample: string): string {
  const place = places[0];
  return `查${place ? `${place.document} ${place.revision}“${place.section}”` : document || '现场'}及${sample}，做法与规定一致，记录齐全`;
}
const fact = (): string => `${first}在政务服务中心工商窗口抽查上月承诺件登记档案10份，其中受理号05-0312、05-0347两份《登记审核表》的受理人与核准人为同一人签字；MSGS/QP-11规定承诺件由受理人以外的核准员核准。`;

beforeAll(async () => {
  cpSync('docs-qms', manual, { recursive: true });
  rmSync(join(manual, 'audits/2005'), { recursive: true, force: true });
  // The sample manual stands still at the end of 2004; here time goes on.
  writeFileSync(join(manual, 'qms.yaml'), readFileSync(join(manual, 'qms.yaml'), 'utf8').replace(/^today:.*\n/m, ''));
  await done('2005-01-05', 'audit', 'programme', '2005', '--propose');
  audit = (yaml('audits/2005/programme.yaml')['audits'] as { id: string; units?: string[] }[]).find(({ units }) => units?.includes('registration') && units.includes('service-hall'))?.id ?? '';
  const planned = (yaml('audits/2005/programme.yaml')['audits'] as { id: string; planned: string }[]).find(({ id }) => id === audit)?.planned ?? '';
  await done(planned.replace(/\d\d$/, '01'), 'audit', 'plan', audit, '--propose');
  const plan = yaml(`audits/2005/${audit}-plan.yaml`) as { from: string; leader: string; timetable: { unit: string; auditors: string[] }[] };
  const auditorOf = (unit: string): string => plan.timetable.find((sitting) => sitting.unit === unit)?.auditors[0] ?? '';
  [examiner, verifier, first] = [auditorOf('service-hall'), auditorOf('registration'), plan.from];
  const month = planned.replace(/\d\d$/, '');
  await done('2005-01-06', 'audit', 'sign', '2005', '--as', 'p05', '--role', 'prepare');
  await done('2005-01-07', 'audit', 'sign', '2005', '--as', 'p01', '--role', 'approve');
  await done(`${month}01`, 'audit', 'sign', audit, '--paper', 'plan', '--as', plan.leader, '--role', 'prepare');
  await done(`${month}02`, 'audit', 'sign', audit, '--paper', 'plan', '--as', 'p02', '--role', 'approve');
  await done(`${month}02`, 'audit', 'send', audit);
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('one audit, from programme to closed nonconformities, by the command line alone', { timeout: 300_000 }, () => {
  test('checklists go out as workbook and as offline page', async () => {
    const book = join(root, 'registration.xlsx');
    await done(after(-5), 'audit', 'checklist', audit, '--unit', 'registration', '--format', 'xlsx', '--output', book);
    const { lines } = await listOf('registration');
    const cells = Object.fromEntries(lines.flatMap((line, at) => {
      const row = at + 7;
      return line.item === '5.3-f' ? [[`G${row}`, '抽问3人，2人能说出方针与本岗位的关系，1名新调入人员说不清，未影响办件'], [`H${row}`, '观察项']] : [[`G${row}`, evidenceOf(line, '上月登记档案5份')], [`H${row}`, '符合']];
    }));
    writeFileSync(book, filled(readFileSync(book), cells));
    const page = (await done(after(-5), 'audit', 'checklist', audit, '--unit', 'service-hall', '--format', 'html')).stdout;
    const { sheet } = JSON.parse(/id="data">([^]*?)<\/script>/.exec(page)?.[1] as string) as { sheet: { rows: Record<string, unknown>[]; on: string } };
    const hall = new Map((await listOf('service-hall')).lines.map((line) => [line.id, line]));
    for (const row of sheet.rows) {
      Object.assign(row, row['item'] === '8.2.4-d' ? { judgement: 'nonconform', evidence: fact(), sample: '上月承诺件登记档案10份' } : { judgement: 'conform', evidence: evidenceOf(hall.get(row['id'] as string) as ChecklistLine, '窗口上月办件5件') });
    }
    writeFileSync(join(root, 'service-hall.json'), JSON.stringify({ format: 'qms-worksheet/1', ...sheet }));
  });

  test('they come back; the nonconformity opens its report and the audit is entered as held', async () => {
    const book = await done(after(1), 'audit', 'record', audit, join(root, 'registration.xlsx'));
    expect(book.stderr).toMatch(/尚有 0 行未判定/);
    const page = await done(after(1), 'audit', 'record', audit, join(root, 'service-hall.json'));
    expect(page.stderr).toContain('已开出不符合报告：NC-2005-001');
    expect(yaml('nonconformities/NC-2005-001.yaml')).toMatchObject({ source: 'audit', audit, unit: 'service-hall', clause: '8.2.4', item: '8.2.4-d', found: { by: examiner, on: first }, fact: { statement: fact() } });
    expect((yaml('audits/2005/programme.yaml')['audits'] as Record<string, unknown>[]).find(({ id }) => id === audit)).toMatchObject({ held: first, status: 'held' });
    expect((await on(after(1), 'audit', 'record', audit, join(root, 'service-hall.json'))).stderr).toMatch(/没有新内容/);
  });

  test('the report is drafted from the records, and everything agrees', async () => {
    await done(after(4), 'audit', 'report', audit, '--propose',
      '--conformity', '登记和窗口服务的文件规定与标准、法律法规相符。', '--implementation', '两个部门的规定总体执行到位；窗口有两份承诺件没有做到一审一核。', '--effectiveness', '办理时限和公开承诺达到目标，体系运行有效。',
      '--strength', '承诺件办理时限全部在公开承诺以内', '窗口使用的表式与受控清单一致', '--weakness', '职务代理时，代理人与原受理人的关系没有限制', '--recommend', '登记系统对受理人与核准人相同的件不予提交');
    const report = yaml(`audits/2005/${audit}-report.yaml`);
    expect(report).toMatchObject({ audit, findings: [{ grade: 'minor', item: '8.2.4-d', nonconformity: 'NC-2005-001' }, { grade: 'observation', item: '5.3-f', unit: 'registration' }] });
    expect(report['summary']).toMatch(/^2005-\d\d-\d\d至2005-\d\d-\d\d审核2个部门，检查表2份、\d+行；发现严重不符合0项、一般不符合1项、观察项1项。$/);
    const shown = (await done(after(4), 'audit', 'report', audit)).stdout;
    for (const words of ['三、不符合项分布', '政务服务中心工商窗口', '八、建议']) expect(shown).toContain(words);
    const { leader } = yaml(`audits/2005/${audit}-plan.yaml`) as { leader: string };
    const sign = (day: number, role: string, person: string): string[] => [after(day), 'audit', 'sign', audit, '--paper', 'report', '--role', role, '--as', person];
    expect((await on(...sign(5, 'approve', 'p01') as [string, ...string[]])).status).toBe(2);
    expect((await on(...sign(5, 'prepare', leader) as [string, ...string[]])).stderr).toMatch(/已由 .* 编制/);
    await done(...sign(6, 'review', 'p02') as [string, ...string[]]);
    expect((await on(...sign(7, 'approve', leader) as [string, ...string[]])).stderr).toMatch(/不能再批准/);
    await done(...sign(7, 'approve', 'p01') as [string, ...string[]]);
    expect(Object.keys(yaml(`audits/2005/${audit}-report.yaml`)).slice(-3)).toEqual(['prepared', 'reviewed', 'approved']);
  });

  test('the nonconformity is accepted, planned, done, verified by somebody else, and closed', async () => {
    const nc = 'NC-2005-001';
    await done(after(1), 'nc', 'accept', nc, '--by', 'p29');
    await done(after(3), 'nc', 'plan', nc, '--correction', '两份档案由另一名核准员重新核准，结论与原决定一致。', '--corrected-by', 'p29', '--corrected-on', after(2),
      '--method', '5-why', '--why', '为什么同一人签字：核准员休假，由当班受理员代理核准。', '为什么可以代理：代理表按岗位排列，没有排除代理本人受理的件。', '为什么没有排除：制定代理表时没有与一审一核的规定核对。',
      '--cause', '职务代理规定没有写明代理人不得核准本人受理的件。', '--category', 'method', '--analysed-by', 'p29', '--analysed-on', after(3),
      '--action', '修订职务代理规定，写明代理人不得核准本人受理的件；登记系统对受理人与核准人相同的件不予提交。', '--owner', 'p29', '--due', after(28), '--checked', '复查前两个月全部承诺件档案，并请各分局自查。', '--result', '另查出1份，已重新核准；各分局没有发现。');
    await done(after(4), 'nc', 'agree', nc, '--by', examiner);
    const early = await on(after(14), 'nc', 'close', nc);
    expect([early.status, early.stdout]).toEqual([2, '']);
    await done(after(25), 'nc', 'act', nc, '--evidence', 'MSGS/ZD-XK-002 A/1；登记系统更改记录2005年第3号');
    const doer = await on(after(28), 'nc', 'verify', nc, '--by', 'p29', '--seen', '已看过', '--evidence', '无', '--effective');
    expect(doer.status).toBe(2);
    await done(after(30), 'nc', 'verify', nc, '--by', verifier, '--seen', '抽查措施实施后五日内承诺件20份，受理人与核准人均不相同；现场试录同一人，系统拒绝提交。', '--evidence', `验证记录${audit}第1页`, '--effective');
    await done(after(30), 'nc', 'close', nc);
    expect(yaml('nonconformities/NC-2005-001.yaml')).toMatchObject({ status: 'closed', closed: after(30), verification: { by: verifier, effective: true } });
  });

  test('nothing is left open: status, rules, printed report', async () => {
    const status = (await done(after(31), 'audit', 'status', '--year', '2005', '--format', 'json')).stdout;
    expect(status).toContain(audit);
    const { diagnostics } = JSON.parse((await on(after(31), 'validate', '--format', 'json')).stdout) as { diagnostics: { path: string; code: string; message: string }[] };
    const mine = diagnostics.filter(({ path }) => path.includes(audit) || path.includes('NC-2005-001'));
    expect(mine).toEqual([]);
    for (const [command, words] of [[['nc', 'show', 'NC-2005-001'], '不符合报告'], [['audit', 'report', audit], '内部审核报告']] as const) {
      const html = (await done(after(31), ...command, '--format', 'html')).stdout;
      expect(html).toContain(words);
      expect(html).not.toMatch(/undefined|\[object/);
    }
  });
});
