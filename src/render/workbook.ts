import { strToU8, zipSync } from 'fflate';
import { escapeHtml as escape } from './escape-html.ts';

/** How cells look; equal looks share one entry of the style sheet. */
export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  /** RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly middle?: boolean;
}
export interface SheetCell { readonly text: string; readonly look: Look }
/** `height` in points; `merged`: the first cell spreads over all columns. */
export interface SheetRow { readonly cells: readonly SheetCell[]; readonly height?: number; readonly merged?: boolean }
export interface Sheet {
  readonly name: string;
  readonly font: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** How many rows stay at the top of the screen; the last of them is repeated on every printed page. */
  readonly frozen: number;
}

/** What a spreadsheet takes in one cell, in UTF-16 units. */
const MAX_TEXT = 32_767;
/** Older versions of Excel show a cell of the format "text" as ##### beyond this. */
const MAX_TEXT_FORMAT = 255;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook (ECMA-376) of one sheet that holds nothing but text: no formulas, links, numbers or dates. The same sheet is the same
 * bytes: no document properties, and the files of the archive carry the first day that zip knows.
 */
export function workbook(sheet: Sheet): Uint8Array {
  const styles = new Styles(sheet.font);
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': book(sheet),
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/worksheets/sheet1.xml': worksheet(sheet, styles),
    'xl/styles.xml': styles.xml(),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)])), { mtime: new Date(1980, 0, 1) });
}

function relationships(...list: [kind: string, target: string][]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
}

function book({ name, frozen }: Sheet): string {
  const quoted = escape(`'${name.replaceAll("'", "''")}'`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets><sheet name="${escape(name)}" sheetId="1" r:id="rId1"/></sheets>`
    + `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$${frozen}:$${frozen}</definedName></definedNames></workbook>`;
}

/** The order of the elements is the schema's. A4 is paper 9; height 0 means as many pages as it takes. */
function worksheet({ rows, widths, frozen }: Sheet, styles: Styles): string {
  const last = letters(widths.length - 1);
  const merged = widths.length < 2 ? [] : rows.flatMap((row, index) => (row.merged ? [`<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`] : []));
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${rows.length}"/>`,
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.map((row, index) => rowXml(row, index + 1, styles)).join('')}</sheetData>`,
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="A1:${last}${rows.length}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join('');
}

function rowXml({ cells, height }: SheetRow, number: number, styles: Styles): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${tall}>${cells.map(({ text, look }, index) => {
    const words = fitting(text);
    const style = `r="${letters(index)}${number}" s="${styles.number(look, words.length <= MAX_TEXT_FORMAT)}"`;
    return words === '' ? `<c ${style}/>` : `<c ${style} t="inlineStr"><is><t xml:space="preserve">${encode(words)}</t></is></c>`;
  }).join('')}</row>`;
}

function fitting(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `_x0041_` would be read as a letter's code: its underscore is written as a code itself. */
function encode(text: string): string {
  return escape(text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'));
}

/** 0 → A, 26 → AA. */
function letters(index: number): string {
  return (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}

/** Collects looks into the style sheet. Its first entry is the plain one, the second fill belongs to the program. */
class Styles {
  readonly #fonts: Numbered;
  readonly #fills: Numbered = new Numbered('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
  readonly #formats: Numbered = new Numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  readonly #font: string;

  constructor(font: string) {
    this.#font = font;
    this.#fonts = new Numbered(this.#fontXml({}));
  }

  /** `asText` keeps what looks like a number or a formula a text also when somebody edits the cell. */
  number(look: Look, asText: boolean): number {
    const font = this.#fonts.of(this.#fontXml(look));
    const fill = look.fill === undefined ? 0 : this.#fills.of(`<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`);
    return this.#formats.of(`<xf numFmtId="${asText ? 49 : 0}" fontId="${font}" fillId="${fill}" borderId="${look.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">`
      + `<alignment horizontal="${look.align ?? 'left'}" vertical="${look.middle ? 'center' : 'top'}" wrapText="1"/></xf>`);
  }

  xml(): string {
    const side = (name: string): string => `<${name} style="thin"><color rgb="FFC8CCD0"/></${name}>`;
    return `<styleSheet xmlns="${MAIN}">${this.#fonts.list('fonts')}${this.#fills.list('fills')}`
      + `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`
      + `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${this.#formats.list('cellXfs')}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }

  #fontXml({ bold, size = 11, color = '000000' }: Look): string {
    return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${color}"/><name val="${escape(this.#font)}"/></font>`;
  }
}

/** Pieces of XML, each kept once and known by its place. */
class Numbered {
  readonly #places: Map<string, number>;
  constructor(...first: string[]) {
    this.#places = new Map(first.map((xml, index) => [xml, index]));
  }
  of(xml: string): number {
    const place = this.#places.get(xml) ?? this.#places.size;
    this.#places.set(xml, place);
    return place;
  }
  list(name: string): string {
    return `<${name} count="${this.#places.size}">${[...this.#places.keys()].join('')}</${name}>`;
  }
}
