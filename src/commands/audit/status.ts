import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { statusTable } from '#views/audit/status-table.ts';
import { auditStatus } from '#views/audit/status.ts';
import { tableOutcome } from '../table.ts';
import { openProject } from '../workspace.ts';

/** `qms audit status`: where every audit stands, what comes next, by whom, and how late it is. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const year = optionText(given, 'year');
  const project = await openProject(env);
  const known = [...new Set(project.registers.programmes.map(({ value }) => value.year))].sort();
  if (year !== undefined && !known.includes(year)) {
    throw new UsageError({ en: 'There is no audit programme for {year} (there are: {known}).', 'zh-CN': '没有{year}年度内审方案（现有年度：{known}）。' }, { year, known: known.join(', ') || '–' },
      { en: '`qms audit programme {year} --propose` writes a proposal.', 'zh-CN': '`qms audit programme {year} --propose` 可写出方案建议稿。' });
  }
  return tableOutcome(statusTable(auditStatus(project, year)), project, given, env);
}
