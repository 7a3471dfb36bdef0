import { describe, expect, test } from 'vitest';
import type { Artifact, Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { runCommand } from '../env.ts';
import { judgeFiles } from '../memory.ts';
import { envWith, filled, repacked, savedForm, workbookOf, type Draft } from './forms.ts';
import { auditWorkspace } from './workspace.ts';

const row = (sheet: Draft, item: string): Draft['rows'][number] => sheet.rows.find((one) => one.item === item) as Draft['rows'][number];
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]).toString('base64');
const path = 'audits/2004/NS-2004-01-hall.yaml';

async function record(bytes: Uint8Array, files: Readonly<Record<string, string>> = auditWorkspace, options: Record<string, unknown> = {}): Promise<Outcome> {
  return runCommand('audit record', envWith({ f: bytes }, files), ['NS-2004-01', 'f'], options);
}
/** The workspace after an outcome was written. */
function after(files: Readonly<Record<string, string>>, { artifacts = [] }: Outcome): Record<string, string> {
  return { ...files, ...Object.fromEntries(artifacts.map(({ path: to, bytes }) => [to.replace('/w/', ''), new TextDecoder().decode(bytes)])) };
}
const mixed = (): Promise<Uint8Array> => savedForm((sheet) => {
  Object.assign(row(sheet, '8.2.4-a'), { judgement: 'conform', evidence: '抽查DJ-1、DJ-4、DJ-7三份，审查意见齐全', sample: 'DJ-1、DJ-4、DJ-7' });
  Object.assign(row(sheet, '8.2.4-d'), { judgement: 'nonconform', evidence: '2004年10月11日在工商窗口抽查9月登记档案3份，其中DJ-4一份没有核准人签字；程序规定核准员在审核表上签字。', photos: [{ name: 'IMG_1.jpg', data: jpeg }] });
});

