import { expect, test } from 'vitest';
import { need } from '#commands/need.ts';
import type { Env, Question } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace } from '../memory.ts';

const question = { en: 'Why?', 'zh-CN': '为什么？' };
const asking = (answer: string, heard: Question[] = []): Env => ({ ...memoryEnv(bareWorkspace), ask: async (asked) => { heard.push(asked); return answer; } });
const said = async (work: Promise<unknown>, locale: 'en' | 'zh-CN' = 'en'): Promise<string> => {
  const error = await work.then(() => { throw new Error('nothing was refused'); }, (problem: unknown) => problem) as UsageError;
  expect(error).toBeInstanceOf(UsageError);
  return [error.text, ...(error.hint ? [error.hint] : [])].map((text) => format(text, error.args, locale)).join(' | ');
};

test('a given value is taken as it is, without a question', async () => {
  const heard: Question[] = [];
  expect(await need({ args: [], options: { rootCause: ' law ' } }, asking('x', heard), 'rootCause', question)).toBe('law');
  expect(heard).toEqual([]);
});

test('a missing value is asked for at a terminal, with choices and check passed on', async () => {
  const heard: Question[] = [];
  const more = { choices: [{ value: 'a', label: 'A' }], check: () => undefined };
  expect(await need({ args: [], options: {} }, asking('a', heard), 'reason', question, more)).toBe('a');
  expect(heard).toEqual([{ text: question, ...more }]);
});

test('in a script a missing value is an error that names the flag, in both languages', async () => {
  const work = (): Promise<string> => need({ args: [], options: { rootCause: '  ' } }, memoryEnv(bareWorkspace), 'rootCause', question);
  expect(await said(work())).toBe('--root-cause is missing: Why?');
  expect(await said(work(), 'zh-CN')).toBe('缺少 --root-cause：为什么？');
});

test('a value that is none of the choices, or that the check refuses, is an error that says what is allowed', async () => {
  const choices = [{ value: 'p1', label: { en: 'A. One', 'zh-CN': '甲一' } }, { value: 'p2', label: '' }];
  const given = { args: [], options: { as: 'p9' } };
  expect(await said(need(given, asking('p1'), 'as', question, { choices }))).toBe('--as does not take "p9". | It takes: p1 (A. One), p2');
  expect(await said(need(given, asking('p1'), 'as', question, { choices }), 'zh-CN')).toBe('--as 不能是“p9”。 | 可用的值：p1（甲一）、p2');
  expect(await said(need(given, asking('p1'), 'as', question, { check: (id) => ({ en: `no ${id}.`, 'zh-CN': `没有 ${id}。` }) }))).toBe('--as: no p9.');
});

test('nothing to choose from is told, not asked', async () => {
  expect(await said(need({ args: [], options: {} }, asking('x'), 'procedure', question, { choices: [] }))).toContain('--procedure is missing');
});

test('qms new asks for what was not typed', async () => {
  const heard: Question[] = [];
  const env: Env = { ...memoryEnv({ ...bareWorkspace, 'qms.yaml': `${bareWorkspace['qms.yaml']}numbering: { procedure: "AB/QP-{n:2}" }\n` }), ask: async (asked) => { heard.push(asked); return asked.choices?.[0]?.value ?? '培训程序'; } };
  const { artifacts } = await runCommand('new', env, ['procedure']);
  expect(heard.map(({ text, choices }) => [text['zh-CN'], choices?.map(({ value }) => value)])).toEqual([['文件名称？', undefined], ['主管部门？', ['office']]]);
  const text = new TextDecoder().decode(artifacts?.[0]?.bytes);
  expect(text).toContain('培训程序');
  expect(text).toContain('owner: office');
});
