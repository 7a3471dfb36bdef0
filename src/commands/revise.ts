import type { Env, Given, Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { hasNextEdition, nextRevision, proposeRevision, type Proposal } from '#changes/next-revision.ts';
import { reviseText } from '#changes/revise.ts';
import { format } from '#i18n/format.ts';
import { changeSize } from '#views/change-size.ts';
import { diff } from '#views/diff.ts';
import { openDocument, requireStatus, type OpenedDocument } from './document.ts';
import { need } from './need.ts';
import { needPerson } from './person.ts';
import { releasedText, workingText } from './released.ts';
import { textOutcome } from './text-outcome.ts';

/** `qms revise`: a document in force becomes a draft of its next revision, whether its text was edited before or will be. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const found = await openDocument(id, env);
  const { opened, project: { config, today }, document, text } = found;
  requireStatus(document, ['approved', 'effective'], { en: 'revise', 'zh-CN': '修订' });
  const before = await releasedText(found, env);
  const size = before && changeSize(diff(before, workingText(found), { id, title: '', path: document.path }));
  const proposal = proposeRevision(document.value.revision ?? '', size, config.thresholds);
  const revision = nextRevision(document.value.revision ?? '', await isLarge(proposal, found, given, env));
  const section = await need(given, env, 'section', { en: 'Which sections change?', 'zh-CN': '修改哪些章节？' }, { proposal: size?.touched.join(config.language === 'en' ? '; ' : '；') });
  const summary = await need(given, env, 'summary', { en: 'What changes?', 'zh-CN': '修改什么？' });
  const reason = await need(given, env, 'reason', { en: 'Why?', 'zh-CN': '为什么修改？' });
  const request = await need(given, env, 'request', { en: 'Number of the change request?', 'zh-CN': '文件更改申请单编号？' }, { optional: true });
  const by = await needPerson(given, env, found.project, 'by', { en: 'Who makes the change?', 'zh-CN': '由谁修改？' }, true);
  const revised = reviseText(text, { revision, section, summary, reason, on: today, ...(request ? { request } : {}), ...(by ? { by } : {}) });
  const why = { en: format(proposal.why, proposal.args, 'en'), 'zh-CN': format(proposal.why, proposal.args, 'zh-CN') };
  return textOutcome(opened, document.path, text, revised, given, env, {
    en: `${id} is now a draft of revision ${revision} (${why.en}; section: ${section}). ${size?.changed ? 'Look it over' : `Edit ${document.path}`}, then run \`qms submit ${id}\`.`,
    'zh-CN': `${id} 现为 ${revision} 版草稿（${why['zh-CN']}；修改章节：${section}）。${size?.changed ? '请核对改动' : `请修改 ${document.path}`}，然后运行 \`qms submit ${id}\`。`,
  });
}

/** Modification or new edition: as said on the command line, else as chosen at a terminal, else as proposed. */
async function isLarge({ large, why, args }: Proposal, { document }: OpenedDocument, given: Given, env: Env): Promise<boolean> {
  const said = { large: given.options['large'] === true, small: given.options['small'] === true };
  if (said.large && said.small) throw new UsageError({ en: '--large and --small exclude each other.', 'zh-CN': '--large 与 --small 不能同时使用。' });
  if (said.large || said.small || !env.ask || !hasNextEdition(document.value.revision ?? '')) return said.large || (!said.small && large);
  const [modification, edition] = [false, true].map((next) => nextRevision(document.value.revision ?? '', next)) as [string, string];
  const answer = await env.ask({
    text: { en: `Which revision? Proposed: ${large ? edition : modification}, for ${format(why, args, 'en')}.`, 'zh-CN': `定为哪一版？建议 ${large ? edition : modification}：${format(why, args, 'zh-CN')}。` },
    choices: [{ value: modification, label: { en: `${modification}  modification`, 'zh-CN': `${modification}  修订` } }, { value: edition, label: { en: `${edition}  new edition`, 'zh-CN': `${edition}  换版` } }],
    proposal: large ? edition : modification,
  });
  return answer === edition;
}