describe('audit record', () => {
  test('writes the checklist with all its rows, opens the finding and keeps the photo', async () => {
    const outcome = await record(await mixed());
    expect(outcome.numbered).toBe(true);
    const files = after(auditWorkspace, outcome);
    expect(Object.keys(files).filter((name) => !(name in auditWorkspace)).sort()).toEqual(['NC-2004-001.yaml', path, expect.stringMatching(/^audits\/2004\/attachments\/NS-2004-01-hall\/row-\d{3}-[\da-f]{12}\.jpg$/)]);
    expect(files[path]).toContain('nonconformity: NC-2004-001');
    const { project, diagnostics } = await judgeFiles(files, '2004-10-15');
    expect(project?.registers.checklists[0]?.value).toMatchObject({ audit: 'NS-2004-01', unit: 'hall', auditor: 'p2', on: '2004-10-11' });
    expect(project?.registers.checklists[0]?.value.rows?.length).toBeGreaterThan(10);
    expect(project?.registers.nonconformities.find(({ value }) => value.id === 'NC-2004-001')?.value).toMatchObject({
      source: 'audit', audit: 'NS-2004-01', unit: 'hall', clause: '8.2.4', item: '8.2.4-d', document: 'AB/QP-02', section: '4.1', status: 'open', found: { by: 'p2', on: '2004-10-11' },
      fact: { statement: expect.stringContaining('DJ-4'), where: '工商窗口', when: '2004-10-11', rule: expect.stringContaining('AB/QP-02 A/0 4.1 核准') },
    });
    expect(diagnostics.filter(({ at, severity }) => severity === 'error' && (at.path === path || at.path.startsWith('NC-2004'))).map(({ code, args }) => [code, args])).toEqual([]);
  });
  test('twice is once: nothing new, no second report', async () => {
    const bytes = await mixed();
    const files = after(auditWorkspace, await record(bytes));
    const again = await record(bytes, files);
    expect(again.artifacts).toBeUndefined();
    expect(again.notes).toMatch(/Nothing new/);
  });
  test('what a recording wrote before it was killed is taken up: one nonconformity, one report', async () => {
    const bytes = await mixed();
    const whole = await record(bytes);
    const [report] = (whole.artifacts ?? []).filter(({ path: to }) => to.endsWith('NC-2004-001.yaml'));
    const again = await record(bytes, after(auditWorkspace, { exit: 0, artifacts: report ? [report] : [] }));
    expect(again.artifacts?.map(({ path: to }) => to)).toEqual(whole.artifacts?.map(({ path: to }) => to));
    const other = { ...report, bytes: new TextEncoder().encode(new TextDecoder().decode(report?.bytes).replace('DJ-4', 'DJ-5')) } as Artifact;
    expect((await record(bytes, after(auditWorkspace, { exit: 0, artifacts: [other] }))).artifacts?.map(({ path: to }) => to)).toContain('/w/NC-2004-002.yaml');
  });
  test('merges what two auditors filled in, and appends rows to a checklist that was written by hand, comments kept', async () => {
    const hand = { ...auditWorkspace, [path]: '# 手写\nkind: audit-checklist\naudit: NS-2004-01\nunit: hall\nauditor: p2\non: 2004-10-11\nrows:\n  - no: 1 # 首行\n    item: 8.2.4-e\n    question: 有没有未批先发？\n    evidence: 3份均先批后发\n    judgement: conform\n' };
    const one = after(hand, await record(await savedForm((sheet) => { Object.assign(row(sheet, '8.2.4-a'), { judgement: 'conform', evidence: '3份齐全' }); }, 'hall', hand), hand));
    const two = after(one, await record(await savedForm((sheet) => { Object.assign(row(sheet, '8.2.4-b'), { judgement: 'observation', evidence: '1份先受理后审查' }); }, 'hall', hand), one));
    expect(two[path]).toContain('# 手写');
    expect(two[path]).toContain('no: 1 # 首行');
    expect((await judgeFiles(two)).project?.registers.checklists[0]?.value.rows?.map(({ item, judgement }) => `${item} ${judgement}`)).toEqual(['8.2.4-e conform', '8.2.4-a conform', '8.2.4-b observation']);
  });
  test('reports a conflict with both values and writes nothing until --take decides', async () => {
    const files = after(auditWorkspace, await record(await mixed()));
    const other = await savedForm((sheet) => { Object.assign(row(sheet, '8.2.4-a'), { judgement: 'observation', evidence: '另一份意见过简' }); Object.assign(row(sheet, '8.2.4-b'), { judgement: 'conform', evidence: '三处检查都在' }); });
    const refused = await record(other, files).then(() => null, (error: unknown) => error as UsageError);
    expect(refused).toBeInstanceOf(UsageError);
    expect(JSON.stringify(refused?.args)).toMatch(/8\.2\.4-a judgement.*conform.*observation/);
    const ours = after(files, await record(other, files, { take: 'ours' }));
    const theirs = after(files, await record(other, files, { take: 'theirs' }));
    expect(ours[path]).toContain('审查意见齐全');
    expect(theirs[path]).toContain('另一份意见过简');
    for (const taken of [ours, theirs]) expect(taken[path]).toContain('三处检查都在');
  });
  test('a judgement whose report is open cannot be taken back', async () => {
    const files = after(auditWorkspace, await record(await mixed()));
    const back = await savedForm((sheet) => { Object.assign(row(sheet, '8.2.4-d'), { judgement: 'conform', evidence: '看错了' }); });
    await expect(record(back, files, { take: 'theirs' })).rejects.toMatchObject({ args: { report: 'NC-2004-001' } });
  });
  test('a filled workbook in either language comes in the same', async () => {
    const book = await workbookOf();
    const line = (await savedRows()).findIndex((id) => id === '8.2.4-d') + 7;
    const outcome = await record(filled(book, { [`G${line}`]: '3份均有核准人签字', [`H${line}`]: 'conforms', E4: '2004/10/11' }));
    expect(after(auditWorkspace, outcome)[path]).toMatch(/item: 8\.2\.4-d\n(?: {4}.*\n)*? {4}evidence: 3份均有核准人签字\n(?: {4}.*\n)*? {4}judgement: conform\n/);
  });
  test('a workbook saved anew by an office program comes in too: shared texts in runs, readings of characters left out, numbers', async () => {
    const cell = (xml: string, ref: string, instead: string): string => xml.replace(new RegExp(`<c r="${ref}" s="(\\d+)"/>`), (_, style: string) => `<c r="${ref}" s="${style}" ${instead}</c>`);
    const line = (await savedRows()).findIndex((id) => id === '8.2.4-d') + 7;
    const book = repacked(await workbookOf(), {
      'xl/sharedStrings.xml': '<?xml version="1.0"?><sst xmlns="x"><si><t>conforms</t></si><si><r><t xml:space="preserve">3份均有</t></r><rPh sb="0" eb="1"><t>さん</t></rPh><r><t>核准人签字</t></r></si></sst>',
      'xl/worksheets/sheet1.xml': (xml) => cell(cell(cell(xml, `G${line}`, 't="s"><v>1</v>'), `H${line}`, 't="s"><v>0</v>'), `F${line}`, '><v>3</v>'),
    });
    expect(after(auditWorkspace, await record(book))[path]).toMatch(/sample: "3"\n {4}evidence: 3份均有核准人签字\n(?: {4}.*\n)*? {4}judgement: conform\n/);
  });
  test('--major grades the finding; a row that is no nonconformity is refused', async () => {
    const graded = after(auditWorkspace, await record(await mixed(), auditWorkspace, { major: ['8.2.4-d'] }));
    expect(graded['NC-2004-001.yaml']).toContain('grade: major');
    await expect(record(await mixed(), auditWorkspace, { major: ['8.2.4-a'] })).rejects.toMatchObject({ args: { wrong: '8.2.4-a' } });
  });
  test('the audit is entered as held in its programme, once', async () => {
    const files = after(auditWorkspace, await record(await mixed()));
    expect(files['audits/2004/programme.yaml']).toContain('held: 2004-10-11');
    const again = await record(await savedForm((sheet) => { Object.assign(row(sheet, '8.2.4-b'), { judgement: 'conform', evidence: '三处检查都在' }); }), files);
    expect(again.artifacts?.map(({ path: to }) => to)).toEqual([`/w/${path}`]);
  });
  test('a process is recorded under its own name', async () => {
    const { text } = await runCommand('audit checklist', envWith({}), ['NS-2004-01'], { process: 'LP01', format: 'html' });
    const { sheet } = JSON.parse(/id="data">([^]*?)<\/script>/.exec(text as string)?.[1] as string) as { sheet: Draft };
    Object.assign(sheet.rows[0] as object, { judgement: 'conform', evidence: 'DJ-1当日核对材料并登记' });
    const bytes = new TextEncoder().encode(JSON.stringify({ format: 'qms-worksheet/1', ...sheet }));
    expect(after(auditWorkspace, await record(bytes))['audits/2004/NS-2004-01-LP01.yaml']).toMatch(/process: LP01[^]*DJ-1当日核对材料并登记/);
  });
  test('--dry-run shows checklist, report and photo and writes nothing', async () => {
    const { text, artifacts } = await record(await mixed(), auditWorkspace, { dryRun: true });
    expect(artifacts).toBeUndefined();
    expect(text).toMatch(/\+kind: audit-checklist/);
    expect(text).toMatch(/NC-2004-001\.yaml\n\nkind: nonconformity/);
    expect(text).toMatch(/\.jpg \(10 B\)/);
  });
});

async function savedRows(): Promise<string[]> {
  const { sheet } = { sheet: JSON.parse(new TextDecoder().decode(await savedForm(() => {}))) as Draft };
  return sheet.rows.map(({ id }) => id);
}
