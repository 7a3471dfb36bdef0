// Markdown documents of the generated workspace: about 5 KB each, free of findings, every paragraph its own.
import { actors, blockCodes, blocks, checks, clauses, laws, limits, mandatory, matters, owners, places, steps } from './vocabulary.mjs';

/**
 * A file in the making: text by lines, and what defects need to know of it.
 * @typedef {{ path: string, lines: string[], role: 'manual' | 'procedure' | 'instruction' | 'rule' | 'form' | 'register', kind: string, id: string, block?: string, bytes?: Buffer }} File
 */

/** @returns {File[]} `count` documents: one manual, 1/8 procedures, 1/5 forms, 1/4 house rules, otherwise work instructions. */
export function makeDocuments(count, random) {
  const procedures = Math.max(mandatory.length, Math.floor(count / 8));
  const forms = Math.max(procedures, Math.floor(count / 5));
  const rules = Math.floor(count / 4);
  const instructions = count - 1 - procedures - forms - rules;
  const plans = planForms(procedures, forms);
  const drafts = [
    ...Array.from({ length: procedures }, (_, at) => procedure(at + 1, plans, random)),
    ...Array.from({ length: forms }, (_, at) => form(plans[at], random)),
    ...Array.from({ length: rules }, (_, at) => houseRule(at + 1, random)),
    ...Array.from({ length: instructions }, (_, at) => instruction(at + 1, plans, random)),
  ];
  return [manual(procedures), ...drafts.map((draft, at) => finished(draft, drafts[at - 1], random))];
}

/** Forms go round the procedures: QR-QP01-01, QR-QP02-01, …, QR-QP01-02. */
export function planForms(procedures, forms) {
  return Array.from({ length: forms }, (_, at) => {
    const owner = (at % procedures) + 1;
    return { owner, id: `MSGS/QR-QP${pad(owner, 2)}-${pad(Math.floor(at / procedures) + 1, 2)}`, block: blocks[owner % blocks.length] };
  });
}

export function pad(number, digits) {
  return String(number).padStart(digits, '0');
}

function procedure(serial, forms, random) {
  const block = blocks[serial % blocks.length];
  const [clause, title, points] = mandatory[serial - 1] ?? [random.pick(clauses).number, `${random.pick(matters[block])}（第${serial}类）`, 0];
  const own = forms.filter(({ owner }) => owner === serial).slice(0, 8).map(({ id }) => id);
  const law = lawOf(block, random);
  const [, , , , , days] = laws[law];
  return {
    role: 'procedure', kind: 'procedure', id: `MSGS/QP-${pad(serial, 2)}`, path: `procedures/${folder(serial)}/QP-${pad(serial, 2)}.md`, block, clause, records: own,
    title: `${title}程序`, subject: `${title}工作（QP${pad(serial, 2)}）`, law, points: Array.from({ length: points }, (_, at) => `${clause}-p${at + 1}`),
    more: [`limits: [{subject: 全程办结, days: ${Math.min(days, 5 + random.below(10))}, day_type: working, from: 受理之日, limit: WL-${pad(law + 1, 3)}-L1}]`],
    headings: ['1 目的', '2 范围', '3 职责', '4 工作程序', '5 相关文件', '6 相关记录'],
  };
}

function instruction(serial, forms, random) {
  const block = blocks[serial % blocks.length];
  const name = `WI-${blockCodes[block]}-${pad(serial, 3)}`;
  return {
    role: 'instruction', kind: 'work-instruction', id: `MSGS/${name}`, path: `instructions/${folder(serial)}/${name}.md`, block, clause: random.pick(clauses).number,
    records: [random.pick(forms).id], title: `${random.pick(matters[block])}作业指导书（${serial}）`, subject: `${random.pick(places)}${random.pick(matters[block])}（编号${serial}）`,
    law: lawOf(block, random), points: [], more: [], headings: ['1 目的', '2 适用范围', '3 职责', '4 工作步骤', '5 引用的依据', '6 相关记录'],
  };
}

function houseRule(serial, random) {
  const block = blocks[serial % blocks.length];
  const name = `ZD-${blockCodes[block]}-${pad(serial, 3)}`;
  return {
    role: 'rule', kind: 'rule', id: `MSGS/${name}`, path: `rules/${folder(serial)}/${name}.md`, block, clause: random.pick(clauses).number, records: [],
    title: `${random.pick(matters[block])}制度（${serial}）`, subject: `${random.pick(places)}${random.pick(matters[block])}管理（制度${serial}）`,
    law: lawOf(block, random), points: [], more: [], headings: ['1 目的', '2 适用对象', '3 责任', '4 办理要求', '5 依据', '6 附则'],
  };
}

