import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Standard } from '#model/standard.ts';
import { treeOfTexts } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { startWorkspace } from '#changes/init.ts';
import { format } from '#i18n/format.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import { markdown } from '#report/markdown.ts';
import { fileRules } from '#rules/index.ts';
import { absolutePath } from './paths.ts';
import { codes } from './catalogue.ts';
import { judge } from './judge.ts';

/** `qms init`: a workspace to begin with, and TODO.md, which names exactly what `validate` will find in it. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const folder = absolutePath((given.args[0] as string | undefined) ?? '.', env);
  if (await env.host.exists(`${folder}/qms.yaml`)) throw new UsageError({ en: '{folder} holds a workspace already.', 'zh-CN': '{folder} 里已经有工作区。' }, { folder });
  if (given.options['example'] === true) return written(example(env), folder, given, env);
  const prefix = optionText(given, 'prefix') ?? 'QMS';
  if (!/^[A-Z]{2,12}$/.test(prefix)) throw new UsageError({ en: '--prefix takes 2 to 12 capital letters, not "{prefix}".', 'zh-CN': '--prefix 须是 2 至 12 个大写字母，而不是“{prefix}”。' }, { prefix });
  const language = env.locale;
  const organization = optionText(given, 'organization') ?? { en: 'Our Organization', 'zh-CN': '本单位' }[language];
  const assets = env.host.assets();
  const standard = assets.standard(assets.standardIds[0] as string) as Standard;
  const files = startWorkspace(assets.template(`init/${language}`), { organization: organization.replace(/["\\\n]/g, ''), prefix, language, standard, today: env.today, buildingUntil: nextYear(env.today) });
  files.set('TODO.md', await todo(files, env));
  return written(files, folder, given, env);
}

/** A small filled manual to learn from. */
function example(env: Env): ReadonlyMap<string, string> {
  if (env.locale === 'en') return env.host.assets().template('example/en');
  throw new UsageError({ en: 'The filled example is in English.', 'zh-CN': '随附的示例手册是英文的。' }, {},
    { en: 'Add `--lang en`.', 'zh-CN': '请加 `--lang en`；中文示例见源代码仓库的 docs-qms/。' });
}

function written(files: ReadonlyMap<string, string>, folder: string, given: Given, env: Env): Outcome {
  if (given.options['dryRun'] === true) return { exit: 0, text: [...files].map(([path, text]) => `=== ${path}\n${text}`).join('\n') };
  const next = files.has('TODO.md') ? { en: 'Begin with TODO.md, then run `qms validate`.', 'zh-CN': '请从 TODO.md 开始，再运行 `qms validate`。' } : { en: 'Run `qms validate`.', 'zh-CN': '请运行 `qms validate`。' };
  return {
    exit: 0,
    notes: format({ en: '{count} files written to {folder}. {next}\n', 'zh-CN': '已在 {folder} 写入 {count} 个文件。{next}\n' }, { count: files.size, folder, next }, env.locale),
    artifacts: [...files].sort(([a], [b]) => Number(a === 'qms.yaml') - Number(b === 'qms.yaml')).map(([path, text]) => ({ path: `${folder}/${path}`, bytes: new TextEncoder().encode(text), exclusive: true })),
  };
}

/** The new workspace judged before it is written. */
async function todo(files: ReadonlyMap<string, string>, env: Env): Promise<string> {
  const tree = treeOfTexts(files);
  const reading = await openWorkspace(tree, env.host.assets(), fileRules);
  const judged = judge({ root: '', tree, reading }, readFacts(tree, reading), env.today);
  return markdown({ ...judged, codes, locale: env.locale, color: false, version: env.host.assets().version, base: '' });
}

/** A year is what certifiers see most organizations take. */
function nextYear(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;
}
