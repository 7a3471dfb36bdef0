import type { Artifact, Env } from '#model/command.ts';
import type { BrowserChoice, PrintJob, Printer } from '#model/printer.ts';
import { UsageError } from '#model/usage-error.ts';
import { pageFonts } from '#render/fonts/font-css.ts';
import { finishPdf } from '#render/pdf/finish.ts';
import { danglingToc, fillToc, pagesOfIds } from '#render/pdf/toc.ts';

/** A page to be printed into a file; `path` as in an Artifact. */
export interface NamedJob extends PrintJob { readonly path: string }

/** Prints pages into files, all by one browser. Throws UsageError where a text has a character that no font has. */
export async function printJobs(jobs: readonly NamedJob[], env: Env, choice: BrowserChoice = {}): Promise<Artifact[]> {
  if (jobs.length === 0) return [];
  const printer = await env.host.openPrinter(choice, env.signal);
  try {
    const artifacts: Artifact[] = [];
    for (const job of jobs) artifacts.push({ path: job.path, bytes: await printWith(printer, job, env) });
    return artifacts;
  } finally {
    await printer.close();
  }
}

/** One page as the bytes of a PDF. */
export async function printOne(job: PrintJob, env: Env, choice: BrowserChoice = {}): Promise<Uint8Array> {
  const [artifact] = await printJobs([{ ...job, path: '' }], env, choice);
  return (artifact as Artifact).bytes;
}

/** Fonts, the passes of the browser, and what makes the file ours. */
async function printWith(printer: Printer, { html, meta, toc, whereIs }: PrintJob, env: Env): Promise<Uint8Array> {
  const { css, missing, names } = await pageFonts(html, env.host.fonts());
  const [char] = missing;
  if (char !== undefined) throw missingGlyph(char, whereIs?.(char));
  const page = html.replace(/<head>/i, (head) => `${head}<style>${css}</style>`);
  const printed = toc ? await printToc(printer, page) : { bytes: await printer.print(page), page };
  return finishPdf(printed.bytes, printed.page, meta, { tool: `qms ${env.host.assets().version}`, browser: printer.version, fonts: names });
}

/** How often page numbers may move the pages they tell of. */
const MAX_PASSES = 5;

/** Prints until the page numbers in the table of contents are those of the pages. */
async function printToc(printer: Printer, html: string): Promise<{ bytes: Uint8Array; page: string }> {
  let page = fillToc(html);
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    const bytes = await printer.print(page);
    const pages = await pagesOfIds(bytes);
    const dangling = danglingToc(html, pages);
    if (dangling.length > 0) throw new Error(`A table of contents names what is not on the page (or lacks href="#…"): ${dangling.join(', ')}`);
    const filled = fillToc(html, pages);
    if (filled === page) return { bytes, page };
    page = filled;
  }
  throw new Error('The page numbers of a table of contents do not come to rest.');
}

function missingGlyph(char: string, place: ReturnType<NonNullable<PrintJob['whereIs']>>): UsageError {
  const code = `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
  const hint = { en: 'Write it in another way, or show it as a picture.', 'zh-CN': '请换一种写法，或以图片表示。' };
  if (!place) return new UsageError({ en: 'No font has the character {char} ({code}).', 'zh-CN': '没有字体含有“{char}”（{code}）这个字。' }, { char, code }, hint);
  return new UsageError({ en: '{path}:{line}: no font has the character {char} ({code}).', 'zh-CN': '{path}:{line}：没有字体含有“{char}”（{code}）这个字。' },
    { char, code, path: place.path, line: place.position.start.line }, hint);
}
