import { inForce } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import type { Drawable } from './sample.ts';

/** Where an audit looks: one unit (or none, when it follows a process) and the blocks it works in. */
export interface Sight { readonly unit: string; readonly process: string; readonly blocks: readonly string[] }

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const month = (day: string | undefined): string => day?.slice(0, 7) ?? '';

interface Population { readonly title: Text; entries(project: Project, sight: Sight): Drawable[] }

/** Whether something of a unit or block lies in sight: what belongs to nobody in particular does. */
function mine({ unit, blocks }: Sight, owner: string | undefined, block?: string): boolean {
  if (owner !== undefined && unit !== '') return owner === unit;
  return block === undefined || blocks.length === 0 || blocks.includes(block);
}

/** A number and what it stands for: `GF-003 计算机维护`. */
function called(id: string, words: Wording | undefined, { config }: Project): string {
  return [id, wordsIn(words, config.language)].filter(Boolean).join(' ');
}

/** What a sample can be drawn from, by the names that the standard pack uses. */
export const populations: Readonly<Record<string, Population>> = {
  processes: { title: t('processes', '过程'), entries: (project, sight) => project.registers.processes.filter(({ value }) => mine(sight, value.owner, value.block)).map(({ value }) => ({ label: called(value.id, value.name, project), strata: [value.type ?? ''] })) },
  documents: {
    title: t('documents in force', '现行文件'),
    entries: (project, { blocks }) => project.documents.filter((document) => document.value.type !== 'external' && inForce(document, project.today) && (document.value.blocks ?? []).some((block) => blocks.length === 0 || blocks.includes(block)))
      .map(({ value }) => ({ label: `${value.id} ${value.revision ?? ''}`.trim(), strata: [value.type, month(value.effective)] })),
  },
  copies: { title: t('controlled copies', '受控文本'), entries: ({ registers }, { unit }) => registers.copies.filter(({ value }) => value.holder === unit && value.recalled === undefined).map(({ value }) => ({ label: `${value.document} ${value.revision ?? ''} №${value.copy ?? ''}`, strata: [value.document.replace(/-?\d+.*$/, '')] })) },
  externals: { title: t('external documents', '外来文件'), entries: (project, { blocks }) => project.registers.externals.filter(({ value }) => value.standing !== 'repealed' && (value.blocks ?? blocks).some((block) => blocks.length === 0 || blocks.includes(block))).map(({ value }) => ({ label: called(value.id, value.title, project), strata: [value.issued?.slice(0, 4) ?? '', value.standing ?? ''] })) },
  records: { title: t('filled records', '已填记录'), entries: ({ registers }, sight) => registers.records.filter(({ value }) => mine(sight, value.unit)).map(({ value }) => ({ label: value.id, strata: [value.form, month(value.on)] })) },
  cases: {
    title: t('cases of the ledger', '业务台账'),
    entries: ({ registers }, { blocks }) => registers.cases.filter(({ block, value }) => value.no !== undefined && (blocks.length === 0 || blocks.includes(block)))
      .map(({ value }) => ({ label: value.no as string, strata: [value.type ?? '', value.first_handler ?? value.officers?.[0] ?? value.examined_by ?? '', month(value.accepted ?? value.received), value.outcome ?? ''] })),
  },
  people: {
    title: t('people', '人员'),
    entries: ({ registers, index, config, today }, { unit }) => registers.people.filter(({ value }) => value.unit === unit && (value.until === undefined || value.until >= today))
      .map(({ value }) => ({ label: `${value.id} ${(value.posts ?? []).map((post) => wordsIn(index.posts.get(post)?.value.name, config.language)).join('、')}`.trim(), strata: [value.posts?.[0] ?? ''] })),
  },
  courses: { title: t('training held', '已办培训'), entries: (project, { unit }) => project.registers.courses.filter(({ value }) => value.held !== undefined && (value.for ?? [unit]).some((who) => who === unit || project.index.posts.get(who)?.value.unit === unit || unit === '')).map(({ value }) => ({ label: called(value.id, value.topic, project), strata: [value.category ?? '', month(value.held)] })) },
  assets: { title: t('premises and equipment', '基础设施'), entries: (project, sight) => project.registers.assets.filter(({ value }) => mine(sight, value.keeper)).map(({ value }) => ({ label: called(value.id, value.name, project), strata: [value.category ?? ''] })) },
  environment: { title: t('demands on the work environment', '工作环境要求'), entries: (project, { unit }) => project.registers.environment.filter(({ value }) => unit === '' || value.site === project.index.units.get(unit)?.value.site).map(({ value }) => ({ label: called(value.site ?? '', value.requirement, project), strata: [] })) },
  devices: { title: t('measuring devices', '测量装置'), entries: (project, sight) => project.registers.devices.filter(({ value }) => mine(sight, value.keeper)).map(({ value }) => ({ label: called(value.id, value.name, project), strata: [] })) },
  designs: { title: t('design projects', '设计开发项目'), entries: (project, sight) => project.registers.designs.filter(({ value }) => mine(sight, value.owner)).map(({ value }) => ({ label: called(value.id, value.name, project), strata: [] })) },
  suppliers: { title: t('suppliers', '供方'), entries: (project, { process }) => project.registers.suppliers.filter(({ value }) => process === '' || (value.processes ?? []).includes(process)).map(({ value }) => ({ label: called(value.id, value.name, project), strata: [value.evaluation?.result ?? '', value.status ?? ''] })) },
  channels: { title: t('channels to the public', '公示渠道'), entries: (project, sight) => project.registers.channels.filter(({ value }) => mine(sight, project.index.posts.get(value.keeper ?? '')?.value.unit ?? value.keeper)).map(({ value }) => ({ label: called(value.id, value.name, project), strata: [value.type ?? ''] })) },
  surveys: { title: t('surveys', '满意度调查'), entries: (project) => project.registers.surveys.map(({ value }) => ({ label: called(value.id, value.name, project), strata: [value.method ?? '', value.period ?? ''] })) },
  measurements: {
    title: t('values of objectives', '目标测量值'),
    entries: ({ registers, index }, sight) => registers.measurements.filter(({ value }) => mine(sight, index.objectives.get(value.objective)?.value.owner)).map(({ value }) => ({ label: `${value.objective} ${value.period}`, strata: [value.objective, value.period] })),
  },
  analyses: { title: t('analyses', '数据分析'), entries: ({ registers }) => registers.analyses.map(({ value }) => ({ label: [value.id, value.period].filter(Boolean).join(' '), strata: [value.subject ?? ''] })) },
  actions: { title: t('corrective, preventive and improving actions', '纠正、预防和改进措施'), entries: ({ registers, index }, sight) => registers.actions.filter(({ value }) => mine(sight, index.people.get(value.owner ?? '')?.value.unit ?? index.posts.get(value.owner ?? '')?.value.unit ?? value.owner)).map(({ value }) => ({ label: value.id, strata: [value.type] })) },
  nonconformities: { title: t('nonconformity reports', '不符合报告'), entries: ({ registers }, sight) => registers.nonconformities.filter(({ value }) => mine(sight, value.unit)).map(({ value }) => ({ label: value.id, strata: [value.source ?? '', value.status ?? ''] })) },
  audits: { title: t('audits', '内审'), entries: ({ registers }) => registers.audits.filter(({ value }) => value.held !== undefined).map(({ value }) => ({ label: value.id, strata: [] })) },
  reviews: { title: t('management reviews', '管理评审'), entries: ({ registers }) => registers.reviews.map(({ value }) => ({ label: value.id, strata: [] })) },
  decisions: { title: t('decisions of reviews', '评审决定'), entries: ({ registers }) => registers.decisions.map(({ value }) => ({ label: value.id, strata: [] })) },
  stocks: { title: t('blank licences', '空白证照'), entries: (project) => project.registers.stocks.map(({ value }) => ({ label: called(value.id, value.form, project), strata: [value.period ?? ''] })) },
};
