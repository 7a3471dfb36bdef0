import { describe, expect, test } from 'vitest';
import { rules } from '#rules/index.ts';
import { bareWorkspace, judgeFiles, parseFiles } from './memory.ts';

/** Lines marked `expect code` are where the finding must be, and nowhere else. */
function expectedLines(files: Readonly<Record<string, string>>, code: string): string[] {
  return Object.entries(files).flatMap(([path, text]) => text.split('\n').flatMap((line, index) => (line.includes(`expect ${code}`) ? [`${path}:${index + 1}`] : []))).sort();
}

describe.each(rules)('$code', (rule) => {
  test('has at least one good and one bad example', () => {
    expect(rule.examples.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['good', 'bad']));
  });
  test.each(rule.examples.map((example, index) => [example.kind, index, example] as const))('%s example %i', async (kind, _, example) => {
    const files = parseFiles(example.files);
    const { diagnostics } = await judgeFiles({ ...bareWorkspace, ...files });
    const found = [...new Set(diagnostics.filter(({ code }) => code === rule.code).map(({ at }) => `${at.path}:${at.position.start.line}`))].sort();
    expect(found).toEqual(expectedLines(files, rule.code));
    expect(found.length > 0).toBe(kind === 'bad');
  });
});
