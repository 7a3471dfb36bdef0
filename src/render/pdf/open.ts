import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';

/** What a browser printed, to be looked into and finished. */
export async function openPdf(printed: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, throwOnInvalidObject: true });
}
