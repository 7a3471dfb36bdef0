import { describe, expect, test } from 'vitest';
import { runCommand, memoryEnv } from '../env.ts';
import { bareWorkspace } from '../memory.ts';

const front = (extra: string): string => `---
type: rule
id: AB/ZD-01
title: 文件管理制度
owner: office
prepared: {by: p1, on: "2004-06-01"}
reviewed: {by: p2, on: "2004-06-02"}
approved: {by: p3, on: "2004-06-03"}
effective: "2004-07-01"
review_due: "2005-07-01"
${extra}---
`;
const files = {
  ...bareWorkspace,
  'organization.yaml': `${bareWorkspace['organization.yaml']}people:\n  - { id: p1, name: 甲, unit: office, posts: [clerk] }\n  - { id: p2, name: 乙, unit: office }\n  - { id: p3, name: 丙, unit: office, posts: [head] }\n`,
  'QP-01.md': `${front('revision: A/0\nstatus: effective\n')}\n# 文件管理制度\n\n## 1 目的\n\n管住文件。:req[4.2.3-a]\n`,
  'distribution.yaml': 'kind: distribution\ncopies:\n  - {document: AB/ZD-01, revision: A/0, copy: "007", holder: office, issued: "2004-06-20", received: {by: p1, on: "2004-06-20"}}\n  - {document: AB/ZD-01, revision: A/0, copy: "008", holder: office, recalled: "2004-07-20", issued: "2004-06-20", received: {by: p1, on: "2004-06-20"}}\n',
};
const html = async (more: Record<string, string>, options: Record<string, unknown>): Promise<{ exit: number; notes: string; page: string; paths: string[] }> => {
  const { exit, notes = '', artifacts = [] } = await runCommand('render', memoryEnv({ ...files, ...more }), [['AB/ZD-01']], { format: 'html', output: '/out', ...options });
  return { exit, notes, page: artifacts.map(({ bytes }) => new TextDecoder().decode(bytes)).join(''), paths: artifacts.map(({ path }) => path) };
};

describe('render', () => {
  test('without a copy number a document in force is uncontrolled, a draft is a draft, whatever is asked', async () => {
    expect(await html({}, {})).toMatchObject({ exit: 0, paths: ['/out/AB-ZD-01-A-0.html'], notes: '/out/AB-ZD-01-A-0.html  AB/ZD-01 A/0 非受控\n' });
    expect((await html({ 'QP-01.md': `${front('revision: A/1\nstatus: draft\n')}\n# 文件管理制度\n\n正文。\n` }, {})).notes).toContain('草案');
    expect((await html({ 'QP-01.md': `${front('revision: A/0\nstatus: obsolete\n')}\n# 文件管理制度\n\n正文。\n` }, {})).notes).toContain('作废');
    expect((await html({ 'QP-01.md': `${front('revision: A/0\nstatus: effective\n').replace('2004-07-01', '2005-07-01')}\n# 文件管理制度\n\n正文。\n` }, {})).notes).toContain('草案');
  });
  test('a copy is controlled, with the number and holder of the register; recalled copies are no more', async () => {
    const { notes, page, paths } = await html({}, { copy: '7' });
    expect([notes, paths]).toEqual(['/out/AB-ZD-01-A-0-007.html  AB/ZD-01 A/0 受控 007 办公室\n', ['/out/AB-ZD-01-A-0-007.html']]);
    expect(page).toContain('受控本，由发放部门负责换发。');
    expect((await html({}, { copies: true })).paths).toEqual(['/out/AB-ZD-01-A-0-007.html']);
    await expect(html({}, { copy: '8' })).rejects.toThrow('no copy {copy}');
  });
  test('what is not in force is refused as controlled, at the line of its status', async () => {
    const { exit, notes, paths } = await html({ 'QP-01.md': `${front('revision: A/0\nstatus: approved\n').replace('2004-07-01', '2005-07-01')}\n# 文件管理制度\n\n正文。\n` }, { copy: '007' });
    expect([exit, paths]).toEqual([1, []]);
    expect(notes).toBe('QP-01.md:12: AB/ZD-01 不在有效期内（状态“approved”，生效日期 2005-07-01），只能作为草案或非受控件打印。\n没有打印任何文件。\n');
  });
  test('where the ledger is asked, an unsigned text is refused as controlled and printed as a draft', async () => {
    const policy = { 'qms.yaml': `${bareWorkspace['qms.yaml']}approval: { rule: { roles: [approve] } }\n` };
    const { exit, notes } = await html(policy, { copy: '007' });
    expect([exit, notes]).toEqual([1, 'QP-01.md:12: AB/ZD-01 有错误（approval/missing），不能作为受控件打印；详见 `qms validate`。\n没有打印任何文件。\n']);
    expect((await html(policy, {})).notes).toContain('草案');
  });
  test('a picture that is not there stops the whole run at its line', async () => {
    const { exit, notes } = await html({ 'QP-01.md': `${front('revision: A/0\nstatus: effective\n')}\n# 文件管理制度\n\n![图](none.png)\n` }, {});
    expect([exit, notes.split('\n')[0]]).toEqual([1, 'QP-01.md:17: 图片 none.png 无法打印：没有这个文件。']);
  });
  test('--dry-run tells the files and writes none', async () => {
    expect(await html({}, { dryRun: true })).toMatchObject({ exit: 0, paths: [], notes: '/out/AB-ZD-01-A-0.html  AB/ZD-01 A/0 非受控\n' });
  });
  test('a print among the documents is written, and told to be a stray file until it is ignored', async () => {
    expect((await html({}, { output: 'out' })).notes).toContain('`qms validate` 会报告为未受控文件');
    expect((await html({ 'qms.yaml': `${bareWorkspace['qms.yaml']}ignore: ["out/**"]\n` }, { output: 'out' })).notes).not.toContain('未受控');
  });
  test('the auditor edition shows claims, any other leaves them out', async () => {
    expect((await html({}, {})).page).not.toContain('4.2.3-a');
    expect((await html({}, { auditor: true })).page).toContain('<span class="claim" id="p0-c-1">4.2.3-a</span>');
  });
});
