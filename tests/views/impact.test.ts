import { describe, expect, test } from 'vitest';
import type { Project } from '#model/project.ts';
import { renderImpact } from '#render/impact.ts';
import { changedLines } from '#views/changed-lines.ts';
import { impact, type ImpactView } from '#views/impact.ts';
import type { TouchKind } from '#views/impact-touches.ts';
import { judgeFiles } from '../memory.ts';

type Files = Readonly<Record<string, string>>;
const bureau: Files = {
  'qms.yaml': 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\nnumbering: { procedure: "AB/QP-{n:2}", form: "AB/QR-{parent}-{n:2}", external: "WL-{n:3}" }\n',
  'organization.yaml': `kind: organization
name: 某局
units:
  - { id: office, name: 办公室, block: support }
  - { id: window, name: 工商窗口, block: licensing }
posts:
  - { id: head, name: 处长, unit: office }
  - { id: deputy, name: 副处长, unit: office }
  - { id: clerk, name: 文件管理员, unit: office }
people:
  - { id: p1, name: 甲一, unit: office, posts: [head] }
  - { id: p2, name: 乙二, unit: office, posts: [deputy, clerk] }
  - { id: p3, name: 丙三, unit: office, posts: [clerk], until: "2004-06-30" }
`,
  'processes.yaml': 'kind: processes\nprocesses:\n  - { id: MP05, name: 文件控制, owner: office, documents: [AB/QP-01] }\n  - { id: MP06, name: 记录控制, owner: office, documents: [AB/QP-02] }\n',
  'external.yaml': 'kind: external-documents\ndocuments:\n  - { id: WL-001, title: 中华人民共和国行政许可法, aliases: [行政许可法], standing: in-force, limits: [{ id: WL-001-L1, days: 20 }] }\n',
  'licensing.yaml': 'kind: licensing\nitems:\n  - { id: XK-01, name: 名称核准, limit: { days: 5, basis: WL-001-L1 }, documents: [AB/QP-02] }\n',
  'objectives.yaml': 'kind: objectives\nobjectives:\n  - { id: MB-01, statement: 文件发放及时, source: "发放登记表（AB/QR-QP01-01）" }\n  - { id: MB-02, statement: 与此无关 }\n',
  'distribution.yaml': `kind: distribution
copies:
  - { document: AB/QP-01, revision: A/0, copy: "001", holder: office, issued: "2004-07-01" }
  - { document: AB/QP-01, revision: A/0, copy: "002", holder: window, issued: "2004-07-01" }
  - { document: AB/QP-01, revision: A/0, copy: "003", holder: window, issued: "2004-07-01", recalled: "2004-08-01" }
`,
  'programme.yaml': `kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: "2004-05-10", held: "2004-05-10", units: [office], clauses: ["4.2.3"], status: held }
  - { id: NS-2004-02, planned: "2005-01-10", units: [window], clauses: ["4.2.3"], status: planned }
  - { id: NS-2004-03, planned: "2005-01-11", units: [window], clauses: ["8.2.1"], status: planned }
`,
  'NC-1.yaml': 'kind: nonconformity\nid: NC-2004-001\nstatus: planned\ndocument: AB/QP-01\nunit: window\nfact: { statement: 窗口使用旧版文件 }\n',
  'NC-2.yaml': 'kind: nonconformity\nid: NC-2004-002\nstatus: closed\nclosed: "2004-09-01"\ndocument: AB/QP-01\n',
  'QP-01.md': `---
type: procedure
id: AB/QP-01
title: 文件控制程序
blocks: [support]
clauses: ["4.2.3"]
revision: A/0
status: effective
owner: office
records: [AB/QR-QP01-01]
---

# 文件控制程序

## 4 工作程序

文件发布前由处长批准。:req[4.2.3-d]

更改以更改单提出，
重新批准。:req[4.2.3-e]

| 步骤 | 工作内容 | 责任岗位 | 时限 |
|---|---|---|---|
| 1 | 审核 | 副处长 | 3日 |
| 2 | 发放 | 文件管理员 | 1日 |
`,
  'QR-QP01-01.md': '---\ntype: form\nid: AB/QR-QP01-01\ntitle: 发放登记表\nrevision: A/0\nstatus: effective\nprocedure: AB/QP-01\n---\n\n| 序号 |\n|---|\n',
  'QP-02.md': '---\ntype: procedure\nid: AB/QP-02\ntitle: 记录控制程序\nrevision: A/0\nstatus: effective\nowner: window\n---\n\n# 记录控制程序\n\n表单按AB/QP-01编号，许可依《行政许可法》办理。\n',
  'approvals/AB-QP-01/A-0/approve-p1.yaml': 'kind: approval\nstatement: qms/approval@1\ndocument: AB/QP-01\npath: QP-01.md\nrevision: A/0\nsha256: "{digest}"\nrole: approve\nperson: p1\nat: "2004-06-20T08:00:00Z"\n',
};

