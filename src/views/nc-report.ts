import { categoryWords, gradeWords, stateWords } from '#model/nonconformity-words.ts';
import type { Project } from '#model/project.ts';
import { findClause } from '#model/standard.ts';
import type { Text } from '#model/text.ts';
import type { NcFigures, Share } from './nc-figures.ts';
import { nameOf } from './nc-selection.ts';
import type { Block, Paper, Words } from './paper.ts';
import { cell, toned } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const untold = t('not stated', '未写明');

/** 不符合项统计分析: where faults cluster, how long they stand open, whether they become fewer. */
export function ncReportPaper(figures: NcFigures, project: Project, year: string | undefined): Paper {
  const blockName = (id: string): Words => project.standard.blocks.find((block) => block.id === id)?.title ?? id;
  const clauseName = (number: string): Words => {
    const title = findClause(project.standard, number)?.title;
    return title ? t(`${number} ${title.en}`, `${number} ${title['zh-CN']}`) : number;
  };
  return {
    title: year ? t(`Analysis of nonconformities ${year}`, `${year}年不符合项统计分析`) : t('Analysis of nonconformities', '不符合项统计分析'), number: '',
    blocks: [
      { kind: 'fields', columns: 3, fields: [
        { label: t('Reports', '报告总数'), value: cell(String(figures.total)) }, { label: t('Closed', '已关闭'), value: cell(String(figures.closed)) }, { label: t('Not closed', '未关闭'), value: cell(String(figures.open)) },
        { label: t('Late', '逾期'), value: toned(figures.late > 0 ? 'bad' : 'plain', String(figures.late)) }, { label: t('Mean days to closure', '平均关闭天数'), value: cell(figures.daysToClose === null ? '—' : String(figures.daysToClose)) },
        { label: t('By grade', '按程度'), value: cell(...figures.byGrade.map(({ key, count }) => say(gradeWords[key] ?? untold, count))) },
      ] },
      pareto(t('By clause', '按条款'), figures.byClause, clauseName), pareto(t('By block', '按职能板块'), figures.byBlock, blockName), pareto(t('By unit', '按部门'), figures.byUnit, (id) => nameOf(id, project)),
      pareto(t('By kind of cause', '按原因类别'), figures.byCause, (key) => categoryWords[key] ?? key), ageing(figures), ...trend(figures), ...repeated(figures),
    ].filter((block): block is Block => block !== null),
  };
}

function say(name: Text, count: number): Text {
  return t(`${name.en} ${count}`, `${name['zh-CN']} ${count}`);
}

function pareto(title: Text, shares: readonly Share[], name: (key: string) => Words): Block | null {
  if (shares.length === 0) return null;
  return { kind: 'chart', chart: { kind: 'pareto', title, unit: '', points: shares.map(({ key, count }) => ({ label: key === '' ? untold : name(key), value: count })) } };
}

function ageing({ ageing: rows }: NcFigures): Block | null {
  if (rows.length === 0) return null;
  const heads: readonly (readonly [string, Text])[] = [['state', t('State', '状态')], ['count', t('Reports', '份数')], ['week', t('up to 7 days', '7天以内')], ['fortnight', t('8–15 days', '8—15天')], ['month', t('16–30 days', '16—30天')], ['longer', t('over 30 days', '超过30天')], ['late', t('late', '逾期')]];
  return { kind: 'table', table: {
    title: t('How long reports stand in their state', '未关闭报告在各环节的停留时间'), notes: [], columns: heads.map(([id, title]) => ({ id, title, ...(id === 'state' ? {} : { align: 'right' as const }) })),
    rows: rows.map((row) => [cell(stateWords[row.state]), ...[row.count, row.week, row.fortnight, row.month, row.longer].map((count) => cell(String(count))), toned(row.late > 0 ? 'bad' : 'plain', String(row.late))]),
  } };
}

function trend({ months }: NcFigures): Block[] {
  if (months.length === 0) return [];
  return [
    { kind: 'chart', chart: { kind: 'line', title: t('Found in each month', '各月发现数'), unit: '', points: months.map(({ month, found }) => ({ label: month, value: found })) } },
    { kind: 'table', table: {
      title: t('Course by month', '逐月情况'), notes: [], columns: [{ id: 'month', title: t('Month', '月份'), whole: true }, { id: 'found', title: t('Found', '发现'), align: 'right' }, { id: 'closed', title: t('Closed', '关闭'), align: 'right' }, { id: 'open', title: t('Open at the end', '月末未关闭'), align: 'right' }],
      rows: months.map(({ month, found, closed, open }) => [month, found, closed, open].map((value) => cell(String(value)))),
    } },
  ];
}

function repeated({ repeated: list }: NcFigures): Block[] {
  if (list.length === 0) return [{ kind: 'paragraph', text: t('No clause was found twice in the same unit within twelve months, and no item in two units.', '十二个月内没有同一部门同一条款重复、也没有同一要求项在不同部门重复的不符合。'), tone: 'muted' }];
  return [{ kind: 'table', table: {
    title: t('Repeated within twelve months', '十二个月内的重复'), notes: [], columns: [{ id: 'id', title: t('Report', '报告'), whole: true }, { id: 'same', title: t('Same clause, same unit', '同部门同条款') }, { id: 'elsewhere', title: t('Same item elsewhere', '其他部门同一要求项') }],
    rows: list.map(({ id, same, elsewhere }) => [cell(id), toned(same.length > 0 ? 'bad' : 'plain', ...same.slice(-3)), cell(...elsewhere.slice(-3))]),
  } }];
}
