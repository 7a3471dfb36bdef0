import type { Env } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import { UsageError } from '#model/usage-error.ts';
import { absolutePath } from '../paths.ts';
import type { AsOf } from '../as-of.ts';

/** What must be the same of all shards of one run and of the run that merges them: the build, the settings, the state. */
export interface Circumstances { readonly version: string; readonly settings: string; readonly commit: string }
export interface ShardFile extends Circumstances { readonly format: 'qms-facts@3'; readonly shard: number; readonly of: number; readonly facts: readonly FileFacts[] }

/** A shard with the name of its file. */
export interface NamedShard extends ShardFile { readonly path: string }

export async function circumstances({ opened: { root, reading }, commit }: AsOf, env: Env): Promise<Circumstances> {
  const { version, build } = reading.assets;
  return { version: `${version} ${build}`.trim(), settings: reading.key, commit: commit || await env.host.head(root) };
}

/** A file that `--shard` wrote; UsageError for any other. */
export async function readShard(path: string, env: Env): Promise<NamedShard> {
  const bytes = await env.host.readFile(absolutePath(path, env));
  const refuse = (cause?: unknown): UsageError => new UsageError({ en: '{path} is not a file that --shard wrote.', 'zh-CN': '{path} 不是 --shard 写出的文件。' }, { path }, undefined, { cause });
  if (bytes === null) throw refuse();
  const file = parsed(bytes, refuse);
  const whole = file?.format === 'qms-facts@3' && [file.version, file.settings, file.commit].every((one) => typeof one === 'string')
    && Number.isInteger(file.shard) && Number.isInteger(file.of) && file.shard >= 1 && file.shard <= file.of
    && Array.isArray(file.facts) && file.facts.every((facts) => typeof facts?.path === 'string' && typeof facts.digest === 'string');
  if (!whole) throw refuse();
  return { ...file, path };
}

function parsed(bytes: Uint8Array, refuse: (cause: unknown) => UsageError): ShardFile {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as ShardFile;
  } catch (error) {
    throw refuse(error);
  }
}
