import type { ArgumentSpec, CommandSpec, OptionSpec } from '#model/command.ts';
import { fieldsOf, nonconformityStates, type Field, type FieldKind, type NonconformityStep } from '#model/nonconformity-fields.ts';
import type { Text } from '#model/text.ts';
import { asOf, dryRun, output, paperFormat, tableFormat } from './options.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const reportId: ArgumentSpec = { spec: '<id>', text: t('number of the report', '不符合报告编号') };
const shapes: Readonly<Record<FieldKind, string>> = { words: '<text>', list: '<text...>', day: '<date>', today: '<date>', actor: '<id>', signer: '<id>', unit: '<id>', site: '<id>', choice: '<name>', verdict: '' };

/** The flags of a step are those of its fields. */
function optionsOf(step: NonconformityStep | 'open'): OptionSpec[] {
  return fieldsOf[step].flatMap(({ flag, kind, label, choices }: Field) => {
    const text = kind === 'today' ? t(`${label.en} (default: today)`, `${label['zh-CN']}（默认今天）`) : label;
    const option = { flags: `--${flag} ${shapes[kind]}`.trim(), text, ...(choices ? { choices } : {}) };
    return kind === 'verdict' ? [{ ...option, text: t('the action works', '措施有效') }, { flags: '--not-effective', text: t('the action does not work', '措施无效') }] : [option];
  });
}

function stepCommand(name: NonconformityStep, summary: Text, load: CommandSpec['load']): CommandSpec {
  return { name: `nc ${name}`, summary, args: [reportId], options: [...optionsOf(name), dryRun], load };
}

const filters: readonly OptionSpec[] = [
  { flags: '--status <state>', text: t('only this state', '只列该状态'), choices: nonconformityStates },
  { flags: '--unit <id>', text: t('only this unit', '只列该部门') },
  { flags: '--clause <number>', text: t('only this clause and those below it', '只列该条款及其下级条款') },
  { flags: '--block <id>', text: t('only units of this functional block', '只列该职能板块的部门') },
  { flags: '--audit <id>', text: t('only this audit', '只列该次审核') },
  { flags: '--grade <grade>', text: t('only this grade', '只列该严重程度'), choices: ['major', 'minor', 'observation'] },
  { flags: '--overdue', text: t('only what is late', '只列逾期的') },
  { flags: '--open', text: t('only what is not closed', '只列未关闭的') },
];

/** The life of a nonconformity. */
export const nc: readonly CommandSpec[] = [
  {
    name: 'nc open', summary: t('open a nonconformity report', '开出不符合报告'),
    options: [...optionsOf('open'), { flags: '--replaces <id>', text: t('report whose action did not work and that this one takes the place of', '措施无效、由本报告接续的原报告编号') }, dryRun],
    load: () => import('../nc/open.ts'),
  },
  { name: 'nc list', summary: t('list nonconformities with age, delay and repeats', '列出不符合、天数、逾期和重复情况'), options: [...filters, tableFormat, output, asOf], load: () => import('../nc/list.ts') },
  { name: 'nc show', summary: t('print a nonconformity report', '打印不符合报告'), args: [reportId], options: [paperFormat, output, asOf], load: () => import('../nc/show.ts') },
  stepCommand('accept', t('the unit confirms the fact', '责任部门确认事实'), () => import('../nc/accept.ts')),
  stepCommand('plan', t('record cause, corrective action and the look for the same fault elsewhere', '填写原因分析、纠正措施和举一反三'), () => import('../nc/plan.ts')),
  stepCommand('agree', t('the auditor agrees to cause and plan', '审核员认可原因分析和措施计划'), () => import('../nc/agree.ts')),
  stepCommand('extend', t('extend the due date, with reason and approver', '措施延期，须有理由和批准人'), () => import('../nc/extend.ts')),
  stepCommand('act', t('record that the action is done', '登记措施完成和证据'), () => import('../nc/act.ts')),
  stepCommand('verify', t('verify the action, by somebody else', '由他人验证措施'), () => import('../nc/verify.ts')),
  stepCommand('recheck', t('check the effect on a major nonconformity once more', '严重不符合的效果复查'), () => import('../nc/recheck.ts')),
  stepCommand('close', t('close a report that passes every gate', '关闭报告'), () => import('../nc/close.ts')),
  stepCommand('reopen', t('reopen a report whose action did not last', '措施无效或问题再发生时重新打开'), () => import('../nc/reopen.ts')),
  {
    name: 'nc report', summary: t('pareto by clause, block, unit and cause, ageing, trend', '按条款、板块、部门、原因的排列图，时效和趋势'),
    options: [{ flags: '--year <year>', text: t('only those found in this year', '只统计该年度发现的') }, ...filters, paperFormat, output, asOf], load: () => import('../nc/report.ts'),
  },
];
