import { expect, test } from 'vitest';
import type { Env, Outcome, Question } from '#model/command.ts';
import { nextRevision, proposeRevision } from '#changes/next-revision.ts';
import { defaultThresholds } from '#model/config.ts';
import type { Locale } from '#model/text.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace } from '../memory.ts';

const sentences = ['文件由办公室编号。', '发布前由主任批准。', '新文件三日内发到岗位。', '作废文件三日内收回。', '旧版留存一份备查。', '外来文件每半年核查一次。', '更改须填写申请单。', '复审每年一次。'];
const text = (lines: readonly string[], head = 'status: effective\neffective: "2004-07-01"\napproved: { by: p1, on: "2004-06-18" }'): string =>
  `---\ntype: procedure\n# the number\nid: AB/QP-01\ntitle: 文件控制程序\nrevision: A/0\nowner: office # who answers\n${head}\n---\n\n# 文件控制程序\n\n## 1 编制\n\n${lines.slice(0, 4).join('')}\n\n## 2 更改\n\n${lines.slice(4).join('')}\n`;
const change = (...at: number[]): string[] => sentences.map((sentence, index) => (at.includes(index) ? `${sentence.slice(0, -1)}，另有规定的除外。` : sentence));

/** The document as the folder has it, and as git has it, newest first. */
function world(working: string, versions: readonly string[] = [text(sentences)], more: Partial<Env> = {}): Env {
  const env = memoryEnv({ ...bareWorkspace, 'procedures/QP-01.md': working });
  return { ...env, ...more, host: { ...env.host, head: async () => (versions.length > 0 ? 'c0ffee' : ''), fileVersions: async () => versions.map((version, index) => ({ commit: `c${index}`, date: '2004-07-01', read: () => new TextEncoder().encode(version) })) } };
}
const revise = async (env: Env, options: Record<string, unknown> = {}): Promise<{ text: string; notes: string }> => {
  const { artifacts, notes = '' } = await runCommand('revise', env, ['AB/QP-01'], { summary: '放宽', reason: '窗口意见', ...options });
  return { text: new TextDecoder().decode(artifacts?.[0]?.bytes), notes };
};

test('before any edit: A/1 is proposed, the section must be named', async () => {
  await expect(revise(world(text(sentences)))).rejects.toMatchObject({ args: { flag: '--section' } });
  const { text: revised, notes } = await revise(world(text(sentences)), { section: '2 更改' });
  expect(revised).toContain('# the number\nid: AB/QP-01\ntitle: 文件控制程序\nrevision: A/1\nowner: office # who answers\nstatus: draft\n');
  expect(revised).not.toMatch(/^(?:effective|approved):/m);
  expect(revised).toContain('- { revision: A/1, on: "2004-12-31", section: 2 更改, summary: 放宽, reason: 窗口意见 }');
  expect(notes).toContain('正文目前没有改动');
});

test('edited first, the usual order: the sections touched are proposed, and the size decides', async () => {
  const small = await revise(world(text(change(5))));
  expect(small.text).toContain('revision: A/1\n');
  expect(small.text).toContain('section: 2 更改');
  expect(small.notes).toContain('全文 8 句中改动 1 句（13%，未达到换版的 30%）');
  const large = await revise(world(text(change(0, 1, 5))));
  expect(large.text).toContain('revision: B/0\n');
  expect(large.text).toContain('section: 1 编制；2 更改');
  expect(large.notes).toContain('改动 3 句（38%，达到 30% 即应换版）');
});

test('an edit that was committed before revise still counts', async () => {
  const { notes } = await revise(world(text(change(5)), [text(change(5)), text(sentences), text(['x。'], 'status: draft')]));
  expect(notes).toContain('改动 1 句');
});

test('--large and --small override, together they are refused; the workspace sets the limits', async () => {
  expect((await revise(world(text(change(5))), { large: true })).text).toContain('revision: B/0\n');
  expect((await revise(world(text(change(0, 1, 5))), { small: true })).text).toContain('revision: A/1\n');
  await expect(revise(world(text(change(5))), { small: true, large: true })).rejects.toMatchObject({ text: { en: expect.stringContaining('exclude each other') } });
});

