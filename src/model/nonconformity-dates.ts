import type { Nonconformity } from './audit.ts';
import type { Text } from './text.ts';

/** A day of a report that lies before one it cannot lie before; `keys` lead to it. */
export interface DateFault { readonly keys: readonly string[]; readonly later: Text; readonly on: string; readonly earlier: Text; readonly before: string }
interface Dated { readonly on: string; readonly keys: readonly string[]; readonly label: Text }

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** The days of a report that are out of order: each follows the one before it in the life of a nonconformity. */
export function dateFaults(report: Nonconformity): DateFault[] {
  const life = daysOf(report);
  const inOrder = life.flatMap((step, at) => fault(step, life[at - 1]));
  const first = life.find(({ keys }) => keys[0] === 'fact' || keys[0] === 'found');
  return [...inOrder, ...besides(report).flatMap((step) => fault(step, first))];
}

function fault(step: Dated, before: Dated | undefined): DateFault[] {
  return before && step.on < before.on ? [{ keys: step.keys, later: step.label, on: step.on, earlier: before.label, before: before.on }] : [];
}

/** The steps that carry a day, in the order in which they happen. */
function daysOf({ fact, found, accepted, rounds, action, agreed, verification, effect_check, closed }: Nonconformity): Dated[] {
  return dated([
    [fact?.when, ['fact', 'when'], t('Day of the fact', '事实发生日期')],
    [found?.on, ['found', 'on'], t('Finding', '发现日期')],
    [accepted?.on, ['accepted', 'on'], t('Acceptance', '确认日期')],
    [rounds?.at(-1)?.on, ['rounds', String((rounds?.length ?? 1) - 1), 'on'], t('Reopening', '重新打开日期')],
    [action?.planned, ['action', 'planned'], t('Plan of action', '措施制定日期')],
    [agreed?.on, ['agreed', 'on'], t('Consent to the plan', '计划认可日期')],
    [action?.done, ['action', 'done'], t('Completion', '措施完成日期')],
    [verification?.on, ['verification', 'on'], t('Verification', '验证日期')],
    [effect_check?.on, ['effect_check', 'on'], t('Check of the effect', '效果复查日期')],
    [closed, ['closed'], t('Closure', '关闭日期')],
  ]);
}

/** What may happen at any time once the fact is known. */
function besides({ correction, cause }: Nonconformity): Dated[] {
  return dated([[correction?.done, ['correction', 'done'], t('Correction', '纠正完成日期')], [cause?.on, ['cause', 'on'], t('Analysis of the cause', '原因分析日期')]]);
}

function dated(steps: readonly (readonly [string | undefined, readonly string[], Text])[]): Dated[] {
  return steps.flatMap(([on, keys, label]) => (on === undefined ? [] : [{ on, keys, label }]));
}
