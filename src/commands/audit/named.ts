import type { PlannedAudit } from '#model/audit.ts';
import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { UsageError } from '#model/usage-error.ts';

/** The audit of a programme that carries a number; UsageError when none does, or the workspace has no standard. */
export function auditNamed(project: Project | null, id: string): { readonly entry: Entry<PlannedAudit>; readonly project: Project } {
  if (project === null) {
    throw new UsageError({ en: 'qms.yaml names no standard that this tool knows.', 'zh-CN': 'qms.yaml 没有指定本工具认识的标准。' }, {}, { en: 'Run `qms validate` for details.', 'zh-CN': '详见 `qms validate`。' });
  }
  const entry = project.registers.audits.find(({ value }) => value.id === id);
  if (!entry) {
    const known = [...new Set(project.registers.audits.map(({ value }) => value.id))].sort().join(', ') || '–';
    throw new UsageError({ en: 'No programme has an audit {id}.', 'zh-CN': '各年度方案中没有审核 {id}。' }, { id, known }, { en: 'Audits: {known}', 'zh-CN': '现有审核：{known}' });
  }
  return { entry, project };
}
