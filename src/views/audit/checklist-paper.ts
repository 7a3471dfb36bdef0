import { actorName } from '#model/actors.ts';
import { listed } from '#model/listed.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { isOpen } from '#model/worksheet.ts';
import type { Block, Paper } from '../paper.ts';
import { cell, toned, type Cell, type Tone } from '../table.ts';
import type { Checklist, ChecklistLine } from './checklist.ts';
import type { Place } from './checklist-evidence.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** The words for methods and judgements, as the forms print them. */
export const methodWords: Readonly<Record<string, Text>> = { ask: t('ask', '问'), see: t('see records', '查'), look: t('look', '看'), measure: t('measure', '测') };
export const judgementWords: Readonly<Record<string, Text>> = { conform: t('conforms', '符合'), nonconform: t('does not conform', '不符合'), observation: t('observation', '观察项'), 'not-applicable': t('not applicable', '不适用') };
const tones: Readonly<Record<string, Tone>> = { conform: 'good', nonconform: 'bad' };

/** The 内审检查表 to be printed: what to ask and look at on the left, room for what was seen on the right. */
export function checklistPaper(list: Checklist, project: Project): Paper {
  const open = list.lines.filter(isOpen).length;
  const notes = [
    t(`${list.lines.length} rows, ${open} of them open.`, `共 ${list.lines.length} 行，其中 ${open} 行尚未判定。`),
    ...(list.leftToLead.length > 0 ? [t(`Asked of the leading unit only: ${list.leftToLead.join(', ')}.`, `只问主办部门的要求：${list.leftToLead.join('、')}。`)] : []),
    t(`Samples are drawn by the auditor. Seed ${list.seed}: the same seed gives the same suggestion.`, `样本由审核员抽取。随机种子 ${list.seed}：同一种子得出同一组样本。`),
  ];
  return {
    title: t('Internal audit checklist', '内审检查表'), number: list.audit,
    blocks: [
      { kind: 'fields', columns: 2, fields: head(list, project) },
      ...samples(list),
      { kind: 'table', table: { columns, rows: list.lines.map((line) => row(line, project)), notes } },
      { kind: 'signatures', fields: [
        { label: t('Auditor', '审核员'), name: list.path ? nameOf(project, list.auditor) : '', on: list.path ? list.on : '' },
        { label: t('Audit team leader', '审核组长'), name: '', on: '' }, { label: t('Facts confirmed by the unit', '受审核部门确认事实'), name: '', on: '' },
      ] },
    ],
  };
}

const columns = [
  { id: 'no', title: t('No', '序号'), align: 'right' as const, whole: true }, { id: 'item', title: t('Requirement', '标准要求'), whole: true }, { id: 'question', title: t('What to ask and look at', '检查内容') },
  { id: 'method', title: t('Method', '方法') }, { id: 'where', title: t('Where it should show', '应见于何处') }, { id: 'sample', title: t('Sample', '抽样'), room: 12 },
  { id: 'evidence', title: t('Evidence seen', '证据记录'), room: 32 }, { id: 'judgement', title: t('Judgement', '判定'), room: 7 }, { id: 'nonconformity', title: t('NC no.', '不符合报告'), room: 8 },
];

function head({ audit, unitName, processName, auditor, on, team, sittings, blocks, digest }: Checklist, project: Project): Extract<Block, { kind: 'fields' }>['fields'] {
  const times = sittings.map(({ on: day, from, until }) => [day, from && until ? `${from}–${until}` : from].filter(Boolean).join(' '));
  const posts = [...new Set(sittings.flatMap(({ interviewee }) => interviewee ?? []))].map((post) => nameOf(project, post));
  return [
    { label: t('Audit', '审核编号'), value: cell(audit) }, { label: t('Unit', '受审核部门'), value: cell(unitName) },
    { label: t('Process', '过程'), value: cell(processName) }, { label: t('Time', '审核时间'), value: cell(...(times.length > 0 ? times : [on])) },
    { label: t('Auditors', '审核员'), value: cell(listed([...new Set(sittings.some(({ auditors }) => auditors?.length) ? [auditor, ...sittings.flatMap(({ auditors = [] }) => auditors)] : team)].filter(Boolean).map((person) => nameOf(project, person)))) },
    { label: t('To be interviewed', '受访岗位'), value: cell(listed(posts)) },
    { label: t('Blocks', '职能板块'), value: cell(...project.standard.blocks.filter(({ id }) => blocks.includes(id)).map(({ title }) => title)) },
    { label: t('Check number', '校验码'), value: cell(digest.slice(0, 16)) },
  ];
}

function nameOf({ index, config }: Project, actor: string): string {
  return wordsIn(actorName(index, actor), config.language);
}

/** What the computer drew; a register that holds nothing here is left to the auditor. */
function samples({ samples: all }: Checklist): Block[] {
  const drawn = all.filter(({ of }) => of > 0);
  if (drawn.length === 0) return [];
  return [{ kind: 'table', table: {
    title: t('Suggested samples', '抽样建议'),
    columns: [{ id: 'pool', title: t('Drawn from', '抽样总体') }, { id: 'of', title: t('There are', '总数'), align: 'right' }, { id: 'count', title: t('Drawn', '抽取'), align: 'right' }, { id: 'drawn', title: t('Sample', '样本') }],
    rows: drawn.map(({ title, of, drawn: labels }) => [cell(title), cell(String(of)), cell(String(labels.length)), cell(listed(labels))]), notes: [],
  } }];
}

function row(line: ChecklistLine, { standard }: Project): Cell[] {
  return [
    cell(String(line.no)), cell(line.item, line.clauseTitle), cell(line.question, line.requirement && t(`(${line.requirement.en})`, `（${line.requirement['zh-CN']}）`)),
    cell(methodWords[line.method] ?? line.method), where(line), cell(line.sample || sampleHint(line, standard.questions.sampling)), cell(line.evidence, line.note), toned(tones[line.judgement] ?? 'plain', judgementWords[line.judgement] ?? line.judgement), cell(line.nonconformity),
  ];
}

/** Which of the samples above are meant. */
function sampleHint({ pools, method }: ChecklistLine, { least, most }: { readonly least: number; readonly most: number }): Text | string {
  if (pools.length === 0) return method === 'ask' ? '' : t(`draw on the spot: ${least} to ${most}`, `现场抽取${least}至${most}件`);
  return t('as suggested above', '按上表样本');
}

/** Documents with place, forms, and what was found here before. */
function where({ places, forms, earlier }: ChecklistLine): Cell {
  return cell(
    ...places.map(placeWords), ...forms.map(({ id, revision, title }) => `${id} ${revision} ${title}`),
    ...earlier.map(({ id, state, fact, here }) => t(`${here ? 'Here' : 'In this block'} ${id} (${state.en}): ${fact}`, `${here ? '本部门' : '本板块'}${id}（${state['zh-CN']}）：${fact}`)),
  );
}

/** `MSGS/QP-12 A/0 4.2 一般程序步骤 (enforcement/QP-12.md:102)`. */
export function placeWords({ document, revision, section, path, line }: Place): string {
  return `${[document, revision, section].filter(Boolean).join(' ')} (${path}:${line})`;
}