const linked = new Map<string, Project>();
async function project(files: Files): Promise<Project> {
  const known = linked.get(JSON.stringify(files));
  if (known) return known;
  const made = (await judgeFiles(files)).project as Project;
  linked.set(JSON.stringify(files), made);
  return made;
}
/** The bureau with its approval given for the text as it stands. */
async function signed(): Promise<Files> {
  const digest = (await project(bureau)).files.find(({ path }) => path === 'QP-01.md')?.digest ?? '';
  const path = 'approvals/AB-QP-01/A-0/approve-p1.yaml';
  return { ...bureau, [path]: (bureau[path] as string).replace('{digest}', digest) };
}
async function changed(edit: (files: Record<string, string>) => void): Promise<ImpactView> {
  const before = await signed();
  const after = { ...before };
  edit(after);
  return impact(await project(before), await project(after), 'HEAD', (was, is) => changedLines(before[was] ?? '', after[is] ?? ''));
}
const replace = (files: Record<string, string>, path: string, from: string, to: string): void => {
  expect(files[path]).toContain(from);
  files[path] = (files[path] as string).replace(from, to);
};
const ids = ({ touched }: ImpactView, kind: TouchKind): string[] => touched[kind].map(({ id }) => id);

const digest = (path: string, of: Project): string => of.files.find((file) => file.path === path)?.digest ?? '';
/** A document and a law changed, the document with a hostile title. */
const two = (): Promise<ImpactView> => changed((files) => {
  replace(files, 'QP-01.md', '更改以更改单提出', '更改以申请单提出');
  replace(files, 'QP-01.md', 'title: 文件控制程序', 'title: "文件 | <img> @某 @admin"');
  replace(files, 'external.yaml', 'standing: in-force', 'standing: repealed');
});

describe('a document', () => {
  test('nothing changed touches nothing', async () => {
    const view = await changed(() => {});
    expect(view.changes).toEqual([]);
    expect(renderImpact(view, 'md', 'zh-CN', false)).toBe('自 HEAD 以来没有改动。\n');
  });
  test('one changed sentence: everything that hangs on it', async () => {
    const view = await changed((files) => replace(files, 'QP-01.md', '更改以更改单提出', '更改以申请单提出'));
    expect(view.changes).toMatchObject([{ kind: 'document', what: 'changed', id: 'AB/QP-01', where: ['4 工作程序'] }]);
    expect(ids(view, 'clauses')).toEqual(['4.2.3']);
    expect(ids(view, 'items')).toEqual(['4.2.3-e']);
    expect(ids(view, 'blocks')).toEqual(['support']);
    expect(ids(view, 'forms')).toEqual(['AB/QR-QP01-01']);
    expect(ids(view, 'documents')).toEqual(['AB/QP-02']);
    expect(ids(view, 'processes')).toEqual(['MP05']);
    expect(ids(view, 'objectives')).toEqual(['MB-01']);
    expect(view.touched.copies).toMatchObject([{ id: '001', name: '办公室', of: 'AB/QP-01 A/0' }, { id: '002', name: '工商窗口' }]);
    expect(view.touched.posts).toMatchObject([{ id: 'deputy', note: { 'zh-CN': '乙二' } }, { id: 'clerk', note: { 'zh-CN': '乙二' } }]);
    expect(ids(view, 'audits')).toEqual(['NS-2004-02']);
    expect(view.touched.nonconformities).toMatchObject([{ id: 'NC-2004-001', note: { en: 'shares AB/QP-01' } }]);
    expect(view.touched.approvals).toMatchObject([{ id: 'approvals/AB-QP-01/A-0/approve-p1.yaml', name: '甲一' }]);
  });
  test('a changed row concerns the row only, a changed paragraph no other paragraph', async () => {
    expect(ids(await changed((files) => replace(files, 'QP-01.md', '3日', '5日')), 'items')).toEqual([]);
    expect(ids(await changed((files) => replace(files, 'QP-01.md', '由处长批准', '由副处长批准')), 'items')).toEqual(['4.2.3-d']);
  });
  test('a sentence that went takes its claim along', async () => {
    const view = await changed((files) => replace(files, 'QP-01.md', '文件发布前由处长批准。:req[4.2.3-d]\n', ''));
    expect(view.touched.items).toMatchObject([{ id: '4.2.3-d', note: { en: 'no longer claimed here' } }]);
  });
  test('with a new revision copies are exchanged and old approvals stay good', async () => {
    const view = await changed((files) => replace(files, 'QP-01.md', 'revision: A/0\nstatus: effective', 'revision: A/1\nstatus: draft'));
    expect(view.changes[0]).toMatchObject({ revision: ['A/0', 'A/1'], status: ['effective', 'draft'] });
    expect(view.touched.copies[0]?.note?.en).toBe('exchange for A/1');
    expect(view.touched.approvals).toEqual([]);
  });
  test('withdrawn or gone, its copies are recalled and those who refer to it are still found', async () => {
    expect((await changed((files) => replace(files, 'QP-01.md', 'status: effective', 'status: obsolete'))).touched.copies[0]?.note?.en).toBe('recall');
    const view = await changed((files) => { delete files['QP-01.md']; });
    expect(view.changes).toMatchObject([{ what: 'removed', id: 'AB/QP-01' }]);
    expect(view.touched.copies[0]?.note?.en).toBe('recall');
    expect(ids(view, 'documents')).toEqual(['AB/QP-02']);
    expect(ids(view, 'processes')).toEqual(['MP05']);
    expect(ids(view, 'approvals')).toHaveLength(1);
  });
  test('damaged is not gone; moved is told; new is new', async () => {
    expect((await changed((files) => replace(files, 'QP-01.md', 'type: procedure', 'type: [')))).toMatchObject({ changes: [{ what: 'unreadable', id: 'AB/QP-01' }] });
    const moved = await changed((files) => { files['sub/QP-01.md'] = files['QP-01.md'] as string; delete files['QP-01.md']; });
    expect(moved.changes).toMatchObject([{ what: 'changed', from: 'QP-01.md', path: 'sub/QP-01.md' }]);
    const added = await changed((files) => { files['QP-03.md'] = (files['QP-02.md'] as string).replace('AB/QP-02', 'AB/QP-03'); });
    expect(added.changes).toMatchObject([{ what: 'added', id: 'AB/QP-03' }]);
    expect(added.touched.copies).toEqual([]);
  });
  test('a picture it shows changed: the approval no longer fits', async () => {
    const shown = { ...bureau, 'a.png': 'a', 'QP-01.md': `${bureau['QP-01.md']}\n![图](a.png)\n` };
    const path = 'approvals/AB-QP-01/A-0/approve-p1.yaml';
    const bare = await project(shown);
    const before = { ...shown, [path]: `${(bureau[path] as string).replace('{digest}', digest('QP-01.md', bare))}includes:\n  - { path: a.png, sha256: ${digest('a.png', bare)} }\n` };
    expect(impact(await project(shown), await project(before), 'HEAD', () => changedLines('', '')).changes).toEqual([]);
    const view = impact(await project(before), await project({ ...before, 'a.png': 'b' }), 'HEAD', () => changedLines('', ''));
    expect(view.changes).toMatchObject([{ what: 'changed', id: 'AB/QP-01' }]);
    expect(ids(view, 'approvals')).toHaveLength(1);
  });
});

