import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { missed, withUnit } from '#model/objective.ts';
import { periodNamed } from '#model/periods.ts';
import type { Project } from '#model/project.ts';
import type { Measurement, Objective } from '#model/system.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { addMeasurement, measurementsPath } from '#changes/measurement.ts';
import { wrongDay } from '../day.ts';
import { judgeText, openJudged } from '../judged.ts';
import { need } from '../need.ts';
import { textOutcome } from '../text-outcome.ts';

/** `qms objectives record`: one measured value; a missed target asks for its action. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { opened, project, diagnostics } = await openJudged(env);
  const [id, period, figure] = given.args as readonly string[];
  const entry = project.index.objectives.get(id ?? '');
  if (!entry) throw new UsageError({ en: 'There is no objective {id}.', 'zh-CN': '没有编号为 {id} 的质量目标。' }, { id: id ?? '' }, { en: '`qms objectives` lists them.', 'zh-CN': '`qms objectives` 可列出编号。' });
  const value = numberIn(figure ?? '');
  requirePeriod(entry.value, period ?? '', project);
  const measurement = await measured(entry.value, period as string, value, given, env, project);
  const path = measurementsPath(project.files, measurement, entry.path);
  const stored = opened.tree.get(path)?.read();
  const before = stored ? new TextDecoder().decode(stored) : '';
  const after = addMeasurement(before, measurement);
  const warned = judgeText(path, after, { opened, diagnostics }, env);
  const told = withUnit(value, entry.value.unit);
  const verdict: Text = missed(entry.value, value) ? { en: 'missed', 'zh-CN': '未达标' } : { en: 'met', 'zh-CN': '达标' };
  const outcome = textOutcome(opened, path, before, after, given, env, {
    en: `${warned}${id} ${period}: ${told}, target ${verdict.en}.`, 'zh-CN': `${warned}${id} ${period}：${told}，${verdict['zh-CN']}。`,
  });
  return stored ? { ...outcome, numbered: true } : { ...outcome, numbered: true, ...(outcome.artifacts ? { artifacts: outcome.artifacts.map((artifact) => ({ ...artifact, exclusive: true })) } : {}) };
}

async function measured(objective: Objective, period: string, value: number, given: Given, env: Env, project: Project): Promise<Measurement> {
  const { index, registers, today, config } = project;
  const on = optionText(given, 'on') ?? today;
  const wrong = wrongDay(on) ?? (on > today ? { en: `${on} has not come yet.`, 'zh-CN': `${on} 还没有到。` } : undefined);
  if (wrong) throw new UsageError({ en: '--on: {wrong}', 'zh-CN': '--on：{wrong}' }, { wrong });
  const by = optionText(given, 'by') ?? objective.owner;
  if (by !== undefined && !index.people.has(by) && !index.posts.has(by) && !index.units.has(by)) throw new UsageError({ en: '--by: there is no person, post or unit "{by}".', 'zh-CN': '--by：没有“{by}”这个人员、岗位或部门。' }, { by });
  const actions = [...registers.actions, ...registers.nonconformities].map(({ value: { id } }) => id);
  const question: Text = { en: `${value} misses the target. Which action or nonconformity report deals with it? (\`qms nc open --source monitoring\` opens one.)`, 'zh-CN': `${value} 未达到目标值。由哪项措施或不符合报告处理？（可用 \`qms nc open --source monitoring\` 开出）` };
  const action = missed(objective, value) ? await need(given, env, 'action', question, { check: (said) => (actions.includes(said) ? undefined : { en: `there is no action or report "${said}".`, 'zh-CN': `没有编号为“${said}”的措施或不符合报告。` }) }) : optionText(given, 'action');
  const [sample, comment] = [optionText(given, 'sample'), optionText(given, 'comment')];
  const source = optionText(given, 'source') ?? wordsIn(objective.source, config.language);
  return { objective: objective.id, period, value, ...(sample ? { sample: numberIn(sample) } : {}), ...(source ? { source } : {}), ...(by ? { by } : {}), on, ...(action ? { action } : {}), ...(comment ? { comment } : {}) };
}

function numberIn(figure: string): number {
  if (!/^-?\d+(?:\.\d+)?$/.test(figure)) throw new UsageError({ en: '"{figure}" is no figure.', 'zh-CN': '“{figure}”不是数值。' }, { figure }, { en: 'Write it without its unit, e.g. 96.4.', 'zh-CN': '请只写数值，不带单位，例如 96.4。' });
  return Number(figure);
}

/** A period of the objective's own kind, within its time and over. */
function requirePeriod(objective: Objective, name: string, { today }: Project): void {
  const period = periodNamed(name);
  const months = { month: 1, quarter: 3, 'half-year': 6, year: 12, once: undefined }[objective.period ?? 'once'];
  const args = { id: objective.id, name, from: objective.from ?? '…', until: objective.until ?? '…' };
  if (!period || (months !== undefined && period.months !== months)) throw new UsageError({ en: 'Objective {id} is not measured by periods like "{name}".', 'zh-CN': '质量目标 {id} 的测量周期与“{name}”不符。' }, args, { en: 'Months are written 2004-11, quarters 2004-Q4, half years 2004-H2, years 2004.', 'zh-CN': '月写成 2004-11，季写成 2004-Q4，半年写成 2004-H2，年写成 2004。' });
  if ((objective.from !== undefined && period.end < objective.from) || (objective.until !== undefined && period.start > objective.until)) throw new UsageError({ en: 'Objective {id} does not hold in {name} (it holds from {from} until {until}).', 'zh-CN': '质量目标 {id} 在 {name} 不执行（执行期 {from} 至 {until}）。' }, args);
  if (period.end > today) throw new UsageError({ en: '{name} is not over yet; its value is recorded when it is.', 'zh-CN': '{name} 还没有结束，结束后再登记测量值。' }, args);
}
