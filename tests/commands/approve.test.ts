import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Env, Outcome, Question } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace, memoryTree } from '../memory.ts';

type Files = Record<string, string>;
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const document = (words: string, revision = 'A/0', more = ''): string =>
  `---\ntype: work-instruction\nid: AB/WI-01\ntitle: 收件指引\nrevision: ${revision}\nstatus: approved\nowner: office\neffective: "2005-01-10"\nprepared: { by: p1, on: "2004-12-01" }\nreviewed: { by: p2, on: "2004-12-02" }\napproved: { by: p3, on: "2004-12-03" }\ndistribution: [office]\nblocks: [support]\nclauses: ["7.5.1"]\n${more}---\n\n# 收件指引\n\n## 1 要求\n\n${words}\n`;
const shown = '::include{file="parts/scope.md"}\n\n![流程][flow]\n\n[flow]: flow.png';
const workspace = (words = `收件当场核对材料。\n\n${shown}`): Files => ({
  ...bareWorkspace,
  'organization.yaml': `${bareWorkspace['organization.yaml']}people:\n  - { id: p1, name: 甲一, unit: office }\n  - { id: p2, name: 乙二, unit: office }\n  - { id: p3, name: 丙三, unit: office }\n`,
  'work/WI-01.md': document(words),
  'work/parts/scope.md': document('适用于各窗口。\n\n![章](seal.png)').replace('AB/WI-01', 'AB/WI-02'),
  'work/parts/seal.png': '\u0089PNG\r\n\u001a\nseal', 'work/flow.png': 'flow',
});

/** The folder, and as git holds it: HEAD and the earlier texts of the document, newest first. */
function world(files: Files, { head = files, earlier = [], ...more }: { head?: Files; earlier?: readonly string[] } & Partial<Env> = {}): Env {
  const env = memoryEnv(files);
  const versions = [head['work/WI-01.md'] ?? '', ...earlier];
  return { ...env, ...more, host: { ...env.host, head: async () => 'c0ffee', readTreeAt: async () => memoryTree(head), sign: async () => new TextEncoder().encode('SIG'),
    fileVersions: async () => versions.map((text, index) => ({ commit: `c${index}`, date: '2004-07-01', read: () => new TextEncoder().encode(text) })) } };
}
const approve = (env: Env, options: Record<string, unknown> = {}): Promise<Outcome> => runCommand('approve', env, ['AB/WI-01'], { as: 'p3', ...options });
async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => { throw new Error('it was signed'); }, (problem: unknown) => problem);
  if (!(error instanceof UsageError)) throw error;
  return format(error.text, error.args, 'en');
}
const edited = (path: string, find: string, replace: string): Files => {
  const files = workspace();
  const text = files[path] as string;
  if (!text.includes(find)) throw new Error(`nothing to replace in ${path}`);
  return { ...files, [path]: text.replace(find, replace) };
};

test('the approval names the bytes of the text, of what it includes, and of every picture on its pages', async () => {
  const files = workspace();
  const { artifacts = [], notes = '' } = await approve(world(files));
  expect(artifacts.map(({ path }) => path)).toEqual(['/w/approvals/AB-WI-01/A-0/approve-p3.yaml']);
  const text = new TextDecoder().decode(artifacts[0]?.bytes);
  for (const path of ['work/flow.png', 'work/parts/scope.md', 'work/parts/seal.png']) expect(text).toContain(`  - { path: "${path}", sha256: ${sha(files[path] as string)} }`);
  expect(text).toContain(`sha256: ${sha(files['work/WI-01.md'] as string)}`);
  expect(text).toContain('commit: "c0ffee"');
  expect(notes).toContain('签署的是 work/WI-01.md 全文');
  expect(notes).toContain('丙三 已签署 AB/WI-01 A/0（批准）');
});

