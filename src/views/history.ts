import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { cell, type Cell, type TableView } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const roles: Readonly<Record<string, Text>> = { prepare: t('prepared', '编制'), review: t('reviewed', '审核'), approve: t('approved', '批准'), withdraw: t('withdrawn', '作废'), confirm: t('confirmed unchanged', '复审确认') };

/** The life of a document in order of time: changes, signatures, entry into force, copies. */
export function history(project: Project, document: Document): TableView {
  const { value } = document;
  const name = (id: string | undefined): string => (id === undefined ? '' : project.index.people.get(id)?.value.name ?? wordsIn(project.index.posts.get(id)?.value.name ?? id, project.config.language));
  const events: { on: string; row: Cell[] }[] = [
    ...(value.changes ?? []).map((change) => ({ on: change.on ?? '', row: [cell(change.revision), cell(t('changed', '更改')), cell(name(change.by)), cell(change.section, wordsIn(change.summary, project.config.language), wordsIn(change.reason, project.config.language), change.request)] })),
    ...(['prepared', 'reviewed', 'approved'] as const).flatMap((key) => (value[key] ? [{ on: value[key].on, row: [cell(value.revision), cell(t(key, { prepared: '编制', reviewed: '审核', approved: '批准' }[key])), cell(name(value[key].by)), cell()] }] : [])),
    ...project.approvals.filter((record) => record.value.document === value.id).map(({ value: approval, path }) => ({ on: approval.at.slice(0, 10), row: [cell(approval.revision), cell(roles[approval.role]), cell(name(approval.person)), cell(approval.sha256.slice(0, 12), path)] })),
    ...(value.effective ? [{ on: value.effective, row: [cell(value.revision), cell(t('in force', '生效')), cell(), cell()] }] : []),
    ...project.registers.copies.filter((copy) => copy.value.document === value.id).flatMap(({ value: copy }) => [
      ...(copy.issued ? [{ on: copy.issued, row: [cell(copy.revision), cell(t('copy issued', '发放')), cell(wordsIn(project.index.units.get(copy.holder ?? '')?.value.name ?? copy.holder, project.config.language)), cell(copy.copy)] }] : []),
      ...(copy.recalled ? [{ on: copy.recalled, row: [cell(copy.revision), cell(t('copy recalled', '收回')), cell(wordsIn(project.index.units.get(copy.holder ?? '')?.value.name ?? copy.holder, project.config.language)), cell(copy.copy)] }] : []),
    ]),
  ];
  const sorted = events.map((event, index) => ({ ...event, index })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.index - b.index));
  return {
    title: t(`History of ${value.id} ${wordsIn(value.title, 'en')}`, `${value.id} ${wordsIn(value.title, 'zh-CN')} 的经历`),
    columns: [{ id: 'on', title: t('Date', '日期'), whole: true }, { id: 'revision', title: t('Revision', '版本/修订'), whole: true }, { id: 'event', title: t('Event', '事项') }, { id: 'who', title: t('Who', '人员/部门') }, { id: 'what', title: t('What', '内容') }],
    rows: sorted.map(({ on, row }) => [cell(on), ...row]),
    notes: [t(`${sorted.length} events.`, `共 ${sorted.length} 项。`)],
  };
}
