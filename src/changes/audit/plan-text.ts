import { actorName } from '#model/actors.ts';
import { auditingOf } from '#model/audit-scope.ts';
import { listed } from '#model/listed.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text } from '#model/text.ts';
import type { ProposedPlan } from './plan.ts';
import type { Placed } from './timetable.ts';
import { registerText } from './register-text.ts';

/** A proposed plan as the text of a register, in the language of the workspace: to be read, edited, approved and sent. */
export function planText(plan: ProposedPlan, project: Project): string {
  const { language } = project.config;
  const say = (en: string, zh: string): string => (language === 'zh-CN' ? zh : en);
  const { audit, from, until, leader, team } = plan;
  const { opening } = auditingOf(project).day;
  const names = plan.units.map((unit) => actorName(project.index, unit));
  const units = wordsIn(listed(names), language);
  const whom = names.length <= 3 ? units : say(`${wordsIn(names[0], language)} and ${names.length - 1} more units`, `${wordsIn(names[0], language)}等${names.length}个部门`);
  const reason = wordsIn(audit.reason, language);
  const pairs = team.length >= 4;
  return registerText({
    kind: 'audit-plan', id: audit.id,
    purpose: say(`See whether ${whom} work as the standard, our documents and the law demand, and whether it has effect.`, `检查${whom}的工作是否符合标准、体系文件和法律法规的要求，是否得到有效实施。`) + (reason === '' ? '' : say(` Weight ${audit.weight ?? '–'}: ${reason}.`, `权重${audit.weight ?? '—'}：${reason}。`)),
    scope: say(`${units}; ${audit.processes?.length ?? 0} processes; records since the last audit.`, `${units}；${audit.processes?.length ? `过程${audit.processes.join('、')}；` : ''}上次审核以来的活动与记录。`),
    criteria: plan.criteria, from, until, ...(leader === undefined ? {} : { leader }),
    team: team.map((person, at) => ({ person, role: role(person === leader, pairs ? Math.min(Math.floor(at / 2), Math.floor(team.length / 2) - 1) + 1 : 0, say) })),
    opening: from, opening_time: opening[0], closing: until, closing_time: plan.closing,
    timetable: plan.timetable.map(({ others, ...sitting }) => (others === undefined ? sitting : { ...sitting, note: wordsIn(openSeat(others), language) })),
    distribution: plan.distribution,
  }, [
    say(`Proposal made on ${project.today} by \`qms audit plan ${audit.id} --propose\`.`, `${project.today} 由 \`qms audit plan ${audit.id} --propose\` 生成的建议稿。`),
    say(`Check and edit it; then \`qms audit sign ${audit.id} --paper plan --role prepare\`, \`--role approve\`, and \`qms audit send ${audit.id}\` by ${plan.send}, to keep the notice.`, `请核对修改，再办理 \`qms audit sign ${audit.id} --paper plan --role prepare\`（编制）、\`--role approve\`（批准），并在 ${plan.send} 以前 \`qms audit send ${audit.id}\`（发出）。`),
  ], { list: 'timetable', lines: () => [] }, ['team', 'timetable']);
}

/** Names for the sittings that the team may not take; [] when all are manned. */
export function openSeats({ timetable }: ProposedPlan, { index }: Pick<Project, 'index'>): Text[] {
  return timetable.flatMap((sitting) => {
    if (sitting.others === undefined) return [];
    const who = openSeat(sitting.others);
    const what = listed([actorName(index, sitting.unit), ...(sitting.process === undefined ? [] : [sitting.process])]);
    return [{ en: `${sitting.on} ${sitting.from} ${what.en}: ${who.en}`, 'zh-CN': `${sitting.on} ${sitting.from} ${what['zh-CN']}：${who['zh-CN']}` }];
  });
}

function openSeat(others: NonNullable<Placed['others']>): Text {
  const names = listed(others.map(({ name }) => name));
  return others.length > 0
    ? { en: `nobody of the team is independent; these could go: ${names.en}`, 'zh-CN': `审核组内无人可以独立审核，可派：${names['zh-CN']}` }
    : { en: 'nobody of the team is independent, and nobody else who is qualified on that day is', 'zh-CN': '审核组内无人可以独立审核，当日具备资格的其他人员也都须回避' };
}

function role(leads: boolean, group: number, say: (en: string, zh: string) => string): string {
  const groups = group === 0 ? '' : say(`, group ${group}`, `，第${['一', '二', '三', '四', '五', '六'][group - 1] ?? group}组`);
  return (leads ? say('Team leader', '审核组长') : say('Auditor', '审核员')) + groups;
}
