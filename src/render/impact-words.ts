import { wordsIn, type Locale, type Text } from '#model/text.ts';
import type { Change, ImpactView, Touched } from '#views/impact.ts';
import { touchKinds, type TouchKind } from '#views/impact-touches.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

type Word = 'title' | 'none' | 'untouched' | 'change' | 'kind' | 'name' | 'revision' | 'where';
export const impactWords: Readonly<Record<Word, Text>> = {
  title: t('What the {count} changes since {since} touch', '自 {since} 以来 {count} 处改动的影响'),
  none: t('Nothing changed since {since}.', '自 {since} 以来没有改动。'),
  untouched: t('Nothing else is touched.', '不牵涉其他内容。'),
  change: t('Change', '改动'), kind: t('Kind', '种类'), name: t('Number and title', '编号、名称'), revision: t('Revision', '版本'), where: t('Where', '改动处'),
};
export const whatWords: Readonly<Record<Change['what'], Text>> = { added: t('added', '新增'), removed: t('removed', '删去'), changed: t('changed', '修改'), unreadable: t('unreadable now', '现已读不出') };
const headings: Readonly<Record<TouchKind, Text>> = {
  approvals: t('Approvals that no longer fit the text', '与现文不符、须重新签署的凭证'), clauses: t('Clauses', '涉及条款'), items: t('Requirement items claimed where the text changed', '改动处所落实的要求'),
  blocks: t('Functional blocks', '职能板块'), forms: t('Forms', '表单'), documents: t('Documents that refer to it', '引用它的文件'), processes: t('Processes', '过程'), entries: t('Register entries that name it', '提到它的登记条目'),
  objectives: t('Objectives measured by it', '由它取数的质量目标'), copies: t('Copies in other hands', '须换发或收回的文本'), posts: t('People to be informed and trained anew', '须重新告知、培训的岗位和人员'),
  audits: t('Audits to come', '尚未实施的审核'), nonconformities: t('Open nonconformities', '未关闭的不符合'),
};

/** `A/0 effective → A/1 draft`. */
export function revisionWords({ revision, status }: Change): string {
  const side = (at: 0 | 1): string => [revision?.[at], status?.[at]].filter(Boolean).join(' ');
  return [...new Set([side(0), side(1)])].filter(Boolean).join(' → ');
}

/** Headed lists of what is touched, empty ones left out; copies of one document stand in one line. */
export function touchedLists({ touched, changes }: ImpactView, locale: Locale): { heading: string; lines: string[] }[] {
  const [open, close, comma, colon] = locale === 'zh-CN' ? ['（', '）', '、', '：'] as const : [' (', ')', ', ', ': '] as const;
  const several = changes.length > 1;
  const causes = (one: Touched): string => (several ? ` ← ${one.causes.slice(0, 5).join(comma)}${one.causes.length > 5 ? ' …' : ''}` : '');
  const line = (one: Touched): string => `${[one.id, wordsIn(one.name, locale)].filter((word, at, all) => word !== '' && all.indexOf(word) === at).join(' ')}${one.note ? `${open}${one.note[locale]}${close}` : ''}${causes(one)}`;
  const copies = (list: readonly Touched[]): string[] => [...Map.groupBy(list, ({ of = '', note }) => `${of}${open}${note?.[locale] ?? ''}${close}${colon}`)]
    .map(([head, group]) => `${head}${group.map(({ id, name }) => `${id} ${wordsIn(name, locale)}`.trim()).join(comma)}`);
  return touchKinds.flatMap((kind) => {
    const list = touched[kind];
    return list.length === 0 ? [] : [{ heading: `${headings[kind][locale]}${open}${list.length}${close}`, lines: kind === 'copies' ? copies(list) : list.map(line) }];
  });
}
