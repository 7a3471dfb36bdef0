import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { judgeFiles } from './memory.ts';
import { armor, unarmor } from './model/openssh.ts';
import { softwareKey } from './model/software-key.ts';

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

const at2 = { prepare: '2004-06-01T08:00:00Z', review: '2004-06-02T08:00:00Z', approve: '2004-06-03T08:00:00Z' };
const keys = { p1: softwareKey(), p2: softwareKey(), p3: softwareKey(), stranger: softwareKey() };
const signers = (lines: Partial<Record<keyof typeof keys, string>> = {}): string =>
  Object.entries({ p1: '', p2: '', p3: '', ...lines }).map(([person, options]) => `${person} ${options}${options ? ' ' : ''}${keys[person as keyof typeof keys].line}\n`).join('');
const signAs = (files: Files, path: string, key: { sign(message: Uint8Array, namespace: string): Buffer }, namespace = 'qms-approval'): void => {
  files[`${path}.sig`] = key.sign(new TextEncoder().encode(files[path] as string), namespace).toString();
};
/** The same ledger with the signature of each person's own key beside each approval; the list of keys is attached to the first procedure. */
function sealed(): Files {
  const files = signed();
  edit(files, 'qms.yaml', 'distinct: true', 'distinct: true, level: 2');
  files['approvals/allowed_signers'] = signers();
  for (const number of ['01', '02']) {
    const path = `procedures/QP-${number}.md`;
    if (number === '01') edit(files, path, 'owner: office', 'owner: office\nattachments: [../approvals/allowed_signers]');
    let previous: string | undefined;
    for (const [role, person] of [['prepare', 'p1'], ['review', 'p2'], ['approve', 'p3']] as const) {
      const file = approval({ id: `AB/QP-${number}`, path, text: files[path] as string }, role, person, at2[role], previous);
      const text = number === '01' ? file.text.replace('includes:\n', `includes:\n  - { path: approvals/allowed_signers, sha256: ${sha(signers())} }\n`) : file.text;
      files[file.path] = text;
      previous = sha(text);
      signAs(files, file.path, keys[person]);
    }
  }
  return files;
}
/** Writes the approvals of the first procedure anew from some step on, the chain intact, without the keys of those who signed. */
function forge(files: Files): void {
  let previous: string | undefined;
  for (const path of [prepare, review, approve]) {
    const text = (files[path] as string).replace(/sha256: \w+\n(?=includes|role)/, `sha256: ${sha(files[doc1] as string)}\n`).replace(/previous: \w+/, `previous: ${previous}`);
    files[path] = text;
    previous = sha(text);
  }
}

/** What the attacker does to approvals at level 1, and the code that must refuse it. */
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

/** More at level 1: the text and its people. */
attacks.push(
  ['puts the old text back after a newer revision was approved', 'document/revision-mismatch', (f) => {
    const newer = approval({ id: 'AB/QP-01', path: doc1, text: document('AB/QP-01', '新的文字。', 'A/1'), revision: 'A/1' }, 'approve', 'p3', '2004-09-03T08:00:00Z', sha(f[approve] as string));
    f[newer.path] = newer.text;
  }],
  ['has the text reviewed, then edits it, then has it approved', 'approval/silent-edit', (f) => {
    edit(f, doc1, '五个', '六个');
    edit(f, approve, /sha256: \w+\nincludes/, `sha256: ${sha(f[doc1] as string)}\nincludes`);
  }],
  ['signs in the name of somebody who had left', 'approval/misplaced', (f) => edit(f, 'organization.yaml', '丙三, unit: office', '丙三, unit: office, until: "2004-05-31"')],
  ['copies an approval beside itself under a further number', 'approval/misplaced', (f) => { f['approvals/AB-QP-01/A-0/approve-p3-2.yaml'] = f[approve] as string; }],
  ['shows a second picture', 'approval/silent-edit', (f) => { edit(f, doc1, '![流程图]', '![章](seal.png) ![流程图]'); f['procedures/seal.png'] = 'seal'; }],
  ['exchanges a picture that is shown by reference', 'approval/silent-edit', (f) => { resign(f, '![流程图](flow.png)', '![流程图][flow]\n\n[flow]: flow.png'); f['procedures/flow.png'] = 'other bytes'; }],
  ['edits a file that an included file includes', 'approval/silent-edit', (f) => {
    f['procedures/part.md'] = document('AB/QP-03', '::include{file="deep.md"}').replace('status: effective', 'status: draft');
    f['procedures/deep.md'] = document('AB/QP-04', '五日内办结。').replace('status: effective', 'status: draft');
    resign(f, '五个工作日内办结。', '\n\n::include{file="part.md"}', ['procedures/deep.md', 'procedures/part.md']);
    edit(f, 'procedures/deep.md', '五日', '九日');
  }],
);

