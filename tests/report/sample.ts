import { codes } from '#commands/catalogue.ts';
import type { CodeDef, Diagnostic } from '#model/diagnostic.ts';
import type { Locale } from '#model/text.ts';
import type { ReportInput } from '#report/report.ts';

const position = (line: number, column: number, endLine = line, endColumn = column): Diagnostic['at']['position'] => ({ start: { line, column }, end: { line: endLine, column: endColumn } });

/** Codes of the tests' own, so that the texts below change only when a reporter does. */
const own: readonly CodeDef[] = [
  { code: 'test/plain', severity: 'error', title: { en: 'Plain', 'zh-CN': '普通' }, why: { en: 'Because.', 'zh-CN': '因为如此。' }, messages: { found: { en: 'The number {id} is used by {other}.', 'zh-CN': '编号 {id} 已被 {other} 使用。' } } },
  { code: 'test/worded', severity: 'warning', basis: 'law', title: { en: 'Worded', 'zh-CN': '措辞' }, why: { en: 'The law says so.', 'zh-CN': '法律有规定。' }, messages: { found: { en: 'Lacks {what}.', 'zh-CN': '缺少{what}。' } } },
  { code: 'test/note', severity: 'info', basis: 'own-rule', title: { en: 'Note', 'zh-CN': '提示' }, why: { en: 'House rule.', 'zh-CN': '本单位规定。' }, messages: { found: { en: 'Seen.', 'zh-CN': '已见。' } } },
];

export const diagnostics: readonly Diagnostic[] = [
  {
    code: 'test/plain', message: 'found', args: { id: 'AB/QP-01', other: 'procedures/a.md' }, severity: 'error', basis: 'standard', clauses: ['4.2.3'], fingerprint: '0123456789abcdef',
    at: { path: 'procedures/b.md', position: position(3, 5, 3, 13) }, related: [{ path: 'procedures/a.md', position: position(3, 5) }],
  },
  { code: 'test/worded', message: 'found', args: { what: { en: 'a date', 'zh-CN': '日期' } }, severity: 'warning', basis: 'law', clauses: [], fingerprint: 'fedcba9876543210', at: { path: 'procedures/b.md', position: position(7, 4, 9, 2) }, related: [] },
  { code: 'test/note', message: 'found', severity: 'info', basis: 'own-rule', clauses: ['5.6', '8.2.2'], fingerprint: '00112233445566ff', at: { path: '手册.md', position: position(1, 1) }, related: [] },
];

const lines: Readonly<Record<string, string>> = { 'procedures/b.md:3': 'id: AB/QP-01', 'procedures/b.md:7': '时限\t三日内办结', '手册.md:1': '' };

/** Three findings of three severities, or what a test brings instead. */
export function reportInput(locale: Locale, more: Partial<ReportInput> = {}): ReportInput {
  return {
    diagnostics, locale, color: false, version: '1.2.3', base: 'docs', codes: new Map([...codes, ...own.map((def) => [def.code, def] as const)]),
    checked: { files: 3, documents: 2, registers: 1, clauses: 51, items: 281, excluded: 14, suppressed: 1, baseline: 2, standard: 'iso9001-2000', buildingUntil: '' },
    lineAt: (path, line) => lines[`${path}:${line}`] ?? '', ...more,
  };
}
