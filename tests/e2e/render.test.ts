import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { preparePrinting } from '../host/printing.ts';
import { bareWorkspace } from '../memory.ts';
import { bodyPages } from '../render/pdf-body.ts';
import { readPdf } from '../render/read-pdf.ts';
import { temporaryFolder } from '../temporary.ts';
import { environment, qms } from './run.ts';

beforeAll(preparePrinting, 120_000);

const rule = (body: string, extra = 'revision: A/0\nstatus: effective\n'): string => `---
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

# 文件管理制度

${body}`;
const manual = (body: string, extra?: string): string => temporaryFolder({
  ...bareWorkspace,
  'qms.yaml': `${bareWorkspace['qms.yaml']}today: "2004-12-31"\nrender: {theme: gbt9704}\n`,
  'organization.yaml': `${bareWorkspace['organization.yaml']}people:\n  - { id: p1, name: 甲, unit: office, posts: [clerk] }\n  - { id: p2, name: 乙, unit: office }\n  - { id: p3, name: 丙, unit: office, posts: [head] }\n`,
  'distribution.yaml': 'kind: distribution\ncopies:\n  - {document: AB/ZD-01, revision: A/0, copy: "007", holder: office, issued: "2004-06-20", received: {by: p1, on: "2004-06-20"}}\n',
  'ZD-01.md': rule(body, extra),
});
const render = (root: string, ...args: string[]): ReturnType<typeof qms> => qms(['-C', root, 'render', 'AB/ZD-01', ...args], { env: { ...environment, QMS_SANDBOX: process.env['QMS_SANDBOX'] }, timeout: 90_000 });

test('a controlled copy: number and holder on every page, signatures on the cover, change record, the flowchart in words', async () => {
  const root = manual('## 1 目的\n\n管住文件。\n\n```mermaid\nflowchart TD\n  accTitle: 流程\n  A([收件]) --> B{齐全？}\n  B -- 是 --> C[归档]\n```\n\n- [x] 已办\n- [ ] 未办\n\n正文[^1]。\n\n[^1]: 注释内容。\n');
  const file = join(temporaryFolder(), '副本.pdf');
  const { status, stderr } = await render(root, '--copy', '7', '-o', file);
  expect([status, stderr]).toEqual([0, `${file}  AB/ZD-01 A/0 受控 007 办公室\n`]);
  const bytes = readFileSync(file);
  const { pages } = await readPdf(bytes);
  const bare = (text: string): string => text.replace(/\s+/g, '');
  for (const page of pages.slice(1)) expect(bare(page)).toContain('受控007办公室');
  expect(bare(pages[0] as string)).toMatch(/编制甲文件管理员2004-06-01审核乙2004-06-02批准丙办公室主任2004-06-03/);
  const body = bare((await bodyPages(bytes)).join(''));
  for (const words of ['首次发布', '收件', '齐全？', '归档', '注释内容。', '已办']) expect(body).toContain(words);
});
test('what cannot be printed is told with its line, and nothing is written', async () => {
  const broken = manual('```mermaid\nflowchart TD\n  A[收件 --> B\n```\n');
  expect(await render(broken, '-o', 'out')).toMatchObject({ status: 1, stdout: '', stderr: 'ZD-01.md:19: 流程图画不出来：`[` 没有用 `]` 结束。\n没有打印任何文件。\n' });
  const rare = manual('人名：𠮷某。\n');
  const { status, stderr } = await render(rare, '-o', 'out');
  expect([status, stderr]).toEqual([2, expect.stringContaining('ZD-01.md:17')]);
  expect(stderr).toContain('U+20BB7');
  const draft = manual('正文。\n', 'revision: A/1\nstatus: draft\n');
  expect(await render(draft, '--copy', '7', '-o', 'out')).toMatchObject({ status: 2, stderr: expect.stringContaining('没有 AB/ZD-01 A/1 的 7 号副本') as string });
  for (const root of [broken, rare, draft]) expect([existsSync(join(root, 'out')), readdirSync(root).filter((name) => name.startsWith('.qms'))]).toEqual([false, []]);
});