describe('an entry of a register', () => {
  test('a repealed law: the documents that cite it by title, the licences that stand on its limits', async () => {
    const view = await changed((files) => replace(files, 'external.yaml', 'standing: in-force', 'standing: repealed'));
    expect(view.changes).toMatchObject([{ kind: 'external-documents', what: 'changed', id: 'WL-001', where: ['standing'] }]);
    expect(ids(view, 'documents')).toEqual(['AB/QP-02']);
    expect(ids(view, 'entries')).toEqual(['XK-01']);
  });
  test('a post: the documents in whose steps it works, and no others', async () => {
    expect(ids(await changed((files) => replace(files, 'organization.yaml', 'name: 副处长,', 'name: 副处长, count: 2,')), 'documents')).toEqual(['AB/QP-01']);
    expect(ids(await changed((files) => replace(files, 'organization.yaml', 'name: 处长,', 'name: 处长, count: 2,')), 'documents')).toEqual([]);
  });
  test('a process: its documents; comments and layout are no change', async () => {
    const view = await changed((files) => replace(files, 'processes.yaml', 'name: 文件控制', 'name: 文件管理'));
    expect(view.changes).toMatchObject([{ kind: 'processes', id: 'MP05', where: ['name'] }]);
    expect(ids(view, 'documents')).toEqual(['AB/QP-01']);
    expect((await changed((files) => replace(files, 'processes.yaml', 'processes:', '# 说明\nprocesses:'))).changes).toEqual([]);
  });
  test('entries come and go', async () => {
    const view = await changed((files) => replace(files, 'processes.yaml', '  - { id: MP06', '  - { id: MP07'));
    expect(view.changes.map(({ what, id }) => `${what} ${id}`)).toEqual(['removed MP06', 'added MP07']);
  });
});

describe('formats', () => {
  test('Markdown fit for a comment: a table of changes, lists, causes, nothing of the text as markup', async () => {
    const md = renderImpact(await two(), 'md', 'zh-CN', false);
    expect(md).toContain('## 自 HEAD 以来 2 处改动的影响\n\n| 改动 | 种类 | 编号、名称 | 版本 | 改动处 |\n|---|---|---|---|---|\n| 修改 | 文件 | AB/QP-01 文件 \\| &lt;img&gt; @某 @\u200badmin |');
    expect(md).toContain('### 引用它的文件（1）\n\n- AB/QP-02 记录控制程序 ← AB/QP-01、WL-001\n');
    expect(md).toContain('- AB/QP-01 A/0（与现稿不同，发布后换发）：001 办公室、002 工商窗口\n');
    expect(md).not.toContain('<img');
  });
  test('text in English, JSON change by change', async () => {
    const view = await two();
    expect(renderImpact(view, 'text', 'en', false)).toContain('Open nonconformities (1)\n  NC-2004-001 窗口使用旧版文件 (shares AB/QP-01) ← AB/QP-01');
    expect((JSON.parse(renderImpact(view, 'json', 'en', false)) as ImpactView).changes[1]?.touches.entries).toEqual([{ id: 'XK-01', name: '名称核准' }]);
  });
});
