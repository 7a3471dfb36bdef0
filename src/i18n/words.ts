import type { Basis, Severity } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

type Word = 'related' | 'checked' | 'suppressed' | 'inBaseline' | 'clean' | 'found' | 'todo' | 'building' | 'usageError' | 'hint' | 'timeLeft';
interface Words extends Readonly<Record<Word, Text>> { readonly severity: Readonly<Record<Severity, Text>>; readonly basis: Readonly<Record<Basis, Text>> }

/** Words of the surface that belong to no rule and no command. */
export const words: Words = {
  severity: { error: t('error', '错误'), warning: t('warning', '警告'), info: t('note', '提示') },
  basis: {
    standard: t('demanded by the standard', '标准要求'), practice: t('customary practice', '惯例'), law: t('demanded by law', '法律要求'),
    'own-rule': t("the organization's own rule", '本单位规定'), tool: t('needed by the tool', '工具要求'),
  },
  related: t('see', '另见'),
  checked: t(
    'Checked {files} files against {standard}: {documents} documents, {registers} registers, {clauses} clauses, {items} requirement items ({excluded} excluded).',
    '已按 {standard} 检查 {files} 个文件：受控文件 {documents} 份、登记表 {registers} 份、条款 {clauses} 个、要求 {items} 项（其中删减 {excluded} 项）。',
  ),
  suppressed: t('{count} suppressed with a reason.', '{count} 项按注明的理由忽略。'),
  inBaseline: t('{count} known from the baseline.', '{count} 项属于存量清单。'),
  clean: t('No findings.', '未发现问题。'),
  found: t('{error} errors, {warning} warnings, {info} notes.', '错误 {error} 项，警告 {warning} 项，提示 {info} 项。'),
  building: t('The system is being built until {date}: until then what is not written yet is a warning, afterwards an error.', '体系建设期至 {date}：在此之前尚未写成的内容只作警告，此后作错误。'),
  todo: t('To do', '待办事项'),
  usageError: t('qms: {problem}', 'qms：{problem}'),
  hint: t('  hint: {hint}', '  提示：{hint}'),
  timeLeft: t('about {time} left', '约剩 {time}'),
};
