import { escapeHtml as escape } from './escape-html.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

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
  /** Can be changed where its sheet is guarded. */
  readonly open?: boolean;
}

/** Collects looks into the style sheet. Its first entry is the plain one, the second fill belongs to the program. */
export class Styles {
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
    return this.#formats.of(`<xf numFmtId="${asText ? 49 : 0}" fontId="${font}" fillId="${fill}" borderId="${look.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${look.open ? ' applyProtection="1"' : ''}>`
      + `<alignment horizontal="${look.align ?? 'left'}" vertical="${look.middle ? 'center' : 'top'}" wrapText="1"/>${look.open ? '<protection locked="0"/>' : ''}</xf>`);
  }

  xml(): string {
    const side = (name: string): string => `<${name} style="thin"><color rgb="FF8C959F"/></${name}>`;
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
