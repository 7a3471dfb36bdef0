import type { Artifact, Env } from '#model/command.ts';
import type { BrowserChoice, PrintJob } from '#model/printer.ts';
import { refuseMissingGlyphs } from './missing-glyphs.ts';

/** A page to be printed into a file; `path` as in an Artifact. */
export interface NamedJob extends PrintJob { readonly path: string }

/** Prints pages into files, all by one browser, in the order given. Throws UsageError where a text has a character that no font has. */
export async function printJobs(jobs: readonly NamedJob[], env: Env, choice: BrowserChoice = {}): Promise<Artifact[]> {
  if (jobs.length === 0) return [];
  refuseMissingGlyphs(jobs, env);
  const { printWith } = await import('./print-with.ts'); // what reads and writes PDF is large: where nothing is printed it is not loaded
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
