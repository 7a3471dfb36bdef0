import type { Env, Outcome } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import { UsageError } from '#model/usage-error.ts';
import { readFacts } from '#load/load.ts';
import type { AsOf } from '../as-of.ts';

interface ShardFile { readonly format: 'qms-facts@1'; readonly shard: number; readonly of: number; readonly version: string; readonly commit: string; readonly facts: readonly FileFacts[] }

/** `--shard i/n`: the facts of every n-th file, written for a later --merge. */
export function shardOutcome({ opened: { tree, reading }, commit }: AsOf, shard: string, output: string | undefined): Outcome {
  const match = /^(\d+)\/(\d+)$/.exec(shard);
  const index = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (!match || index < 1 || index > of) throw new UsageError({ en: '--shard takes i/n with 1 ≤ i ≤ n, not "{shard}".', 'zh-CN': '--shard 须写成 i/n，且 1 ≤ i ≤ n，而不是“{shard}”。' }, { shard });
  if (output === undefined) throw new UsageError({ en: '--shard needs --output FILE for its facts.', 'zh-CN': '--shard 须用 --output 指定写到哪个文件。' });
  const facts = readFacts(tree, reading, (at) => at % of === index - 1);
  const file: ShardFile = { format: 'qms-facts@1', shard: index, of, version: reading.assets.version, commit, facts };
  return { exit: 0, text: `${JSON.stringify(file)}\n` };
}

/** `--merge`: the facts of all shards. Each shard must be there exactly once and be written by this version. */
export async function mergedFacts({ opened: { reading }, commit }: AsOf, paths: readonly string[], env: Env): Promise<FileFacts[]> {
  const shards = await Promise.all(paths.map((path) => readShard(path, env)));
  const of = shards[0]?.of ?? 0;
  const numbers = new Set(shards.map(({ shard }) => shard));
  const whole = shards.length === of && numbers.size === of && shards.every((shard) => shard.of === of && shard.version === reading.assets.version);
  if (!whole) {
    throw new UsageError({ en: 'These {count} files are not the {of} shards of one run of this version.', 'zh-CN': '这 {count} 个文件不是本版本同一次运行的全部 {of} 份。' }, { count: shards.length, of },
      { en: 'Give every shard once, all written by version {version}.', 'zh-CN': '请把每一份各给出一次，且都由版本 {version} 写出。' });
  }
  if (shards.some((shard) => shard.commit !== commit)) {
    throw new UsageError({ en: 'These facts are of another state than the one to be judged.', 'zh-CN': '这些事实与要判断的不是同一状态。' }, {},
      { en: 'Give --shard and --merge the same --as-of.', 'zh-CN': '--shard 与 --merge 请用相同的 --as-of。' });
  }
  return shards.flatMap(({ facts }) => facts);
}

async function readShard(path: string, env: Env): Promise<ShardFile> {
  const bytes = await env.host.readFile(path);
  const refuse = (cause?: unknown): UsageError => new UsageError({ en: '{path} is not a file that --shard wrote.', 'zh-CN': '{path} 不是 --shard 写出的文件。' }, { path }, undefined, { cause });
  if (bytes === null) throw refuse();
  try {
    const file = JSON.parse(new TextDecoder().decode(bytes)) as ShardFile;
    if (file.format !== 'qms-facts@1' || !Array.isArray(file.facts)) throw refuse();
    return file;
  } catch (error) {
    throw refuse(error);
  }
}
