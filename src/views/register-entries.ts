import type { FileFacts } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import type { Text, Wording } from '#model/text.ts';

/** An entry of a register, or what a register says beside its lists. `kind` and `key` tell it from all others. */
export interface RegisterEntry { readonly kind: string; readonly list: string; readonly id: string; readonly name: Wording; readonly path: string; readonly value: unknown }

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** How people call the registers. */
export const kindWords: Readonly<Record<string, Text>> = {
  workspace: t('workspace settings', '工作区设置'), organization: t('organization', '组织机构'), responsibilities: t('responsibilities', '职能分配'), processes: t('process', '过程'), exclusions: t('exclusion', '删减'),
  'external-documents': t('external document', '外来文件'), objectives: t('objective', '质量目标'), measurements: t('measurement', '目标测量'), suppliers: t('supplier', '供方'), training: t('training', '培训'),
  infrastructure: t('infrastructure', '基础设施'), devices: t('measuring device', '测量装置'), designs: t('design project', '设计开发'), channels: t('channel', '公示渠道'), surveys: t('survey', '满意度调查'), analyses: t('data analysis', '数据分析'),
  actions: t('action', '改进措施'), distribution: t('copy', '文件副本'), redaction: t('redaction profile', '隐去方案'), record: t('record', '质量记录'), 'case-ledger': t('case', '业务台账'), stock: t('blank licences', '空白证照'), licensing: t('licensing', '行政许可'),
  enforcement: t('enforcement', '执法办案'), consumer: t('consumer rights', '消费者权益'), support: t('support', '综合保障'), 'audit-programme': t('audit programme', '审核方案'), 'audit-plan': t('audit plan', '审核计划'),
  'audit-checklist': t('audit checklist', '审核检查表'), 'audit-report': t('audit report', '审核报告'), nonconformity: t('nonconformity', '不符合报告'), 'management-review': t('management review', '管理评审'),
};

/** Kinds whose file is one thing that changes as a whole, whatever lists it has inside. */
const single = new Set(['workspace', 'record', 'audit-plan', 'audit-checklist', 'audit-report', 'nonconformity', 'management-review']);

/** All entries of all registers but approvals, which are told of at the documents they are for. */
export function registerEntries({ files }: Project): RegisterEntry[] {
  return files.filter(({ form, kind, data }) => form === 'register' && kind !== 'approval' && kindWords[kind] !== undefined && isMap(data)).flatMap(entriesOf);
}

function entriesOf({ kind, path, data }: FileFacts): RegisterEntry[] {
  const fields = data as Record<string, unknown>;
  const lists = single.has(kind) ? [] : Object.entries(fields).filter(([, value]) => Array.isArray(value) && value.some(isMap)) as [string, unknown[]][];
  const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'kind' && !lists.some(([list]) => list === key)));
  const whole: RegisterEntry = { kind, list: '', id: keyOf(rest) || path, name: nameOf(rest), path, value: rest };
  return [
    ...(Object.keys(rest).length > 0 ? [whole] : []),
    ...lists.flatMap(([list, entries]) => entries.filter(isMap).map((value): RegisterEntry => ({ kind, list, id: keyOf(value) || path, name: nameOf(value), path, value }))),
  ];
}

/** What an entry is known by: its number, else what makes it the only one of its kind. */
function keyOf(value: Readonly<Record<string, unknown>>): string {
  for (const keys of [['id'], ['no'], ['audit', 'unit', 'process'], ['objective', 'period'], ['document', 'copy', 'revision', 'holder'], ['clause'], ['site']]) {
    if (value[keys[0] as string] !== undefined) return keys.flatMap((key) => (typeof value[key] === 'string' || typeof value[key] === 'number' ? [String(value[key])] : [])).join(' ');
  }
  return '';
}

function nameOf(value: Readonly<Record<string, unknown>>): Wording {
  for (const key of ['name', 'title', 'statement', 'topic', 'text', 'problem']) {
    const words = value[key];
    if (typeof words === 'string' || isMap(words)) return words as Wording;
  }
  return '';
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
