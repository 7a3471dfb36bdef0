import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { foreignFacts, type Foreign } from '#load/foreign-facts.ts';
import type { AsOf } from '../as-of.ts';
import { jobsOf, takeFacts } from '../facts.ts';
import { parseShard } from '../shard.ts';
import { circumstances, readShard, type Circumstances, type NamedShard, type ShardFile } from './shard-file.ts';

/** `--shard i/n`: the facts of every n-th file, written for a later --merge. */
export async function shardOutcome(asOf: AsOf, asked: string, given: Given, env: Env): Promise<Outcome> {
  const { shard, of, isMine } = parseShard(asked);
  if (optionText(given, 'output') === undefined) throw new UsageError({ en: '--shard needs --output FILE for its facts.', 'zh-CN': '--shard 须用 --output 指定写到哪个文件。' });
  const facts = await takeFacts(asOf.opened, env, jobsOf(given), isMine);
  const file: ShardFile = { format: 'qms-facts@3', shard, of, ...await circumstances(asOf, env), facts };
  return { exit: 0, text: `${JSON.stringify(file)}\n` };
}

/** `--merge`: the facts of all shards. Each must be there once, written by this build under these settings from these very files; what is not is refused by name. */
export async function mergedFacts(asOf: AsOf, paths: readonly string[], env: Env): Promise<FileFacts[]> {
  const shards = await Promise.all(paths.map((path) => readShard(path, env)));
  const here = await circumstances(asOf, env);
  for (const shard of shards) refuseForeign(shard, here);
  refuseGaps(shards);
  const facts = shards.flatMap((shard) => shard.facts);
  const foreign = foreignFacts(facts, asOf.opened.tree, asOf.opened.reading);
  if (foreign) throw new UsageError(otherFiles[foreign.why], { file: foreign.path, path: shards.find((shard) => shard.facts.some(({ path }) => path === foreign.path))?.path ?? '' }, sameCheckout);
  return facts;
}

const sameCheckout: Text = { en: 'All shards and the merge must see the same files: the same commit, nothing built or downloaded in between, the same --as-of.', 'zh-CN': '各份与合并必须面对相同的文件：同一提交，其间没有生成或下载文件，--as-of 相同。' };
const otherFiles: Readonly<Record<Foreign['why'], Text>> = {
  missing: { en: '{file} is in none of the shards.', 'zh-CN': '{file} 不在任何一份里。' },
  unknown: { en: '{path} tells of {file}, which is not here.', 'zh-CN': '{path} 含有 {file}，而这里没有这个文件。' },
  changed: { en: '{path} tells of {file} with another text than it has here.', 'zh-CN': '{path} 里 {file} 的内容与这里不同。' },
};

function refuseForeign({ path, version, settings, commit }: NamedShard, here: Circumstances): void {
  if (version !== here.version) throw new UsageError({ en: '{path} was written by version {theirs}, this is {ours}.', 'zh-CN': '{path} 由版本 {theirs} 写出，当前版本是 {ours}。' }, { path, theirs: version, ours: here.version },
    { en: 'Install the same version everywhere.', 'zh-CN': '请在各处安装相同的版本。' });
  if (commit !== here.commit) throw new UsageError({ en: '{path} was made from another commit ({theirs}) than the one to be judged ({ours}).', 'zh-CN': '{path} 出自另一个提交（{theirs}），要判断的是 {ours}。' }, { path, theirs: nameOf(commit), ours: nameOf(here.commit) }, sameCheckout);
  if (settings !== here.settings) throw new UsageError({ en: '{path} was made with other settings: numbering in qms.yaml or a house schema differs.', 'zh-CN': '{path} 所用的设置不同：qms.yaml 的编号规则或本单位的模式不一样。' }, { path }, sameCheckout);
}

function nameOf(commit: string): string {
  return commit.slice(0, 12) || '–';
}

/** One split, every part of it once. */
function refuseGaps(shards: readonly NamedShard[]): void {
  const [first] = shards;
  if (!first) return;
  const seen = new Map<number, NamedShard>();
  for (const one of shards) {
    const { path, shard, of } = one;
    if (of !== first.of) throw new UsageError({ en: '{path} is part {shard} of {of}, {other} one of {count}: they are not of one run.', 'zh-CN': '{path} 是 {of} 份中的第 {shard} 份，{other} 则出自 {count} 份：不是同一次运行。' }, { path, shard, of, other: first.path, count: first.of });
    const twin = seen.get(shard);
    if (twin) throw new UsageError({ en: '{path} and {other} are both part {shard} of {of}.', 'zh-CN': '{path} 和 {other} 都是 {of} 份中的第 {shard} 份。' }, { path, other: twin.path, shard, of });
    seen.set(shard, one);
  }
  const missing = Array.from({ length: first.of }, (_, at) => at + 1).filter((shard) => !seen.has(shard));
  if (missing.length > 0) throw new UsageError({ en: 'Of {of} parts these are missing: {missing}.', 'zh-CN': '共 {of} 份，缺少：{missing}。' }, { of: first.of, missing: missing.join(', ') },
    { en: 'Name all files that --shard 1/{of} to --shard {of}/{of} wrote.', 'zh-CN': '请给出 --shard 1/{of} 到 {of}/{of} 写出的全部文件。' });
}
