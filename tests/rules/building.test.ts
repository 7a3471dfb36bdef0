import { expect, test } from 'vitest';
import { bareWorkspace, judgeFiles } from '../memory.ts';

const workspace = (until: string): Record<string, string> => ({ ...bareWorkspace, 'qms.yaml': `${bareWorkspace['qms.yaml']}building_until: "${until}"\n` });
const broken = { 'suppliers.yaml': 'kind: suppliers\nsuppliers: {}\n' };

test('until the day, what is not written yet is a warning; what is wrong stays an error', async () => {
  const { diagnostics, checked } = await judgeFiles({ ...workspace('2004-12-31'), ...broken });
  expect(checked.buildingUntil).toBe('2004-12-31');
  expect(diagnostics.filter(({ code }) => code === 'clause/unmet' || code === 'coverage/unclaimed-item').every(({ severity }) => severity === 'warning')).toBe(true);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain('load/schema');
});

test('after the day it is an error', async () => {
  const { diagnostics, checked } = await judgeFiles(workspace('2004-12-30'));
  expect(checked.buildingUntil).toBe('');
  expect(diagnostics.find(({ code }) => code === 'coverage/unclaimed-item')?.severity).toBe('error');
});
