import type { Artifact, Env } from '#model/command.ts';
import type { BrowserChoice, PrintJob, Printer } from '#model/printer.ts';
import { pageFonts } from '#render/fonts/font-css.ts';
import { finishPdf } from '#render/pdf/finish.ts';
import { danglingToc, fillToc, pagesOfIds } from '#render/pdf/toc.ts';
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
      env.progress({ done, total: jobs.length, name: job.path });
      artifacts[index] = { path: job.path, bytes: await printWith(printer, job, env) };
      env.progress({ done: ++done, total: jobs.length, name: job.path });
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

/** Fonts, the passes of the browser, and what makes the file ours. */
async function printWith(printer: Printer, { html, meta, toc, path }: NamedJob, env: Env): Promise<Uint8Array> {
  const { css, names } = await pageFonts(html, env.host.fonts());
  const page = html.replace(/<head>/i, (head) => `${head}<style>${css}</style>`);
  const printed = toc ? await printToc(printer, page, path) : { bytes: await printer.print(page, path), page };
  return finishPdf(printed.bytes, printed.page, meta, { tool: `qms ${env.host.assets().version}`, browser: printer.version, fonts: names });
}

/** How often page numbers may move the pages they tell of. */
const MAX_PASSES = 5;

/** Prints until the page numbers in the table of contents are those of the pages. */
async function printToc(printer: Printer, html: string, name: string): Promise<{ bytes: Uint8Array; page: string }> {
  let page = fillToc(html);
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    const bytes = await printer.print(page, name);
    const pages = await pagesOfIds(bytes);
    const dangling = danglingToc(html, pages);
    if (dangling.length > 0) throw new Error(`A table of contents names what is not on the page (or lacks href="#…"): ${dangling.join(', ')}`);
    const filled = fillToc(html, pages);
    if (filled === page) return { bytes, page };
    page = filled;
  }
  throw new Error('The page numbers of a table of contents do not come to rest.');
}
