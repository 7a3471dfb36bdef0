import { optionText, type Choice, type Env, type Given } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { UsageError } from '#model/usage-error.ts';
import { auditees } from '#views/audit/checklist-scope.ts';
import { need } from '../need.ts';
import { requireAudit } from './known.ts';

/** The unit or process that a checklist is for, as it was asked for; UsageError when the audit knows it not. A part that was not asked for is ''. */
export async function sightOf(id: string, project: Project, given: Given, env: Env): Promise<{ readonly unit: string; readonly process: string }> {
  requireAudit(id, project);
  const { units, processes } = auditees(project, id);
  const process = optionText(given, 'process') ?? '';
  if (process !== '' && !processes.includes(process)) throw foreign(id, process, processes);
  if (process !== '' && optionText(given, 'unit') === undefined) return { unit: '', process };
  if (units.length === 1 && optionText(given, 'unit') === undefined) return { unit: units[0] as string, process };
  const choices = units.map((unit): Choice => ({ value: unit, label: project.index.units.get(unit)?.value.name ?? unit }));
  return { unit: await need(given, env, 'unit', { en: 'Which unit is audited?', 'zh-CN': '审核哪个部门？' }, { choices }), process };
}

function foreign(id: string, what: string, known: readonly string[]): UsageError {
  return new UsageError({ en: 'Audit {id} does not cover "{what}".', 'zh-CN': '审核 {id} 不包括“{what}”。' }, { id, what, known: known.join(', ') || '–' }, { en: 'It covers: {known}', 'zh-CN': '它包括：{known}' });
}