function form({ id, owner, block }, random) {
  const short = id.slice(id.indexOf('/') + 1);
  const serial = Number(short.slice(-2));
  return {
    role: 'form', kind: 'form', id, path: `forms/${folder(owner)}/${short}.md`, block, clause: '4.2.4', records: [], title: `${random.pick(matters[block])}登记表（${short}）`,
    subject: `${random.pick(matters[block])}登记表${short}`, law: lawOf(block, random), points: [],
    more: [
      `procedure: MSGS/QP-${pad(owner, 2)}`, `retention: {years: ${3 + random.below(8)}}`, `keeper: ${owners[block]}`, 'disposal: destroy', 'medium: paper', 'order: time',
      ...(serial === 1 && owner <= 21 ? [`evidences: [REC21-${pad(owner, 2)}]`] : []),
      'fields:', ...formFields.map(([key, label, type]) => `  - {id: ${key}, label: ${label}, type: ${type}, required: ${key !== 'remark'}}`),
    ],
    headings: [],
  };
}

/** Fields of every form: key, label, type. */
export const formFields = [
  ['applicant', '当事人', 'text'], ['matter', '事项', 'text'], ['received', '收到日期', 'date'], ['decided', '办结日期', 'date'], ['result', '办理结果', 'text'],
  ['handler', '经办人', 'signature'], ['checker', '复核人', 'signature'], ['remark', '备注', 'text'],
];

const fieldNotes = {
  text: '照当事人提交的材料原样填写，不用简称，写不下的另附纸并在栏内注明页数', date: '写年月日，用当天的日期，补填的在备注栏写明补填日和理由', signature: '由本人签写全名，盖章代签的须另附委托书',
};

/** @returns {File} */
function finished(draft, before, random) {
  const body = draft.role === 'form' ? formBody(draft, random) : prose(draft, before, random);
  return { path: draft.path, lines: [...frontMatter(draft), '', `# ${draft.title}`, '', ...body], role: draft.role, kind: draft.kind, id: draft.id, block: draft.block };
}

function frontMatter({ kind, id, title, block, clause, records, law, more, role }) {
  return [
    '---', `type: ${kind}`, `id: ${id}`, `title: {zh-CN: "${title}", en: "Document ${id.slice(id.indexOf('/') + 1)}"}`, `blocks: [${role === 'manual' ? blocks.join(', ') : block}]`, `clauses: ["${clause}"]`,
    'revision: A/0', 'status: effective', `owner: ${owners[block]}`, 'prepared: {by: p-qms-office-2, on: 2004-05-17}', 'reviewed: {by: p-qms-office-1, on: 2004-06-04}',
    'approved: {by: p-leadership-1, on: 2004-06-18}', 'effective: 2004-07-01', 'review_due: 2005-06-30',
    ...(role === 'form' ? [] : [`records: [${records.join(', ')}]`, `references: [MSGS/QP-01, WL-${pad(law + 1, 3)}]`, `distribution: [${owners[block]}]`]), ...more, '---',
  ];
}

function prose(draft, before, random) {
  const { block, subject, headings, records, points, clause, law } = draft;
  const [worker, head] = actors[block];
  const claim = random.pick(clauses.find(({ number }) => number === clause).items);
  const [, short] = laws[law];
  const rows = pickSteps(random, 6 + random.below(3));
  const paragraphs = [
    [`为使${subject}的办理有统一的做法，明确从收到材料到归档的每一步由哪个岗位承担、在几天内完成、留下哪张表，制定本文件。执行中以现行版为准，口头说法与书面规定不一致的，按书面规定办理。:req[${claim}]`],
    [`本文件用于${subject}的受理、审查、决定、告知和归档，${random.pick(places)}与${random.pick(places)}同样执行；其他单位协助办理的部分，由协助单位按收到的书面要求完成。`],
    [`- ${worker}：承担${subject}的登记、审查和归档，对材料是否齐全负责；`, `- ${head}：审定${subject}的办理意见，对结论负责，每月抽查百分之五；`, '- 体系管理员：每季度核对一次执行情况，汇总各单位的意见；', '- 文件管理员：发放现行版，收回旧版并登记。'],
    [
      `${subject}按下表所列的先后次序办理，前一步没有签名的，后一步不得开始；遇有当事人撤回的，写明撤回日期，由${head}签名后归档。`, '',
      '| 步骤 | 工作内容 | 责任岗位 | 时限 | 记录 |', '|---|---|---|---|---|',
      ...rows.map(([name, work], at) => `| ${at + 1} ${name} | ${work}，涉及${subject}的另附清单 | ${at % 3 === 2 ? head : worker} | ${random.pick(limits)} | ${records.length > 0 ? records[at % records.length] : '无'} |`),
      '', ...points.flatMap((point, at) => [`第${at + 1}项要点在${subject}中这样落实：由${worker}登记，${head}签署，登记簿与签署页一并归档，年末由体系管理员逐份清点。:req[${point}]`, '']),
      ...['抽查', '退回', '交接', '统计'].flatMap((title, at) => [`### 4.${at + 1} ${title}`, '', special(at, subject, worker, head, random), '']).slice(0, -1),
    ],
    [`办理${subject}依据《${short}》和本局的现行文件，条文有变动的，自公布之日起10个工作日内修改本文件。`, '', ...linksTo(draft, before)],
    [records.length > 0 ? `办理${subject}填写 ${records.join('、')}，用后按表上写明的年限保存。` : `本制度由办公室解释，与${subject}有关的旧规定自本制度施行之日起不再执行。`],
  ];
  return headings.flatMap((heading, at) => [`## ${heading}`, '', ...paragraphs[at], '']);
}

