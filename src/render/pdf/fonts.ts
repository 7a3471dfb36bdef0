import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

/** Throws where the browser drew a text with something else than a real font, or drew a box instead of a character: our pages must prevent both. */
export function checkFonts(pdf: PDFDocument): void {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  for (const object of objects) {
    if (object instanceof PDFDict && object.get(name('Type')) === name('Font') && object.get(name('Subtype')) === name('Type3')) throw new Error('The PDF has a Type 3 font: the page asks for a weight or a family that is not there.');
  }
  for (const object of objects) {
    if (object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form') && hasNotdef(decoded(object))) throw new Error(boxes);
  }
  for (const { node } of pdf.getPages()) {
    const contents = node.Contents();
    if (contents instanceof PDFRawStream && hasNotdef(decoded(contents))) throw new Error(boxes);
  }
}

const boxes = 'The PDF shows a box instead of a character: a family named in the page is none of ours.';

function decoded(stream: PDFRawStream): string {
  const plain = stream.dict.get(name('Filter')) === name('FlateDecode') && !stream.dict.has(name('DecodeParms'));
  return Buffer.from(plain ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode()).toString('latin1');
}

/** All our fonts have codes of two bytes; 0 is the glyph of what a font lacks. */
function hasNotdef(content: string): boolean {
  return /<(?:[\da-f]{4})*?0000[\da-f]*>/i.test(content);
}
