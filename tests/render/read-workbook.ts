import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

interface Element { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Element[]; text: string }
interface ReadCell { readonly ref: string; readonly type: string | undefined; readonly text: string; readonly look: Look }
interface Look { readonly bold: boolean; readonly fill: string | undefined; readonly numFmtId: string; readonly wrap: string | undefined; readonly color: string | undefined; readonly open: boolean }

/** A strict reader, apart from what writes: well-formed XML or it throws. */
function parse(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => { (open.at(-1) as Element).text += text; });
  parser.write(xml).close();
  return top.children[0] as Element;
}
export const all = (element: Element, name: string): Element[] => element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
export const one = (element: Element, name: string): Element => all(element, name)[0] as Element;

/** One sheet of a workbook, the first unless another is asked for. */
export function read(bytes: Uint8Array, number = 1): { parts: Readonly<Record<string, Element>>; sheet: Element; book: Element; rows: ReadCell[][]; name: string } {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, parse(strFromU8(part))]));
  const part = (path: string): Element => parts[path] as Element;
  const [sheet, styles, book] = [part(`xl/worksheets/sheet${number}.xml`), part('xl/styles.xml'), part('xl/workbook.xml')];
  const [fonts, fills, formats] = [one(styles, 'fonts').children, one(styles, 'fills').children, one(styles, 'cellXfs').children];
  const look = (style: number): Look => {
    const xf = formats[style] as Element;
    const font = fonts[Number(xf.attributes['fontId'])] as Element;
    return {
      bold: all(font, 'b').length > 0, color: one(font, 'color').attributes['rgb'], fill: all(fills[Number(xf.attributes['fillId'])] as Element, 'fgColor')[0]?.attributes['rgb'],
      numFmtId: xf.attributes['numFmtId'] as string, wrap: all(xf, 'alignment')[0]?.attributes['wrapText'],
      open: all(xf, 'protection')[0]?.attributes['locked'] === '0',
    };
  };
  const rows = all(sheet, 'row').map((row) => row.children.map(({ attributes, children }): ReadCell => ({
    ref: attributes['r'] as string, type: attributes['t'], look: look(Number(attributes['s'])),
    text: children.flatMap((child) => all(child, 't')).map(({ text }) => text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))).join(''),
  })));
  return { parts, sheet, book, rows, name: all(book, 'sheet')[number - 1]?.attributes['name'] as string };
}
