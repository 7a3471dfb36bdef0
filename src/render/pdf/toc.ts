import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';
import { decodeEntities } from '../decode-entities.ts';
import { idOf } from './links.ts';

const name = (text: string): PDFName => PDFName.of(text);
const entry = /(<(?:a|style)\b[^>]*\bdata-toc="([^"]*)"[^>]*>)([^<]*)(<\/(?:a|style)>)/g;

/** True when there is a page number to be filled in. */
export function hasToc(html: string): boolean {
  return tocTexts(html).length > 0;
}

/** The page, counted from 1, on which each element begins that something links to, by id. */
export function pagesOfIds(pdf: PDFDocument): ReadonlyMap<string, number> {
  const numbers = new Map(pdf.getPages().map(({ ref }, index) => [ref, index + 1]));
  const destinations = pdf.catalog.lookupMaybe(name('Dests'), PDFDict);
  return new Map((destinations?.keys() ?? []).flatMap((key) => {
    const destination = destinations?.lookup(key);
    const page = destination instanceof PDFArray ? destination.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    return number === undefined ? [] : [[idOf(key), number] as const];
  }));
}

/**
 * Writes page numbers into `<a data-toc="ID">`; without numbers, what takes the same place. `data-toc-from="ID"` counts from the page of that element.
 * A style with `data-toc="TO" data-span="FROM NAME"` becomes `--pages-NAME`: how many pages there are from that of FROM to that before TO; page margins cannot be told in another way.
 */
export function fillToc(html: string, pages: ReadonlyMap<string, number> = new Map()): string {
  return html.replace(entry, (_, open: string, id: string, _text: string, close: string) => {
    const from = /\bdata-toc-from="([^"]*)"/.exec(open)?.[1];
    const page = pages.get(decodeEntities(id));
    const [, start, part] = /\bdata-span="(\S+) (\S+)"/.exec(open) ?? [];
    if (start !== undefined) return `${open}:root{--pages-${part}:"${page === undefined ? '00' : page - (pages.get(decodeEntities(start)) ?? page)}"}${close}`;
    const first = from === undefined ? 1 : pages.get(decodeEntities(from)) ?? 1;
    return `${open}${page === undefined ? '00' : page - first + 1}${close}`;
  });
}

/** What the entries of a filled table of contents say, in their order. */
export function tocTexts(html: string): string[] {
  return [...html.matchAll(entry)].map(([, , , text = '']) => text);
}

/** The ids that a table of contents names and the page lacks. */
export function danglingToc(html: string, pages: ReadonlyMap<string, number>): string[] {
  return [...html.matchAll(entry)].map(([, , id = '']) => decodeEntities(id)).filter((id) => !pages.has(id));
}
