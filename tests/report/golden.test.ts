import { expect, test } from 'vitest';
import { reporters } from '#report/index.ts';
import { locales } from '#model/text.ts';
import { reportInput } from './sample.ts';

const formats = Object.keys(reporters);

test('there are seven formats', () => {
  expect(formats).toEqual(['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'md']);
});

test.each(locales)('pretty in %s', async (locale) => {
  await expect(reporters['pretty']?.(reportInput(locale))).toMatchFileSnapshot(`golden/pretty.${locale}.txt`);
});

test('pretty in colours', async () => {
  const text = reporters['pretty']?.(reportInput('en', { color: true })) ?? '';
  await expect(text.replaceAll('\u001b', '<ESC>')).toMatchFileSnapshot('golden/pretty.color.txt');
});

test('pretty without findings', async () => {
  await expect(reporters['pretty']?.(reportInput('zh-CN', { diagnostics: [] }))).toMatchFileSnapshot('golden/pretty.clean.txt');
});

test.each(formats.filter((name) => name !== 'pretty'))('%s', async (name) => {
  await expect(reporters[name]?.(reportInput('en'))).toMatchFileSnapshot(`golden/${name}.txt`);
  await expect(reporters[name]?.(reportInput('zh-CN', { diagnostics: [], base: '' }))).toMatchFileSnapshot(`golden/${name}.clean.txt`);
});

test.each(formats)('%s ends with a line break and has no other spaces at line ends', (name) => {
  const text = reporters[name]?.(reportInput('zh-CN')) ?? '';
  expect(text.endsWith('\n')).toBe(true);
  expect(text).not.toMatch(/[^\S\n]+$/m);
});

/** Columns on a terminal. */
function width(part: string): number {
  return [...part].reduce((sum, char) => sum + (/[\u4e00-\u9fff]/.test(char) ? 2 : 1), 0);
}

test('pretty shows the stretch of a long line in which the fault is', () => {
  const text = reporters['pretty']?.(reportInput('en', { lineAt: () => `${'前'.repeat(50_000)}坏${'后'.repeat(50_000)}`, diagnostics: reportInput('en').diagnostics.slice(0, 1).map((diagnostic) => ({ ...diagnostic, at: { path: 'a.md', position: { start: { line: 1, column: 50_001 }, end: { line: 1, column: 50_002 } } } })) })) ?? '';
  const [, , shown, mark] = text.split('\n') as [string, string, string, string];
  expect(shown).toContain('坏');
  expect(text.length).toBeLessThan(1000);
  expect(mark.indexOf('^')).toBe(width(shown.slice(0, shown.indexOf('坏'))));
});