test('a section that came is a large change of a short document', async () => {
  const { notes } = await revise(world(text([...sentences.slice(0, -1), `${sentences.at(-1)}\n\n## 3 附则\n\n`])));
  expect(notes).toMatch(/B\/0 版草稿（4 节中增删 1 节|A\/1 版草稿/);
});

test('outside git the change cannot be measured, and it is said', async () => {
  expect((await revise(world(text(change(5)), []), { section: '2' })).notes).toContain('没有已发布的文本可供比较');
});

test('at a terminal everything is asked for, with what is proposed standing there', async () => {
  const heard: Question[] = [];
  const ask = async (question: Question): Promise<string> => { heard.push(question); return question.proposal ?? (question.optional ? '' : '因为'); };
  const { artifacts } = await runCommand('revise', world(text(change(5)), undefined, { ask }), ['AB/QP-01']);
  expect(heard.map(({ text: { 'zh-CN': words }, proposal }) => [words, proposal])).toEqual([
    ['定为哪一版？建议 A/1：全文 8 句中改动 1 句（13%，未达到换版的 30%）。', 'A/1'], ['修改哪些章节？', '2 更改'], ['修改什么？', undefined], ['为什么修改？', undefined], ['文件更改申请单编号？', undefined], // nobody is there to choose for --by
  ]);
  expect(new TextDecoder().decode(artifacts?.[0]?.bytes)).toContain('summary: 因为, reason: 因为 }');
});

test('submit measures again: a draft that became a new edition is told so, and is put up all the same', async () => {
  const draft = (...at: number[]): string => text(change(...at), 'status: draft').replace('A/0', 'A/1');
  const submit = async (working: string, locale: Locale = 'zh-CN', more: Record<string, unknown> = {}, versions?: readonly string[]): Promise<Outcome> => runCommand('submit', world(working, versions, { locale }), ['AB/QP-01'], { effective: '2005-01-10', ...more });
  const { exit, artifacts, notes } = await submit(draft(0, 1, 5));
  expect([exit, new TextDecoder().decode(artifacts?.[0]?.bytes)]).toEqual([0, expect.stringContaining('revision: A/1\nowner: office # who answers\nstatus: approved\n')]);
  expect(notes).toContain('已送审');
  expect(notes).toContain('草稿编号为 A/1，但与 A/0 相比，全文 8 句中改动 3 句（38%，达到 30% 即应换版）；现在运行 `qms revise` 会建议 B/0。');
  expect((await submit(draft(0, 1, 5), 'en', { dryRun: true })).notes).toContain('since A/0 3 of 8 sentences differ (38 %, a new edition from 30 % on): `qms revise` would now propose B/0.');
  for (const silent of [await submit(draft(5)), await submit(draft(0, 1, 5).replace('A/1', 'B/0')), await submit(draft(0, 1, 5), 'zh-CN', {}, [])]) expect(silent.notes).not.toContain('提示');
});

test('numbers: A/9 is followed by B/0, and by --small by A/10', () => {
  expect(proposeRevision('A/9', null, defaultThresholds).large).toBe(true);
  expect([nextRevision('A/0', false), nextRevision('A/9', false), nextRevision('C/4', true)]).toEqual(['A/1', 'A/10', 'D/0']);
});

test('after edition Z no edition is proposed or offered, and asking for one is refused with a way out', async () => {
  const ask = async ({ text: { en }, proposal }: Question): Promise<string> => { expect(en).not.toContain('Which revision'); return proposal ?? 'x'; };
  const [last, released] = [change(0, 1, 5), sentences].map((lines) => text(lines).replace('A/0', 'Z/9')) as [string, string];
  const { text: revised, notes } = await revise(world(last, [released], { ask }));
  expect(revised).toContain('revision: Z/10\n');
  expect(notes).toContain('Z/9 之后已没有字母可作新版次');
  await expect(revise(world(last, [released]), { large: true })).rejects.toMatchObject({ hint: { en: expect.stringContaining('new number') } });
});
