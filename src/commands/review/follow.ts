import { unitOf } from '#model/actors.ts';
import type { Decision } from '#model/audit.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { pointerKeys } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { followDecision } from '#changes/review.ts';
import type { FieldOrder } from '#changes/sync-yaml.ts';
import { wrongDay } from '../day.ts';
import { judgeText, openJudged } from '../judged.ts';
import { textOutcome } from '../text-outcome.ts';

/** `qms review follow`: a decision is carried out, with its evidence; or verified, by somebody of another unit. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { opened, project, diagnostics } = await openJudged(env);
  const id = given.args[0] as string;
  const found = project.registers.decisions.filter(({ value }) => value.id === id);
  const [entry, other] = found;
  if (!entry) throw new UsageError({ en: 'There is no decision {id}.', 'zh-CN': '没有编号为 {id} 的评审决定。' }, { id }, { en: '`qms review YEAR` lists the decisions.', 'zh-CN': '`qms review 年度` 可列出决定。' });
  if (other) throw new UsageError({ en: '{id} stands in {first} and in {second}.', 'zh-CN': '{id} 同时见于 {first} 和 {second}。' }, { id, first: entry.path, second: other.path });
  const after = follow(entry.value, given, project);
  const text = new TextDecoder().decode(opened.tree.get(entry.path)?.read());
  const written = followDecision(text, Number(pointerKeys(entry.pointer).at(-1)), entry.value, after, env.host.assets().schema('registers/management-review') as FieldOrder);
  const warned = judgeText(entry.path, written, { opened, diagnostics }, env);
  const said: Text = after.verified ? { en: `${id} is verified.`, 'zh-CN': `${id} 已验证。` } : { en: `${id} is carried out; next: \`qms review follow ${id} --verified-by …\``, 'zh-CN': `${id} 已完成；下一步：\`qms review follow ${id} --verified-by …\`` };
  return textOutcome(opened, entry.path, text, written, given, env, { en: `${warned}${said.en}`, 'zh-CN': `${warned}${said['zh-CN']}` });
}

function follow(before: Decision, given: Given, { index, today }: Project): Decision {
  const [done, evidence, by] = ['done', 'evidence', 'verifiedBy'].map((name) => optionText(given, name));
  const on = optionText(given, 'on') ?? today;
  const after: Decision = { ...before, ...(done ? { done } : {}), ...(evidence ? { evidence } : {}), ...(by ? { verified: { by, on } } : {}) };
  const wrong = [...(done ? [dayFault('done', done, today)] : []), ...(by ? [dayFault('on', on, today)] : [])].find((fault) => fault !== undefined);
  if (wrong) throw wrong;
  if (!done && !by) throw new UsageError({ en: 'Nothing to record: give --done with --evidence, or --verified-by.', 'zh-CN': '没有可登记的内容：请给出 --done 和 --evidence，或者 --verified-by。' });
  if (!after.done || !after.evidence) throw new UsageError({ en: '{id} still lacks {flags}.', 'zh-CN': '{id} 还缺少 {flags}。' }, { id: before.id, flags: [...(after.done ? [] : ['--done']), ...(after.evidence ? [] : ['--evidence'])].join(', ') });
  if (by && !index.people.has(by) && !index.posts.has(by)) throw new UsageError({ en: '--verified-by: there is no person or post "{by}".', 'zh-CN': '--verified-by：没有“{by}”这个人员或岗位。' }, { by });
  if (by && after.owner !== undefined && unitOf(index, by) === unitOf(index, after.owner)) throw new UsageError({ en: '{by} belongs to the unit that carried out {id} and may not verify it.', 'zh-CN': '{by} 是 {id} 责任部门的人员，不能自己验证。' }, { by, id: before.id });
  if (by && on < after.done) throw new UsageError({ en: 'The verification ({on}) lies before the completion ({done}).', 'zh-CN': '验证日期（{on}）早于完成日期（{done}）。' }, { on, done: after.done });
  return after;
}

function dayFault(flag: string, day: string, today: string): UsageError | undefined {
  const wrong = wrongDay(day) ?? (day > today ? { en: `${day} has not come yet.`, 'zh-CN': `${day} 还没有到。` } : undefined);
  return wrong && new UsageError({ en: '--{flag}: {wrong}', 'zh-CN': '--{flag}：{wrong}' }, { flag, wrong });
}
