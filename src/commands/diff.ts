import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { wordsIn } from '#model/text.ts';
import { diffHtml } from '#render/diff-html.ts';
import { renderDiff, type DiffFormat } from '#render/diff.ts';
import { diff } from '#views/diff.ts';
import { revisionsAsked } from './diff/revisions.ts';
import { openDocument } from './document.ts';
import { imprintOf, pdfOutcome } from './paper.ts';

const hint = { en: 'To see what an approved revision changed, name both: `qms diff ID A/0..A/1`.', 'zh-CN': '要看已批准的版本改了什么，请写明两个版本：`qms diff 编号 A/0..A/1`。' };

/** `qms diff`: the last approved revision against the working text, or two revisions of the git history. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { opened, project, document } = await openDocument(given.args[0] as string, env);
  const [before, after] = await revisionsAsked(given.args[1] as string | undefined, document, opened, env);
  const view = diff(before, after, { id: document.value.id, title: wordsIn(document.value.title, project.config.language), path: document.path });
  const same = view.counts.fields + view.counts.sections === 0 && !view.layout;
  const notes = same ? { notes: `${hint[env.locale]}\n` } : {};
  const format = (optionText(given, 'format') ?? 'text') as DiffFormat | 'pdf';
  const imprint = imprintOf(project, env);
  if (format === 'pdf') return { ...await pdfOutcome(diffHtml(view, env.locale, imprint, 'print'), `${view.id} ${view.title}`, project, given, env), ...notes };
  return { exit: 0, ...notes, text: renderDiff(view, format, env.locale, env.color && given.options['output'] === undefined, imprint) };
}
