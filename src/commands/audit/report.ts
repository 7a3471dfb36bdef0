import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { proposeReport } from '#changes/audit/report.ts';
import { format } from '#i18n/format.ts';
import { reportPaper } from '#views/audit/report-paper.ts';
import { reportView, type ReportView } from '#views/audit/report.ts';
import { paperOutcome } from '../paper.ts';
import { openProject, rootOf } from '../workspace.ts';
import { auditFolder, requireAudit } from './known.ts';

/** `qms audit report`: the report with what the records say beside it, or its draft from the records. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const audit = given.args[0] as string;
  const project = await openProject(env);
  requireAudit(audit, project);
  const view = reportView(project, audit) as ReportView;
  if (given.options['propose'] !== true) return paperOutcome(reportPaper(view, project), view, project, given, env);
  if (view.report) throw new UsageError({ en: 'Audit {audit} has a report: edit its file.', 'zh-CN': '审核 {audit} 已有报告：请直接修改该文件。' }, { audit });
  const path = `${auditFolder(audit, project)}/${audit}-report.yaml`;
  const list = (name: string): readonly string[] => (given.options[name] ?? []) as readonly string[];
  const text = proposeReport(project.config.language, {
    audit, summary: summaryOf(view)[project.config.language], units: view.units, findings: view.findings, strengths: list('strength'), weaknesses: list('weakness'), recommendations: list('recommend'),
    conclusion: { conformity: optionText(given, 'conformity') ?? '', implementation: optionText(given, 'implementation') ?? '', effectiveness: optionText(given, 'effectiveness') ?? '' },
    follow_up: optionText(given, 'followUp') ?? followUpOf(view)[project.config.language], distribution: view.units, prepared: { by: view.leader, on: project.today },
  });
  if (given.options['dryRun'] === true) return { exit: 0, text: `${path}\n\n${text}` };
  const said = { en: '{path} is written as a draft: complete what is marked, then have it reviewed and approved.\n', 'zh-CN': '已写出报告草稿 {path}：请补齐标明之处，再送审核、批准。\n' };
  return { exit: 0, notes: format(said, { path }, env.locale), artifacts: [{ path: `${await rootOf(env)}/${path}`, bytes: new TextEncoder().encode(text), exclusive: true }] };
}

/** The course of the audit in figures; the leader adds what was special. */
function summaryOf({ from, until, units, asked, counts }: ReportView): { readonly en: string; readonly 'zh-CN': string } {
  const rows = asked.reduce((sum, one) => sum + one.rows - one.open, 0);
  const days = from === until ? { en: `On ${from}`, 'zh-CN': from } : { en: `From ${from} to ${until}`, 'zh-CN': `${from}至${until}` };
  return {
    en: `${days.en} the team audited ${units.length} units and judged ${rows} rows in ${asked.length} checklists: ${counts.major} major and ${counts.minor} minor nonconformities, ${counts.observation} observations.`,
    'zh-CN': `${days['zh-CN']}审核${units.length}个部门，检查表${asked.length}份、${rows}行；发现严重不符合${counts.major}项、一般不符合${counts.minor}项、观察项${counts.observation}项。`,
  };
}

function followUpOf({ followUp }: ReportView): { readonly en: string; readonly 'zh-CN': string } {
  if (followUp.length === 0) return { en: 'No earlier nonconformities in these units.', 'zh-CN': '受审核部门以往没有不符合。' };
  const open = followUp.filter(({ status }) => status !== 'closed').map(({ id }) => id);
  const all = followUp.map(({ id }) => id);
  return open.length === 0 ? { en: `Earlier nonconformities ${all.join(', ')} are closed.`, 'zh-CN': `以往的不符合${all.join('、')}均已关闭。` } : { en: `Of the earlier nonconformities ${all.join(', ')} these are not closed: ${open.join(', ')}.`, 'zh-CN': `以往的不符合${all.join('、')}中，尚未关闭的有${open.join('、')}。` };
}
