import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { UsageError } from '#model/usage-error.ts';
import { proposeProgramme } from '#changes/audit/programme.ts';
import { lack, programmeText } from '#changes/audit/programme-text.ts';
import { programmePaper } from '#views/audit/programme-paper.ts';
import { programmeView } from '#views/audit/programme.ts';
import { paperOutcome } from '../paper.ts';
import { openProject } from '../workspace.ts';
import { proposed, refuseStray } from './proposed.ts';

/** `qms audit programme`: the year's programme with the proof that nothing is left out, or a proposal for it. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  refuseStray(given);
  const year = yearOf(given.args[0] as string);
  const project = await openProject(env);
  if (given.options['propose'] === true) return proposal(project, year, given, env);
  const view = programmeView(project, year, optionText(given, 'by') === 'process' ? 'process' : 'unit');
  if (!view) throw noProgramme(project, year);
  return paperOutcome(programmePaper(view, project), view, project, given, env);
}

function proposal(project: Project, year: string, given: Given, env: Env): Promise<Outcome> {
  if (project.today > `${year}-12-20`) throw new UsageError({ en: 'The year {year} is over on {today}.', 'zh-CN': '{year}年在 {today} 已经结束。' }, { year, today: project.today });
  if (project.index.units.size === 0) throw new UsageError({ en: 'The organization lists no units to audit.', 'zh-CN': '组织登记中没有部门，无法安排审核。' }, {}, { en: 'Start `organization.yaml` with `qms new organization`.', 'zh-CN': '请先用 `qms new organization` 建立组织登记。' });
  const sample = optionText(given, 'sample');
  const made = proposeProgramme(project, { year, seed: optionText(given, 'seed') ?? year, ...(sample === undefined || sample === 'all' ? {} : { sample }) });
  const lacking = made.audits.flatMap((audit) => lack(audit, project) ?? []);
  const said = {
    en: [`Audits proposed for ${year}: ${made.audits.length}. Edit the file, then have it signed: \`qms audit sign ${year}\`.`, ...lacking.map(({ en }) => en)].join('\n'),
    'zh-CN': [`已为${year}年度提出${made.audits.length}次审核。请修改后办理签署：\`qms audit sign ${year}\`。`, ...lacking.map((text) => text['zh-CN'])].join('\n'),
  };
  return proposed(`audits/${year}/programme.yaml`, programmeText(made, project), said, given, env);
}

function yearOf(text: string): string {
  if (!/^\d{4}$/.test(text)) throw new UsageError({ en: '"{text}" is no year.', 'zh-CN': '“{text}”不是年份。' }, { text }, { en: 'Write it with four digits, such as 2005.', 'zh-CN': '请写四位数字，例如 2005。' });
  return text;
}

function noProgramme({ registers }: Project, year: string): UsageError {
  const known = [...new Set(registers.programmes.map(({ value }) => value.year))].sort().join(', ') || '–';
  return new UsageError({ en: 'There is no audit programme for {year} (there are: {known}).', 'zh-CN': '没有{year}年度内审方案（现有年度：{known}）。' }, { year, known },
    { en: '`qms audit programme {year} --propose` writes a proposal.', 'zh-CN': '`qms audit programme {year} --propose` 可写出方案建议稿。' });
}