describe('nobody signs what cannot be seen, or is not what it looks like', () => {
  const tricks: [name: string, words: string, code: string][] = [
    ['a direction mark', '罚款\u202e00001\u202c元。', 'document/hidden-characters'],
    ['an isolate', '罚款\u206600001\u2069元。', 'document/hidden-characters'],
    ['a zero-width space', '材料\u200b齐全。', 'document/hidden-characters'],
    ['a soft hyphen', 'AB/WI\u00ad-01', 'document/hidden-characters'],
    ['tag characters', '材料\u{e0041}齐全。', 'document/hidden-characters'],
    ['a comment', '材料齐全。<!-- 熟人可缺 -->', 'document/hidden-characters'],
    ['a comment after a code block of another fence', '~~~\n```\n~~~\n\n材料齐全。<!-- 熟人可缺 -->', 'document/hidden-characters'],
    ['a comment behind escaped backticks', '\\`材料齐全。<!-- 熟人可缺 -->\\`', 'document/hidden-characters'],
    ['a comment that pretends to be a mark of ours', '材料齐全。<!-- expect 熟人可缺 -->', 'document/hidden-characters'],
    ['a comment behind a mark of ours', '<!-- qms-ignore document/stub: 短 --> <!-- 熟人可缺 -->\n\n材料齐全。', 'document/hidden-characters'],
    ['a footnote that nothing refers to', '材料齐全。\n\n[^1]: 熟人可缺。', 'document/hidden-characters'],
    ['a link definition that nothing refers to', '材料齐全。\n\n[x]: WI-01.md "熟人可缺"', 'document/hidden-characters'],
    ['a comment in a flow chart', '```mermaid\nflowchart TD\n%% 熟人可缺\nA --> B\n```', 'document/hidden-characters'],
    ['a suppression of this very finding', '<!-- qms-ignore document/hidden-characters: 无妨 -->\n材料\u200b齐全。', 'document/hidden-characters'],
    ['a Cyrillic letter in a number', '见 \u0410B/WI-01。', 'document/confusable-characters'],
    ['a kana for a character', '\u30cb十日内办结。', 'document/confusable-characters'],
  ];
  test.each(tricks)('%s', async (_, words, code) => {
    const files = workspace(words);
    expect(await refused(approve(world(files)))).toMatch(new RegExp(`^work/WI-01\\.md:\\d+ has a finding \\(${code}\\)`));
    expect((await refused(approve(world(files)))).match(/:(\d+) /)?.[1]).toBe(String((files['work/WI-01.md'] as string).split('\n').findIndex((line) => /[\u00ad\u0410\u200b\u202e\u2066\u30cb\u{e0041}]|熟人可缺/u.test(line)) + 1));
  });
  test('the same in a file that is included', async () => {
    expect(await refused(approve(world(edited('work/parts/scope.md', '适用于', '适\u200b用于'))))).toMatch(/^work\/parts\/scope\.md:\d+ has a finding \(document\/hidden-characters\)/);
  });
  test('a picture that is not there', async () => {
    const { 'work/parts/seal.png': _, ...files } = workspace();
    expect(await refused(approve(world(files)))).toBe('AB/WI-01 shows work/parts/seal.png, which is no readable file of the workspace; nobody can sign for it.');
  });
});

