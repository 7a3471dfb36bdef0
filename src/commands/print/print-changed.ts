import { createHash } from 'node:crypto';
import type { Artifact, Env } from '#model/command.ts';
import type { BrowserChoice } from '#model/printer.ts';
import { absolutePath } from '../paths.ts';
import type { Shard } from '../shard.ts';
import { printJobs, type NamedJob } from './print.ts';

/** Of a file that was printed: from what (a digest of the page and its makers), and its own digest. */
export interface Printed { readonly from: string; readonly sha256: string }
export interface Manifest { readonly printed: Readonly<Record<string, Printed>> }

/** The file in which a folder keeps how its prints were made; that of a shard is its own, for many may print into one folder. */
export const MANIFEST = 'printed.json';
const ofShard = /^printed-\d+-of-\d+\.json$/;

export function manifestOf(shard: Pick<Shard, 'shard' | 'of'> | undefined): string {
  return shard ? `printed-${shard.shard}-of-${shard.of}.json` : MANIFEST;
}

/** All that a folder knows of its prints, by one run or by shards; null when nothing was printed into it. */
export async function printsIn(folder: string, env: Env): Promise<Manifest | null> {
  const listed = await env.host.listFolder(folder);
  const names = listed?.files.map(({ path }) => path).filter((path) => path === MANIFEST || ofShard.test(path)) ?? [];
  if (names.length === 0) return null;
  const manifests = await Promise.all(names.map(async (name) => readManifest(await env.host.readFile(`${folder}/${name}`))));
  return { printed: Object.assign({}, ...manifests.map(({ printed }) => printed)) as Manifest['printed'] };
}

export interface Changed { readonly artifacts: readonly Artifact[]; /** Paths of files that are what they would become. */ readonly unchanged: readonly string[] }

/** What decides the bytes besides page and fonts; to be raised when the way of printing changes. */
const way = 2;

/**
 * Prints what is not on disk yet as it would become, and no browser is started for nothing. `manifest` is the path of a file that keeps how
 * things were printed; it is believed as far as the files beside it have the digests it names.
 */
export async function printChanged(jobs: readonly NamedJob[], manifest: string, env: Env, choice: BrowserChoice = {}): Promise<Changed> {
  const known = readManifest(await env.host.readFile(absolutePath(manifest, env)));
  const makers = await makersOf(env, choice);
  const fresh: NamedJob[] = [];
  const unchanged: string[] = [];
  const printed: Record<string, Printed> = { ...known.printed };
  const sources = new Map<string, string>();
  for (const job of jobs) {
    const from = originOf(job, makers);
    sources.set(job.path, from);
    const before = known.printed[job.path];
    const bytes = before?.from === from ? await env.host.readFile(absolutePath(job.path, env)) : null;
    if (bytes && digest(bytes) === before?.sha256) unchanged.push(job.path);
    else fresh.push(job);
  }
  const artifacts = await printJobs(fresh, env, choice);
  if (artifacts.length === 0) return { artifacts, unchanged };
  for (const { path, bytes } of artifacts) printed[path] = { from: sources.get(path) as string, sha256: digest(bytes) };
  const text = `${JSON.stringify({ printed: Object.fromEntries(Object.keys(printed).sort().map((path) => [path, printed[path]])) }, null, 2)}\n`;
  return { artifacts: [...artifacts, { path: manifest, bytes: new TextEncoder().encode(text) }], unchanged };
}

/** All that decides the bytes of a print besides its page. */
export async function makersOf(env: Env, choice: BrowserChoice): Promise<readonly (string | number)[]> {
  return [way, env.host.assets().version, await env.host.browserBuild(choice), ...new Set(env.host.fonts().map(({ name, version }) => `${name} ${version}`))];
}

/** What a print is made from, as a digest. */
export function originOf({ html, meta, toc }: NamedJob, makers: readonly (string | number)[]): string {
  return digest(JSON.stringify([makers, html, meta, toc === true]));
}

/** What cannot be read was never printed. */
export function readManifest(bytes: Uint8Array | null): Manifest {
  try {
    const { printed } = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())) as Partial<Manifest>;
    return { printed: { ...printed } };
  } catch {
    return { printed: {} };
  }
}

/** sha256 in hex. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
