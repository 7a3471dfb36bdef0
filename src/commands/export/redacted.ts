import type { Env } from '#model/command.ts';
import type { RedactionLog, RedactionProfile } from '#model/redaction.ts';
import { wordsIn } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { decode } from '#load/decode.ts';
import { entryBytes } from '#load/entry.ts';
import { openWorkspace } from '#load/load.ts';
import { parseYaml } from '#load/yaml.ts';
import { profileNamed } from '#pack/redaction/profile.ts';
import { redact } from '#pack/redaction/redact.ts';
import { fileRules } from '#rules/index.ts';
import type { Opened } from '../workspace.ts';

/** A state of the workspace without what the profile of this name withholds: everything in a pack is made from this copy. UsageError when there is no such profile. */
export async function redactedState({ root, tree, reading }: Opened, name: string, env: Env): Promise<{ readonly opened: Opened; readonly log: RedactionLog }> {
  const own = profilesIn({ tree, reading }, env);
  const shipped = env.host.assets().redactions;
  const profile = profileNamed(name, own, shipped);
  if (!profile) {
    throw new UsageError({ en: 'There is no redaction profile "{name}".', 'zh-CN': '没有隐去方案“{name}”。' }, { name, known: [...new Set([...own, ...shipped].map((one) => one.name))].sort().join(', ') },
      { en: 'There are: {known}. A register `kind: redaction` adds more; what a profile extends must be a shipped one.', 'zh-CN': '可用：{known}。登记表 `kind: redaction` 可另立方案；所沿用的须是自带方案。' });
  }
  const { tree: copy, log } = redact(withoutIgnored(tree, reading), profile, env.host.assets().words.personal, reading.config.language);
  return { opened: { root, tree: copy, reading: await openWorkspace(copy, env.host.assets(), fileRules) }, log };
}

/** Profiles of the workspace's own registers. UsageError where one does not fit its schema: to go on without it would hand over what it withholds. */
function profilesIn({ tree }: Pick<Opened, 'tree' | 'reading'>, env: Env): RedactionProfile[] {
  const check = env.host.assets().check('registers/redaction');
  return tree.entries.filter(({ path }) => /\.ya?ml$/i.test(path)).flatMap((entry): RedactionProfile[] => {
    const bytes = entryBytes(entry);
    const text = bytes && decode(bytes, entry.path).text;
    if (!text || !/^kind:\s*["']?redaction["']?\s*(?:#.*)?$/m.test(text)) return [];
    const { data } = parseYaml(text, entry.path);
    if (check?.(data) === null) return [...(data as { profiles: RedactionProfile[] }).profiles];
    throw new UsageError({ en: 'Nothing was packed: the redaction profiles in {path} are not in order.', 'zh-CN': '没有导出：{path} 里的隐去方案有误。' }, { path: entry.path }, { en: '`qms validate` shows the lines.', 'zh-CN': '`qms validate` 会指出是哪几行。' });
  });
}

/** What the check never reads is not packed either, and need not be readable. */
function withoutIgnored(tree: Opened['tree'], { ignored }: Opened['reading']): Opened['tree'] {
  const entries = tree.entries.filter(({ path }) => !ignored(path) || !/\.ya?ml$/i.test(path));
  return { entries, get: (path) => (entries.some((entry) => entry.path === path) ? tree.get(path) : undefined) };
}

/** What was withheld, in one line for the person who exports. */
export function redactionSaid({ profile, withheld, files, unseen }: RedactionLog, env: Env): string {
  const text = { en: `Redacted by the profile ${profile}: ${withheld.length} places withheld, ${files.length} files left out; ${unseen.length} pictures went along unseen.`, 'zh-CN': `按方案 ${profile} 隐去 ${withheld.length} 处，略去文件 ${files.length} 个；另有 ${unseen.length} 张图片未经查看随同移交。` };
  return `${wordsIn(text, env.locale)}\n`;
}
