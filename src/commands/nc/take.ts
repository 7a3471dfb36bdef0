import type { Env, Given, Outcome } from '#model/command.ts';
import { fieldsOf, type NonconformityStep } from '#model/nonconformity-fields.ts';
import { refusal, takeStep, type StepWorld } from '#model/nonconformity-steps.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { editReport } from '#changes/nonconformity.ts';
import { format } from '#i18n/format.ts';
import { textOutcome } from '../text-outcome.ts';
import { nextWords } from './next.ts';
import { judgeText } from '../judged.ts';
import { openReport, reportSchema } from './report-file.ts';
import { askFor, typedValues } from './values.ts';

/** One step in the life of a report: asked for what is missing, held against its gates, written where nothing stands against it. */
export async function take(step: NonconformityStep, given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const found = await openReport(id, env);
  const { opened, project, report: { value: before, path }, text } = found;
  const world = worldOf(project);
  let values = typedValues(fieldsOf[step], given, before, project);
  let after = takeStep(before, step, values, world);
  let against = refusal(before, step, after, world);
  if (against.lacks.length > 0) {
    values = { ...values, ...await askFor(against.lacks, env, project, { en: `${id} cannot take the step "${step}"`, 'zh-CN': `${id} 还不能${stepWords[step].does['zh-CN']}` }) };
    after = takeStep(before, step, values, world);
    against = refusal(before, step, after, world);
  }
  if (against.faults.length > 0) {
    const why = (locale: 'en' | 'zh-CN'): string => against.faults.map((fault) => format(fault.text, fault.args, locale)).join('\n  ');
    throw new UsageError({ en: '{why}', 'zh-CN': '{why}' }, { why: { en: why('en'), 'zh-CN': why('zh-CN') } }, wasState(against.faults) ? nextWords(before, project) : undefined);
  }
  const written = editReport(text, before, after, reportSchema(env));
  const warned = judgeText(path, written, found, env);
  const said = (locale: 'en' | 'zh-CN'): string => `${warned}${format(stepWords[step].done, { id }, locale)}\n${nextWords(after, project)[locale]}`;
  return textOutcome(opened, path, text, written, given, env, { en: said('en'), 'zh-CN': said('zh-CN') });
}

export function worldOf({ index, today, words, config }: Project): StepWorld {
  return { index, today, blame: words.blame, effectMonths: config.thresholds.nc_effect_months };
}

/** A step out of turn is answered with the one whose turn it is. */
function wasState(faults: readonly { readonly args: object }[]): boolean {
  return faults.some(({ args }) => 'wanted' in args);
}

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const stepWords: Readonly<Record<NonconformityStep, { readonly does: Text; readonly done: Text }>> = {
  accept: { does: t('accept', '确认事实'), done: t('{id}: the fact is accepted.', '{id} 的事实已确认。') },
  plan: { does: t('plan', '制定措施'), done: t('{id}: cause and action are planned.', '{id} 已制定措施。') },
  agree: { does: t('agree', '认可计划'), done: t('{id}: the plan is agreed to.', '{id} 的措施计划已认可。') },
  extend: { does: t('extend', '延期'), done: t('{id}: the due date is extended.', '{id} 已办理延期。') },
  act: { does: t('act', '登记完成'), done: t('{id}: the action is done.', '{id} 的措施已完成。') },
  verify: { does: t('verify', '验证'), done: t('{id}: the action is verified.', '{id} 的措施已验证。') },
  recheck: { does: t('recheck', '复查效果'), done: t('{id}: the effect is checked once more.', '{id} 的效果已复查。') },
  close: { does: t('close', '关闭'), done: t('{id} is closed.', '{id} 已关闭。') },
  reopen: { does: t('reopen', '重新打开'), done: t('{id} is reopened; the earlier round stays in `rounds`.', '{id} 已重新打开；此前的处理保留在 `rounds` 中。') },
};
