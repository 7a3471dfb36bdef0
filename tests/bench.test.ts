import { expect, test } from 'vitest';
import { defaultDefects, workspace } from '../bench/generate.mjs';
import { judgeFiles } from './memory.ts';

/** Every kind of defect twice: rules may gather what is alike. */
const options = { documents: 200, seed: 7, defects: 2 * defaultDefects(200) };
const said = async (files: Record<string, string | Uint8Array>): Promise<string[]> => {
  const { diagnostics } = await judgeFiles(files);
  return diagnostics.map(({ code, at }) => `${code} ${at.path}:${at.position.start.line}`);
};
const known = ({ code, path, line }: { code: string; path: string; line: number }): string => `${code} ${path}:${line}`;

test('the same seed gives the same bytes, another seed gives others', () => {
  expect(workspace(options)).toEqual(workspace(options));
  expect(workspace({ ...options, seed: 8 }).files).not.toEqual(workspace(options).files);
});

test('every kind of defect is planted, and every planted defect is found at its line', async () => {
  const { files, planted } = workspace(options);
  expect(new Set(planted.map(({ code }) => code)).size).toBeGreaterThanOrEqual(20);
  expect(planted.length).toBe(options.defects);
  expect(new Set(planted.map(({ path }) => path)).size).toBe(planted.length);
  const found = await said(files);
  expect(planted.map(known).filter((defect) => !found.includes(defect))).toEqual([]);
});

test('without defects nothing is said of single documents and records, only of the system as a whole', async () => {
  const found = await said(workspace({ ...options, defects: 0 }).files);
  expect(workspace(options).planted.map(known).filter((defect) => found.includes(defect))).toEqual([]);
  // Registers of the whole bureau lie at the top; a demand of a clause may point at any document that claims it.
  expect(found.filter((finding) => /^\S+ [^/]+\//.test(finding) && !finding.startsWith('clause/'))).toEqual([]);
});
