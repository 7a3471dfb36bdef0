import { approvalRoles, signatureNamespace, type ApprovalRole } from '#model/approval.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { newApproval } from '#changes/approve.ts';
import { openDocument, requirePerson, requireStatus, type OpenedDocument } from './document.ts';

const meanings: Record<ApprovalRole, { en: string; 'zh-CN': string }> = {
  prepare: { en: 'I wrote this text.', 'zh-CN': '本文由我编制。' }, review: { en: 'I reviewed this text and found it right.', 'zh-CN': '我已审核本文，认可其内容。' },
  approve: { en: 'I approve this text for use.', 'zh-CN': '我批准本文施行。' }, withdraw: { en: 'I withdraw this document.', 'zh-CN': '我决定本文作废。' },
  confirm: { en: 'I reviewed this text; it stays unchanged.', 'zh-CN': '我已复审本文，继续有效，无须修改。' },
};

/** `qms approve`: a person stands for exactly these bytes. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const found = await openDocument(given.args[0] as string, env);
  const { opened, project, document, facts } = found;
  const role = (optionText(given, 'role') ?? 'approve') as ApprovalRole;
  if (!approvalRoles.includes(role)) throw new UsageError({ en: '--role takes one of: {roles}.', 'zh-CN': '--role 可用：{roles}。' }, { roles: approvalRoles.join(', ') });
  requireStatus(document, role === 'withdraw' ? ['obsolete', 'retained'] : ['approved', 'effective'], { en: 'sign', 'zh-CN': '签署' });
  const person = requirePerson(optionText(given, 'as'), project);
  refuseFaults(found);
  const commit = await committed(found, env);
  const file = newApproval(document, facts, project.approvals, { role, person, at: env.now(), commit, meaning: meanings[role][project.config.language] });
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

/** Nobody signs what is wrong, or what cannot be seen on the page. */
function refuseFaults({ judged, document }: OpenedDocument): void {
  const fault = judged.diagnostics.find(({ at, severity, code }) => at.path === document.path && (code === 'document/hidden-characters' || (severity === 'error' && !code.startsWith('approval/') && code !== 'document/approval-missing')));
  if (fault) {
    throw new UsageError({ en: '{path}:{line} has a finding ({code}); mend it before anybody signs.', 'zh-CN': '{path}:{line} 有问题（{code}）；请先改正再签署。' },
      { path: document.path, line: fault.at.position.start.line, code: fault.code }, { en: 'Run `qms validate {path}`.', 'zh-CN': '请运行 `qms validate {path}`。' });
  }
}

/** The commit that holds exactly these bytes; '' outside git. */
async function committed({ opened, document }: OpenedDocument, env: Env): Promise<string> {
  const commit = await env.host.head(opened.root);
  if (commit === '') return '';
  const stored = (await env.host.readTreeAt(opened.root, commit)).get(document.path);
  const same = stored && sameText(stored.read(), opened.tree.get(document.path)?.read() as Uint8Array);
  if (!same) throw new UsageError({ en: '{path} is not committed as it stands. Commit it first: a signature must be for what everybody can get.', 'zh-CN': '{path} 现在的内容还没有提交到 git。请先提交：签署的必须是大家都能取到的内容。' }, { path: document.path });
  return commit;
}

function sameText(a: Uint8Array, b: Uint8Array): boolean {
  const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\r\n', '\n');
  return decode(a) === decode(b);
}
