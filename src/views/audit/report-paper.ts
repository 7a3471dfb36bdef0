import { actorName } from '#model/actors.ts';
import type { AuditReport } from '#model/audit.ts';
import { listed } from '#model/listed.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import type { Block, Paper } from '../paper.ts';
import { cell, toned, type Cell, type Column, type Tone } from '../table.ts';
import type { Grade, ReportView } from './report.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const gradeWords: Readonly<Record<Grade, Text>> = { major: t('major', '严重不符合'), minor: t('minor', '一般不符合'), observation: t('observation', '观察项'), improvement: t('suggestion', '改进建议'), strength: t('strong point', '亮点') };
const tones: Readonly<Record<string, Tone>> = { major: 'bad', minor: 'bad', strength: 'good' };
const statusWords: Readonly<Record<string, Text>> = { open: t('open', '已开出'), accepted: t('accepted', '已确认'), planned: t('measure planned', '已制定措施'), done: t('done, not verified', '已完成待验证'), verified: t('verified', '已验证'), closed: t('closed', '已关闭'), reopened: t('reopened', '重新打开') };
const missing = t('still to be written', '待填写');

/** The 内审报告 to be printed, signed and filed with its annexes. */
export function reportPaper(view: ReportView, project: Project): Paper {
  const { report, counts } = view;
  const say = (words: Wording | undefined): string => wordsIn(words, project.config.language);
  const name = (id: string): string => say(actorName(project.index, id));
  return {
    title: t('Internal audit report', '内部审核报告'), number: view.audit,
    blocks: [
      ...(report ? [] : [{ kind: 'paragraph', tone: 'bad', text: t('No report is written yet; this is what the records give.', '尚未编制报告；以下由现有记录汇总得出。') } satisfies Block]),
      { kind: 'fields', columns: 2, fields: [
        { label: t('Audit', '审核编号'), value: cell(view.audit) }, { label: t('Days', '审核日期'), value: cell(view.from === view.until ? view.from : t(`${view.from} to ${view.until}`, `${view.from} 至 ${view.until}`)) },
        { label: t('Leader', '审核组长'), value: cell(view.leader && name(view.leader)) }, { label: t('Team', '审核组成员'), value: cell(listed(view.team.filter((id) => id !== view.leader).map(name))) },
        { label: t('Purpose', '审核目的'), value: cell(view.purpose) }, { label: t('Scope', '审核范围'), value: cell(view.scope) },
        { label: t('Criteria', '审核准则'), value: cell(listed(view.criteria)) }, { label: t('Units', '受审核部门'), value: cell(listed(view.units.map(name))) },
      ] },
      ...heading(t('1 Course of the audit', '一、审核概况')), { kind: 'paragraph', text: say(report?.summary) || missing },
      { kind: 'table', table: asked(view) },
      ...heading(t('2 Findings', '二、审核发现')),
      { kind: 'paragraph', text: t(`Major ${counts.major}, minor ${counts.minor}, observations ${counts.observation}, suggestions ${counts.improvement}, strong points ${counts.strength}.`, `严重不符合${counts.major}项，一般不符合${counts.minor}项，观察项${counts.observation}项，改进建议${counts.improvement}项，亮点${counts.strength}项。`) },
      { kind: 'table', table: findings(view, say, name) },
      ...heading(t('3 Nonconformities by clause and unit', '三、不符合项分布')), distribution(view, name),
      ...points(t('4 Strong points', '四、体系运行的优点'), report?.strengths, say), ...points(t('5 Weak points', '五、薄弱环节'), report?.weaknesses, say),
      ...heading(t('6 Follow-up of earlier nonconformities', '六、以往不符合的跟踪')), ...followUp(view, say),
      ...heading(t('7 Conclusion', '七、审核结论')), { kind: 'fields', columns: 1, fields: conclusion(report, say) },
      ...points(t('8 Recommendations', '八、建议'), report?.recommendations, say),
      { kind: 'fields', columns: 1, fields: [{ label: t('Distribution', '分发范围'), value: cell(listed((report?.distribution ?? []).map(name))) }] },
      { kind: 'signatures', fields: ([[t('Prepared (leader)', '编制（审核组长）'), report?.prepared], [t('Reviewed', '审核'), report?.reviewed], [t('Approved', '批准'), report?.approved]] as const)
        .map(([label, signed]) => ({ label, name: signed ? name(signed.by) : '', on: signed?.on ?? '' })) },
    ],
  };
}

function heading(text: Text): Block[] {
  return [{ kind: 'heading', text, depth: 2 }];
}

function points(title: Text, items: readonly Wording[] | undefined, say: (words: Wording) => string): Block[] {
  return [...heading(title), items?.length ? { kind: 'list', ordered: true, items: items.map(say) } : { kind: 'paragraph', text: missing, tone: 'muted' }];
}

