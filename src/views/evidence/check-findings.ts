import type { Severity } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';
import { isWithin } from '#model/standard.ts';
import { toned, cell, type TableView, type Tone } from '../table.ts';
import { column } from './tables.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** A finding of the automatic check, with its sentence in both languages. */
export interface CheckFinding { readonly code: string; readonly severity: Severity; readonly path: string; readonly line: number; readonly said: Text; readonly clauses: readonly string[] }

const severityWords: Readonly<Record<Severity, readonly [Text, Tone]>> = { error: [t('error', '错误'), 'bad'], warning: [t('warning', '警告'), 'plain'], info: [t('note', '提示'), 'muted'] };

/** What the check found in the packed state. */
export function checkTable(findings: readonly CheckFinding[]): TableView {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return {
    title: t('Findings of the automatic check', '自动检查结果'),
    columns: [column('severity', 'Severity', '程度', true), column('place', 'File and line', '文件和行'), column('said', 'Finding', '问题'), column('clauses', 'Clauses', '条款'), column('code', 'Code', '代码')],
    rows: findings.map(({ code, severity, path, line, said, clauses }) => [toned(severityWords[severity][1], severityWords[severity][0]), { ...cell(`${path}:${line}`), spots: [{ path, line }] }, cell(said), cell(...clauses), cell(code)]),
    notes: [t(`${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes.`, `错误 ${count('error')} 项，警告 ${count('warning')} 项，提示 ${count('info')} 项。`)],
  };
}

/** Those that concern a clause. */
export function findingsOn(clause: string, findings: readonly CheckFinding[]): CheckFinding[] {
  return findings.filter(({ clauses }) => clauses.some((one) => isWithin(clause, one)));
}
