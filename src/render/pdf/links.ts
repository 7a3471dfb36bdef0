import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib';
import { decodeEntities } from '../decode-entities.ts';
import type { Structured } from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** Gives every link the text that it has on the page, for those who hear the page instead of seeing it. */
export function describeLinks(elements: readonly Structured[], html: string): void {
  const anchors = anchorsOf(html);
  let next = 0;
  for (const { element } of elements) {
    if (element.get(name('S')) !== name('Link')) continue;
    const annotations = kids(element).flatMap((kid) => {
      const target = kid instanceof PDFDict && kid.get(name('Type')) === name('OBJR') ? kid.lookup(name('Obj')) : undefined;
      return target instanceof PDFDict ? [target] : [];
    });
    const href = annotations[0] && hrefOf(annotations[0]);
    if (href === undefined) continue;
    // Links come in the order of the page; those without a box on paper are passed over.
    const found = anchors.findIndex((anchor, index) => index >= next && anchor.href === href);
    if (found >= 0) next = found + 1;
    const text = PDFHexString.fromText(anchors[found]?.text || href);
    for (const annotation of annotations) annotation.set(name('Contents'), text);
  }
}

function anchorsOf(html: string): { href: string; text: string }[] {
  return [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gis)].map(([, href = '', inner = '']) =>
    ({ href: percentDecoded(decodeEntities(href)), text: decodeEntities(inner.replace(/<[^>]*>/g, '')).replace(/\s+/g, ' ').trim() }));
}

function hrefOf(annotation: PDFDict): string | undefined {
  const destination = annotation.get(name('Dest'));
  if (destination instanceof PDFName) return `#${idOf(destination)}`;
  const action = annotation.lookup(name('A'));
  const uri = action instanceof PDFDict ? action.lookup(name('URI')) : undefined;
  return uri instanceof PDFString || uri instanceof PDFHexString ? percentDecoded(uri.decodeText()) : undefined;
}

function kids(element: PDFDict): (PDFObject | undefined)[] {
  const value = element.lookup(name('K'));
  return value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
}

/** The id of the element that a destination of Chromium stands for: named as the fragment of a URL. */
export function idOf(destination: PDFName): string {
  return percentDecoded(destination.decodeText());
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a % of its own
  }
}
