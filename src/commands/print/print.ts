import type { Artifact, Env } from '#model/command.ts';
import type { BrowserChoice, PrintJob, Printer, Proofs } from '#model/printer.ts';
import { baseStyle, pageFaces } from '#render/fonts/page-faces.ts';
import { finishPdf } from '#render/pdf/finish.ts';
import { danglingToc, fillToc, hasToc, pagesOfIds, tocTexts } from '#render/pdf/toc.ts';
import { refuseMissingGlyphs } from './missing-glyphs.ts';

/** A page to be printed into a file; `path` as in an Artifact. */
export interface NamedJob extends PrintJob { readonly path: string }

/** Prints pages into files, all by one browser, in the order given. Throws UsageError where a text has a character that no font has. */
export async function printJobs(jobs: readonly NamedJob[], env: Env, choice: BrowserChoice = {}): Promise<Artifact[]> {
  if (jobs.length === 0) return [];
  refuseMissingGlyphs(jobs, env);
  const printer = await env.host.openPrinter(choice, env.signal);
  const artifacts: Artifact[] = [];
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      const job = jobs[index] as NamedJob;
      env.progress({ done, total: jobs.length, name: job.meta.title });
      artifacts[index] = { path: job.path, bytes: await printWith(printer, job, env) };
      env.progress({ done: ++done, total: jobs.length, name: job.meta.title });
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(printer.atOnce, jobs.length) }, worker));
    return artifacts;
  } finally {
    await printer.close();
  }
}

/** One page as the bytes of a PDF. */
export async function printOne(job: PrintJob, env: Env, choice: BrowserChoice = {}): Promise<Uint8Array> {
  const [artifact] = await printJobs([{ ...job, path: job.meta.title }], env, choice);
  return (artifact as Artifact).bytes;
}

/** The browser's part, with what it asks back, and then what makes the file ours. */
export async function printWith(printer: Printer, { html, meta, toc, path }: NamedJob, env: Env): Promise<Uint8Array> {
  const names = new Set<string>();
  let page = withHead(toc ? fillToc(html) : html, `<style>${baseStyle}</style>`);
  const proofs: Proofs = {
    faces(use) {
      const made = pageFaces(html, use, env.host.fonts());
      for (const name of made.names) names.add(name);
      return made.faces;
    },
    async numbers(printed) {
      const pages = await pagesOfIds(printed);
      const dangling = danglingToc(html, pages);
      if (dangling.length > 0) throw new Error(`A table of contents names what is not on the page (or lacks href="#…"): ${dangling.join(', ')}`);
      const filled = fillToc(page, pages);
      if (filled === page) return undefined;
      page = filled;
      return tocTexts(page);
    },
  };
  const printed = await printer.print(page, path, toc && hasToc(html) ? proofs : { faces: proofs.faces });
  return finishPdf(printed, page, meta, { tool: `qms ${env.host.assets().version}`, browser: printer.version, fonts: [...names].sort() });
}

function withHead(html: string, more: string): string {
  return html.replace(/<head>/i, (head) => head + more);
}
