import type { Nonconformity, Treatment } from '#model/audit.ts';
import { categoryWords, gradeWords, methodWords, natureWords, sourceWords, stateWords } from '#model/nonconformity-words.ts';
import type { Project } from '#model/project.ts';
import { findClause } from '#model/standard.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import { nameOf } from './nc-selection.ts';
import type { Block, Field, Paper } from './paper.ts';
import { cell, toned, type Cell } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** 不符合报告 as it is printed and signed: the auditor's part, the unit's part, the follow-up; earlier rounds behind. */
export function nonconformityPaper(report: Nonconformity, project: Project): Paper {
  const rounds = (report.rounds ?? []).flatMap((round, at): Block[] => [
    { kind: 'heading', depth: 2, text: t(`Round ${at + 1}, reopened on ${round.on ?? ''}`, `第 ${at + 1} 次处理（${round.on ?? ''} 重新打开）`) },
    { kind: 'fields', columns: 1, fields: [field(t('Reason for reopening', '重新打开的理由'), words(round.reason, project))] },
    ...work(round, project), ...followUp(round, report, project),
  ]);
  return { title: t('Nonconformity report', '不符合报告'), number: report.id, blocks: [...finding(report, project), ...work(report, project), ...followUp(report, report, project), ...rounds] };
}

function finding(report: Nonconformity, project: Project): Block[] {
  const { index, registers, config, standard } = project;
  const title = (id: string | undefined): string => (id === undefined ? '' : wordsIn(index.documents.get(id)?.[0]?.value.title, config.language));
  const site = registers.sites.find(({ value }) => value.id === (report.site ?? index.units.get(report.unit ?? '')?.value.site))?.value.name;
  const clause = report.clause === undefined ? undefined : findClause(standard, report.clause);
  return [
    { kind: 'heading', depth: 2, text: t('1 Finding (auditor)', '一、不符合事实（审核员填写）') },
    { kind: 'fields', columns: 2, fields: [
      field(t('Audit', '审核编号'), cell(report.audit ?? sourceWords[report.source ?? ''])), field(t('State', '状态'), cell(stateWords[report.status ?? ''])),
      field(t('Unit', '受审核部门'), cell(nameOf(report.unit, project))), field(t('Site', '场所'), words(site, project)),
      field(t('Process', '过程'), cell(report.process, wordsIn(index.processes.get(report.process ?? '')?.value.name, config.language))), field(t('Went along', '陪同人'), cell(nameOf(report.guide, project))),
      field(t('Found by', '审核员'), cell(nameOf(report.found?.by, project))), field(t('Found on', '发现日期'), cell(report.found?.on)),
      field(t('Team leader', '审核组长'), cell(nameOf(report.leader, project))), field(t('Repeats', '重复'), cell(report.repeats)),
    ] },
    { kind: 'fields', columns: 1, fields: [
      field(t('Fact', '不符合事实'), words(report.fact?.statement, project)), field(t('Where, when', '地点、时间'), cell([report.fact?.where, report.fact?.when].filter(Boolean).join('，'))),
      field(t('Clause', '不符合的条款'), cell(clause ? t(`${report.item ?? clause.number} ${clause.title.en}`, `${report.item ?? clause.number} ${clause.title['zh-CN']}`) : report.clause)),
      field(t('Rule broken', '违反的规定'), cell(report.fact?.rule, report.document && `${report.document}${title(report.document) ? `《${title(report.document)}》` : ''}${report.section ? ` ${report.section}` : ''}`)),
    ] },
    { kind: 'fields', columns: 2, fields: [field(t('Grade', '严重程度'), boxes(gradeWords, report.grade)), field(t('Type', '性质'), boxes(natureWords, report.type))] },
    { kind: 'signatures', fields: [
      { label: t('Auditor', '审核员'), name: nameOf(report.found?.by, project), on: report.found?.on ?? '' },
      { label: t('Confirmed by the unit', '责任部门确认'), name: nameOf(report.accepted?.by, project), on: report.accepted?.on ?? '' },
    ] },
  ];
}