function special(kind, subject, worker, head, random) {
  if (kind === 0) return `${head}对${subject}的抽查这样做：${random.pick(checks)}；抽查结果写在当月的抽查表上，发现的差错当天告知${worker}，3个工作日内改正。`;
  if (kind === 1) return `${subject}的材料退回时写明退回的理由、应补的份数和截止日，由${worker}和当事人各留一份；同一件退回两次以上的，由${head}当面听取说明，${1 + random.below(5)}个工作日内答复。`;
  if (kind === 3) return `每月5日前，${worker}统计${subject}上月收到、办结、退回的件数和平均天数，与上年同月比较，升降超过百分之十的写明原因，经${head}签名后报质量管理办公室；季度末另附一份按原因分类的表。`;
  return `经办人离岗时，${subject}的未结件列成清单，写明每件办到第几步、下一步的截止日和材料所在的位置，由交接双方和${head}三方签名，清单保存${2 + random.below(4)}年。`;
}

/** Relative links: to the document before it, to a section of the first procedure. */
function linksTo({ path }, before) {
  const up = '../'.repeat(path.split('/').length - 1);
  return [
    `- [文件控制程序的工作程序](${up}procedures/01/QP-01.md#4-工作程序)`,
    ...(before && before.path !== path ? [`- [${before.title}](${up}${before.path})`] : []),
  ];
}

function formBody({ subject }, random) {
  return [
    `填写${subject}时用蓝黑墨水，一件一行；改错时划一道线，在旁边签名并写明日期，不得涂抹或者撕页。`, '',
    `| ${formFields.map(([, label]) => label).join(' | ')} |`, `|${'---|'.repeat(formFields.length)}`, ...Array.from({ length: 6 + random.below(4) }, () => `|${' |'.repeat(formFields.length)}`), '',
    `保管人每月末把${subject}按日期装订成册，封面写明起止日期和份数；借阅在登记簿上签名，${1 + random.below(9)}个工作日内归还。`, '',
    ...formFields.flatMap(([, label, type], at) => [`${at + 1}. ${label}：${fieldNotes[type]}；填在${subject}第${at + 1}栏。`]), '',
  ];
}

function manual(procedures) {
  const list = Array.from({ length: procedures }, (_, at) => `MSGS/QP-${pad(at + 1, 2)}`);
  const draft = { role: 'manual', kind: 'manual', id: 'MSGS/QM-01', title: '质量手册', block: 'top', clause: '4.2.2', records: [], law: 0, more: [] };
  const lines = [
    ...frontMatter(draft), '', '# 质量手册', '', '## 1 范围', '', '本手册适用于市局机关、登记大厅和各分局的行政许可、执法办案、消费者权益保护以及综合保障工作，标准的各项要求没有删减。', '',
    '## 2 各项要求的落实', '', ...clauses.flatMap(({ number, items }, at) => [`第${at + 1}组要求由主责单位按程序文件办理，贯标办每年核对一次。${items.map((item) => `:req[${item}]`).join(' ')}`, '', ...(number === '4.2.2' ? ['::processes', ''] : [])]),
    '## 3 程序文件', '', ...list.map((id) => `- ${id}`), '',
  ];
  return { path: 'manual/QM-01.md', lines, role: 'manual', kind: 'manual', id: 'MSGS/QM-01' };
}

function pickSteps(random, count) {
  const from = random.below(steps.length);
  return Array.from({ length: count }, (_, at) => steps[(from + at) % steps.length]);
}

function lawOf(block, random) {
  return random.pick(laws.flatMap((law, at) => (law[4] === block ? [at] : [])));
}

/** A hundred documents a folder. */
function folder(serial) {
  return pad(Math.floor(serial / 100) + 1, 2);
}
