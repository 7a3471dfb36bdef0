import type { Nonconformity } from '#model/audit.ts';
import { stageOf } from '#model/nonconformity-stage.ts';
import { lacking } from '#model/nonconformity-steps.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';

/** What the clerk does next with a report: the command with the flags that are still empty, and by when. */
export function nextWords(report: Nonconformity, { today, config }: Pick<Project, 'today' | 'config'>): Text {
  const { next, due } = stageOf(report, today, config.thresholds);
  if (!next) return { en: 'Nothing more is to be done.', 'zh-CN': '办理完毕。' };
  const flags = lacking(next, report).filter(({ kind }) => kind !== 'today').map(({ flag, kind }) => (kind === 'verdict' ? ' --effective|--not-effective' : ` --${flag} …`)).join('');
  const command = `qms nc ${next} ${report.id}${flags}`;
  const agree = next === 'act' && report.source === 'audit' && !report.agreed;
  return {
    en: `Next${due ? `, by ${due}` : ''}: \`${command}\`${agree ? `; the auditor agrees to the plan with \`qms nc agree ${report.id} --by …\`` : ''}`,
    'zh-CN': `下一步${due ? `（不迟于 ${due}）` : ''}：\`${command}\`${agree ? `；审核员认可计划用 \`qms nc agree ${report.id} --by …\`` : ''}`,
  };
}
