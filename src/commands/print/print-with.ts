import type { Env } from '#model/command.ts';
import type { Printer, Proofs } from '#model/printer.ts';
import { baseStyle, pageFaces } from '#render/fonts/page-faces.ts';
import { finishPdf } from '#render/pdf/finish.ts';
import { openPdf } from '#render/pdf/open.ts';
import { danglingToc, fillToc, hasToc, pagesOfIds, tocTexts } from '#render/pdf/toc.ts';
import type { NamedJob } from './print.ts';

/** The browser's part, with what it asks back, and then what makes the file ours. */
export async function printWith(printer: Printer, { html, meta, toc, path }: NamedJob, env: Env): Promise<Uint8Array> {
  const names = new Set<string>();
  let opened: Awaited<ReturnType<typeof openPdf>> | undefined;
  let page = withHead(toc ? fillToc(html) : html, `<style>${baseStyle}</style>`);
  const proofs: Proofs = {
    faces(use) {
      const made = pageFaces(use, env.host.fonts());
      for (const name of made.names) names.add(name);
      return made.faces;
    },
    expected(pages) {
      page = fillToc(page, pages);
      return tocTexts(page);
    },
    async numbers(printed) {
      opened = await openPdf(printed);
      const pages = pagesOfIds(opened);
      const dangling = danglingToc(html, pages);
      if (dangling.length > 0) throw new Error(`A table of contents names what is not on the page (or lacks href="#…"): ${dangling.join(', ')}`);
      const filled = fillToc(page, pages);
      if (filled === page) return undefined;
      page = filled;
      return tocTexts(page);
    },
  };
  const printed = await printer.print(page, path, toc && hasToc(html) ? proofs : { faces: proofs.faces });
  return finishPdf(opened ?? await openPdf(printed), page, meta, { tool: `qms ${env.host.assets().version}`, browser: printer.version, fonts: [...names].sort() });
}

function withHead(html: string, more: string): string {
  return html.replace(/<head>/i, (head) => head + more);
}
