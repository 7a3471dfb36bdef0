import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '#model/usage-error.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { small } from './small.ts';

const people = `kind: organization
name: 某局
units:
  - { id: office, name: 办公室, block: support, kind: office }
  - { id: window, name: 工商窗口, block: licensing, kind: centre }
posts:
  - { id: head, name: 办公室主任, unit: office }
people:
  - { id: p1, name: 甲一, unit: office, posts: [head], qualifications: [{ kind: internal-auditor, number: NS-01, from: "2004-01-01" }] }
  - { id: p2, name: 乙二, unit: office }
`;
const plan = `# kept
kind: audit-plan
id: NS-2005-01
from: 2005-03-07
until: 2005-03-08
leader: p1 # the leader
prepared: { by: p1, on: 2004-12-30 }
distribution: [window]
`;
const files = (text: string): Record<string, string> => ({
  ...small, 'organization.yaml': people, 'plan.yaml': text,
  'programme.yaml': 'kind: audit-programme\nyear: "2005"\naudits:\n  - { id: NS-2005-01, planned: 2005-03-07, units: [window], leader: p1 }\n',
});
const written = async (text: string, name: string, args: readonly string[], options: Record<string, unknown>): Promise<string> => {
  const { artifacts = [] } = await runCommand(name, memoryEnv(files(text)), [...args], options);
  expect(artifacts).toHaveLength(1);
  return new TextDecoder().decode(artifacts[0]?.bytes);
};
const refused = (text: string, name: string, args: readonly string[], options: Record<string, unknown>): Promise<UsageError> =>
  runCommand(name, memoryEnv(files(text)), [...args], options).then(() => { throw new Error('was not refused'); }, (error: unknown) => { expect(error).toBeInstanceOf(UsageError); return error as UsageError; });
const approve = { paper: 'plan', role: 'approve', as: 'p2' };

describe('signatures of audit papers', () => {
  test('a signature is entered where the schema has it, and nothing else changes', async () => {
    const text = await written(plan, 'audit sign', ['NS-2005-01'], approve);
    expect(text).toBe(plan.replace('distribution:', 'approved: { by: p2, on: 2004-12-31 }\ndistribution:'));
  });
  test('a year means the programme', async () => {
    expect(parse(await written(plan, 'audit sign', ['2005'], { role: 'prepare', as: 'p1' }))).toMatchObject({ prepared: { by: 'p1' } });
  });
  test('who prepared it does not approve it; nobody signs twice, out of turn, or for a paper that is not there', async () => {
    expect((await refused(plan, 'audit sign', ['NS-2005-01'], { ...approve, as: 'p1' })).text.en).toMatch(/cannot approve it too/);
    expect((await refused(plan, 'audit sign', ['NS-2005-01'], { ...approve, role: 'prepare' })).text.en).toMatch(/already/);
    expect((await refused(plan.replace(/prepared.*\n/, ''), 'audit sign', ['NS-2005-01'], approve)).text.en).toMatch(/must be \{lacking\} before/);
    expect((await refused(plan, 'audit sign', ['NS-2005-01'], { ...approve, paper: 'report' })).text.en).toMatch(/no \{paper\} \{id\} yet/);
    expect((await refused(plan, 'audit sign', ['NS-2005-01'], { ...approve, role: 'review' })).text.en).toMatch(/does not take/);
    expect((await refused(plan, 'audit sign', ['NS-2005-01'], { ...approve, as: 'p9' })).text.en).toMatch(/\{wrong\}/);
    expect((await refused(plan.replace('2004-12-30', '2005-01-30'), 'audit sign', ['NS-2005-01'], approve)).text.en).toMatch(/after today/);
  });
  test('only an approved plan is sent, once', async () => {
    expect((await refused(plan, 'audit send', ['NS-2005-01'], {})).text.en).toMatch(/not approved/);
    const approved = plan.replace('distribution:', 'approved: { by: p2, on: 2004-12-31 }\ndistribution:');
    const sent = await written(approved, 'audit send', ['NS-2005-01'], {});
    expect(sent).toContain('\nsent: 2004-12-31\n');
    expect((await refused(sent, 'audit send', ['NS-2005-01'], {})).text.en).toMatch(/already/);
  });
});
