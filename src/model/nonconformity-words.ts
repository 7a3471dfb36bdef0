import type { Text } from './text.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
type Named<K extends string = string> = Readonly<Record<K, Text>>;

export const stateWords: Named = {
  open: t('open', '已开出'), accepted: t('accepted', '已确认'), planned: t('planned', '已制定措施'), done: t('done', '已完成'), verified: t('verified', '已验证'), closed: t('closed', '已关闭'), reopened: t('reopened', '重新打开'),
};
export const gradeWords: Named = { major: t('major', '严重'), minor: t('minor', '一般'), observation: t('observation', '观察项') };
export const natureWords: Named = { system: t('system', '体系性'), implementation: t('implementation', '实施性'), effect: t('effect', '效果性') };
export const sourceWords: Named = {
  audit: t('internal audit', '内部审核'), complaint: t('complaint', '投诉'), inspection: t('inspection', '督察检查'), monitoring: t('monitoring', '监视测量'), 'case-review': t('review of cases', '案件复查'), other: t('other', '其他'),
};
export const categoryWords: Named = {
  people: t('people (training, staffing)', '人（培训、人员配置）'), equipment: t('equipment (tools, systems)', '机（设备、系统）'), material: t('material (forms, inputs)', '料（表单、材料）'),
  method: t('method (rules, procedures)', '法（规定、程序）'), environment: t('environment', '环（环境）'), measurement: t('measurement (checks, statistics)', '测（检查、统计）'),
};
export const methodWords: Named = { '5-why': t('five whys', '连问为什么'), fishbone: t('fishbone diagram', '鱼骨图'), other: t('other', '其他') };

/** Why a step is refused. */
export const faultWords: Named<'state' | 'order' | 'future' | 'pastDue' | 'notLater' | 'blame' | 'repeats' | 'nameless' | 'doer' | 'ownGrant' | 'failed' | 'unseen' | 'works' | 'replaced' | 'incomplete'> = {
  state: t('{id} stands at "{status}"; this step starts from: {wanted}.', '{id} 目前是“{status}”；这一步须从以下状态开始：{wanted}。'),
  order: t('{later} ({on}) lies before {earlier} ({before}). Correct the date that is wrong.', '{later}（{on}）早于{earlier}（{before}）。请更正有误的日期。'),
  future: t('{what}: {day} has not come yet (today is {today}).', '{what}：{day} 还没有到（今天是 {today}）。'),
  pastDue: t('The due date {due} lies before the day of the plan, {before}.', '完成期限 {due} 早于措施制定日期 {before}。'),
  notLater: t('{due} is not later than the present due date, {before}; nothing would be extended.', '{due} 不晚于现定期限 {before}，谈不上延期。'),
  blame: t('The root cause blames a person ("{word}"). Ask why it could happen, until it is something that can be changed: a rule, a form, training, a tool, a check.', '根本原因归于个人“{word}”。请继续追问为什么会发生，直到找出可以改变的原因：规定、表单、培训、工具、检查或人员配置。'),
  repeats: t('The root cause says the fact once more. Ask why it happened.', '根本原因只是重复事实。请追问为什么会发生。'),
  nameless: t('The fact names no document, case or number that it could be looked up by. Add it with --fact.', '事实没有写明文件号、案号或抽样数，无法复核。请用 --fact 补写。'),
  doer: t('{by} carried out the action or belongs to the unit that did, and may not judge it. Name an auditor who had no part in it.', '{by} 是措施的实施人或者属于实施部门，不能自己认可或验证。请由没有参与的内审员办理。'),
  ownGrant: t('{by} answers for the action and cannot grant the own extension. Name somebody above.', '{by} 是措施责任人，不能给自己批准延期。请由上级批准。'),
  failed: t('The action of {id} did not work, so this report cannot be closed by it. Run `qms nc reopen {id}`, or open a new report with `qms nc open --replaces {id}`.', '{id} 的措施经验证无效，不能据此关闭。请运行 `qms nc reopen {id}` 重新打开，或者用 `qms nc open --replaces {id}` 另开报告。'),
  unseen: t('{id} is a major nonconformity: its effect is checked once more (due {due}) before it is closed. Run `qms nc recheck {id}`.', '{id} 是严重不符合，关闭前须复查效果（期限 {due}）。请运行 `qms nc recheck {id}`。'),
  works: t('The action of {id} was found to work. Close the report; if the fault returns, it can be reopened then.', '{id} 的措施经验证有效。请关闭报告；问题再次发生时再重新打开。'),
  replaced: t('The report is continued as {other}; work on that one.', '本报告已由 {other} 接续，请在该报告上办理。'),
  incomplete: t('The report lacks: {fields}. It was edited past these steps; complete the file before closing.', '报告还缺少：{fields}。有关步骤被跳过，请先补齐再关闭。'),
};
