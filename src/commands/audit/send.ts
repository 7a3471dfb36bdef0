import type { AuditPlan } from '#model/audit.ts';
import type { Env, Given, Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { enter } from '#changes/audit/sign.ts';
import { format } from '#i18n/format.ts';
import { judgeText } from '../judged.ts';
import { textOutcome } from '../text-outcome.ts';
import { openPaper } from './papers.ts';

/** `qms audit send`: the approved plan went to the units today. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const found = await openPaper('plan', id, env);
  const { opened, project, paper, text, order } = found;
  const { approved, sent } = paper.value as AuditPlan;
  if (sent !== undefined) throw new UsageError({ en: 'Plan {id} was sent on {sent} already.', 'zh-CN': '{id} 的实施计划已于 {sent} 发出。' }, { id, sent });
  if (approved === undefined) {
    throw new UsageError({ en: 'Plan {id} is not approved yet.', 'zh-CN': '{id} 的实施计划还没有批准。' }, { id },
      { en: '`qms audit sign {id} --paper plan --role approve --as PERSON`', 'zh-CN': '`qms audit sign {id} --paper plan --role approve --as 人员`' });
  }
  const written = enter(text, 'sent', project.today, order);
  const said = judgeText(paper.path, written, found, env);
  const line = { en: 'Plan {id} was sent on {today}.', 'zh-CN': '{id} 的实施计划于 {today} 发出。' };
  return textOutcome(opened, paper.path, text, written, given, env, { en: said + format(line, { id, today: project.today }, 'en'), 'zh-CN': said + format(line, { id, today: project.today }, 'zh-CN') });
}