test.each(['work/WI-01.md', 'work/parts/scope.md', 'work/flow.png', 'work/parts/seal.png'])('nobody signs what is not committed: %s', async (path) => {
  const files = workspace();
  const head = { ...files, [path]: path.endsWith('.md') ? (files[path] as string).replace('## 1 要求', '## 1 规定') : 'older' };
  expect(await refused(approve(world(files, { head })))).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}:${path.endsWith('.md') ? 19 : 1} is not committed as it stands`));
  const { [path]: __, ...without } = files;
  expect(await refused(approve(world(files, { head: without })))).toMatch(/:1 is not committed/);
});

describe('what changed is shown first', () => {
  const files = { ...workspace(), 'work/WI-01.md': document(`收件当场核对材料，两份。\n\n${shown}`, 'A/1', 'changes:\n  - { revision: A/1, on: "2004-12-01", section: "1", summary: 份数, request: GG-1 }\n') };
  const earlier = [document(`收件当场核对材料。\n\n${shown}`)];
  test('in a script on stderr', async () => {
    const { notes = '', text } = await approve(world(files, { earlier }));
    expect(text).toBeUndefined();
    expect(notes).toContain('~ 收件当场核对材料{+，两份+}。');
    expect(notes).toMatch(/丙三 已签署 AB\/WI-01 A\/1（批准）：approvals\/AB-WI-01\/A-1\/approve-p3\.yaml\n$/);
  });
  const asking = (answer: string): { env: Env; heard: (string | undefined)[] } => {
    const heard: (string | undefined)[] = [];
    const ask = async ({ text, proposal }: Question): Promise<string> => { heard.push(text['zh-CN'], proposal); return answer; };
    return { env: world(files, { earlier, ask, emit: ({ notes }) => heard.push(notes?.includes('{+，两份+}') ? 'diff' : notes) }), heard };
  };
  test('at a terminal before the question, to which the answer that stands there is no', async () => {
    const { env, heard } = asking('yes');
    expect((await approve(env, { role: 'approve' })).artifacts).toHaveLength(1);
    expect(heard).toEqual(['diff', '签署：“我批准本文施行。”', 'no']);
  });
  test('and no means no', async () => {
    expect(await refused(approve(asking('no').env, { role: 'approve' }))).toBe('Not signed; nothing was written.');
  });
});

test('at a terminal the role that is still open is proposed', async () => {
  const heard: Question[] = [];
  const files = workspace();
  const env = world({ ...files, 'qms.yaml': `${files['qms.yaml']}approval: { work-instruction: { roles: [prepare, approve] } }\n` }, { ask: async (question) => { heard.push(question); return question.choices?.some(({ value }) => value === 'yes') ? 'yes' : question.proposal ?? 'p1'; } });
  const { artifacts } = await runCommand('approve', env, ['AB/WI-01']);
  expect(heard.map(({ text, proposal }) => [text.en, proposal])).toEqual([['In which role?', 'prepare'], ['Who signs?', undefined], ['Sign: "本文由我编制。"', 'no']]);
  expect(artifacts?.[0]?.path).toBe('/w/approvals/AB-WI-01/A-0/prepare-p1.yaml');
});

test('level 2 without a key is refused before anything is written; confirm signs too', async () => {
  const files = workspace();
  const strict = { ...files, 'qms.yaml': `${files['qms.yaml']}approval: { work-instruction: { roles: [approve], level: 2 } }\n` };
  expect(await refused(approve(world(strict)))).toMatch(/^--sign is missing/);
  const outcome = await runCommand('confirm', world(strict), ['AB/WI-01'], { as: 'p3', sign: 'key' });
  expect(outcome.artifacts?.map(({ path }) => path)).toEqual(['yaml.sig', 'yaml'].map((end) => `/w/approvals/AB-WI-01/A-0/confirm-p3-2004-12-31.${end}`));
});

describe('a text mended after somebody signed it', () => {
  const reviewed = (words: string, role: string): Files => {
    const files = workspace(words);
    const record = `kind: approval\nstatement: qms/approval@1\ndocument: AB/WI-01\npath: work/WI-01.md\nrevision: A/0\nsha256: ${sha('what p2 saw')}\nrole: ${role}\nperson: p2\nat: "2004-12-05T08:00:00Z"\n`;
    return { ...files, [`approvals/AB-WI-01/A-0/${role}-p2.yaml`]: record };
  };
  test('before the approval the reviewer signs again, in a file of the next number', async () => {
    const { artifacts } = await approve(world(reviewed('收件。', 'review')), { as: 'p2', role: 'review' });
    expect(artifacts?.map(({ path }) => path)).toEqual(['/w/approvals/AB-WI-01/A-0/review-p2-2.yaml']);
  });
  test('after the approval it cannot be confirmed as unchanged', async () => {
    expect(await refused(runCommand('confirm', world(reviewed('收件。', 'approve')), ['AB/WI-01'], { as: 'p3' }))).toMatch(/^The text of AB\/WI-01 is not the one that was approved as A\/0/);
  });
});
