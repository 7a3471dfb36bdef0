import type { Env, Given, Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { addMonths } from '#model/calendar.ts';
import { format } from '#i18n/format.ts';
import { openDocument, requireStatus } from './document.ts';
import { needPerson } from './person.ts';
import { sign } from './sign.ts';

/** `qms confirm`: reviewed and found still right; the next review moves on, the text stays as it was approved. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const found = await openDocument(given.args[0] as string, env);
  const { judged, project, document } = found;
  const { id, revision = '' } = document.value;
  requireStatus(document, ['approved', 'effective'], { en: 'confirm', 'zh-CN': '复审确认' });
  if (judged.diagnostics.some(({ code, at }) => code === 'approval/silent-edit' && at.path === document.path)) {
    throw new UsageError({ en: 'The text of {id} is not the one that was approved as {revision}; it cannot be confirmed as unchanged.', 'zh-CN': '{id} 的文字不是 {revision} 版批准的那一份，不能确认“内容不变”。' }, { id, revision },
      { en: 'Restore it, or raise the revision with `qms revise {id}`.', 'zh-CN': '请恢复原文，或用 `qms revise {id}` 升版。' });
  }
  const person = await needPerson(given, env, project, 'as', { en: 'Who reviewed it?', 'zh-CN': '由谁复审？' });
  const reviewDue = addMonths(project.today, project.config.thresholds.review_months);
  return sign(found, {
    role: 'confirm', person, reviewDue,
    shown: `${format({ en: '{id} {revision} stays as it is; next review by {day}.', 'zh-CN': '{id} {revision} 内容不变，下次复审不迟于 {day}。' }, { id, revision, day: reviewDue }, env.locale)}\n`,
    said: () => ({ en: `${id} confirmed unchanged; next review by ${reviewDue}.`, 'zh-CN': `${id} 复审确认，内容不变；下次复审不迟于 ${reviewDue}。` }),
  }, given, env);
}
