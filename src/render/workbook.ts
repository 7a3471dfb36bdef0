import { strToU8, zipSync } from 'fflate';
import { escapeHtml as escape } from './escape-html.ts';
import { worksheet } from './worksheet.ts';
import { Styles, type Look } from './workbook-styles.ts';

/** `span`: over how many columns the cell spreads. */
export interface SheetCell { readonly text: string; readonly look: Look; readonly span?: number }
/** `height` in points; without one the program makes the row as high as its words, but not where cells spread. */
export interface SheetRow { readonly cells: readonly SheetCell[]; readonly height?: number }
/** The words that a range of cells takes, offered as a list to pick from; other words are refused by the program. Rows and columns count from 1. */
export interface Choice { readonly column: number; readonly from: number; readonly until: number; readonly words: readonly string[]; readonly refusal: string }
export interface Sheet {
  /** Of 31 characters at most: see `sheetName`. */
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly portrait?: boolean;
  /** How many rows stay at the top of the screen. */
  readonly frozen?: number;
  /** The row that is repeated on every printed page. */
  readonly repeat?: number;
  /** Only cells whose look is `open` can be changed. A seat belt, not a lock: it has no password. */
  readonly guarded?: boolean;
  readonly hidden?: boolean;
  readonly choices?: readonly Choice[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook (ECMA-376) that holds nothing but text: no formulas, links, numbers or dates. The same sheets are the same
 * bytes: no document properties, and the files of the archive carry the first day that zip knows.
 */
export function workbook(sheets: readonly Sheet[], font: string): Uint8Array {
  const styles = new Styles(font);
  const paths = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const override = (path: string, kind: string): string => `<Override PartName="/xl/${path}" ContentType="${TYPE}.${kind}+xml"/>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
      + `${override('workbook.xml', 'sheet.main')}${paths.map((path) => override(path, 'worksheet')).join('')}${override('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': book(sheets),
    'xl/_rels/workbook.xml.rels': relationships(...paths.map((path): [string, string] => ['worksheet', path]), ['styles', 'styles.xml']),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/${paths[index]}`, worksheet(sheet, index === 0, styles)])),
    'xl/styles.xml': styles.xml(),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)])), { mtime: new Date(1980, 0, 1) });
}

function relationships(...list: [kind: string, target: string][]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
}

function book(sheets: readonly Sheet[]): string {
  const list = sheets.map(({ name, hidden }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`);
  const titles = sheets.flatMap(({ name, repeat }, index) => (repeat === undefined ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escape(`'${name.replaceAll("'", "''")}'`)}!$${repeat}:$${repeat}</definedName>`]));
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`;
}
