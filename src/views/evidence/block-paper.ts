import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { objectivesTable } from '../objectives.ts';
import { objectiveFigures } from '../objective-figures.ts';
import type { Block, Paper } from '../paper.ts';
import { cell } from '../table.ts';
import type { BlockEvidence } from './block.ts';
import { expectedTable } from './expected-table.ts';
import { auditsTable, column, documentsTable, findingsTable, recordsTable, tableOr, units } from './tables.ts';
import { namedActor, told } from './told.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const heading = (en: string, zh: string): Block => ({ kind: 'heading', depth: 2, text: t(en, zh) });

/** The evidence for a functional block on one paper. */
export function blockPaper({ block, units: own, processes, documents, records, objectives, cases, audits, reports, asks, expected }: BlockEvidence, project: Project): Paper {
  const measured = objectiveFigures(project).filter(({ objective }) => objectives.some(({ id }) => id === objective.id));
  const { title: _, ...table } = objectivesTable(measured, project);
  return {
    title: block.title, number: '',
    blocks: [
      { kind: 'fields', columns: 2, fields: [
        { label: t('Units', '部门'), value: cell(units(own.map(({ id }) => id), project, 30)) }, { label: t('Cases in the ledgers', '台帐登记件数'), value: cell(String(cases)) },
      ] },
      ...(asks.en === '' ? [] : [{ kind: 'paragraph', text: t(`What an auditor of a certification body asks: ${asks.en}`, `认证审核的关注点：${asks['zh-CN']}`) } as const]),
      heading('Processes', '过程'), tableOr(t('None.', '没有。'), [column('id', 'No', '编号', true), column('name', 'Process', '过程'), column('owner', 'Unit in charge', '主管单位'), column('clauses', 'Clauses', '条款'), column('documents', 'Documents', '文件'), column('indicators', 'Objectives', '指标')],
        processes.map(({ id, name, owner, clauses = [], documents: written = [], indicators = [] }) => [cell(id), cell(told(name)), cell(namedActor(owner, project)), cell(clauses.join(' ')), cell(...written), cell(...indicators)])),
      heading('Documents in force', '现行文件'), documentsTable(documents.map((document) => ({ document, sections: [] })), project),
      heading('Records', '记录'), recordsTable(records, project),
      heading('Objectives', '质量目标'), measured.length === 0 ? { kind: 'paragraph', text: t('None.', '没有。'), tone: 'muted' } : { kind: 'table', table },
      heading('Internal audits', '内部审核'), auditsTable(audits.map((audit) => ({ audit })), project), heading('Nonconformities', '不符合'), findingsTable(reports, [], project),
      heading('Expected by an auditor of a certification body', '认证审核应备材料'), expectedTable(expected),
    ],
  };
}
