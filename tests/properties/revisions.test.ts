import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasNextEdition, nextRevision, proposeRevision, type Size } from '#changes/next-revision.ts';
import { defaultThresholds } from '#model/config.ts';
import { compareRevisions, isFirstIssue } from '#rules/shared/revision.ts';
import { assets } from '../memory.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const parts = fc.record({ letter: fc.constantFrom(...letters), digit: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 2000 })) });
const written = ({ letter, digit }: { letter: string; digit: number }): string => `${letter}/${digit}`;
const revision = parts.map(written);
const size: fc.Arbitrary<Size> = fc.record({ sentences: fc.integer({ min: 1, max: 400 }), changed: fc.nat({ max: 400 }), sections: fc.integer({ min: 1, max: 30 }), sectionsChanged: fc.nat({ max: 30 }) })
  .chain((one) => fc.constantFrom(...[29, 30, 31].map((percent) => ({ ...one, changed: Math.max(1, one.changed), percent })), { ...one, percent: Math.min(100, Math.ceil((one.changed * 100) / one.sentences)) })); // often at the very limit
const document = (value: string): object => ({ type: 'procedure', id: 'AB/QP-01', title: '甲', revision: value, status: 'draft', owner: 'office' });
const accepts = (value: string): boolean => assets.check('documents/procedure')?.(document(value)) === null;

test('revisions have one order: by letter, then by number and not by digits; what is unwritten comes first', () => {
  fc.assert(fc.property(parts, parts, (a, b) => {
    const wanted = letters.indexOf(a.letter) - letters.indexOf(b.letter) || a.digit - b.digit;
    expect(Math.sign(compareRevisions(written(a), written(b)))).toBe(Math.sign(wanted));
    expect(Math.sign(compareRevisions(written(b), written(a))) + Math.sign(wanted)).toBe(0);
    expect(compareRevisions('', written(a))).toBeLessThan(0);
    expect(isFirstIssue(written(a))).toBe(compareRevisions(written(a), 'A/0') === 0);
  }), { numRuns: 500 });
  expect(compareRevisions('A/10', 'A/2')).toBeGreaterThan(0);
});

test('the next revision is one that the schema accepts and comes after; nothing fits between', () => {
  fc.assert(fc.property(revision, revision, (one, other) => {
    for (const next of [nextRevision(one, false), ...(hasNextEdition(one) ? [nextRevision(one, true)] : [])]) {
      expect([next, accepts(next)]).toEqual([next, true]);
      expect(compareRevisions(one, next)).toBeLessThan(0);
    }
    if (compareRevisions(one, other) < 0) expect(compareRevisions(nextRevision(one, false), other)).toBeLessThanOrEqual(0);
    if (one.charAt(0) < other.charAt(0)) expect(compareRevisions(nextRevision(one, true), other)).toBeLessThanOrEqual(0);
  }), { numRuns: 300 });
  expect(() => nextRevision('Z/0', true)).toThrow('no letter');
});

test('a proposal grows with the change, and never names an edition that has no letter', () => {
  fc.assert(fc.property(parts, size, fc.nat({ max: 50 }), (from, one, more) => {
    const now = written(from);
    const proposal = proposeRevision(now, one, defaultThresholds);
    const grown = { ...one, percent: Math.min(100, one.percent + more), changed: one.changed + more, sectionsChanged: one.sectionsChanged + more };
    if (proposal.large) expect(proposeRevision(now, grown, defaultThresholds).large).toBe(true);
    if (proposal.large) expect(hasNextEdition(now)).toBe(true);
    const due = from.digit >= defaultThresholds.edition_revisions || (one.changed + one.sectionsChanged > 0 && (one.percent >= defaultThresholds.large_change_percent || one.sectionsChanged / one.sections >= defaultThresholds.large_change_percent / 100));
    expect(proposal.large).toBe(due && from.letter !== 'Z');
    // Each reason is a sentence whose blanks are all filled.
    for (const words of [proposal.why.en, proposal.why['zh-CN']]) for (const [, name] of words.matchAll(/\{(\w+)\}/g)) expect(proposal.args).toHaveProperty(name as string);
  }), { numRuns: 400 });
});

test('what is no revision is refused', () => {
  for (const wrong of ['A', 'a/0', 'A/', 'AA/0', 'A/-1', 'A/1.0', '1.0', 'A\\0', 'Ａ/0', 'A/0 ', '']) expect([wrong, accepts(wrong)]).toEqual([wrong, false]);
});
