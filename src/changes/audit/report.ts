import { Document, isMap, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { AuditFinding } from '#model/audit.ts';
import type { Locale, Text } from '#model/text.ts';

/** What a draft of a report says; '' and empty lists are left to the leader. */
export interface ReportDraft {
  readonly audit: string; readonly summary: string; readonly units: readonly string[]; readonly strengths: readonly string[]; readonly weaknesses: readonly string[];
  readonly findings: readonly AuditFinding[]; readonly conclusion: Readonly<Record<'conformity' | 'implementation' | 'effectiveness', string>>;
  readonly follow_up: string; readonly recommendations: readonly string[]; readonly distribution: readonly string[]; readonly prepared: { readonly by: string; readonly on: string };
}

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
/** What the leader has to write, above the field where it goes. */
const hints: Readonly<Record<string, Text>> = {
  strengths: t('What works well, each point with its evidence', '运行好的方面，每条写明证据'),
  weaknesses: t('Where the system is weak beyond the single finding', '单项发现之外的薄弱环节'),
  conclusion: t('Does the system conform to the criteria, is it carried out, does it work?', '体系是否符合准则、是否执行到位、是否有效'),
  recommendations: t('What the team recommends to management', '对管理层的建议'),
};

/** A draft of the report as a new file: figures and findings from the records, comments where the leader has to write. */
export function proposeReport(language: Locale, { conclusion, ...draft }: ReportDraft): string {
  const written = Object.fromEntries(Object.entries(conclusion).filter(([, text]) => text !== ''));
  const { follow_up: followUp, recommendations, distribution, prepared, ...head } = draft;
  const document = new Document({ kind: 'audit-report', ...head, conclusion: written, follow_up: followUp, recommendations, distribution, prepared }, { version: '1.2', schema: 'core' });
  for (const pair of (document.contents as unknown as YAMLMap).items as Pair<Scalar, unknown>[]) {
    const hint = hints[String(pair.key.value)];
    if (hint && isEmpty(pair.value)) pair.key.commentBefore = ` ${hint[language]}`;
  }
  return document.toString({ lineWidth: 0 });
}

function isEmpty(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items) && node.items.length < (isMap(node) ? 2 : 1);
}
