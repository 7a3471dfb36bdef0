import type { Env, Given, Outcome } from '#model/command.ts';
import { auditDay } from '#model/audits.ts';
import type { PlannedAudit } from '#model/audit.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import { UsageError } from '#model/usage-error.ts';
import { proposePlan } from '#changes/audit/plan.ts';
import { openSeats, planText } from '#changes/audit/plan-text.ts';
import { format } from '#i18n/format.ts';
import { planPaper } from '#views/audit/plan-paper.ts';
import { planView, type Said } from '#views/audit/plan.ts';
import { allFacts } from '../all-facts.ts';
import { codes } from '../catalogue.ts';
import { paperOutcome } from '../paper.ts';
import { judge } from '../judge.ts';
import { openAt } from '../workspace.ts';
import { auditNamed } from './named.ts';
import { proposed, refuseStray } from './proposed.ts';

/** `qms audit plan`: the plan of an audit with what the rules say of it, or a proposal. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  refuseStray(given);
  const opened = await openAt(env);
  const { project, diagnostics } = judge(opened, await allFacts(opened, env), env.today);
  const { entry, project: known } = auditNamed(project, given.args[0] as string);
  if (given.options['propose'] === true) {
    const plan = proposePlan(known, dated(entry.value));
    const seats = openSeats(plan, known);
    const text = {
      en: [`Plan of audit ${plan.audit.id} proposed, ${plan.from} to ${plan.until}, sittings: ${plan.timetable.length}. Send it by ${plan.send}.`, ...seats.map(({ en }) => en)].join('\n'),
      'zh-CN': [`已为审核 ${plan.audit.id} 提出实施计划：${plan.from} 至 ${plan.until}，共${plan.timetable.length}场，须在 ${plan.send} 以前发出。`, ...seats.map((seat) => seat['zh-CN'])].join('\n'),
    };
    return proposed(`audits/${plan.from.slice(0, 4)}/${plan.audit.id}-plan.yaml`, planText(plan, known), text, given, env);
  }
  const path = known.registers.plans.find(({ value }) => value.id === entry.value.id)?.path;
  const view = planView(known, entry.value, diagnostics.filter(({ at }) => at.path === path).map(said));
  if (!view) {
    throw new UsageError({ en: 'Audit {id} has no plan yet.', 'zh-CN': '审核 {id} 还没有实施计划。' }, { id: entry.value.id },
      { en: '`qms audit plan {id} --propose` writes one.', 'zh-CN': '`qms audit plan {id} --propose` 可写出建议稿。' });
  }
  return paperOutcome(planPaper(view, known), view, known, given, env);
}

function said({ code, message, args = {}, at }: Diagnostic): Said {
  const text = codes.get(code)?.messages[message];
  return { code, line: at.position.start.line, text: text ? { en: format(text, args, 'en'), 'zh-CN': format(text, args, 'zh-CN') } : { en: code, 'zh-CN': code } };
}

function dated(audit: PlannedAudit): PlannedAudit {
  if (auditDay(audit) === undefined) throw new UsageError({ en: 'Audit {id} has no day in the programme.', 'zh-CN': '方案中审核 {id} 没有日期。' }, { id: audit.id });
  return audit;
}
