import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { judgeFiles } from './memory.ts';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const document = (id: string, words: string, revision = 'A/0'): string => `---
type: procedure
id: ${id}
title: 程序
revision: ${revision}
status: effective
owner: office
effective: "2004-07-01"
---

# 程序

${words}

![流程图](flow.png)
`;
const picture = 'PNG-bytes';
type Files = Record<string, string>;

function approval(doc: { id: string; path: string; text: string; revision?: string }, role: string, person: string, at: string, previous?: string): { path: string; text: string } {
  const revision = doc.revision ?? 'A/0';
  const text = ['kind: approval', 'statement: qms/approval@1', `document: ${doc.id}`, `path: ${doc.path}`, `revision: ${revision}`, `sha256: ${sha(doc.text)}`,
    'includes:', `  - { path: procedures/flow.png, sha256: ${sha(picture)} }`, `role: ${role}`, `person: ${person}`, `at: "${at}"`, ...(previous ? [`previous: ${previous}`] : []), ''].join('\n');
  return { path: `approvals/${doc.id.replace('/', '-')}/${revision.replace('/', '-')}/${role}-${person}.yaml`, text };
}

/** Two documents, each prepared, reviewed and approved by three people. */
function signed(): Files {
  const files: Files = {
    'qms.yaml': 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\napproval: { procedure: { roles: [prepare, review, approve], distinct: true } }\n',
    'organization.yaml': 'kind: organization\nname: 某局\nunits:\n  - { id: office, name: 办公室, block: support }\npeople:\n  - { id: p1, name: 甲一, unit: office }\n  - { id: p2, name: 乙二, unit: office }\n  - { id: p3, name: 丙三, unit: office }\n',
    'procedures/flow.png': picture,
    'procedures/QP-01.md': document('AB/QP-01', '文件发布前由办公室主任批准，五个工作日内办结。'),
    'procedures/QP-02.md': document('AB/QP-02', '记录由形成部门保存三年，到期按规定销毁。'),
  };
  for (const number of ['01', '02']) {
    const doc = { id: `AB/QP-${number}`, path: `procedures/QP-${number}.md`, text: files[`procedures/QP-${number}.md`] as string };
    let previous: string | undefined;
    for (const [role, person, at] of [['prepare', 'p1', '2004-06-01T08:00:00Z'], ['review', 'p2', '2004-06-02T08:00:00Z'], ['approve', 'p3', '2004-06-03T08:00:00Z']] as const) {
      const file = approval(doc, role, person, at, previous);
      files[file.path] = file.text;
      previous = sha(file.text);
    }
  }
  return files;
}

const doc1 = 'procedures/QP-01.md';
const [prepare, review, approve] = ['prepare-p1', 'review-p2', 'approve-p3'].map((name) => `approvals/AB-QP-01/A-0/${name}.yaml`) as [string, string, string];
const edit = (files: Files, path: string, find: string | RegExp, replace: string): void => {
  const before = files[path] as string;
  files[path] = before.replace(find, replace);
  if (files[path] === before) throw new Error(`nothing to replace in ${path}`);
};