function work({ correction, cause, action, extent, agreed }: Treatment, project: Project): Block[] {
  const whys = (cause?.whys ?? []).map((why, at) => `${at + 1}. ${wordsIn(why, project.config.language)}`);
  return [
    { kind: 'heading', depth: 2, text: t('2 Correction, cause, corrective action (unit)', '二、纠正、原因和纠正措施（责任部门填写）') },
    { kind: 'fields', columns: 1, fields: [
      field(t('Correction', '纠正'), cell(...lines(correction?.what, project), signed(correction?.by, correction?.done, project))),
      field(t('Analysis of the cause', '原因分析'), cell(methodWords[cause?.method ?? ''], ...whys)),
      field(t('Root cause', '根本原因'), cell(...lines(cause?.root, project), categoryWords[cause?.category ?? ''], signed(cause?.by, cause?.on, project))),
      field(t('Corrective action', '纠正措施'), words(action?.what, project)),
      field(t('Look for the same fault elsewhere', '举一反三'), cell(...lines(extent?.checked, project), ...lines(extent?.result, project))),
    ] },
    { kind: 'fields', columns: 3, fields: [
      field(t('Answers for it', '措施责任人'), cell(nameOf(action?.owner, project))), field(t('Planned on', '制定日期'), cell(action?.planned)),
      field(t('Due', '完成期限'), cell(action?.due, ...(action?.extended ?? []).map(({ until, by, reason }) => t(`extended to ${until ?? ''}, ${nameOf(by, project)}: ${wordsIn(reason, 'en')}`, `延至 ${until ?? ''}，${nameOf(by, project)}批准：${wordsIn(reason, 'zh-CN')}`)))),
    ] },
    { kind: 'signatures', fields: [
      { label: t('Head of the unit', '责任部门负责人'), name: '', on: '' },
      { label: t('Plan accepted by the auditor', '审核员认可计划'), name: nameOf(agreed?.by, project), on: agreed?.on ?? '' },
    ] },
  ];
}

function followUp({ action, verification, effect_check: check, closed }: Treatment, { grade, replaced_by }: Nonconformity, project: Project): Block[] {
  const seen = (one: Treatment['verification']): Field[] => [field(t('What was seen', '验证所见'), words(one?.seen, project)), field(t('Evidence', '验证证据'), cell(one?.evidence)), field(t('Conclusion', '结论'), verdict(one?.effective, replaced_by))];
  return [
    { kind: 'heading', depth: 2, text: t('3 Completion and verification', '三、完成与验证') },
    { kind: 'fields', columns: 1, fields: [field(t('Done on, evidence', '完成日期与证据'), cell(action?.done, action?.evidence)), ...seen(verification)] },
    ...(grade === 'major' || check ? [
      { kind: 'heading', depth: 3, text: t('Check of the effect', '效果复查') } as const,
      { kind: 'fields', columns: 1, fields: [field(t('Due', '复查期限'), cell(check?.due)), ...seen(check)] } as const,
    ] : []),
    { kind: 'signatures', fields: [
      { label: t('Verified by', '验证人'), name: nameOf(verification?.by, project), on: verification?.on ?? '' },
      ...(grade === 'major' || check ? [{ label: t('Effect checked by', '复查人'), name: nameOf(check?.by, project), on: check?.on ?? '' }] : []),
      { label: t('Closed', '关闭'), name: '', on: closed ?? '' },
    ] },
  ];
}

function field(label: Text, value: Cell): Field {
  return { label, value };
}

function lines(value: Wording | undefined, { config }: Project): string[] {
  return value === undefined ? [] : wordsIn(value, config.language).split('\n');
}

function words(value: Wording | undefined, project: Project): Cell {
  return cell(...lines(value, project));
}

function signed(by: string | undefined, on: string | undefined, project: Project): string | undefined {
  return by || on ? `——${[nameOf(by, project), on].filter(Boolean).join('，')}` : undefined;
}

/** ☑ 一般 ☐ 严重, as the form has it. */
function boxes(all: Readonly<Record<string, Text>>, chosen: string | undefined): Cell {
  const line = (locale: 'en' | 'zh-CN'): string => Object.entries(all).map(([key, label]) => `${key === chosen ? '☑' : '☐'} ${label[locale]}`).join('  ');
  return cell(t(line('en'), line('zh-CN')));
}

function verdict(effective: boolean | undefined, other: string | undefined): Cell {
  if (effective === undefined) return cell(t('☐ effective  ☐ not effective', '☐ 有效  ☐ 无效'));
  return effective ? toned('good', t('☑ effective  ☐ not effective', '☑ 有效  ☐ 无效')) : toned('bad', t(`☐ effective  ☑ not effective${other ? `; new report: ${other}` : ''}`, `☐ 有效  ☑ 无效${other ? `，新报告编号：${other}` : ''}`));
}
