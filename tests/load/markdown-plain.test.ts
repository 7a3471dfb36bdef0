import { expect, test } from 'vitest';
import { compareMarkdown, markdownBits, ourMarkdown, smallMarkdown } from './markdown-texts.ts';
import { spoiltTexts } from './spoilt-texts.ts';

const ours = ourMarkdown();

function tally(texts: Iterable<string>): { equal: number; left: number; different: string[] } {
  const said = [...texts].map(compareMarkdown);
  return { equal: said.filter((word) => word === 'equal').length, left: said.filter((word) => word === 'left').length, different: said.filter((word) => word !== 'equal' && word !== 'left') };
}

test('the sample manual is read plainly, with the same facts', () => {
  const { equal, left, different } = tally(ours);
  expect(different).toEqual([]);
  expect(left).toBeLessThan(equal / 10); // gaps drawn with ____
});

test('no example of CommonMark or GitHub and no small text is read otherwise than by the general parser', () => {
  const { equal, left, different } = tally(smallMarkdown);
  expect(different).toEqual([]);
  expect(equal).toBeGreaterThan(40);
  expect(left).toBeGreaterThan(400);
});

test.each(smallMarkdown.slice(-12))('%j is read plainly', (text) => {
  expect(compareMarkdown(text)).toBe('equal');
});

test('spoilt texts: the same facts, or left to the general parser (npm run agree tries many more)', () => {
  const { equal, different } = tally(spoiltTexts([...ours.filter(({ length }) => length < 1000), ...smallMarkdown, ...smallMarkdown.slice(-12)], markdownBits, 1).take(3000));
  expect(different).toEqual([]);
  expect(equal).toBeGreaterThan(400);
});
