import { describe, expect, test } from 'vitest';
import type { ReportView } from '#views/audit/report.ts';
import { reportPaper } from '#views/audit/report-paper.ts';
import { reportView } from '#views/audit/report.ts';
import type { Project } from '#model/project.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { judgeFiles } from '../memory.ts';
import { auditWorkspace } from './workspace.ts';

const recorded: Readonly<Record<string, string>> = {
  ...auditWorkspace,
  'audits/2004/NS-2004-01-hall.yaml': `kind: audit-checklist
audit: NS-2004-01
unit: hall
auditor: p2
on: 2004-10-11
rows:
  - { no: 1, item: 8.2.4-d, question: 谁核准？, judgement: nonconform, evidence: DJ-4没有核准签字, document: AB/QP-02, nonconformity: NC-2004-001 }
  - { no: 2, item: 8.2.4-a, question: 有无审查意见？, judgement: conform, evidence: 3份齐全 }
  - { no: 3, item: 8.2.4-e, question: 有没有未批先发？, judgement: observation, evidence: DJ-7同日批发，看不出先后, document: AB/QP-02 }
  - { no: 4, item: 4.2.3-g, question: 版本？ }
`,
  'NC-2004-001.yaml': 'kind: nonconformity\nid: NC-2004-001\nsource: audit\naudit: NS-2004-01\nunit: hall\nclause: "8.2.4"\nitem: 8.2.4-d\ngrade: minor\nstatus: open\nfound: { by: p2, on: 2004-10-11 }\nfact: { statement: 2004年10月11日抽查3份登记档案，DJ-4没有核准人签字。, rule: AB/QP-02的4.1 }\n',
};

async function viewOf(files: Readonly<Record<string, string>>): Promise<ReportView> {
  const { text } = await runCommand('audit report', memoryEnv(files), ['NS-2004-01'], { format: 'json' });
  return JSON.parse(text as string) as ReportView;
}

describe('audit report', () => {
  test('counts checklists, distributes nonconformities by clause and unit, follows up earlier ones', async () => {
    const view = await viewOf(recorded);
    expect(view.report).toBeNull();
    expect(view.counts).toEqual({ major: 0, minor: 1, observation: 1, improvement: 0, strength: 0 });
    expect(view.asked).toEqual([{ path: 'audits/2004/NS-2004-01-hall.yaml', where: '工商窗口', rows: 4, conform: 1, nonconform: 1, observation: 1, notApplicable: 0, open: 1, takenUp: 0 }]);
    expect(view.distribution).toEqual([{ clause: '8.2.4', unit: 'hall', count: 1 }]);
    expect(view.followUp).toMatchObject([{ id: 'NC-2003-004', unit: '工商窗口', status: 'planned' }]);
  });
  test('the sums of the distribution table agree with the findings', async () => {
    const view = await viewOf(recorded);
    const { project } = await judgeFiles(recorded);
    const paper = reportPaper(reportView(project as Project, 'NS-2004-01') as ReportView, project as Project);
    const table = paper.blocks.flatMap((block) => (block.kind === 'table' && block.table.columns[0]?.id === 'clause' ? [block.table] : []))[0];
    expect(table?.rows.at(-1)?.at(-1)?.items).toEqual([String(view.counts.major + view.counts.minor)]);
  });
  test('--propose writes a draft that the rules find complete but for what the leader has to write', async () => {
    const { artifacts, notes } = await runCommand('audit report', memoryEnv(recorded), ['NS-2004-01'], { propose: true });
    const [file] = artifacts ?? [];
    expect([file?.path, file?.exclusive]).toEqual(['/w/audits/2004/NS-2004-01-report.yaml', true]);
    expect(notes).toMatch(/报告草稿/);
    const text = new TextDecoder().decode(file?.bytes);
    expect(text).toMatch(/# 体系是否符合准则/);
    expect(text).toContain('evidence: 检查表（工商窗口）第1行');
    const { diagnostics } = await judgeFiles({ ...recorded, 'audits/2004/NS-2004-01-report.yaml': text }, '2004-10-20');
    expect(diagnostics.filter(({ at, code }) => at.path.endsWith('-report.yaml') || code === 'audit/report-counts').map(({ code, message }) => `${code} ${message}`)).toEqual(['audit/report-counts open', 'audit/report-missing incomplete']);
  });
  test('--propose with its conclusions leaves nothing to complain of', async () => {
    const whole = { ...recorded, 'audits/2004/NS-2004-01-hall.yaml': (recorded['audits/2004/NS-2004-01-hall.yaml'] as string).replace(/ {2}- \{ no: 4.*\n/, '') };
    const { artifacts } = await runCommand('audit report', memoryEnv(whole), ['NS-2004-01'], { propose: true, conformity: '登记程序符合标准要求。', implementation: '一份档案没有按程序签字，其余执行到位。', effectiveness: '期限目标达到，运行有效。', strength: ['审查意见齐全'] });
    const text = new TextDecoder().decode(artifacts?.[0]?.bytes);
    const { diagnostics } = await judgeFiles({ ...whole, 'audits/2004/NS-2004-01-report.yaml': text }, '2004-10-20');
    expect(diagnostics.filter(({ at }) => at.path.startsWith('audits/2004/NS-2004-01')).map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    await expect(runCommand('audit report', memoryEnv({ ...whole, 'audits/2004/NS-2004-01-report.yaml': text }), ['NS-2004-01'], { propose: true })).rejects.toMatchObject({ args: { audit: 'NS-2004-01' } });
  });
  test.each(['text', 'md', 'html'] as const)('prints as %s in both languages', async (format) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const { text } = await runCommand('audit report', memoryEnv(recorded, locale), ['NS-2004-01'], { format });
      expect(text).toContain('NC-2003-004');
      expect(text).not.toMatch(/undefined|\{\w+\}|\[object/);
    }
  });
});
