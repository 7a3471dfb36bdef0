import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page as its structure holds it: heads, feet and watermarks stand outside of it. */
export async function bodyPages(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true });
    const open: boolean[] = [];
    let text = '';
    for (const item of items) {
      if ('str' in item) { if (open.length > 0 && !open.includes(true)) text += item.str + (item.hasEOL ? '\n' : ''); }
      else if (item.type === 'endMarkedContent') open.pop();
      else open.push((item as { tag?: string }).tag === 'Artifact');
    }
    pages.push(text);
  }
  await pdf.loadingTask.destroy();
  return pages;
}
