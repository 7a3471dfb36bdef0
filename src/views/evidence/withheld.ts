import type { Project } from '#model/project.ts';
import type { RedactionLog } from '#model/redaction.ts';
import type { Text } from '#model/text.ts';
import { cell, type TableView } from '../table.ts';
import { told } from './told.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** What a redacted copy of a workspace withholds, where and why; null in any other. */
export function withheldTable({ files }: Project): TableView | null {
  const log = files.find(({ kind, data }) => kind === 'redaction-log' && data !== null)?.data as RedactionLog | undefined;
  if (!log) return null;
  const { withheld, files: left = [], unseen = [] } = log;
  return {
    title: t('What was withheld', '隐去清单'),
    columns: [
      { id: 'file', title: t('File', '文件') }, { id: 'line', title: t('Line', '行'), align: 'right' }, { id: 'field', title: t('Field', '字段') },
      { id: 'instead', title: t('Instead stands', '代以') }, { id: 'rule', title: t('Rule', '规则') }, { id: 'reason', title: t('Reason', '理由') },
    ],
    rows: [
      ...withheld.map(({ path, line, pointer, token, rule, reason }) => [{ ...cell(path), spots: [{ path, line }] }, cell(String(line)), cell(pointer), cell(token), cell(rule), cell(reason === undefined ? undefined : told(reason))]),
      ...left.map(({ path, reason }) => [cell(path), cell(), cell(), cell(t('left out as a whole', '整个略去')), cell(), cell(told(reason))]),
    ],
    notes: [
      t(`Profile ${log.profile}: ${withheld.length} places, ${left.length} files left out. The same value has the same stand-in everywhere.`, `方案 ${log.profile}：隐去 ${withheld.length} 处，略去文件 ${left.length} 个。同一个值各处代以同一文字。`),
      ...(unseen.length === 0 ? [] : [t(`Pictures that went along and that no rule can look into: ${unseen.join(', ')}.`, `随同移交、规则看不进去的图片：${unseen.join('、')}。`)]),
    ],
  };
}
