import type { Env, Given, Outcome } from '#model/command.ts';
import { newApproval, signingMeanings } from '#changes/approve.ts';
import { addMonths } from '#rules/shared/add-months.ts';
import { openDocument, requireStatus } from './document.ts';
import { needPerson } from './person.ts';
import { committed, refuseFaults } from './signing.ts';

/** `qms confirm`: reviewed and found still right; the next review moves on, the text stays as it was approved. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const found = await openDocument(given.args[0] as string, env);
  const { opened, project, document, facts } = found;
  requireStatus(document, ['approved', 'effective'], { en: 'confirm', 'zh-CN': '复审确认' });
  const person = await needPerson(given, env, project, 'as', { en: 'Who reviewed it?', 'zh-CN': '由谁复审？' });
  const reviewDue = addMonths(project.today, project.config.thresholds.review_months);
  refuseFaults(found);
  const commit = await committed(found, env);
  const file = newApproval(document, facts, project.approvals, { role: 'confirm', person, at: env.now(), commit, meaning: signingMeanings.confirm[project.config.language], reviewDue });
  if (given.options['dryRun'] === true) return { exit: 0, text: `${file.path}\n\n${file.text}` };
  const said = { en: `${document.value.id} confirmed unchanged; next review by ${reviewDue}.\n`, 'zh-CN': `${document.value.id} 复审确认，内容不变；下次复审不迟于 ${reviewDue}。\n` };
  return { exit: 0, notes: said[env.locale], artifacts: [{ path: `${opened.root}/${file.path}`, bytes: new TextEncoder().encode(file.text), exclusive: true }] };
}
