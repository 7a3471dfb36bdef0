import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasOpenssh } from '../model/openssh.ts';
import { take } from './prepared.ts';
import { form, procedure } from './sample-procedure.ts';
import { readState, type State } from './states.ts';

/** What is done to a workspace before the command that is tested: a run of the tool, or what a person does by hand. */
export type Step = readonly string[] | ((root: string) => Promise<void>);
/**
 * A command that writes, and the state it starts from: nothing, a workspace with a draft, the same submitted, or the example manual; after further steps.
 */
export interface WritingCommand { readonly name: string; readonly from: 'nothing' | 'draft' | 'approved' | 'example'; readonly after?: readonly Step[]; readonly args: readonly string[] }

const reports = {
  open: ['nc', 'open', '--source', 'monitoring', '--unit', 'office', '--clause', '8.2.4', '--grade', 'minor', '--by', 'p2', '--fact', '10 files were drawn; in 2 of them (0312, 0347) one person signed twice'],
  accept: ['nc', 'accept', 'NC-2004-002', '--by', 'p6', '--where', 'Office', '--rule', 'HL/QP-01, 4.3'],
  plan: ['nc', 'plan', 'NC-2004-002', '--cause', 'The deputy rule lets the examiner stand in as approver', '--category', 'method', '--action', 'The rule bars deputies from their own intake', '--owner', 'p6', '--due', '2005-01-20'],
  act: ['nc', 'act', 'NC-2004-002', '--correction', 'Both files were examined again', '--corrected-on', '2004-12-31', '--checked', 'All 412 files of the quarter', '--result', 'One more, examined again', '--evidence', 'HL/QP-01 A/1'],
  verify: ['nc', 'verify', 'NC-2004-002', '--by', 'p2', '--seen', '20 files, two persons in each', '--evidence', 'note 1', '--effective'],
};
const upTo = (last: keyof typeof reports): string[][] => Object.values(reports).slice(0, Object.keys(reports).indexOf(last) + 1);
const major = (args: readonly string[]): readonly string[] => args.with(args.indexOf('minor'), 'major');
const exported = ['export', '--no-pdf', '--clauses', '4.2', '-o', 'pack.zip'];
const proposed = ['audit', 'programme', '2005', '--propose'];
const planned: readonly Step[] = [proposed, ['audit', 'plan', 'IA-2005-02', '--propose']];
const signed: readonly Step[] = [...planned, ...[['prepare', 'p3'], ['approve', 'p1']].map(([role = '', person = '']) => ['audit', 'sign', 'IA-2005-02', '--paper', 'plan', '--role', role, '--as', person])];
const record = ['audit', 'record', 'IA-2005-02', 'filled.json'];

export const writingCommands: readonly WritingCommand[] = [
  { name: 'init', from: 'nothing', args: ['init', '--organization', 'Office', '--prefix', 'AB'] },
  { name: 'new', from: 'draft', args: ['new', 'procedure', '--title', 'Handling of complaints', '--owner', 'qms-office'] },
  { name: 'submit', from: 'draft', args: ['submit', 'AB/QP-07', '--effective', '2004-07-02'] },
  { name: 'approve', from: 'approved', args: ['approve', 'AB/QP-07', '--role', 'prepare', '--as', 'p1'] },
  ...(hasOpenssh ? [{ name: 'approve --sign', from: 'approved', after: [newKey], args: ['approve', 'AB/QP-07', '--role', 'prepare', '--as', 'p1', '--sign', 'key'] } as const] : []),
  { name: 'confirm', from: 'approved', args: ['confirm', 'AB/QP-07', '--as', 'p1'] },
  { name: 'revise', from: 'approved', args: ['revise', 'AB/QP-07', '--section', '4', '--summary', 'later day', '--reason', 'holidays'] },
  { name: 'withdraw', from: 'approved', args: ['withdraw', 'AB/QP-07', '--reason', 'work given to another office'] },
  { name: 'validate --write-baseline', from: 'draft', args: ['validate', '--write-baseline', 'baseline.yaml', '--owner', 'A', '--expires', '2005-01-01'] },
  { name: 'matrix --output', from: 'draft', args: ['matrix', '--format', 'html', '--output', 'matrix.html'] },
  { name: 'render', from: 'example', args: ['render', 'HL/QP-01', '-o', 'out'] },
  { name: 'render --all --format html', from: 'example', args: ['render', '--all', '--format', 'html', '-o', 'site'] },
  { name: 'export', from: 'example', args: exported },
  { name: 'export over an older pack', from: 'example', after: [[...exported, '--as-of', '2004-12-30']], args: exported },
  ...(hasOpenssh ? [{ name: 'cosign', from: 'example', after: [newKey, exportedForKey], args: ['cosign', 'pack.zip', '--sign', 'key', '--as', 'p1'] } as const] : []),
  { name: 'nc open', from: 'example', args: reports.open },
  { name: 'nc accept', from: 'example', after: upTo('open'), args: reports.accept },
  { name: 'nc plan', from: 'example', after: upTo('accept'), args: reports.plan },
  { name: 'nc act', from: 'example', after: upTo('plan'), args: reports.act },
  { name: 'nc verify', from: 'example', after: upTo('act'), args: reports.verify },
  { name: 'nc close', from: 'example', after: upTo('verify'), args: ['nc', 'close', 'NC-2004-002'] },
  { name: 'nc agree', from: 'example', after: upTo('plan'), args: ['nc', 'agree', 'NC-2004-002', '--by', 'p2'] },
  { name: 'nc extend', from: 'example', after: upTo('plan'), args: ['nc', 'extend', 'NC-2004-002', '--until', '2005-02-20', '--reason', 'the supplier closes until the tenth', '--by', 'p1'] },
  { name: 'nc recheck', from: 'example', after: [major(reports.open), ...upTo('verify').slice(1)], args: ['nc', 'recheck', 'NC-2004-002', '--by', 'p2', '--seen', '30 files', '--evidence', 'note 2', '--effective'] },
  { name: 'nc reopen', from: 'example', args: ['nc', 'reopen', 'NC-2004-001', '--by', 'p2', '--reason', 'a sheet without reader again'] },
  { name: 'nc open --replaces', from: 'example', after: [...upTo('act'), [...reports.verify.slice(0, -1), '--not-effective']], args: [...reports.open, '--replaces', 'NC-2004-002'] },
  { name: 'audit programme', from: 'example', args: proposed },
  { name: 'audit sign', from: 'example', after: [proposed], args: ['audit', 'sign', '2005', '--as', 'p2', '--role', 'prepare'] },
  { name: 'audit plan', from: 'example', after: [proposed], args: ['audit', 'plan', 'IA-2005-01', '--propose'] },
  { name: 'audit send', from: 'example', after: signed, args: ['audit', 'send', 'IA-2005-02'] },
  { name: 'audit record', from: 'example', after: [...planned, dayOfAudit, fillChecklist], args: record },
  { name: 'audit report', from: 'example', after: [...planned, dayOfAudit, fillChecklist, record], args: ['audit', 'report', 'IA-2005-02', '--propose', '--strength', 'Orders are found in a minute'] },
  { name: 'review follow', from: 'example', args: ['review', 'follow', 'D-1', '--done', '2004-12-31', '--evidence', 'programme 2005'] },
  { name: 'review', from: 'example', args: ['review', '2005', '--propose', '--planned', '2005-06-01'] },
  { name: 'objectives record', from: 'example', args: ['objectives', 'record', 'OB-01', '2004-Q4', '97.5', '--sample', '200', '--on', '2004-12-31'] },
];

