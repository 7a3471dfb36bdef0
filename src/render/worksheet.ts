import { escapeHtml as escape } from './escape-html.ts';
import type { Choice, Sheet, SheetRow } from './workbook.ts';
import type { Styles } from './workbook-styles.ts';

/** What a spreadsheet takes in one cell, in UTF-16 units. */
const MAX_TEXT = 32_767;
/** Older versions of Excel show a cell of the format "text" as ##### beyond this; a list of words is no longer either. */
const MAX_TEXT_FORMAT = 255;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The order of the elements is the schema's. A4 is paper 9; height 0 means as many pages as it takes. */
export function worksheet(sheet: Sheet, first: boolean, styles: Styles): string {
  const { rows, widths, frozen = 0 } = sheet;
  const all = `A1:${letters(widths.length - 1)}${rows.length}`;
  const merged = rows.flatMap(mergedIn);
  const pane = frozen === 0 ? '' : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${all}"/>`,
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.map((row, index) => rowXml(row, index + 1, styles)).join('')}</sheetData>`,
    sheet.guarded ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>' : '',
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    choicesXml(sheet.choices ?? []),
    `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.portrait ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join('');
}

function rowXml({ cells, height }: SheetRow, number: number, styles: Styles): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  let column = 0;
  const list = cells.map(({ text, look, span = 1 }) => {
    const words = fitting(text);
    const style = styles.number(look, words.length <= MAX_TEXT_FORMAT);
    const own = `<c r="${letters(column)}${number}" s="${style}"`;
    const rest = look.border ? Array.from({ length: span - 1 }, (_, index) => `<c r="${letters(column + index + 1)}${number}" s="${style}"/>`).join('') : '';
    column += span;
    return `${words === '' ? `${own}/>` : `${own} t="inlineStr"><is><t xml:space="preserve">${encode(words)}</t></is></c>`}${rest}`;
  });
  return `<row r="${number}"${tall}>${list.join('')}</row>`;
}

function mergedIn({ cells }: SheetRow, index: number): string[] {
  let column = 0;
  return cells.flatMap(({ span = 1 }) => {
    const first = column;
    column += span;
    return span > 1 ? [`<mergeCell ref="${letters(first)}${index + 1}:${letters(column - 1)}${index + 1}"/>`] : [];
  });
}

function choicesXml(choices: readonly Choice[]): string {
  if (choices.length === 0) return '';
  const one = ({ column, from, until, words, refusal }: Choice): string => {
    const list = words.join(',');
    if (list.length > MAX_TEXT_FORMAT || words.some((word) => /[,"]/.test(word))) throw new Error(`a spreadsheet cannot offer these words: ${list}`);
    const range = `${letters(column - 1)}${from}:${letters(column - 1)}${until}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" error="${encode(refusal.slice(0, MAX_TEXT_FORMAT))}" sqref="${range}"><formula1>${escape(`"${list}"`)}</formula1></dataValidation>`;
  };
  return `<dataValidations count="${choices.length}">${choices.map(one).join('')}</dataValidations>`;
}

function fitting(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `_x0041_` would be read as a letter's code: its underscore is written as a code itself. So is what XML cannot hold, and the carriage return that it would drop. */
function encode(text: string): string {
  const code = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return escape(text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_').replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, code));
}

/** 0 → A, 26 → AA. */
function letters(index: number): string {
  return (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}
