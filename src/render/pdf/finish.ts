import { createHash } from 'node:crypto';
import { PDFHexString, type PDFDocument } from '@cantoo/pdf-lib';
import type { PdfMeta } from '#model/printer.ts';
import { renameDestinations } from './destinations.ts';
import { checkFonts } from './fonts.ts';
import { describeLinks } from './links.ts';
import { mapRoles, renumberElements, structureElements } from './structure.ts';

/** What took part in the making of a file, by name and version; it decides its bytes and is named in it. */
export interface Makers { readonly tool: string; readonly browser: string; readonly fonts: readonly string[] }

const noId = '0'.repeat(32);

/**
 * A browser's PDF as the one we hand out: dates, title and language from `meta` instead of the clock, PDF/A-2u metadata, text for every link,
 * names of structure elements and the file's own id made from its content. Same page, same makers: same bytes.
 */
export async function finishPdf(pdf: PDFDocument, html: string, meta: PdfMeta, makers: Makers): Promise<Uint8Array> {
  checkFonts(pdf);
  const elements = structureElements(pdf);
  renumberElements(pdf, elements);
  mapRoles(pdf, elements);
  describeLinks(elements, html);
  renameDestinations(pdf);
  const created = new Date(meta.created);
  pdf.setTitle(inXml(meta.title), { showInWindowTitleBar: true });
  pdf.setAuthor(inXml(meta.author));
  if (meta.subject !== undefined) pdf.setSubject(inXml(meta.subject));
  if (meta.keywords !== undefined) pdf.setKeywords(meta.keywords.map(inXml));
  pdf.setLanguage(meta.language);
  pdf.setCreator(makers.tool);
  pdf.setProducer([makers.tool, makers.browser, ...makers.fonts].join('; '));
  pdf.setCreationDate(created);
  pdf.setModificationDate(created);
  const id = PDFHexString.of(noId);
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  pdf.convertToPDFA({ conformance: '2U' });
  return identified(await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY }));
}

/** The same words stand in XML, which knows no control characters. */
function inXml(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ');
}

/** The id of a file is the digest of the file without it. */
function identified(bytes: Uint8Array): Uint8Array {
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, noId.length).toUpperCase();
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.lastIndexOf(`<${noId}>`); at >= 0; at = file.lastIndexOf(`<${noId}>`)) file.write(`<${id}>`, at, 'latin1');
  return bytes;
}