/** What the attacker does, and the code that must refuse it. */
const attacks: [name: string, code: string, attack: (files: Files) => void][] = [
  ['edits one character of approved text', 'approval/silent-edit', (f) => edit(f, doc1, '五个', '六个')],
  ['adds a space at the end of a line', 'approval/silent-edit', (f) => edit(f, doc1, '办结。', '办结。 ')],
  ['adds a line break at the end of the file', 'approval/silent-edit', (f) => edit(f, doc1, /$/, '\n')],
  ['removes the last line break', 'approval/silent-edit', (f) => edit(f, doc1, /\n$/, '')],
  ['changes the owner in the front matter', 'approval/silent-edit', (f) => { edit(f, doc1, 'owner: office', 'owner: "office"'); }],
  ['moves the day of entry into force', 'approval/silent-edit', (f) => edit(f, doc1, '2004-07-01', '2004-06-10')],
  ['adds a hidden comment', 'approval/silent-edit', (f) => edit(f, doc1, '# 程序', '# 程序\n\n<!-- 另有规定 -->')],
  ['puts a byte-order mark before the text', 'approval/silent-edit', (f) => { f[doc1] = `\ufeff${f[doc1]}`; }],
  ['turns line ends into lone carriage returns', 'approval/silent-edit', (f) => { f[doc1] = (f[doc1] as string).replaceAll('\n\n', '\n\r'); }],
  ['adds a zero-width character', 'approval/silent-edit', (f) => edit(f, doc1, '文件', '文\u200b件')],
  ['exchanges the picture that the page shows', 'approval/silent-edit', (f) => { f['procedures/flow.png'] = 'other bytes'; }],
  ['removes the picture', 'approval/silent-edit', (f) => { delete f['procedures/flow.png']; }],
  ['edits the text and the digest in the approval', 'approval/chain', (f) => { edit(f, doc1, '五个', '六个'); for (const path of [prepare, review, approve]) edit(f, path, /sha256: \w+\nincludes/, `sha256: ${sha(f[doc1] as string)}\nincludes`); }],
  ['swaps the two documents', 'approval/misplaced', (f) => { [f[doc1], f['procedures/QP-02.md']] = [f['procedures/QP-02.md'] as string, f[doc1] as string]; }],
  ['replays the approval for the other document', 'approval/silent-edit', (f) => { f['procedures/QP-02.md'] = document('AB/QP-02', '另一段没有人签过的文字，长短相仿，内容不同。'); }],
  ['copies an approval under another document', 'approval/misplaced', (f) => { f['approvals/AB-QP-02/A-0/approve-p1.yaml'] = f[approve] as string; }],
  ['rewrites an approval to name another document', 'approval/chain', (f) => edit(f, approve, 'document: AB/QP-01', 'document: AB/QP-02')],
  ['raises the revision and keeps the old approvals', 'approval/missing', (f) => edit(f, doc1, 'revision: A/0', 'revision: A/1')],
  ['raises the revision in text and approvals', 'approval/misplaced', (f) => { edit(f, doc1, 'revision: A/0', 'revision: A/1'); for (const path of [prepare, review, approve]) edit(f, path, 'revision: A/0', 'revision: A/1'); }],
  ['drops the approval', 'approval/missing', (f) => { delete f[approve]; }],
  ['drops the review', 'approval/chain', (f) => { delete f[review]; }],
  ['drops the first of the chain', 'approval/chain', (f) => { delete f[prepare]; }],
  ['takes the citation of the former approval out', 'approval/chain', (f) => edit(f, review, /previous: \w+\n/, '')],
  ['reorders the chain', 'approval/chain', (f) => { const digest = sha(f[approve] as string); edit(f, prepare, /$/, `previous: ${digest}\n`); }],
  ['re-dates a review before the text was prepared', 'approval/order', (f) => edit(f, review, '2004-06-02', '2004-05-02')],
  ['re-dates the approval after entry into force', 'approval/order', (f) => edit(f, approve, '2004-06-03', '2004-08-03')],
  ['dates a signature into the future', 'approval/order', (f) => edit(f, approve, '2004-06-03', '2005-06-03')],
  ['signs in the name of somebody who is not there', 'approval/misplaced', (f) => edit(f, approve, 'person: p3', 'person: p9')],
  ['lets the author approve', 'approval/same-person', (f) => { f['approvals/AB-QP-01/A-0/approve-p1.yaml'] = (f[approve] as string).replace('person: p3', 'person: p1'); delete f[approve]; }],
  ['turns a review into an approval', 'approval/misplaced', (f) => edit(f, review, 'role: review', 'role: approve')],
  ['moves the document to another file', 'approval/misplaced', (f) => { f['procedures/other.md'] = f[doc1] as string; delete f[doc1]; }],
  ['damages the approval file', 'approval/missing', (f) => edit(f, approve, 'statement: qms/approval@1', 'statement: qms/approval@2')],
];

describe('attacks on approvals', () => {
  test('without an attack the ledger is silent', async () => {
    const { diagnostics } = await judgeFiles(signed());
    expect(diagnostics.filter(({ code }) => code.startsWith('approval/') || code.startsWith('load/'))).toEqual([]);
  });
  test('a picture whose address cannot be decoded is no crash', async () => {
    const files = signed();
    edit(files, doc1, 'flow.png', 'flow%zz.png');
    expect((await judgeFiles(files)).diagnostics.map(({ code }) => code)).toContain('approval/silent-edit');
  });
  test(`there are at least 30 of them: ${attacks.length}`, () => expect(attacks.length).toBeGreaterThanOrEqual(30));
  test.each(attacks)('%s → %s', async (_, code, attack) => {
    const files = signed();
    attack(files);
    const { diagnostics } = await judgeFiles(files);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map((diagnostic) => diagnostic.code)).toContain(code);
  });
});
