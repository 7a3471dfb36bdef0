import type { Env, Given, Outcome } from '#model/command.ts';
import { submitText } from '#changes/revise.ts';
import { addMonths } from '#model/calendar.ts';
import { wrongDay } from './day.ts';
import { openDocument, requireStatus } from './document.ts';
import { need } from './need.ts';
import { outgrown } from './outgrown.ts';
import { textOutcome } from './text-outcome.ts';

/** `qms submit`: the text as it is to stand, put up for approval. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const found = await openDocument(id, env);
  const { opened, project, document, text } = found;
  requireStatus(document, ['draft', 'review'], { en: 'submit', 'zh-CN': '送审' });
  const effective = await need(given, env, 'effective', { en: 'From which day is it to hold? (YYYY-MM-DD)', 'zh-CN': '自哪天起施行？（YYYY-MM-DD）' }, {
    check: (day) => wrongDay(day) ?? (day < project.today ? { en: `a document cannot come into force in the past (${day}).`, 'zh-CN': `文件不能从过去的日期（${day}）起施行。` } : undefined),
  });
  const due = addMonths(effective, project.config.thresholds.review_months);
  const roles = project.config.approval[document.value.type]?.roles ?? ['approve'];
  const outcome = textOutcome(opened, document.path, text, submitText(text, effective, due), given, env, {
    en: `${id} is put up for approval, in force from ${effective}, next review by ${due}. Commit it; then sign: ${roles.map((role) => `qms approve ${id} --role ${role} --as PERSON`).join('; ')}.`,
    'zh-CN': `${id} 已送审，拟自 ${effective} 起施行，${due} 前复审。请提交到 git，然后签署：${roles.map((role) => `qms approve ${id} --role ${role} --as 人员`).join('；')}。`,
  });
  const note = await outgrown(found, env);
  return note ? { ...outcome, notes: `${outcome.notes ?? ''}${note[env.locale]}\n` } : outcome;
}