function asked({ asked: lists }: ReportView): Extract<Block, { kind: 'table' }>['table'] {
  const columns: Column[] = [{ id: 'where', title: t('Checklist', '检查表') }, ...([['rows', t('rows', '行数')], ['conform', t('conform', '符合')], ['nonconform', t('do not conform', '不符合')], ['observation', t('observations', '观察项')], ['notApplicable', t('not applicable', '不适用')], ['open', t('open', '未判定')]] as const).map(([id, title]): Column => ({ id, title, align: 'right' }))];
  const sum = (key: 'rows' | 'conform' | 'nonconform' | 'observation' | 'notApplicable' | 'open'): number => lists.reduce((all, one) => all + one[key], 0);
  const numbers = (count: (key: Parameters<typeof sum>[0]) => number): Cell[] => (['rows', 'conform', 'nonconform', 'observation', 'notApplicable', 'open'] as const).map((key) => toned(count(key) > 0 && (key === 'nonconform' || key === 'open') ? 'bad' : 'plain', String(count(key))));
  const takenUp = lists.reduce((all, one) => all + one.takenUp, 0);
  return {
    columns, rows: [...lists.map((one) => [cell(one.where), ...numbers((key) => one[key])]), [cell(t('together', '合计')), ...numbers(sum)]],
    notes: takenUp > 0 ? [t(`${takenUp} of the observations are taken up by nonconformity reports.`, `观察项中有${takenUp}项归入不符合报告一并处理。`)] : [],
  };
}

function findings({ findings: all }: ReportView, say: (words: Wording | undefined) => string, name: (id: string) => string): Extract<Block, { kind: 'table' }>['table'] {
  return {
    columns: [{ id: 'id', title: t('No', '编号'), whole: true }, { id: 'grade', title: t('Grade', '程度') }, { id: 'item', title: t('Requirement', '标准要求'), whole: true }, { id: 'unit', title: t('Unit', '部门') }, { id: 'fact', title: t('Fact', '事实') }, { id: 'criterion', title: t('Criterion', '依据') }, { id: 'nc', title: t('NC no.', '不符合报告'), whole: true }],
    rows: all.map(({ id, grade = '', item = '', unit, fact, criterion = '', nonconformity = '' }) => [cell(id), toned(tones[grade] ?? 'plain', gradeWords[grade as Grade] ?? grade), cell(item), cell(unit === undefined ? '' : name(unit)), cell(say(fact)), cell(criterion), cell(nonconformity)]),
    notes: [],
  };
}

/** Clauses down, units across, with sums at both ends that agree. */
function distribution({ distribution: cells }: ReportView, name: (id: string) => string): Block {
  if (cells.length === 0) return { kind: 'paragraph', text: t('No nonconformities.', '没有不符合项。') };
  const clauses = [...new Set(cells.map(({ clause }) => clause))];
  const units = [...new Set(cells.map(({ unit }) => unit))].sort();
  const count = (test: (one: (typeof cells)[number]) => boolean): string => String(cells.filter(test).reduce((sum, one) => sum + one.count, 0) || '');
  return { kind: 'table', table: {
    columns: [{ id: 'clause', title: t('Clause', '条款') }, ...units.map((unit): Column => ({ id: unit || 'none', title: unit === '' ? '–' : name(unit), align: 'center' })), { id: 'sum', title: t('together', '合计'), align: 'center' }],
    rows: [
      ...clauses.map((clause) => [cell(clause || '–'), ...units.map((unit) => cell(count((one) => one.clause === clause && one.unit === unit))), cell(count((one) => one.clause === clause))]),
      [cell(t('together', '合计')), ...units.map((unit) => cell(count((one) => one.unit === unit))), cell(count(() => true))],
    ], notes: [],
  } };
}

function followUp({ followUp: earlier, report }: ReportView, say: (words: Wording | undefined) => string): Block[] {
  const words = say(report?.follow_up);
  const table: Block = { kind: 'table', table: {
    columns: [{ id: 'id', title: t('NC no.', '不符合报告'), whole: true }, { id: 'unit', title: t('Unit', '部门') }, { id: 'clause', title: t('Clause', '条款') }, { id: 'status', title: t('State', '状态') }, { id: 'effective', title: t('Effective', '有效性') }],
    rows: earlier.map(({ id, unit, clause, status, effective, closed }) => [cell(id), cell(unit), cell(clause), toned(status === 'closed' ? 'good' : 'bad', statusWords[status] ?? status, ...(closed ? [closed] : [])), cell(effective === undefined ? '' : effective ? t('yes', '有效') : t('no', '无效'))]), notes: [],
  } };
  return [
    ...(words ? [{ kind: 'paragraph', text: words } satisfies Block] : []),
    ...(earlier.length > 0 ? [table] : words ? [] : [{ kind: 'paragraph', text: t('No earlier nonconformities in these units.', '受审核部门以往没有不符合。') } satisfies Block]),
  ];
}

function conclusion(report: AuditReport | null, say: (words: Wording | undefined) => string): Extract<Block, { kind: 'fields' }>['fields'] {
  return ([['conformity', t('Conformity', '符合性')], ['implementation', t('Implementation', '实施情况')], ['effectiveness', t('Effectiveness', '有效性')]] as const)
    .map(([key, label]) => ({ label, value: say(report?.conclusion?.[key]) === '' ? toned('bad', missing) : cell(say(report?.conclusion?.[key])) }));
}
