import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { editYaml } from '#changes/edit-yaml.ts';
import { reviseText, submitText, withdrawText } from '#changes/revise.ts';

/** Top-level fields in every manner in which hands write them; what is written keeps its lines wherever it stands. */
const fields = [
  'b:    2', 'c: [1,  2]   # of the office', 'd: {x: 1,y: 2 }', 'e:\n- 1\n-   2   # two', 'f:\n    - 1\n\n    - 3', 'g: "t"   # why', "h: 'it''s'", 'i: long\n  text\n  over lines', 'j: |\n  kept\n\n   text',
  'l:\n  # before\n  m: 1   # m\n\n  n:   "2"', 'p: ~', 'q: "4.10"', 'r: 4.10', "s: '2004-07-01'", 't:\n- id: GF-01\n  name:  "Printer"   # two machines\n\n- {id: GF-02, name: Courier }', '"u": 中文：值', 'v: -1', 'y: no', 'z: TRUE',
] as const;
const between = fc.constantFrom('', '', '\n', '# a word\n', '\n# a word\n\n');
const text = fc.record({ chosen: fc.shuffledSubarray([...fields], { minLength: 1 }), gaps: fc.array(between, { minLength: fields.length + 1, maxLength: fields.length + 1 }) })
  .map(({ chosen, gaps }) => ({ chosen, parts: chosen.map((field, at) => `${gaps[at] as string}${field}\n`), end: (gaps[chosen.length] as string).trimEnd() === '' ? '' : '# a word\n' }));
const words = fc.constantFrom('new', '2004', '4.10', 'a: b # c', '', '"', "'", '中文', 'true', '~', '2004-07-01', '- x');
const keyOf = (field: string): string => Object.keys(parse(field) as object)[0] as string;

test('an edit of one field leaves the lines of all others as they were: comments, order, blank lines, quotes', () => {
  fc.assert(fc.property(text, fc.nat(), words, ({ chosen, parts, end }, at, value) => {
    const index = at % chosen.length;
    const key = keyOf(chosen[index] as string);
    const before = parts.join('') + end;
    const edited = editYaml(before, (document) => document.set(key, value));
    expect(parse(edited)).toEqual({ ...parse(before), [key]: value });
    const head = parts.slice(0, index).join('') + (parts[index] as string).slice(0, (parts[index] as string).indexOf(chosen[index] as string));
    const tail = parts.slice(index + 1).join('') + end;
    expect(edited.slice(0, head.length)).toBe(head);
    expect(edited.slice(Math.max(head.length, edited.length - tail.length))).toBe(tail);
  }), { numRuns: 250 });
});

test('a field that is added or taken away leaves the lines of all others as they were', () => {
  fc.assert(fc.property(text, fc.nat(), words, ({ chosen, parts, end }, at, value) => {
    const before = parts.join('') + end;
    const added = editYaml(before, (document) => document.set('added', value));
    expect(parse(added)).toEqual({ ...parse(before), added: value });
    expect(inOrder(before, added)).toBe(true);
    const key = keyOf(chosen[at % chosen.length] as string);
    const less = editYaml(added, (document) => document.delete('added'));
    expect(parse(less)).toEqual(parse(before));
    if (chosen.length < 2) return;
    const without = editYaml(before, (document) => document.delete(key));
    const others = parts.filter((_, index) => index !== at % chosen.length).map((_, index) => chosen.filter((one) => keyOf(one) !== key)[index] as string);
    for (const field of others) expect(`\n${without}`).toContain(`\n${field}\n`);
  }), { numRuns: 150 });
});

/** Whether all lines of a text stand in another in the same order. */
function inOrder(before: string, after: string): boolean {
  const lines = after.split('\n');
  let at = 0;
  return before.split('\n').every((line) => (at = lines.indexOf(line, at) + 1) > 0);
}

test('a life of a document touches the fields it means and nothing of the text below', () => {
  const bodies = fc.constantFrom('', '# 一\n', '\n# 一\n\n---\nrevision: A/9\n---\n', '\n| a |\n|---|\n| b |\n', '没有换行', '\n\n  \n', '<!-- x -->\n\t- a\n');
  fc.assert(fc.property(text, bodies, fc.constantFrom('\n', '\r\n'), ({ parts, end }, body, eol) => {
    const head = `revision:   "A/0"   # 版次\nstatus: effective # 现行\napproved: { by: p1, on: "2004-06-18" }\n`;
    const before = `---\n${head}${parts.join('')}${end}---${body === '' ? '' : `\n${body}`}`.replaceAll('\n', eol);
    const change = { on: '2004-12-31', summary: '放宽: # 期限', reason: '窗口"意见"' };
    const revised = reviseText(before, { revision: 'A/1', section: '4', ...change });
    for (const after of [revised, submitText(revised, '2005-01-10', '2006-01-10'), withdrawText(before, { retain: true, ...change })]) {
      const rest = before.slice(before.indexOf(`${eol}---`, 4));
      expect(after.endsWith(rest)).toBe(true);
      expect(after.replaceAll(eol, '')).not.toMatch(eol === '\n' ? /\r/ : /[\r\n]/);
      expect(inOrder(`${parts.join('')}${end}`.replace(/\n+$/, ''), after.replaceAll('\r', ''))).toBe(true);
      expect(after).toContain('# 版次');
      expect(after).toContain('# 现行');
    }
    const { revision, status, changes, approved } = parse(revised.slice(3, revised.indexOf(`${eol}---`, 4)).replaceAll('\r', '')) as Record<string, unknown>;
    expect({ revision, status, changes, approved }).toEqual({ revision: 'A/1', status: 'draft', approved: undefined, changes: [{ revision: 'A/1', section: '4', ...change }] });
  }), { numRuns: 120 });
});
