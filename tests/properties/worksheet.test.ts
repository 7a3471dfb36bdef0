import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgements, methods, rowIds, worksheetDigest, type Worksheet } from '#model/worksheet.ts';
import { fieldForm } from '#render/field-form.ts';
import { fieldSheet } from '#render/field-sheet.ts';
import { readWorksheet } from '#load/worksheet.ts';
import { editChecklist, newChecklist } from '#changes/audit/record.ts';
import { mergeWorksheets } from '#changes/audit/merge.ts';
import { parseYaml } from '#load/yaml.ts';
import type { Checklist, ChecklistLine } from '#views/audit/checklist.ts';
import { locales } from '#model/text.ts';

/** What people and programs put into cells: lines, what looks like a formula, a number or an escape, emoji, characters that XML cannot hold. */
const text = fc.oneof(
  { arbitrary: fc.string({ maxLength: 40 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 20 }), weight: 2 },
  fc.constantFrom('', '=1+1', '=HYPERLINK("http://x")', '+86', '-1', '@SUM(A1)', '007', '1e5', '_x0041_', '_x005F_', '</script><script>', ']]>', '&amp;', 'a\nb', 'a\r\nb', '\r', '\t', ' 首尾有空格 ', '抽查10份，其中2份（0312、0347）', '🈶🧾👩‍⚖️', '\u0000', '\u0008\u001f', '\ufffe', '\u202e', "'", '"', '，'.repeat(300)),
);
const row = fc.record({ item: fc.constantFrom('', '8.2.4-a', '8.2.4-e', '4.2.3-g'), question: text, document: text, method: fc.constantFrom('', ...methods), sample: text, evidence: text, judgement: fc.constantFrom('', ...judgements), note: text });
const worksheet: fc.Arbitrary<Worksheet> = fc.record({ audit: fc.constantFrom('NS-2004-01', 'AUD/1', '审核-1'), unit: fc.constantFrom('hall', ''), process: fc.constantFrom('', 'LP01'), auditor: fc.constantFrom('', 'p2'), on: fc.constantFrom('', '2004-10-11'), rows: fc.array(row, { maxLength: 8 }) })
  .map(({ rows, ...head }) => {
    const numbered = rows.map((one, at) => ({ ...one, no: at + 1 }));
    const ids = rowIds(numbered);
    const whole = numbered.map((one, at) => ({ ...one, id: ids[at] as string, photos: [] }));
    return { ...head, digest: worksheetDigest({ ...head, rows: whole }), rows: whole };
  });

/** A checklist around a worksheet: what is printed beside the rows does not come back. */
function around(sheet: Worksheet): Checklist {
  return {
    ...sheet, unitName: '窗口', processName: '', team: ['p2'], seed: '1', sittings: [], blocks: [], samples: [], leftToLead: [], path: '',
    lines: sheet.rows.map((one): ChecklistLine => ({ ...one, clause: '', clauseTitle: undefined, requirement: undefined, places: [], forms: [], earlier: [], pools: [], nonconformity: '', attachments: [] })),
  };
}

test('import(export(checklist)) = checklist, by workbook, in either language', () => {
  fc.assert(fc.property(worksheet, fc.constantFrom(...locales), (sheet, locale) => {
    expect(readWorksheet(fieldSheet(around(sheet), sheet, '某局', ['p2 乙'], locale))).toEqual({ sheet, problems: [] });
  }), { numRuns: 150 });
});

test('import(export(checklist)) = checklist, by html form', () => {
  fc.assert(fc.property(worksheet, fc.constantFrom(...locales), (sheet, locale) => {
    const html = fieldForm(around(sheet), sheet, '某局', [], { script: '', style: '' }, locale);
    const carried = JSON.parse(/<script type="application\/json" id="data">([^]*?)<\/script>/.exec(html)?.[1] as string) as { sheet: Worksheet };
    expect(carried.sheet).toEqual(sheet);
    expect(readWorksheet(new TextEncoder().encode(JSON.stringify({ format: 'qms-worksheet/1', ...carried.sheet })))).toEqual({ sheet, problems: [] });
  }), { numRuns: 150 });
});

test('what was recorded reads back as it was, and recording it again changes nothing', () => {
  fc.assert(fc.property(worksheet, (sheet) => {
    const yaml = newChecklist(sheet, new Map());
    const { data } = parseYaml(yaml, 'c.yaml') as { data: { rows: Record<string, unknown>[] } };
    expect(data.rows.map((one) => ['question', 'evidence', 'sample', 'note', 'judgement'].map((field) => one[field] ?? ''))).toEqual(sheet.rows.map((one) => [one.question, one.evidence, one.sample, one.note, one.judgement]));
    expect(editChecklist(yaml, sheet, new Map())).toBe(yaml);
  }), { numRuns: 150 });
});

test('a merge loses nothing: each text of either side is in the result or told as a conflict', () => {
  fc.assert(fc.property(worksheet, fc.array(row, { minLength: 8, maxLength: 8 }), (ours, answers) => {
    const theirs = { ...ours, rows: ours.rows.map((one, at) => ({ ...one, ...answers[at], id: one.id, item: one.item, question: one.question, document: one.document })) };
    const { sheet, conflicts } = mergeWorksheets(ours, theirs);
    for (const [at, merged] of sheet.rows.entries()) {
      for (const field of ['judgement', 'evidence', 'sample', 'note'] as const) {
        for (const side of [ours, theirs]) {
          const said = side.rows[at]?.[field] ?? '';
          expect(merged[field].startsWith(said) || conflicts.some((one) => one.row === merged.id && one.field === field && (one.ours === said || one.theirs === said))).toBe(true);
        }
      }
    }
    expect(mergeWorksheets(sheet, sheet)).toEqual({ sheet, changed: [], conflicts: [] });
  }), { numRuns: 200 });
});
