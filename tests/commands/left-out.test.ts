import { expect, test } from 'vitest';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace, memoryTree } from '../memory.ts';

const files = { ...bareWorkspace, 'a.md': '---\ntype: procedure\nid: AB/QP-01\ntitle: [\n---\n\n# 程序\n', 'b.yaml': 'kind: organization\nname: "\n' };

test('a list says which files it knows nothing of', async () => {
  for (const [locale, words] of [['en', 'Not in here, because they cannot be read: a.md, b.yaml. `qms validate` says why.\n'], ['zh-CN', '下列文件读不出来，其内容不在其中：a.md、b.yaml。原因见 `qms validate`。\n']] as const) {
    for (const [name, args] of [['register', ['documents']], ['matrix', []], ['exclusions', []], ['nc list', []], ['nc report', []], ['objectives', []], ['evidence', []], ['review', ['2004']]] as const) {
      const { notes, exit } = await runCommand(name, memoryEnv(files, locale), args);
      expect([name, exit, notes]).toEqual([name, 0, words]);
    }
    expect((await runCommand('register', memoryEnv(bareWorkspace, locale), ['documents'])).notes).toBeUndefined();
  }
  const many = { ...bareWorkspace, ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`${n}.yaml`, 'kind: "\n'])) };
  expect((await runCommand('matrix', memoryEnv(many, 'en'))).notes).toContain('1.yaml, 2.yaml, 3.yaml, 4.yaml, 5.yaml and 2 more.');
  expect((await runCommand('matrix', memoryEnv(many))).notes).toContain('5.yaml等共 7 个。');
});

test('what the state is comes first, what is left out next', async () => {
  const { notes } = await runCommand('register', memoryEnv(files, 'en'), ['documents'], { asOf: '2004-07-01' });
  expect(notes).toMatch(/^State of 2004-07-01: .*\nNot in here, .*\n$/);
});

test('a file that the system keeps from us stops every list and every edit', async () => {
  const tree = memoryTree(bareWorkspace);
  const refused = { ...tree, entries: tree.entries.map((entry) => (entry.path === 'organization.yaml' ? { ...entry, read: () => { throw new Error('EIO'); } } : entry)) };
  const env = memoryEnv(bareWorkspace, 'en');
  for (const [name, args, options] of [['register', ['documents'], {}], ['nc list', [], {}], ['submit', ['AB/QP-01'], {}], ['nc accept', ['NC-1'], {}], ['new', ['procedure'], { title: 'X' }]] as const) {
    await expect(runCommand(name, { ...env, host: { ...env.host, readTree: async () => refused } }, args, options), name).rejects.toMatchObject({ text: { en: 'The system refuses to read {path}; nothing is shown or written without it.' }, args: { path: 'organization.yaml' } });
  }
});
