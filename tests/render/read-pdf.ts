import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ParseSpeeds, PDFDict, PDFDocument, PDFName, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: string;
  /** Titles in the outline, indented by depth, with the page each leads to. */
  readonly outline: readonly string[];
  readonly ids: readonly string[];
  /** Where the links of the first page lead: `id → page`. */
  readonly links: readonly string[];
}

interface OutlineItem { title: string; dest: string | unknown[] | null; items: OutlineItem[] }

/** What another reader of PDF makes of a file. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  const outline: string[] = [];
  const tell = async (items: OutlineItem[], depth: number): Promise<void> => {
    for (const { title, dest, items: below } of items) {
      const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
      outline.push(`${'  '.repeat(depth)}${title} ${target ? (await pdf.getPageIndex(target[0] as { num: number; gen: number })) + 1 : '?'}`);
      await tell(below, depth + 1);
    }
  };
  await tell(await pdf.getOutline() as OutlineItem[] ?? [], 0);
  const links: string[] = [];
  for (const { dest } of await (await pdf.getPage(1)).getAnnotations() as { dest?: string }[]) {
    const target = typeof dest === 'string' ? await pdf.getDestination(dest) : null;
    if (target) links.push(`${dest} → ${(await pdf.getPageIndex(target[0])) + 1}`);
  }
  const { info, metadata } = await pdf.getMetadata();
  const read = { pages, info: info as Record<string, unknown>, xmp: (metadata as { getRaw(): string } | null)?.getRaw() ?? '', outline, ids: pdf.fingerprints.filter((id) => id !== null), links };
  await pdf.loadingTask.destroy();
  return read;
}

/** Every dictionary of a file that has this value at this key. */
export async function dictionaries(bytes: Uint8Array, key: string, value: string): Promise<{ get(key: string): PDFObject | undefined }[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  return pdf.context.enumerateIndirectObjects().map(([, object]) => (object instanceof PDFDict ? object : (object as { dict?: PDFDict }).dict))
    .filter((dict) => dict instanceof PDFDict && dict.get(PDFName.of(key))?.toString() === `/${value}`)
    .map((dict) => ({ get: (name) => { const found = (dict as PDFDict).get(PDFName.of(name)); return found instanceof PDFRef ? pdf.context.lookup(found) : found; } }));
}

/** Complaints of `qpdf --check`; null where qpdf is not installed. */
export function qpdfComplaints(bytes: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'qms-qpdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    const said = execFileSync('qpdf', ['--check', join(folder, 'a.pdf')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return said.includes('No syntax or stream encoding errors found') ? '' : said;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return String((error as { stderr?: unknown }).stderr ?? error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
