import { documentTypes, inForce, isObsolete, type Document, type DocumentType } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { nameOf } from '../impact-names.ts';
import type { Field } from '../paper.ts';
import { cell, type Tone } from '../table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** What a reader must know before relying on a text. */
export interface Standing { readonly word: Text; readonly tone: Tone; readonly warning?: Text }
/** A document as the site tells of it beside its text. */
export interface SiteDocument { readonly document: Document; readonly title: string; readonly standing: Standing; readonly fields: readonly Field[]; readonly parts: readonly Document[] }
/** Documents of one type, in the order in which they are read. */
export interface SiteShelf { readonly type: DocumentType; readonly title: Text; readonly documents: readonly SiteDocument[] }

const shelfTitles: Readonly<Record<DocumentType, Text>> = {
  manual: t('Quality manual', '质量手册'), procedure: t('Procedures', '程序文件'), 'work-instruction': t('Work instructions', '作业指导书'), rule: t('Rules', '制度'), plan: t('Plans', '工作计划'), form: t('Forms', '记录表单'), external: t('External documents', '外来文件'),
};
const shelfOrder: readonly DocumentType[] = ['manual', 'procedure', 'work-instruction', 'rule', 'plan', 'form', 'external'];

/** All documents by type; parts of a manual follow it in their own order. */
export function shelves(project: Project): SiteShelf[] {
  return shelfOrder.filter((type) => documentTypes.includes(type)).map((type) => ({
    type, title: shelfTitles[type], documents: project.documents.filter(({ value }) => value.type === type).toSorted(inReadingOrder).map((document) => siteDocument(document, project)),
  })).filter(({ documents }) => documents.length > 0);
}

/** How far a text may be relied on, on the day. */
export function standingOf(document: Document, today: string): Standing {
  const { status, effective, trial_until } = document.value;
  if (status === 'retained') return { word: t('obsolete, retained', '作废保留'), tone: 'bad', warning: t('Obsolete. Kept for knowledge only: do not work by it.', '本文件已作废，仅留作参考，不得据以办事。') };
  if (isObsolete(document)) return { word: t('obsolete', '作废'), tone: 'bad', warning: t('Obsolete: do not work by it.', '本文件已作废，不得据以办事。') };
  if (inForce(document, today)) return { word: trial_until === undefined ? t('in force', '现行') : t(`on trial until ${trial_until}`, `试行至 ${trial_until}`), tone: 'good' };
  if (trial_until !== undefined && trial_until < today) return { word: t(`trial ended ${trial_until}`, `试行期已满（${trial_until}）`), tone: 'bad', warning: t('The trial period is over: ask whether it still holds.', '试行期已满，使用前须确认是否继续有效。') };
  if ((status === 'approved' || status === 'effective') && effective !== undefined) return { word: t(`in force from ${effective}`, `自 ${effective} 起施行`), tone: 'muted', warning: t('Not in force yet.', '本文件尚未生效。') };
  return { word: t('draft', '草案'), tone: 'bad', warning: t('Draft: not approved, do not work by it.', '本文件为草案，未经批准，不得据以办事。') };
}

function siteDocument(document: Document, project: Project): SiteDocument {
  const { value } = document;
  const { language } = project.config;
  const name = (id: string | undefined): string => wordsIn(nameOf(id, project), language);
  const signed = (label: Text, signature: { readonly by: string; readonly on: string } | undefined): Field[] => (signature ? [{ label, value: cell(`${name(signature.by)} ${signature.on}`.trim()) }] : []);
  const filled = (label: Text, words: string | undefined): Field[] => (words === undefined || words === '' ? [] : [{ label, value: cell(words) }]);
  return {
    document, title: wordsIn(value.title, language), standing: standingOf(document, project.today),
    parts: project.documents.filter((one) => one.value.part_of === value.id).toSorted(inReadingOrder),
    fields: [
      { label: t('Number', '编号'), value: cell(value.id) }, ...filled(t('Revision', '版本/修订'), value.revision), ...filled(t('In force from', '生效日期'), value.effective),
      ...filled(t('Lead unit', '主管部门'), name(value.owner)), ...signed(t('Prepared', '编制'), value.prepared), ...signed(t('Reviewed', '审核'), value.reviewed), ...signed(t('Approved', '批准'), value.approved),
      ...filled(t('Review due', '复审日期'), value.review_due), ...filled(t('Part of', '所属文件'), value.part_of ?? value.procedure),
      ...(value.records?.length ? [{ label: t('Records', '记录表单'), value: cell(...value.records) }] : []), ...(value.references?.length ? [{ label: t('References', '引用文件'), value: cell(...value.references) }] : []),
    ],
  };
}

function inReadingOrder({ value: a }: Document, { value: b }: Document): number {
  const whole = (one: typeof a): number => (one.part_of === undefined ? 0 : 1);
  return whole(a) - whole(b) || (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
