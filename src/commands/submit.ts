import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { submitText } from '#changes/revise.ts';
import { addMonths } from '#rules/shared/add-months.ts';
import { openDocument, requireStatus } from './document.ts';
import { textOutcome } from './text-outcome.ts';

/** `qms submit`: the text as it is to stand, put up for approval. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const { opened, project, document, text } = await openDocument(id, env);
  requireStatus(document, ['draft', 'review'], { en: 'submit', 'zh-CN': '送审' });
  const effective = optionText(given, 'effective');
  if (!effective || !/^\d{4}-\d{2}-\d{2}$/.test(effective)) throw new UsageError({ en: 'Say from which day it is to hold: --effective YYYY-MM-DD.', 'zh-CN': '请写明自哪天起施行：--effective YYYY-MM-DD。' });
  if (effective < project.today) throw new UsageError({ en: 'A document cannot come into force in the past ({effective}).', 'zh-CN': '文件不能从过去的日期（{effective}）起施行。' }, { effective });
  const due = addMonths(effective, project.config.thresholds.review_months);
  const roles = project.config.approval[document.value.type]?.roles ?? ['approve'];
  return textOutcome(opened, document.path, text, submitText(text, effective, due), given, env, {
    en: `${id} is put up for approval, in force from ${effective}, next review by ${due}. Commit it; then sign: ${roles.map((role) => `qms approve ${id} --role ${role} --as PERSON`).join('; ')}.`,
    'zh-CN': `${id} 已送审，拟自 ${effective} 起施行，${due} 前复审。请提交到 git，然后签署：${roles.map((role) => `qms approve ${id} --role ${role} --as 人员`).join('；')}。`,
  });
}