/** An honest change of the first procedure, signed by all three; `includes` are further files it shows. */
function resign(files: Files, find: string, replace: string, includes: readonly string[] = []): void {
  edit(files, doc1, find, replace);
  const more = includes.map((path) => `  - { path: ${path}, sha256: ${sha(files[path] as string)} }\n`).join('');
  for (const path of [prepare, review, approve]) files[path] = (files[path] as string).replace('includes:\n', `includes:\n${more}`);
  forge(files);
}

/** What the attacker does at level 2, where each person has a key. */
const keyAttacks: [name: string, code: string, attack: (files: Files) => void][] = [
  ['forges the whole chain without a key', 'approval/signature', (f) => { edit(f, doc1, '五个', '六个'); forge(f); }],
  ['removes a signature', 'approval/signature', (f) => { delete f[`${approve}.sig`]; }],
  ['signs with a key that nobody listed', 'approval/signature', (f) => signAs(f, approve, keys.stranger)],
  ['signs with the key of another person', 'approval/signature', (f) => signAs(f, approve, keys.p1)],
  ['takes the signature of another approval', 'approval/signature', (f) => { f[`${approve}.sig`] = f[`${review}.sig`] as string; }],
  ['takes a signature made for another purpose', 'approval/signature', (f) => signAs(f, approve, keys.p3, 'git')],
  ['flips one bit of the signature', 'approval/signature', (f) => { const bytes = unarmor(Buffer.from(f[`${approve}.sig`] as string)); bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1; f[`${approve}.sig`] = armor(bytes).toString(); }],
  ['uses a key that had run out', 'approval/signature', (f) => { f['approvals/allowed_signers'] = signers({ p3: 'valid-before="20040601Z"' }); }],
  ['uses a key before its time', 'approval/signature', (f) => { f['approvals/allowed_signers'] = signers({ p3: 'valid-after="20040701Z"' }); }],
  ['re-dates a signed approval into the time of the key', 'approval/signature', (f) => edit(f, approve, '2004-06-03', '2004-06-04')],
  ['lists one key under two names', 'approval/signers', (f) => { f['approvals/allowed_signers'] = signers().replace(keys.p3.line, keys.p1.line); }],
  ['lets one line stand for everybody', 'approval/signers', (f) => { f['approvals/allowed_signers'] = `* ${keys.stranger.line}\n`; }],
  ['adds a key to the list', 'approval/silent-edit', (f) => { f['approvals/allowed_signers'] = `${signers()}p2 ${keys.stranger.line}\n`; }],
  ['takes the list away', 'approval/signature', (f) => { delete f['approvals/allowed_signers']; }],
  ['takes the list out of control', 'approval/signers-uncontrolled', (f) => edit(f, doc1, 'attachments: [../approvals/allowed_signers]\n', '')],
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
  test('nor is it after an honest change that all three signed', async () => {
    const files = signed();
    files['procedures/part.md'] = document('AB/QP-03', '五日内办结。').replace('status: effective', 'status: draft');
    resign(files, '五个工作日内办结。', '\n\n::include{file="part.md"}\n\n![图][flow]\n\n[flow]: flow.png', ['procedures/part.md']);
    const { diagnostics } = await judgeFiles(files);
    expect(diagnostics.filter(({ code }) => code.startsWith('approval/') || code.startsWith('load/'))).toEqual([]);
  });
  test('nor is it with signatures', async () => {
    const { diagnostics } = await judgeFiles(sealed());
    expect(diagnostics.filter(({ code }) => code.startsWith('approval/') || code.startsWith('load/'))).toEqual([]);
  });
  test(`there are at least 30 of them: ${attacks.length} without keys, ${keyAttacks.length} with keys`, () => {
    expect(attacks.length).toBeGreaterThanOrEqual(30);
    expect(new Set([...attacks, ...keyAttacks].map(([name]) => name)).size).toBe(attacks.length + keyAttacks.length);
  });
  test.each(attacks)('%s → %s', async (_, code, attack) => {
    const files = signed();
    attack(files);
    const { diagnostics } = await judgeFiles(files);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map((diagnostic) => diagnostic.code)).toContain(code);
  });
  test.each(keyAttacks)('%s → %s', async (_, code, attack) => {
    const files = sealed();
    attack(files);
    expect((await judgeFiles(files)).diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });
});
