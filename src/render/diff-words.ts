import { format } from '#i18n/format.ts';
import type { Locale, Text } from '#model/text.ts';
import type { DiffView, SectionChange, Source } from '#views/diff.ts';
import type { UnitChange } from '#views/diff-units.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

type Word = 'title' | 'legend' | 'came' | 'went' | 'fields' | 'field' | 'before' | 'after' | 'working' | 'none' | 'top' | 'unchanged' | 'moved' | 'nothing' | 'layout' | 'counts';
/** Words that every format of a comparison uses. */
export const diffWords: Readonly<Record<Word, Text>> = {
  title: t('Comparison of two revisions', '修改对照'), legend: t('Marks', '标记'), came: t('added text', '新增的文字'), went: t('removed text', '删去的文字'),
  fields: t('Front matter', '文首各项'), field: t('Field', '项目'), before: t('Before', '修改前'), after: t('After', '修改后'),
  working: t('working text', '工作区现稿'), none: t('no revision', '无版本号'), top: t('Before the first heading', '首个标题之前'),
  unchanged: t('{count} unchanged', '{count} 处未变'), moved: t('moved', '位置移动'),
  nothing: t('The two texts are the same.', '两份文字完全相同。'),
  layout: t('The two texts differ in their layout only: blank lines, list marks, spaces or comments.', '两份文字只有版面差别：空行、列表符号、空格或注释。'),
  counts: t('{sections} sections changed: {changed} sentences or rows changed, {added} added, {removed} removed; {fields} front matter values.', '改动 {sections} 节：修改 {changed} 句（行），增加 {added} 句（行），删去 {removed} 句（行）；文首改动 {fields} 项。'),
};

export const statusWords: Readonly<Record<SectionChange['status'], Text>> = { unchanged: t('unchanged', '未变'), added: t('added', '新增'), removed: t('removed', '删去'), changed: t('changed', '修改') };

/** A revision's status as readers say it. */
const statusNames: Readonly<Record<string, Text>> = {
  draft: t('draft', '草稿'), review: t('in review', '送审'), approved: t('approved', '已批准'), effective: t('effective', '现行'), obsolete: t('obsolete', '作废'), retained: t('obsolete, retained', '作废保留'),
};

/** `A/0 (effective, 1a2b3c4d, 2004-06-20)`. */
export function sourceWords({ revision, status, commit, date }: Source, locale: Locale): string {
  const about = [statusNames[status]?.[locale] ?? status, commit === '' ? diffWords.working[locale] : commit.slice(0, 8), date].filter(Boolean);
  const [open, comma, close] = locale === 'zh-CN' ? ['（', '，', '）'] : [' (', ', ', ')'];
  return `${revision || diffWords.none[locale]}${open}${about.join(comma)}${close}`;
}

/** What there is to say below: counts, or that nothing differs. */
export function summary({ counts, layout }: DiffView, locale: Locale): string {
  if (layout) return diffWords.layout[locale];
  return counts.fields + counts.sections === 0 ? diffWords.nothing[locale] : format(diffWords.counts, counts, locale);
}

/** The units that differ, each with one neighbour for context; the rest as the number left out. */
export function inContext(units: readonly UnitChange[]): (UnitChange | number)[] {
  const shown = units.map((_, index) => [index - 1, index, index + 1].some((at) => units[at] !== undefined && units[at].status !== 'unchanged'));
  const list: (UnitChange | number)[] = [];
  for (const [index, unit] of units.entries()) {
    const last = list.at(-1);
    if (shown[index]) list.push(unit);
    else if (typeof last === 'number') list[list.length - 1] = last + 1;
    else list.push(1);
  }
  return list;
}
