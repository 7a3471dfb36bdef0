import { describe, expect, test } from 'vitest';
import type { CodedFinding, Covering } from '#model/diagnostic.ts';
import { fold } from '#rules/fold.ts';
import { bareWorkspace, judgeFiles } from '../memory.ts';

const at = (pointer: string, path = 'objectives.yaml'): CodedFinding['at'] => ({ path, pointer });
const finding = (code: string, more: Partial<CodedFinding> = {}): CodedFinding => ({ code, message: 'found', at: at('/objectives/0/id'), ...more });
const covered = (coveredBy: Covering, more: Partial<CodedFinding> = {}): CodedFinding => finding('clause/unmet', { clauses: ['5.4.1'], args: { requirement: '5.4.1-c' }, coveredBy, ...more });
const told = (...findings: CodedFinding[]): string[] => fold(findings, ({ clauses }) => clauses ?? []).map(({ code }) => code);

describe('one fault is one finding', () => {
  test.each<[string, CodedFinding, CodedFinding, boolean]>([
    ['the workspace', covered({ 'manual/missing': 'workspace' }), finding('manual/missing', { clauses: ['4.2.2'], at: at('/standard', 'qms.yaml') }), true],
    ['another code', covered({ 'manual/missing': 'workspace' }), finding('manual/scope'), false],
    ['the clause', covered({ 'record/form-missing': 'clause' }), finding('record/form-missing', { clauses: ['5.4.1'] }), true],
    ['another clause', covered({ 'record/form-missing': 'clause' }), finding('record/form-missing', { clauses: ['7.1'] }), false],
    ['the entry', covered({ 'objective/owner': 'entry' }), finding('objective/owner', { at: at('/objectives/0/owner') }), true],
    ['another entry', covered({ 'objective/owner': 'entry' }), finding('objective/owner', { at: at('/objectives/1/owner') }), false],
    ['the document', covered({ 'record/retention-missing': 'entry' }, { at: at('/retention', 'a.md') }), finding('record/retention-missing', { at: at('/id', 'a.md') }), true],
    ['the item', covered({ 'coverage/unclaimed-item': 'item' }), finding('coverage/unclaimed-item', { clauses: ['5.4.1'], args: { item: '5.4.1-c' } }), true],
    ['another item', covered({ 'coverage/unclaimed-item': 'item' }), finding('coverage/unclaimed-item', { clauses: ['5.4.1'], args: { item: '5.4.1-a' } }), false],
    ['the whole clause instead of the item', covered({ 'coverage/unclaimed-item': 'item' }), finding('coverage/unclaimed-item', { clauses: ['5.4.1'], args: { count: 3 } }), true],
    ['one message of a code', covered({ 'review/interval:chair': 'entry' }), finding('review/interval', { message: 'chair' }), true],
    ['another message of the code', covered({ 'review/interval:chair': 'entry' }), finding('review/interval', { message: 'gap' }), false],
    ['another demand', covered({ 'clause/unmet@8.1-e': 'entry' }), finding('clause/unmet', { args: { requirement: '8.1-e' } }), true],
  ])('%s', (_, first, second, isCovered) => {
    const kept = isCovered ? [second.code] : [first.code, second.code];
    expect(told(first, second)).toEqual(kept);
    expect(told(second, first).sort()).toEqual([...kept].sort());
  });
  test('a covered finding still covers others, so that a chain ends at its head', () => {
    const chain = [covered({ 'b/b': 'workspace' }), finding('b/b', { coveredBy: { 'c/c': 'workspace' } }), finding('c/c')];
    expect(told(...chain)).toEqual(['c/c']);
  });
});

/** Codes that tell of the record of management reviews. */
async function codesOf(rules: string): Promise<string[]> {
  const { diagnostics } = await judgeFiles({ ...bareWorkspace, 'qms.yaml': `${bareWorkspace['qms.yaml']}${rules}` });
  return diagnostics.filter(({ args }) => JSON.stringify(args ?? {}).includes('REC21-01')).map(({ code }) => code);
}

test('a missing form is told once, and by the schema when the rule is switched off', async () => {
  expect(await codesOf('')).toEqual(['record/form-missing']);
  expect(await codesOf('rules: { record/form-missing: off }\n')).toContain('clause/unmet');
});
