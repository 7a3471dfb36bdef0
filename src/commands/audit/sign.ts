import type { AuditReport } from '#model/audit.ts';
import { actorName, sameActor } from '#model/actors.ts';
import type { Env, Given, Outcome } from '#model/command.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { enter, signedPapers, type SignatureKey, type SignedPaper } from '#changes/audit/sign.ts';
import { format } from '#i18n/format.ts';
import { judgeText } from '../judged.ts';
import { need } from '../need.ts';
import { needPerson } from '../person.ts';
import { textOutcome } from '../text-outcome.ts';
import { openPaper, paperNames, type OpenedPaper } from './papers.ts';

const roles: Readonly<Record<SignatureKey, Text>> = { prepared: { en: 'prepared', 'zh-CN': '编制' }, reviewed: { en: 'reviewed', 'zh-CN': '审核' }, approved: { en: 'approved', 'zh-CN': '批准' } };
const byRole: Readonly<Record<string, SignatureKey>> = { prepare: 'prepared', review: 'reviewed', approve: 'approved' };

/** `qms audit sign`: a person prepares, reviews or approves a programme, plan or report, in this order, today. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const id = given.args[0] as string;
  const kind = /^\d{4}$/.test(id) ? 'programme' : await need(given, env, 'paper', { en: 'Plan or report?', 'zh-CN': '签署计划还是报告？' }, { choices: (['plan', 'report'] as const).map((value) => ({ value, label: paperNames[value] })) }) as SignedPaper;
  const found = await openPaper(kind, id, env);
  const { opened, project, paper, text, order } = found;
  const person = await needPerson(given, env, project);
  const role = await need(given, env, 'role', { en: 'In which role?', 'zh-CN': '以什么身份？' }, { choices: Object.entries(byRole).filter(([, key]) => (signedPapers[kind] as readonly string[]).includes(key)).map(([value, key]) => ({ value, label: roles[key] })) });
  const key = byRole[role] as SignatureKey;
  refuse(found, kind, key, person);
  const written = enter(text, key, { by: person, on: project.today }, order);
  const said = judgeText(paper.path, written, found, env);
  const args = { id, paper: paperNames[kind], role: roles[key], person: actorName(project.index, person) };
  return textOutcome(opened, paper.path, text, written, given, env, { en: said + format(signed, args, 'en'), 'zh-CN': said + format(signed, args, 'zh-CN') });
}

const signed: Text = { en: '{person} signed {paper} {id}: {role}.', 'zh-CN': '{person} 已签署{paper} {id}：{role}。' };

/** Each signs once, in order, on no earlier day than who came before; nobody approves what he or she prepared. */
function refuse({ paper, project }: OpenedPaper, kind: SignedPaper, key: SignatureKey, person: string): void {
  const value = paper.value as Pick<AuditReport, SignatureKey>;
  const about = { path: paper.path, role: roles[key], paper: paperNames[kind] };
  const there = value[key];
  if (there) throw new UsageError({ en: '{path} was {role} by {by} on {on} already.', 'zh-CN': '{path} 已由 {by} 于 {on} {role}。' }, { ...about, by: actorName(project.index, there.by), on: there.on });
  const keys: readonly SignatureKey[] = signedPapers[kind];
  const before = keys.slice(0, keys.indexOf(key));
  const lacking = before.find((one) => value[one] === undefined);
  if (lacking) throw new UsageError({ en: '{path} must be {lacking} before it is {role}.', 'zh-CN': '{path} 须先{lacking}，才能{role}。' }, { ...about, lacking: roles[lacking] });
  const later = keys.slice(keys.indexOf(key) + 1).find((one) => value[one] !== undefined);
  if (later) throw new UsageError({ en: '{path} was {later} already; nobody signs behind that.', 'zh-CN': '{path} 已经{later}，不能再补签{role}。' }, { ...about, later: roles[later] });
  for (const one of before) {
    const earlier = value[one];
    if (earlier && earlier.on > project.today) throw new UsageError({ en: '{path} was {earlier} on {on}, after today.', 'zh-CN': '{path} 的{earlier}日期 {on} 晚于今天。' }, { ...about, earlier: roles[one], on: earlier.on });
    if (earlier && key === 'approved' && sameActor(project.index, earlier.by, person)) {
      throw new UsageError({ en: '{person} has {earlier} it and cannot approve it too.', 'zh-CN': '{person} 是{earlier}人，不能再批准。' }, { person: actorName(project.index, person), earlier: roles[one] });
    }
  }
}
