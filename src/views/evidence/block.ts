import type { PlannedAudit } from '#model/audit.ts';
import { liveAudits } from '#model/audits.ts';
import { inForce, type Document } from '#model/document.ts';
import type { Unit } from '#model/organization.ts';
import type { Project } from '#model/project.ts';
import type { Expectations, Standard } from '#model/standard.ts';
import type { Objective, Process } from '#model/system.ts';
import type { Text } from '#model/text.ts';
import { selectReports, type Selected } from '../nc-selection.ts';
import type { KeptRecord } from './clause.ts';
import { foundOf, lookUp, type Expected } from './expectations.ts';

/** All that a workspace has to show for a functional block. */
export interface BlockEvidence {
  readonly block: Standard['blocks'][number];
  readonly units: readonly Unit[]; readonly processes: readonly Process[]; readonly documents: readonly Document[]; readonly records: readonly KeptRecord[]; readonly objectives: readonly Objective[];
  readonly cases: number; readonly audits: readonly PlannedAudit[]; readonly reports: readonly Selected[];
  readonly asks: Text; readonly expected: readonly Expected[];
}

/** Every functional block in the order of the standard pack. */
export function blockEvidences(project: Project): BlockEvidence[] {
  const { registers, standard, documents, today } = project;
  const reports = selectReports(project);
  return standard.blocks.map((block) => {
    const { id } = block;
    const custom: Expectations = standard.evidence.blocks.find((one) => one.block === id) ?? { asks: { en: '', 'zh-CN': '' }, expects: [] };
    const units = registers.units.map(({ value }) => value).filter((unit) => unit.block === id || unit.blocks?.includes(id));
    return {
      block, units,
      processes: registers.processes.map(({ value }) => value).filter((one) => one.block === id),
      documents: documents.filter((document) => document.value.type !== 'form' && inForce(document, today) && document.value.blocks?.includes(id)),
      records: documents.filter((form) => form.value.type === 'form' && inForce(form, today) && form.value.blocks?.includes(id)).map((form) => ({ form, required: standard.records.filter((record) => form.value.evidences?.includes(record.id)).map(({ title }) => title), filled: registers.records.filter(({ value }) => value.form === form.value.id).map((record) => foundOf(record)) })),
      objectives: registers.objectives.map(({ value }) => value).filter((objective) => objective.blocks?.includes(id)),
      cases: registers.cases.filter((one) => one.block === id).length,
      audits: liveAudits(project).map(({ value }) => value).filter((audit) => audit.blocks?.includes(id) || audit.units?.some((unit) => units.some((one) => one.id === unit))),
      reports: reports.filter(({ report }) => units.some((unit) => unit.id === report.unit)),
      asks: custom.asks, expected: custom.expects.map((one) => lookUp(one, project, '')),
    };
  });
}
