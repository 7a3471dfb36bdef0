import type { Env, Given, Outcome } from '#model/command.ts';
import { wordsIn } from '#model/text.ts';
import { withdrawText } from '#changes/revise.ts';
import { openDocument, requireStatus } from './document.ts';
import { textOutcome } from './text-outcome.ts';

/** `qms withdraw`: marks a document, and lists the copies to be recalled. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const { opened, project, document, text } = await openDocument(id, env);
  requireStatus(document, ['approved', 'effective'], { en: 'withdraw', 'zh-CN': '作废' });
  const copies = project.registers.copies.filter(({ value }) => value.document === id && value.recalled === undefined);
  const list = copies.map(({ value }) => `  ${value.copy ?? '?'}  ${wordsIn(project.index.units.get(value.holder ?? '')?.value.name ?? value.holder, env.locale)}`).join('\n');
  return textOutcome(opened, document.path, text, withdrawText(text, given.options['retain'] === true), given, env, {
    en: `${id} is withdrawn. Copies to recall: ${copies.length}.${list ? `\n${list}` : ''}`,
    'zh-CN': `${id} 已作废。须收回的文本：${copies.length} 份。${list ? `\n${list}` : ''}`,
  });
}
