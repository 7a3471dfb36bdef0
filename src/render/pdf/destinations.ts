import { PDFDict, PDFHexString, PDFName, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';
import { idOf } from './links.ts';

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Destinations under strings instead of names: Chromium makes a name of nine bytes of each Chinese character of an id, and PDF/A allows names of 127.
 * A string holds the id as it is, so that it can be linked to from outside as well.
 */
export function renameDestinations(pdf: PDFDocument): void {
  const held = pdf.catalog.get(name('Dests'));
  const destinations = pdf.catalog.lookupMaybe(name('Dests'), PDFDict);
  if (!destinations) return;
  const entries = destinations.keys().map((key) => ({ key: PDFHexString.fromText(idOf(key)), destination: destinations.get(key) as PDFRef }));
  entries.sort((a, b) => (a.key.asString() < b.key.asString() ? -1 : 1)); // hexadecimal digits sort as the bytes they stand for
  pdf.catalog.set(name('Names'), pdf.context.obj({ Dests: pdf.context.register(pdf.context.obj({ Names: entries.flatMap(({ key, destination }) => [key, destination]) })) }));
  pdf.catalog.delete(name('Dests'));
  if (held instanceof PDFRef) pdf.context.delete(held);
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const target = object instanceof PDFDict ? object.get(name('Dest')) : undefined;
    if (object instanceof PDFDict && target instanceof PDFName) object.set(name('Dest'), PDFHexString.fromText(idOf(target)));
  }
}
