import type { Basis, CodeDef, Severity } from '#model/diagnostic.ts';
import type { Example } from '#model/rule.ts';
import type { Standard } from '#model/standard.ts';
import type { Text } from '#model/text.ts';
import { paperOfParts, type Paper } from './paper.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const severityWords: Record<Severity, Text> = { error: t('error', '错误'), warning: t('warning', '警告'), info: t('note', '提示') };
const basisWords: Record<Basis, Text> = {
  standard: t('the standard demands it', '标准要求'), practice: t('customary practice, not a demand of the standard', '审核惯例，非标准明文要求'), law: t('law demands it', '法律要求'),
  'own-rule': t("the organization's own rule or promise", '本单位规定或承诺'), tool: t('the tool needs it to check the rest', '工具需要它才能检查其余内容'),
};
const gradeWords: Readonly<Record<string, Text>> = { major: t('major nonconformity', '严重不符合'), minor: t('minor nonconformity', '一般不符合'), observation: t('observation', '观察项') };

/** What a code means: why it matters, where the demand comes from, what to do, examples. */
export function explainCode(def: CodeDef, standard: Standard, examples: readonly Example[]): Paper {
  const practices = standard.practices.filter(({ codes }) => codes.includes(def.code));
  const basis = def.basis ?? practices[0]?.basis ?? 'tool';
  return paperOfParts(t(`${def.code}: ${def.title.en}`, `${def.code}：${def.title['zh-CN']}`), [
    { lines: [t(`Severity: ${severityWords[def.severity].en}. Basis: ${basisWords[basis].en}.`, `级别：${severityWords[def.severity]['zh-CN']}。依据：${basisWords[basis]['zh-CN']}。`)] },
    { heading: t('Why', '为什么'), lines: [def.why, ...practices.map(({ rationale }) => rationale)] },
    ...(practices.length > 0 ? [{
      heading: t('In an audit', '审核中'),
      lines: practices.map(({ id, check, clause, grade }) => t(`${id} (clause ${clause}, a single case is likely a ${gradeWords[grade]?.en ?? grade}): ${check.en}`, `${id}（条款 ${clause}，单独发生时一般判${gradeWords[grade]?.['zh-CN'] ?? grade}）：${check['zh-CN']}`)),
    }] : []),
    { heading: t('What it says', '提示语'), lines: Object.values(def.messages) },
    ...examples.map(({ kind, files }) => ({ heading: kind === 'good' ? t('Right', '正确示例') : t('Wrong (the marked line is complained about)', '错误示例（带标记的行会被指出）'), lines: files.trim().split('\n'), code: true })),
  ]);
}
