import type { Text } from './text.ts';

export const nonconformityStates = ['open', 'accepted', 'planned', 'done', 'verified', 'closed', 'reopened'] as const;
export type NonconformityState = (typeof nonconformityStates)[number];
export const nonconformitySteps = ['accept', 'plan', 'agree', 'extend', 'act', 'verify', 'recheck', 'close', 'reopen'] as const;
export type NonconformityStep = (typeof nonconformitySteps)[number];

/** What a field takes. `actor` is a person, post or unit, `signer` a person or post. */
export type FieldKind = 'words' | 'list' | 'day' | 'today' | 'actor' | 'signer' | 'unit' | 'site' | 'verdict' | 'choice';
/** A field of a report as a clerk meets it: the flag that fills it, where it goes (`cause/root`), and how it is called. `today` is filled when nothing is said. */
export interface Field { readonly path: string; readonly flag: string; readonly kind: FieldKind; readonly label: Text; readonly choices?: readonly string[] }

export const causeCategories = ['people', 'equipment', 'material', 'method', 'environment', 'measurement'] as const;

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
function field(path: string, flag: string, kind: FieldKind, en: string, zh: string, choices?: readonly string[]): Field {
  return { path, flag, kind, label: t(en, zh), ...(choices ? { choices } : {}) };
}

const fact: readonly Field[] = [
  field('fact/statement', 'fact', 'words', 'the fact, with the document or case number', '不符合事实（写明文件号或案号）'),
  field('fact/when', 'when', 'day', 'the day it was seen', '事实发生日期'),
  field('fact/where', 'where', 'words', 'the place', '地点'),
  field('fact/rule', 'rule', 'words', 'the rule that is broken', '违反的规定'),
  field('document', 'document', 'words', 'the document whose rule is broken', '违反的文件编号'),
  field('section', 'section', 'words', 'the section of that document', '该文件的章节'),
];

const work: readonly Field[] = [
  field('correction/what', 'correction', 'words', 'the correction: what was done about the case itself', '纠正（对不符合本身的处理）'),
  field('correction/by', 'corrected-by', 'actor', 'who made the correction', '纠正的实施人'),
  field('correction/done', 'corrected-on', 'day', 'the day the correction was done', '纠正完成日期'),
  field('cause/method', 'method', 'choice', 'how the cause was found', '原因分析方法', ['5-why', 'fishbone', 'other']),
  field('cause/whys', 'why', 'list', 'the chain of whys', '逐层原因'),
  field('cause/root', 'cause', 'words', 'the root cause', '根本原因'),
  field('cause/category', 'category', 'choice', 'where the cause lies', '原因类别', causeCategories),
  field('cause/by', 'analysed-by', 'actor', 'who analysed the cause', '原因分析人'),
  field('cause/on', 'analysed-on', 'day', 'the day of the analysis', '原因分析日期'),
  field('action/what', 'action', 'words', 'the corrective action: what keeps it from happening again', '纠正措施（怎样防止再次发生）'),
  field('action/owner', 'owner', 'actor', 'who answers for the action', '措施责任人'),
  field('action/due', 'due', 'day', 'the day by which it is to be done', '措施完成期限'),
  field('extent/checked', 'checked', 'words', 'where else the same fault was looked for', '举一反三的检查范围'),
  field('extent/result', 'result', 'words', 'what was found there', '举一反三的检查结果'),
];

/** What each step may fill in, in the order in which it is asked for. */
export const fieldsOf: Readonly<Record<NonconformityStep | 'open', readonly Field[]>> = {
  open: [
    field('source', 'source', 'choice', 'where it comes from', '来源', ['audit', 'complaint', 'inspection', 'monitoring', 'case-review', 'other']),
    field('audit', 'audit', 'words', 'the audit that found it', '审核编号'),
    field('unit', 'unit', 'unit', 'the unit where it was found', '责任部门'),
    field('site', 'site', 'site', 'the site where it was found', '场所'),
    field('guide', 'guide', 'signer', 'who of the unit went along', '陪同人'),
    field('process', 'process', 'words', 'the process', '过程'),
    field('clause', 'clause', 'words', 'the clause that is not met', '不符合的标准条款'),
    field('item', 'item', 'words', 'the requirement item', '要求项'),
    field('grade', 'grade', 'choice', 'the grade', '严重程度', ['major', 'minor', 'observation']),
    field('type', 'type', 'choice', 'the type', '性质', ['system', 'implementation', 'effect']),
    field('found/by', 'by', 'signer', 'who found it', '发现人'),
    field('found/on', 'on', 'today', 'the day it was found', '发现日期'),
    field('leader', 'leader', 'signer', 'the leader of the audit team', '审核组长'),
    ...fact,
    field('repeats', 'repeats', 'words', 'an earlier report with the same fault', '此前同类不符合的报告编号'),
  ],
  accept: [field('accepted/by', 'by', 'signer', 'who confirms the fact for the unit', '责任部门确认人'), field('accepted/on', 'on', 'today', 'the day of confirmation', '确认日期'), ...fact],
  plan: [...work, field('action/planned', 'on', 'today', 'the day of the plan', '措施制定日期')],
  agree: [field('agreed/by', 'by', 'signer', 'the auditor who agrees to the plan', '认可计划的审核员'), field('agreed/on', 'on', 'today', 'the day of consent', '认可日期')],
  extend: [
    field('action/extended/-/until', 'until', 'day', 'the new due date', '延至日期'), field('action/extended/-/reason', 'reason', 'words', 'the reason', '延期理由'),
    field('action/extended/-/by', 'by', 'signer', 'who grants it', '延期批准人'), field('action/extended/-/on', 'on', 'today', 'the day it is granted', '批准日期'),
  ],
  act: [field('action/done', 'done', 'today', 'the day of completion', '措施完成日期'), field('action/evidence', 'evidence', 'words', 'the evidence of completion', '完成证据'), ...work],
  verify: [
    field('verification/by', 'by', 'signer', 'who verifies', '验证人'), field('verification/on', 'on', 'today', 'the day of verification', '验证日期'),
    field('verification/seen', 'seen', 'words', 'what was seen', '验证所见的事实'), field('verification/evidence', 'evidence', 'words', 'the evidence', '验证证据'),
    field('verification/effective', 'effective', 'verdict', 'whether the action works', '措施是否有效'), field('effect_check/due', 'effect-due', 'day', 'by when the effect is checked once more', '效果复查期限'),
  ],
  recheck: [
    field('effect_check/by', 'by', 'signer', 'who checks the effect', '复查人'), field('effect_check/on', 'on', 'today', 'the day of the check', '复查日期'),
    field('effect_check/seen', 'seen', 'words', 'what was seen', '复查所见的事实'), field('effect_check/evidence', 'evidence', 'words', 'the evidence', '复查证据'),
    field('effect_check/effective', 'effective', 'verdict', 'whether the action still works', '措施是否持续有效'),
  ],
  close: [field('closed', 'on', 'today', 'the day of closure', '关闭日期')],
  reopen: [
    field('rounds/-/by', 'by', 'signer', 'who reopens it', '重新打开的决定人'), field('rounds/-/on', 'on', 'today', 'the day of reopening', '重新打开日期'),
    field('rounds/-/reason', 'reason', 'words', 'the reason', '重新打开的理由'),
  ],
};

/** The value at a path of a report; `-` is the last entry of a list. */
export function valueAt(report: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return key === '-' ? node.at(-1) : undefined;
    return typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
  }, report);
}
