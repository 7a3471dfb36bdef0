import { approvalRoles, type ApprovalRole } from '#model/approval.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { wordsIn } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import { diffText } from '#render/diff-text.ts';
import { changeSize } from '#views/change-size.ts';
import { diff } from '#views/diff.ts';
import { openDocument, requireStatus, type OpenedDocument } from './document.ts';
import { need } from './need.ts';
import { needPerson } from './person.ts';
import { earlierText, workingText } from './released.ts';
import { sign } from './sign.ts';

/** `qms approve`: a person stands for exactly these bytes. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const found = await openDocument(given.args[0] as string, env);
  const { project, document } = found;
  const role = await roleOf(found, given, env);
  requireStatus(document, role === 'withdraw' ? ['obsolete', 'retained'] : ['approved', 'effective'], { en: 'sign', 'zh-CN': '签署' });
  const person = await needPerson(given, env, project);
  const words = { name: project.index.people.get(person)?.value.name ?? person, id: document.value.id, revision: document.value.revision ?? '', role: roleNames[role] };
  return sign(found, {
    role, person, shown: await changeShown(found, env),
    said: (path, commit) => {
      const told = { ...words, path, outside: commit ? '' : outside };
      return { en: format(signed, told, 'en'), 'zh-CN': format(signed, told, 'zh-CN') };
    },
  }, given, env);
}

const roleNames: Readonly<Record<ApprovalRole, { readonly en: string; readonly 'zh-CN': string }>> = {
  prepare: { en: 'prepared', 'zh-CN': '编制' }, review: { en: 'reviewed', 'zh-CN': '审核' }, approve: { en: 'approved', 'zh-CN': '批准' },
  withdraw: { en: 'withdrawn', 'zh-CN': '作废' }, confirm: { en: 'confirmed', 'zh-CN': '复审确认' },
};
const signed = { en: '{name} signed {id} {revision} as {role}: {path}{outside}', 'zh-CN': '{name} 已签署 {id} {revision}（{role}）：{path}{outside}' };
const outside = { en: ' (outside git: the commit is not recorded)', 'zh-CN': '（不在 git 中，未记录提交号）' };

/** As given; at a terminal asked for, with the next one proposed that the policy still lacks. */
function roleOf({ project: { config, approvals }, document: { value } }: OpenedDocument, given: Given, env: Env): Promise<ApprovalRole> {
  const given_ = optionText(given, 'role') ?? (env.ask ? undefined : 'approve');
  const open = (config.approval[value.type]?.roles ?? []).find((role) => !approvals.some((record) => record.value.document === value.id && record.value.revision === value.revision && record.value.role === role));
  return need({ ...given, options: { ...given.options, role: given_ } }, env, 'role', { en: 'In which role?', 'zh-CN': '以什么身份签署？' },
    { proposal: open ?? 'approve', choices: approvalRoles.filter((role) => role !== 'confirm').map((role) => ({ value: role, label: roleNames[role] })) }) as Promise<ApprovalRole>;
}

/** What changed since the text that was in force before; of a first issue only how much there is to read. */
async function changeShown(found: OpenedDocument, env: Env): Promise<string> {
  const { project, document: { value, path } } = found;
  const [before, now] = [await earlierText(found, env), workingText(found)];
  const about = { id: value.id, title: wordsIn(value.title, project.config.language), path };
  if (before) return `${diffText(diff(before, now, about), env.locale, env.color)}\n`;
  const { sentences, sections } = changeSize(diff(now, now, about));
  return `${format({ en: 'No earlier approved text of {id} is in git: all of {path} is signed, {sentences} sentences in {sections} sections. Read it first.', 'zh-CN': 'git 里没有 {id} 以前批准的文本：签署的是 {path} 全文，{sections} 节、{sentences} 句。请先通读。' }, { ...about, sentences, sections }, env.locale)}\n`;
}
