import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { nextRevision, reviseText } from '#changes/revise.ts';
import { textOutcome } from './text-outcome.ts';
import { openDocument, requireStatus } from './document.ts';

/** `qms revise`: a document in force becomes a draft of its next revision. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const { opened, project, document, text } = await openDocument(id, env);
  requireStatus(document, ['approved', 'effective'], { en: 'revise', 'zh-CN': '修订' });
  const need = (name: string): string => {
    const value = optionText(given, name);
    if (!value) throw new UsageError({ en: 'A revision needs --{name}.', 'zh-CN': '修订须有 --{name}。' }, { name });
    return value;
  };
  const revision = nextRevision(document.value.revision ?? '', given.options['large'] === true);
  const request = optionText(given, 'request');
  const by = optionText(given, 'by');
  const revised = reviseText(text, { revision, section: need('section'), summary: need('summary'), on: project.today, ...(request ? { request } : {}), ...(by ? { by } : {}) });
  return textOutcome(opened, document.path, text, revised, given, env, {
    en: `${id} is now a draft of revision ${revision}. Edit ${document.path}, then run \`qms submit ${id}\`.`,
    'zh-CN': `${id} 现为 ${revision} 版草稿。请修改 ${document.path}，然后运行 \`qms submit ${id}\`。`,
  });
}
