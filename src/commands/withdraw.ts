import type { Env, Given, Outcome } from '#model/command.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { Copy } from '#model/system.ts';
import type { Project } from '#model/project.ts';
import type { Locale, Text } from '#model/text.ts';
import { wordsIn } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import { withdrawText } from '#changes/revise.ts';
import { referencesIn } from '#views/references.ts';
import { openDocument, requireStatus } from './document.ts';
import { need } from './need.ts';
import { textOutcome } from './text-outcome.ts';

/** `qms withdraw`: marks a document, lists the copies to be recalled and who still refers to it. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const { opened, project, document, text } = await openDocument(id, env);
  requireStatus(document, ['approved', 'effective'], { en: 'withdraw', 'zh-CN': '作废' });
  const reason = await need(given, env, 'reason', { en: 'Why is it withdrawn?', 'zh-CN': '为什么作废？' });
  const retain = given.options['retain'] === true;
  const summary = (retain ? retained : withdrawn)[project.config.language];
  const copies = project.registers.copies.filter(({ value }) => value.document === id && value.recalled === undefined && value.destroyed === undefined).map(({ value }) => value)
    .sort((a, b) => compareCodePoints(a.copy ?? '', b.copy ?? ''));
  const naming = referencesIn(project, project).documentsNaming(id).filter((other) => other !== document);
  const told = (locale: Locale): string => [
    format(said, { id, summary: (retain ? retained : withdrawn)[locale], copies: copies.length, naming: naming.length }, locale),
    ...copies.map((copy) => `  ${copyLine(copy, project, locale)}`),
    ...(naming.length > 0 ? [format(cited, {}, locale), ...naming.map(({ value, path }) => `  ${value.id}  ${wordsIn(value.title, locale)}  ${path}`)] : []),
    format(next, { id }, locale),
  ].join('\n');
  return textOutcome(opened, document.path, text, withdrawText(text, { retain, on: project.today, summary, reason }), given, env, { en: told('en'), 'zh-CN': told('zh-CN') });
}

const withdrawn: Text = { en: 'withdrawn', 'zh-CN': '作废' };
const retained: Text = { en: 'withdrawn, kept for knowledge', 'zh-CN': '作废保留' };
const said: Text = { en: '{id}: {summary}. Copies to recall: {copies}.', 'zh-CN': '{id} {summary}。须收回的文本：{copies} 份。' };
const cited: Text = { en: 'Still named by:', 'zh-CN': '仍被以下文件引用：' };
const next: Text = {
  en: 'Enter each recall in the distribution register (`recalled`), commit, and sign: qms approve {id} --role withdraw --as PERSON.',
  'zh-CN': '请逐份收回并在发放登记中填写 `recalled`，提交到 git 后签署：qms approve {id} --role withdraw --as 人员。',
};

/** Copy number, holder and day of issue. */
function copyLine({ copy, holder, issued, revision }: Copy, { index }: Project, locale: Locale): string {
  const name = index.units.get(holder ?? '')?.value.name ?? index.posts.get(holder ?? '')?.value.name ?? index.people.get(holder ?? '')?.value.name ?? holder;
  return [copy ?? '?', wordsIn(name, locale), revision, issued].filter(Boolean).join('  ');
}
