import type { Project } from '#model/project.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { nameOf } from './nc-selection.ts';
import type { Block, Paper } from './paper.ts';
import type { DecisionState, TrackedDecision } from './review-decisions.ts';
import type { ReviewInput, ReviewPack } from './review.ts';
import { cell, toned, type Column, type Tone } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const decisionWords: Readonly<Record<DecisionState, readonly [Text, Tone]>> = { open: [t('running', '进行中'), 'plain'], overdue: [t('late', '逾期'), 'bad'], done: [t('done', '已完成'), 'plain'], verified: [t('verified', '已验证'), 'good'] };
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 管理评审输入资料: each input with what the workspace shows or that it is missing, the decisions, and what became of the last ones. */
export function reviewPaper(pack: ReviewPack, project: Project): Paper {
  const { year, span, review, inputs, previous, decisions } = pack;
  const missing = inputs.filter((input) => input.missing);
  const top = project.registers.organizations.map(({ value }) => value.top_management).find((post) => post !== undefined);
  const representative = project.registers.organizations.map(({ value }) => value.representative).find((post) => post !== undefined);
  return {
    title: t(`Input for the management review ${year}`, `${year}年管理评审输入资料`), number: review?.id ?? '',
    blocks: [
      { kind: 'fields', columns: 2, fields: [
        { label: t('Period looked at', '评审期间'), value: cell(t(`${span.from} to ${span.until}`, `${span.from} 至 ${span.until}`)) }, { label: t('Held', '评审日期'), value: cell(review?.held ?? (review?.planned ? t(`planned for ${review.planned}`, `计划 ${review.planned}`) : t('not planned yet', '尚未计划'))) },
        { label: t('Chair', '主持人'), value: cell(nameOf(review?.chair ?? top, project)) }, { label: t('Last review', '上次评审'), value: cell(previous ? t(`${previous.id} of ${previous.held}`, `${previous.id}（${previous.held}）`) : t('none', '无')) },
        { label: t('Attended', '参加人数'), value: cell(review?.attended ? t(`${review.attended.length} persons`, `${review.attended.length}人`) : undefined) },
        { label: t('Inputs missing', '缺少的输入'), value: missing.length > 0 ? toned('bad', ...missing.map(({ text }) => text)) : toned('good', t('none', '无')) },
      ] },
      { kind: 'heading', depth: 2, text: t('Inputs', '评审输入') }, ...inputs.flatMap((input, at) => inputBlocks(input, at, project)),
      ...(previous ? [{ kind: 'heading', depth: 2, text: t(`Follow-up of ${previous.id}`, `${previous.id} 决定的跟踪`) } as const, decisionTable(previous.decisions, project)] : []),
      { kind: 'heading', depth: 2, text: t('Outputs', '评审输出') }, ...outputs(pack), ...(decisions.length > 0 ? [decisionTable(decisions, project)] : []), ...conclusion(pack, project),
      { kind: 'signatures', fields: [
        { label: t('Prepared (management representative)', '编制（管理者代表）'), name: '', on: '' },
        { label: t('Approved (top management)', '批准（最高管理者）'), name: nameOf(review?.approved?.by, project), on: review?.approved?.on ?? '' },
      ] },
      ...(representative || top ? [] : [{ kind: 'paragraph', tone: 'bad', text: t('The organization names neither top management nor a representative.', '组织机构中没有写明最高管理者和管理者代表。') } as const]),
    ],
  };
}

function inputBlocks({ item, text, facts, sources, missing, usual, recorded }: ReviewInput, at: number, { config }: Project): Block[] {
  const wanted = { en: usual.map((one) => one.en).join(', '), 'zh-CN': usual.map((one) => one['zh-CN']).join('、') };
  return [
    { kind: 'heading', depth: 3, text: t(`(${at + 1}) ${text.en} — ${item}`, `（${numerals[at] ?? at + 1}）${text['zh-CN']}（${item}）`) },
    ...(recorded?.summary ? [{ kind: 'paragraph', text: t(`Noted at the review: ${wordsIn(recorded.summary, 'en')}`, `评审记录：${wordsIn(recorded.summary, 'zh-CN')}`) } as const] : []),
    ...(facts.length > 0 ? [{ kind: 'list', items: facts } as const] : []),
    ...(missing ? [{ kind: 'paragraph', tone: 'bad', text: t(`Missing: the workspace shows nothing on this.${wanted.en ? ` It usually comes from: ${wanted.en}.` : ''}`, `缺少：工作区没有这项输入的资料。${wanted['zh-CN'] ? `通常来自：${wanted['zh-CN']}。` : ''}`) } as const] : []),
    ...(sources.length > 0 || recorded?.source ? [{ kind: 'paragraph', tone: 'muted', text: sourceWords(sources, recorded?.source, config.language === 'zh-CN') } as const] : []),
  ];
}

function sourceWords(sources: readonly string[], recorded: string | undefined, chinese: boolean): Text {
  const all = [...(recorded ? [recorded] : []), ...sources.filter((source) => !recorded?.includes(source))];
  return t(`Source: ${all.join(chinese ? '; ' : ', ')}`, `来源：${all.join('；')}`);
}

const columns: readonly Column[] = [
  { id: 'id', title: t('Number', '编号'), whole: true }, { id: 'item', title: t('Output', '输出项'), whole: true }, { id: 'decision', title: t('Decision', '决定') }, { id: 'owner', title: t('Owner', '责任部门') }, { id: 'due', title: t('Due', '期限'), whole: true },
  { id: 'done', title: t('Done', '完成'), whole: true }, { id: 'verified', title: t('Verified', '验证') }, { id: 'evidence', title: t('Evidence', '证据') }, { id: 'state', title: t('State', '状态'), whole: true },
];

function decisionTable(decisions: readonly TrackedDecision[], project: Project): Block {
  return { kind: 'table', table: { columns, notes: [], rows: decisions.map(({ decision, state, daysLate }) => [
    cell(decision.id), cell(decision.item), cell(wordsIn(decision.decision, project.config.language)), cell(nameOf(decision.owner, project)), cell(decision.due), cell(decision.done), cell(nameOf(decision.verified?.by, project), decision.verified?.on), cell(decision.evidence),
    toned(decisionWords[state][1], daysLate > 0 ? t(`${daysLate} days late`, `逾期${daysLate}天`) : decisionWords[state][0]),
  ]) } };
}

/** Before the review the three outputs stand open to be filled; after it what none was decided on is a gap. */
function outputs({ outputs: wanted, review }: ReviewPack): Block[] {
  const silent = wanted.filter(({ decided }) => decided === 0);
  if (silent.length === 0) return [];
  if (review?.held) return silent.map(({ item, text }) => ({ kind: 'paragraph', tone: 'bad', text: t(`No decision on: ${text.en} (${item}).`, `没有作出决定的输出项：${text['zh-CN']}（${item}）。`) }));
  return [{ kind: 'list', items: silent.map(({ item, text }) => t(`${text.en} (${item}): ________`, `${text['zh-CN']}（${item}）：________`)) }];
}

function conclusion({ review }: ReviewPack, { config }: Project): Block[] {
  const { suitability, adequacy, effectiveness } = review?.conclusion ?? {};
  if (!suitability && !adequacy && !effectiveness) return [];
  const say = (words: typeof suitability): ReturnType<typeof cell> => cell(wordsIn(words, config.language));
  return [{ kind: 'fields', columns: 1, fields: [{ label: t('Suitability', '适宜性'), value: say(suitability) }, { label: t('Adequacy', '充分性'), value: say(adequacy) }, { label: t('Effectiveness', '有效性'), value: say(effectiveness) }] }];
}
