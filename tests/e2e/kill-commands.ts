import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun, readState, type State } from './kills.ts';

/**
 * A command that writes, and the state it starts from: nothing, a workspace with a draft, the same submitted, or the example manual after further commands.
 * `stretch`: by how many milliseconds each call that changes the disk is delayed, so that kills fall between them.
 */
export interface WritingCommand { readonly name: string; readonly from: 'nothing' | 'draft' | 'approved' | 'example'; readonly after?: readonly (readonly string[])[]; readonly stretch?: number; readonly args: readonly string[] }

const reports = {
  open: ['nc', 'open', '--source', 'monitoring', '--unit', 'office', '--clause', '8.2.4', '--grade', 'minor', '--by', 'p2', '--fact', '10 files were drawn; in 2 of them (0312, 0347) one person signed twice'],
  accept: ['nc', 'accept', 'NC-2004-002', '--by', 'p6', '--where', 'Office', '--rule', 'HL/QP-01, 4.3'],
  plan: ['nc', 'plan', 'NC-2004-002', '--cause', 'The deputy rule lets the examiner stand in as approver', '--category', 'method', '--action', 'The rule bars deputies from their own intake', '--owner', 'p6', '--due', '2005-01-20'],
  act: ['nc', 'act', 'NC-2004-002', '--correction', 'Both files were examined again', '--corrected-on', '2004-12-31', '--checked', 'All 412 files of the quarter', '--result', 'One more, examined again', '--evidence', 'HL/QP-01 A/1'],
  verify: ['nc', 'verify', 'NC-2004-002', '--by', 'p2', '--seen', '20 files, two persons in each', '--evidence', 'note 1', '--effective'],
};
const proposed = ['audit', 'programme', '2005', '--propose'];
const upTo = (last: keyof typeof reports): string[][] => Object.values(reports).slice(0, Object.keys(reports).indexOf(last) + 1);

export const writingCommands: readonly WritingCommand[] = [
  { name: 'init', from: 'nothing', stretch: 2, args: ['init', '--organization', 'Office', '--prefix', 'AB'] },
  { name: 'new', from: 'draft', args: ['new', 'procedure', '--title', 'Handling of complaints', '--owner', 'qms-office'] },
  { name: 'submit', from: 'draft', args: ['submit', 'AB/QP-07', '--effective', '2004-07-02'] },
  { name: 'approve', from: 'approved', args: ['approve', 'AB/QP-07', '--role', 'prepare', '--as', 'p1'] },
  { name: 'confirm', from: 'approved', args: ['confirm', 'AB/QP-07', '--as', 'p1'] },
  { name: 'revise', from: 'approved', args: ['revise', 'AB/QP-07', '--section', '4', '--summary', 'later day', '--reason', 'holidays'] },
  { name: 'withdraw', from: 'approved', args: ['withdraw', 'AB/QP-07', '--reason', 'work given to another office'] },
  { name: 'validate --write-baseline', from: 'draft', args: ['validate', '--write-baseline', 'baseline.yaml', '--owner', 'A', '--expires', '2005-01-01'] },
  { name: 'matrix --output', from: 'draft', args: ['matrix', '--format', 'html', '--output', 'matrix.html'] },
  { name: 'nc open', from: 'example', args: reports.open },
  { name: 'nc accept', from: 'example', after: upTo('open'), args: reports.accept },
  { name: 'nc plan', from: 'example', after: upTo('accept'), args: reports.plan },
  { name: 'nc act', from: 'example', after: upTo('plan'), args: reports.act },
  { name: 'nc verify', from: 'example', after: upTo('act'), args: reports.verify },
  { name: 'nc close', from: 'example', after: upTo('verify'), args: ['nc', 'close', 'NC-2004-002'] },
  { name: 'nc agree', from: 'example', after: upTo('plan'), args: ['nc', 'agree', 'NC-2004-002', '--by', 'p2'] },
  { name: 'nc extend', from: 'example', after: upTo('plan'), args: ['nc', 'extend', 'NC-2004-002', '--until', '2005-02-20', '--reason', 'the supplier closes until the tenth', '--by', 'p1'] },
  { name: 'nc reopen', from: 'example', args: ['nc', 'reopen', 'NC-2004-001', '--by', 'p2', '--reason', 'a sheet without reader again'] },
  { name: 'nc open --replaces', from: 'example', after: [...upTo('act'), [...reports.verify.slice(0, -1), '--not-effective']], args: [...reports.open, '--replaces', 'NC-2004-002'] },
  { name: 'audit programme', from: 'example', args: proposed },
  { name: 'audit sign', from: 'example', after: [proposed], args: ['audit', 'sign', '2005', '--as', 'p2', '--role', 'prepare'] },
  { name: 'audit plan', from: 'example', after: [proposed], args: ['audit', 'plan', 'IA-2005-01', '--propose'] },
  { name: 'review follow', from: 'example', args: ['review', 'follow', 'D-1', '--done', '2004-12-31', '--evidence', 'programme 2005'] },
  { name: 'review', from: 'example', args: ['review', '2005', '--propose', '--planned', '2005-06-01'] },
  { name: 'objectives record', from: 'example', args: ['objectives', 'record', 'OB-01', '2004-Q4', '97.5', '--sample', '200', '--on', '2004-12-31'] },
];

/** The states that all commands start from. */
export async function startingStates(): Promise<Record<WritingCommand['from'], State>> {
  const [root, example] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'qms-kill-'))) as [string, string];
  try {
    await mustRun(root, ['init', '--organization', 'Office', '--prefix', 'AB']);
    const organization = join(root, 'organization.yaml');
    writeFileSync(organization, readFileSync(organization, 'utf8').replace('people: []', 'people:\n  - { id: p1, name: A, unit: qms-office }'));
    mkdirSync(join(root, 'procedures'), { recursive: true });
    writeFileSync(join(root, 'procedures', 'QP-07.md'), procedure);
    writeFileSync(join(root, 'procedures', 'QR-QP07-01.md'), form);
    const draft = readState(root);
    await mustRun(root, ['submit', 'AB/QP-07', '--effective', '2004-07-02']);
    await mustRun(example, ['init', '--example']);
    return { nothing: new Map(), draft, approved: readState(root), example: readState(example) };
  } finally {
    for (const folder of [root, example]) rmSync(folder, { recursive: true, force: true });
  }
}

const procedure = `---
type: procedure
id: AB/QP-07
title: Training
revision: A/0
status: draft
owner: qms-office
records: [AB/QR-QP07-01]
changes:
  - { revision: A/0, section: all, summary: first issue }
---

# Training

## 1 Purpose

To have every post filled by people who can do the work it asks for, and to be able to show it at any time.

## 2 Scope

All posts of the office.

## 3 Responsibilities

The quality officer plans training and judges its effect; each head of unit names the needs of the unit.

## 4 Procedure

| Step | Work | Post | Limit | Record |
|---|---|---|---|---|
| 1 | Ask each unit for its needs | Quality officer | by 10 January | AB/QR-QP07-01 |

## 5 Related documents

AB/QM-01.

## 6 Related records

AB/QR-QP07-01.
`;

const form = `---
type: form
id: AB/QR-QP07-01
title: Training needs
revision: A/0
status: draft
owner: qms-office
procedure: AB/QP-07
retention: { years: 3 }
keeper: qms-office
disposal: destroy
fields: []
---

| Unit | Need |
|---|---|
`;
