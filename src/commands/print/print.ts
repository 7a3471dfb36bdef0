import type { Artifact, Env } from '#model/command.ts';
import type { BrowserChoice, PrintJob, Printer } from '#model/printer.ts';
import { UsageError } from '#model/usage-error.ts';
import { pageFonts } from '#render/fonts/font-css.ts';

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

async function printWith(printer: Printer, { html, whereIs }: PrintJob, env: Env): Promise<Uint8Array> {
  const { css, missing } = await pageFonts(html, env.host.fonts());
  const [char] = missing;
  if (char !== undefined) throw missingGlyph(char, whereIs?.(char));
  return printer.print(html.replace(/<head>/i, (head) => `${head}<style>${css}</style>`));
}

function missingGlyph(char: string, place: ReturnType<NonNullable<PrintJob['whereIs']>>): UsageError {
  const code = `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
  const hint = { en: 'Write it in another way, or show it as a picture.', 'zh-CN': '请换一种写法，或以图片表示。' };
  if (!place) return new UsageError({ en: 'No font has the character {char} ({code}).', 'zh-CN': '没有字体含有“{char}”（{code}）这个字。' }, { char, code }, hint);
  return new UsageError({ en: '{path}:{line}: no font has the character {char} ({code}).', 'zh-CN': '{path}:{line}：没有字体含有“{char}”（{code}）这个字。' },
    { char, code, path: place.path, line: place.position.start.line }, hint);
}
