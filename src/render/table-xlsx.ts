import type { Locale } from '#model/text.ts';
import type { TableView } from '#views/table.ts';
import { cellText, headLook, heightOf, sheetFonts, sheetName, sheetText, toneLooks, widest } from './sheet-text.ts';
import { shown } from './shown.ts';
import { workbook, type SheetRow } from './workbook.ts';
import type { Look } from './workbook-styles.ts';

/** No column grows wider than this, in characters; longer text wraps. */
const MAX_WIDTH = 60;

/** A table as an Excel workbook to be printed and filed: organization and title above, heading row frozen, A4 landscape. */
export function tableXlsx({ title, columns, rows, notes }: TableView, locale: Locale, organization: string): Uint8Array {
  const heads = columns.map((column) => sheetText(shown(column.title, locale)));
  const texts = rows.map((row) => row.map((one) => cellText(one, locale)));
  const widths = heads.map((head, index) => Math.min(MAX_WIDTH, Math.max(widest(head), ...texts.map((row) => widest(row[index] ?? ''))) + 2));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const across = (words: string, look: Look, line?: number): SheetRow => ({ cells: [{ text: sheetText(words), look, span: columns.length }], height: heightOf(sheetText(words), total, line) });
  const above: SheetRow[] = [
    ...(organization === '' ? [] : [across(organization, { size: 12, align: 'center', middle: true }, 20)]),
    across(title[locale], { size: 16, bold: true, align: 'center', middle: true }, 28),
    { cells: heads.map((text) => ({ text, look: headLook })) },
  ];
  return workbook([{
    name: sheetName(title[locale]), widths, frozen: above.length, repeat: above.length,
    rows: [
      ...above,
      ...rows.map((row, at) => ({ cells: row.map(({ tone }, index) => ({ text: texts[at]?.[index] ?? '', look: { ...toneLooks[tone ?? 'plain'], border: true, align: columns[index]?.align ?? 'left' } })) })),
      ...(notes.length > 0 ? [{ cells: [] }] : []),
      ...notes.map((note) => across(note[locale], {})),
    ],
  }], sheetFonts[locale]);
}
