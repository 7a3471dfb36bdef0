import { createHash } from 'node:crypto';
import type { Artifact, Env } from '#model/command.ts';
import type { BrowserChoice } from '#model/printer.ts';
import { printJobs, type NamedJob } from './print.ts';

/** Of a file that was printed: from what (a digest of the page and its makers), and its own digest. */
interface Printed { readonly from: string; readonly sha256: string }
interface Manifest { readonly printed: Readonly<Record<string, Printed>> }

export interface Changed { readonly artifacts: readonly Artifact[]; /** Paths of files that are what they would become. */ readonly unchanged: readonly string[] }

/** What decides the bytes besides page and fonts; to be raised when the way of printing changes. */
const way = 1;

/**
 * Prints what is not on disk yet as it would become, and no browser is started for nothing. `manifest` is the path of a file that keeps how
 * things were printed; it is believed as far as the files beside it have the digests it names.
 */
export async function printChanged(jobs: readonly NamedJob[], manifest: string, env: Env, choice: BrowserChoice = {}): Promise<Changed> {
  const known = parse(await env.host.readFile(absolute(manifest, env)));
  const makers = [way, env.host.assets().version, await env.host.browserBuild(choice), ...new Set(env.host.fonts().map(({ name, version }) => `${name} ${version}`))];
  const fresh: NamedJob[] = [];
  const unchanged: string[] = [];
  const printed: Record<string, Printed> = { ...known.printed };
  const sources = new Map<string, string>();
  for (const job of jobs) {
    const from = digest(JSON.stringify([makers, job.html, job.meta, job.toc === true]));
    sources.set(job.path, from);
    const before = known.printed[job.path];
    const bytes = before?.from === from ? await env.host.readFile(absolute(job.path, env)) : null;
    if (bytes && digest(bytes) === before?.sha256) unchanged.push(job.path);
    else fresh.push(job);
  }
  const artifacts = await printJobs(fresh, env, choice);
  if (artifacts.length === 0) return { artifacts, unchanged };
  for (const { path, bytes } of artifacts) printed[path] = { from: sources.get(path) as string, sha256: digest(bytes) };
  const text = `${JSON.stringify({ printed: Object.fromEntries(Object.keys(printed).sort().map((path) => [path, printed[path]])) }, null, 2)}\n`;
  return { artifacts: [...artifacts, { path: manifest, bytes: new TextEncoder().encode(text) }], unchanged };
}

/** What cannot be read was never printed. */
function parse(bytes: Uint8Array | null): Manifest {
  try {
    const { printed } = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())) as Partial<Manifest>;
    return { printed: { ...printed } };
  } catch {
    return { printed: {} };
  }
}

function absolute(path: string, { cwd }: Env): string {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path) ? path : `${cwd}/${path}`;
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
