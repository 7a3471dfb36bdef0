import type { AuditChecklist } from '#model/audit.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { judgementWords, methodWords } from '../audit/checklist-paper.ts';
import type { Paper } from '../paper.ts';
import { cell, toned } from '../table.ts';
import { column } from './tables.ts';
import { namedActor, told } from './told.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** A checklist with what was recorded in it and nothing else: what is still to be asked belongs to the auditor's own paper. */
export function recordedChecklist(list: AuditChecklist, project: Project): Paper {
  const rows = list.rows ?? [];
  const judged = (judgement: string): number => rows.filter((row) => row.judgement === judgement).length;
  return {
    title: t('Internal audit checklist', '内审检查表'), number: list.audit,
    blocks: [
      { kind: 'fields', columns: 2, fields: [
        { label: t('Unit or process', '部门/过程'), value: cell(auditee(list, project)) }, { label: t('Auditor', '审核员'), value: cell(namedActor(list.auditor, project)) }, { label: t('Day', '日期'), value: cell(list.on) },
      ] },
      { kind: 'table', table: {
        columns: [
          column('no', 'No', '序号', true), column('item', 'Item', '要求', true), column('question', 'Question', '检查内容'), column('method', 'Method', '方法'), column('sample', 'Sample', '抽样'), column('evidence', 'Evidence seen', '审核证据'),
          column('document', 'Document', '依据', true), column('judgement', 'Judgement', '判定'), column('nonconformity', 'Report no', '不符合编号', true),
        ],
        rows: rows.map(({ no, item, question, method = '', sample, evidence, document, judgement = '', nonconformity }, at) => [
          cell(String(no ?? at + 1)), cell(item), cell(told(question)), cell(methodWords[method] ?? method), cell(sample), cell(evidence), cell(document), toned(judgement === 'nonconform' ? 'bad' : judgement === 'conform' ? 'good' : 'plain', judgementWords[judgement] ?? judgement), cell(nonconformity),
        ]),
        notes: [t(`${rows.length} rows: ${judged('conform')} conform, ${judged('nonconform')} do not, ${judged('observation')} observations.`, `共 ${rows.length} 行：符合 ${judged('conform')}，不符合 ${judged('nonconform')}，观察项 ${judged('observation')}。`)],
      } },
    ],
  };
}

/** The unit, else the process that was followed. */
export function auditee({ unit = '', process: followed = '' }: AuditChecklist, project: Project): Text {
  return unit === '' ? told(project.index.processes.get(followed)?.value.name ?? followed) : namedActor(unit, project);
}
