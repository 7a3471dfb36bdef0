import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

/** An element of the structure tree. */
export interface Structured { readonly ref: PDFRef; readonly element: PDFDict }

/** Every element of the structure tree, in the order of its objects, which is that of the text. */
export function structureElements(pdf: PDFDocument): Structured[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([ref, object]) =>
    (object instanceof PDFDict && object.get(name('Type')) === name('StructElem') ? [{ ref, element: object }] : []));
}

/** Table cells have names that Chromium counts up for as long as it lives: here they are counted within the file. */
export function renumberElements(pdf: PDFDocument, elements: readonly Structured[]): void {
  const names = new Map<string, PDFString>();
  const entries: PDFObject[] = [];
  for (const { ref, element } of elements) {
    const old = textOf(element.get(name('ID')));
    if (old === undefined) continue;
    const now = PDFString.of(`e${String(names.size + 1).padStart(8, '0')}`);
    names.set(old, now);
    element.set(name('ID'), now);
    entries.push(now, ref);
  }
  for (const { element } of elements) {
    for (const headers of attributesOf(element).map((attribute) => attribute.lookup(name('Headers'))).filter((value) => value instanceof PDFArray)) {
      headers.asArray().forEach((header, index) => headers.set(index, names.get(textOf(header) ?? '') ?? header));
    }
  }
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  dropTree(pdf, root?.get(name('IDTree')));
  if (entries.length > 0) root?.set(name('IDTree'), pdf.context.obj({ Names: entries }));
}

/** Takes a name tree out of the file: what nobody points to any more would be written all the same, old names and all. */
function dropTree(pdf: PDFDocument, at: PDFObject | undefined): void {
  if (!(at instanceof PDFRef)) return;
  const kids = pdf.context.lookupMaybe(at, PDFDict)?.lookup(name('Kids'));
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) dropTree(pdf, kid);
  pdf.context.delete(at);
}

/** Types of PDF 2.0 that readers of 1.7 do not know, and what they are there. */
const roles: Readonly<Record<string, string>> = { Em: 'Span', Strong: 'Span', Sub: 'Span', Title: 'P', Aside: 'Div', FENote: 'Note', DocumentFragment: 'Div', Artifact: 'NonStruct' };

export function mapRoles(pdf: PDFDocument, elements: readonly Structured[]): void {
  const used = new Set(elements.map(({ element }) => (element.get(name('S')) as PDFName | undefined)?.decodeText() ?? ''));
  const map = Object.fromEntries(Object.entries(roles).filter(([role]) => used.has(role)).map(([role, known]) => [role, name(known)]));
  if (Object.keys(map).length > 0) pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.set(name('RoleMap'), pdf.context.obj(map));
}

function attributesOf(element: PDFDict): PDFDict[] {
  const value = element.lookup(name('A'));
  const all = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
  return all.filter((attribute) => attribute instanceof PDFDict);
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