/** The states that all commands start from. */
export async function startingStates(): Promise<Record<WritingCommand['from'], State>> {
  const [root, example] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'qms-kill-'))) as [string, string];
  try {
    await take(root, ['init', '--organization', 'Office', '--prefix', 'AB']);
    const organization = join(root, 'organization.yaml');
    writeFileSync(organization, readFileSync(organization, 'utf8').replace('people: []', 'people:\n  - { id: p1, name: A, unit: qms-office }'));
    mkdirSync(join(root, 'procedures'), { recursive: true });
    writeFileSync(join(root, 'procedures', 'QP-07.md'), procedure);
    writeFileSync(join(root, 'procedures', 'QR-QP07-01.md'), form);
    const draft = readState(root);
    await take(root, ['submit', 'AB/QP-07', '--effective', '2004-07-02']);
    await take(example, ['init', '--example']);
    return { nothing: new Map(), draft, approved: readState(root), example: readState(example) };
  } finally {
    for (const folder of [root, example]) rmSync(folder, { recursive: true, force: true });
  }
}

/** The manual of the example stands still at the end of 2004; here the audit of March has begun. */
async function dayOfAudit(root: string): Promise<void> {
  const path = join(root, 'qms.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^today:.*$/m, 'today: "2005-03-09"'));
}

/** An auditor fills in the form of the office: all conforms but one row, of which there is a photo. */
async function fillChecklist(root: string): Promise<void> {
  const page = await take(root, ['audit', 'checklist', 'IA-2005-02', '--unit', 'office', '--format', 'html']);
  const { sheet } = JSON.parse(/id="data">([^]*?)<\/script>/.exec(page)?.[1] ?? '') as { sheet: { rows: Record<string, unknown>[] } };
  for (const [at, row] of sheet.rows.entries()) {
    Object.assign(row, { judgement: 'conform', evidence: `Read in the office, and found as the rule says, in file ${at + 1}` });
  }
  const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]).toString('base64');
  Object.assign(sheet.rows[0] as object, { judgement: 'nonconform', evidence: 'On 2005-03-08 in the office 5 files were drawn; file 0312 bears no date of its reading.', photos: [{ name: 'a.jpg', data: photo }] });
  writeFileSync(join(root, 'filled.json'), JSON.stringify({ format: 'qms-worksheet/1', ...sheet }));
}

/** An SSH key in the workspace, where runs find it; ed25519 signs the same bytes the same way each time. */
async function newKey(root: string): Promise<void> {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', join(root, 'key')]);
}

/** A pack that lists the key. */
async function exportedForKey(root: string): Promise<void> {
  mkdirSync(join(root, 'approvals'), { recursive: true });
  writeFileSync(join(root, 'approvals', 'allowed_signers'), `p1 namespaces="qms-evidence" ${readFileSync(join(root, 'key.pub'), 'utf8')}`);
  await take(root, exported);
}
