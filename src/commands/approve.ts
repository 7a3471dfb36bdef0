import { approvalRoles, signatureNamespace, type ApprovalRole } from '#model/approval.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { newApproval, signingMeanings } from '#changes/approve.ts';
import { openDocument, requireStatus } from './document.ts';
import { needPerson } from './person.ts';
import { committed, refuseFaults } from './signing.ts';

/** `qms approve`: a person stands for exactly these bytes. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const found = await openDocument(given.args[0] as string, env);
  const { opened, project, document, facts } = found;
  const role = (optionText(given, 'role') ?? 'approve') as ApprovalRole;
  if (!approvalRoles.includes(role)) throw new UsageError({ en: '--role takes one of: {roles}.', 'zh-CN': '--role 可用：{roles}。' }, { roles: approvalRoles.join(', ') });
  requireStatus(document, role === 'withdraw' ? ['obsolete', 'retained'] : ['approved', 'effective'], { en: 'sign', 'zh-CN': '签署' });
  const person = await needPerson(given, env, project);
  refuseFaults(found);
  const commit = await committed(found, env);
  const file = newApproval(document, facts, project.approvals, { role, person, at: env.now(), commit, meaning: signingMeanings[role][project.config.language] });
  if (given.options['dryRun'] === true) return { exit: 0, text: `${file.path}\n\n${file.text}` };
  const said = {
    en: `${project.index.people.get(person)?.value.name} signed ${document.value.id} ${document.value.revision} as "${role}": ${file.path}${commit ? '' : ' (outside git: the commit is not recorded)'}\n`,
    'zh-CN': `${project.index.people.get(person)?.value.name} 已以“${role}”签署 ${document.value.id} ${document.value.revision}：${file.path}${commit ? '' : '（不在 git 中，未记录提交号）'}\n`,
  };
  const bytes = new TextEncoder().encode(file.text);
  const key = optionText(given, 'sign');
  const path = `${opened.root}/${file.path}`;
  const signature = key === undefined ? [] : [{ path: `${path}.sig`, bytes: await env.host.sign(bytes, key, signatureNamespace) }];
  return { exit: 0, notes: said[env.locale], artifacts: [...signature, { path, bytes, exclusive: true }] };
}
