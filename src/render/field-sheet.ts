import type { Locale, Text } from '#model/text.ts';
import { judgements, methods, type Worksheet } from '#model/worksheet.ts';
import { judgementWords, methodWords, placeWords } from '#views/audit/checklist-paper.ts';
import type { Checklist, ChecklistLine } from '#views/audit/checklist.ts';
import { fieldWords } from './field-words.ts';
import { headLook, heightOf, sheetFonts, sheetName, sheetText } from './sheet-text.ts';
import { shown } from './shown.ts';
import { workbook, type Sheet, type SheetCell, type SheetRow } from './workbook.ts';
import type { Look } from './workbook-styles.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
/** Name of the hidden sheet by which a workbook is known again, and the version of its layout. */
export const markSheet = 'qms';
export const markVersion = 'qms-worksheet/1';

const fixed: Look = { border: true, fill: 'F1F3F5' };
const open: Look = { border: true, open: true };

/** A column of the form: what stands in it, or which answer is to be written there. */
interface Column { readonly id: string; readonly title: Text; readonly width: number; readonly look: Look; text(line: ChecklistLine, sheet: Worksheet['rows'][number], locale: Locale): string }

const columns: readonly Column[] = [
  { id: 'no', title: t('No', '序号'), width: 6, look: fixed, text: (_, { no }) => String(no) },
  { id: 'id', title: t('Row', '行号'), width: 10, look: fixed, text: (_, { id }) => id },
  { id: 'question', title: t('What to ask and look at', '检查内容'), width: 38, look: fixed, text: (_, { question }) => question },
  { id: 'where', title: t('Where it should show', '应见于何处'), width: 34, look: fixed, text: ({ places, forms, earlier }, _, locale) => sheetText([...places.map(placeWords), ...forms.map((form) => `${form.id} ${form.revision} ${form.title}`), ...earlier.map(({ id, state }) => `${id} (${state[locale]})`)].join('\n')) },
  { id: 'method', title: t('Method', '方法'), width: 9, look: { ...open, align: 'center' }, text: (_, { method }, locale) => methodWords[method]?.[locale] ?? method },
  { id: 'sample', title: t('Sample really drawn', '实抽样本'), width: 20, look: open, text: (_, { sample }) => sample },
  { id: 'evidence', title: t('Evidence seen', '证据记录'), width: 44, look: open, text: (_, { evidence }) => evidence },
  { id: 'judgement', title: t('Judgement', '判定'), width: 11, look: { ...open, align: 'center' }, text: (_, { judgement }, locale) => judgementWords[judgement]?.[locale] ?? judgement },
  { id: 'note', title: t('Note', '备注'), width: 16, look: open, text: (_, { note }) => note },
  { id: 'item', title: t('Requirement', '标准要求'), width: 10, look: { ...fixed, color: '6B7280' }, text: (_, { item }) => item },
  { id: 'document', title: t('Document', '文件'), width: 13, look: { ...fixed, color: '6B7280' }, text: (_, { document }) => document },
];

/** Lines that stay free in each row for what is written in. */
const ROOM = 3;

/** A row as high as its longest cell, and high enough to write in. */
function tall(cells: readonly SheetCell[]): SheetRow {
  return { cells, height: Math.max(heightOf('\n'.repeat(ROOM - 1), 1), ...cells.map(({ text }, at) => heightOf(text, columns[at]?.width ?? 1))) };
}

/** The checklist as a workbook to be filled in on site: numbers and questions are guarded, answers are open, judgement and method are picked from a list. */
export function fieldSheet(list: Checklist, sheet: Worksheet, organization: string, people: readonly string[], locale: Locale): Uint8Array {
  const across = (text: string, look: Look): SheetRow => ({ cells: [{ text, look, span: columns.length }], height: 24 });
  const pair = (label: Text, text: string, span: number, look: Look = fixed): SheetCell[] => [{ text: label[locale], look: { ...headLook, align: 'right' }, span }, { text, look, span: 3 - span }];
  const head: SheetRow[] = [
    across(organization, { size: 12, align: 'center', middle: true }), across(fieldWords.title[locale], { size: 16, bold: true, align: 'center', middle: true }),
    { cells: [...pair(fieldWords.audit, sheet.audit, 2), ...pair(fieldWords.unit, list.unitName || list.processName, 1)] },
    { cells: [...pair(fieldWords.auditor, sheet.auditor, 2, open), ...pair(fieldWords.on, sheet.on, 1, open)] },
    across(fieldWords.howTo[locale], { color: '6B7280' }),
  ];
  const first = head.length + 2;
  const last = first + sheet.rows.length - 1;
  const column = (id: string): number => columns.findIndex((one) => one.id === id) + 1;
  const pick = (id: string, words: readonly string[]): NonNullable<Sheet['choices']> => (sheet.rows.length === 0 ? [] : [{ column: column(id), from: first, until: last, words, refusal: fieldWords.pick[locale] }]);
  const main: Sheet = {
    name: sheetName(`${sheet.audit} ${sheet.unit || sheet.process}`), guarded: true, frozen: first - 1, repeat: first - 1, widths: columns.map(({ width }) => width),
    rows: [
      ...head, { cells: columns.map(({ title }) => ({ text: title[locale], look: headLook })) },
      ...sheet.rows.map((row, at) => tall(columns.map(({ look, text }) => ({ look, text: text(list.lines[at] as ChecklistLine, row, locale) })))),
    ],
    choices: [
      ...pick('method', methods.map((method) => (methodWords[method] as Text)[locale])), ...pick('judgement', judgements.map((judgement) => (judgementWords[judgement] as Text)[locale])),
      ...(people.length > 0 ? [{ column: 3, from: 4, until: 4, words: people, refusal: fieldWords.pick[locale] }] : []),
    ],
  };
  const samples: Sheet = {
    name: fieldWords.samples[locale], guarded: true, frozen: 1, widths: [24, 8, 100],
    rows: [
      { cells: [fieldWords.pool, fieldWords.of, fieldWords.drawn].map((title) => ({ text: title[locale], look: headLook })) },
      ...list.samples.filter(({ of }) => of > 0).map(({ title, of, drawn }) => ({ cells: [shown(title, locale), String(of), sheetText(drawn.join('、'))].map((text) => ({ text, look: fixed })) })),
    ],
  };
  const mark = { format: markVersion, audit: sheet.audit, unit: sheet.unit, process: sheet.process, digest: sheet.digest, sheet: main.name, first: String(first), count: String(sheet.rows.length), columns: columns.map(({ id }) => id).join(' '), auditor: 'C4', on: 'E4' };
  const hidden: Sheet = { name: markSheet, guarded: true, hidden: true, widths: [12, 70], rows: Object.entries(mark).map((cells) => ({ cells: cells.map((text) => ({ text, look: {} })) })) };
  return workbook([main, samples, hidden], sheetFonts[locale]);
}
