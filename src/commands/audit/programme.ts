import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { UsageError } from '#model/usage-error.ts';
import { programmePaper } from '#views/audit/programme-paper.ts';
import { programmeView } from '#views/audit/programme.ts';
import { paperOutcome } from '../paper.ts';
import { openProject } from '../workspace.ts';

/** `qms audit programme`: the year's programme with the proof that nothing is left out. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const year = yearOf(given.args[0] as string);
  const project = await openProject(env);
  const view = programmeView(project, year, optionText(given, 'by') === 'process' ? 'process' : 'unit');
  if (!view) throw noProgramme(project, year);
  return paperOutcome(programmePaper(view, project), view, project, given, env);
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
