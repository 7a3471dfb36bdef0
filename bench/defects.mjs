// Every defect spoils one file in one way and names the finding that must follow: code and line.
import { laws } from './vocabulary.mjs';

/** Front matter and register lines are found by their key, body lines by their text. */
const at = ({ lines }, start) => {
  const index = lines.findIndex((line) => line.startsWith(start));
  if (index < 0) throw new Error(`no line begins with ${start}`);
  return index;
};
const change = (file, start, text) => {
  const index = at(file, start);
  file.lines[index] = text;
  return index;
};
const drop = (file, start) => { file.lines.splice(at(file, start), 1); };
const insert = (file, start, text) => {
  const index = at(file, start) + 1;
  file.lines.splice(index, 0, text);
  return index;
};
/** A paragraph of its own after the one that begins with `start`. */
const append = (file, start, text) => {
  const index = at(file, start) + 1;
  file.lines.splice(index, 0, '', text);
  return index + 1;
};
/** Column of a row of the table of steps → other words. */
const cell = (file, column, text) => {
  const index = at(file, '| 2 ');
  const cells = file.lines[index].split('|');
  cells[column] = ` ${text} `;
  file.lines[index] = cells.join('|');
  return index;
};
const bytes = (file, index, spoilt) => {
  const encode = (line, position) => Buffer.concat([position === index ? spoilt(Buffer.from(line)) : Buffer.from(line), Buffer.from('\n')]);
  file.bytes = Buffer.concat(file.lines.slice(0, -1).map(encode));
  return index;
};

/** A name that stands nowhere else: rules may gather the places of one wrong name in one finding. */
const stranger = ({ path }) => path.replaceAll(/\W+/g, '-').toLowerCase();

/**
 * [code, roles it can strike, spoil(file, others) → index of the line where the finding must be].
 * Only files that nobody names by number lose their header: their absence must not be the finding of another file.
 */
const plain = ['rule', 'instruction'];
export const defects = [
  ['load/not-utf-8', plain, (file) => bytes(file, at(file, '## 1') + 2, () => Buffer.from([0xb9, 0xa4, 0xc9, 0xcc]))],
  ['load/nul-byte', plain, (file) => bytes(file, at(file, '## 2') + 2, () => Buffer.from([0x61, 0, 0x62]))],
  ['load/bom', plain, (file) => bytes(file, 0, (line) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), line]))],
  ['load/crlf', plain, (file) => bytes(file, at(file, '## 3'), (line) => Buffer.concat([line, Buffer.from('\r')]))],
  ['load/front-matter-open', plain, (file) => { file.lines.splice(file.lines.indexOf('---', 1), 1); return 0; }],
  ['load/front-matter-language', plain, (file) => change(file, '---', '---js')],
  ['load/yaml-syntax', plain, (file) => change(file, 'owner:', 'owner: office: hall')],
  ['load/yaml-tag', plain, (file) => change(file, 'effective:', 'effective: !!js/function "2004-07-01"')],
  ['load/duplicate-key', plain, (file) => insert(file, 'owner:', 'owner: hall')],
  ['load/schema', plain, (file) => insert(file, 'owner:', 'ownr: hall')],
  ['load/schema', ['register-record'], (file) => insert(file, 'edition:', 'editon: A/0')],
  ['load/bare-number', plain, (file) => change(file, 'clauses:', 'clauses: [4.1]')],
  ['workspace/unclaimed-file', plain, (file) => { drop(file, 'type:'); return 0; }],
  ['workspace/unknown-kind', plain, (file) => change(file, 'type:', 'type: guideline')],
  ['document/approval-missing', plain, (file) => { drop(file, 'approved:'); return at(file, 'status:'); }],
  ['document/date-order', plain, (file) => change(file, 'effective:', 'effective: 2004-05-01')],
  ['document/approver-is-author', plain, (file) => change(file, 'approved:', 'approved: {by: p-qms-office-2, on: 2004-06-18}')],
  ['document/duplicate-id', plain, (file, { first }) => change(file, 'id:', `id: ${first(file.role, file.block).id}`)],
  ['document/number-pattern', plain, (file) => change(file, 'id:', `id: ${file.id.replace('MSGS/', 'BGS/')}`)],
  ['document/header-incomplete', plain, (file) => { drop(file, 'effective:'); return at(file, 'id:'); }],
  ['document/unknown-person', plain, (file) => change(file, 'owner:', `owner: ${stranger(file)}`)],
  ['document/unknown-clause', plain, (file) => change(file, 'clauses:', 'clauses: ["4.2.9"]')],
  ['document/unknown-clause', plain, (file) => append(file, '## 2', '分发号逐份登记，领用人签收。:req[4.2.3-z]')],
  ['document/review-overdue', plain, (file) => change(file, 'review_due:', 'review_due: 2004-10-31')],
  ['document/trial-over', plain, (file) => insert(file, 'effective:', 'trial_until: 2004-09-30')],
  ['document/change-unrecorded', plain, (file) => change(file, 'revision:', 'revision: A/1')],
  ['document/revision-mismatch', plain, (file) => { insert(file, 'review_due:', 'changes: [{revision: A/2, on: 2004-05-20, summary: 时限改为三日, request: GG-2004-002}]'); return at(file, 'revision:'); }],
  ['document/public-copy', plain, (file) => insert(file, 'review_due:', `public: [${stranger(file)}]`)],
  ['document/stub', ['rule'], (file) => { file.lines.splice(at(file, '## 2') + 2, 2); return at(file, '## 2'); }],
  ['document/placeholder', plain, (file) => append(file, '## 2', '超过一个月未取件的，处理办法待补充。')],
  ['document/heading-order', ['rule'], (file) => change(file, '## 3', '#### 3 责任')],
  ['document/missing-section', ['procedure'], (file) => { change(file, '## 6', '## 6 其他'); return at(file, 'type:'); }],
  ['document/copied-paragraph', plain, (file, { first }) => { const source = first('instruction'); return append(file, '## 2', source.lines[at(source, '## 2') + 2]); }],
  ['document/copied-standard', plain, (file) => append(file, '## 2', '组织应确定所需的资源。组织应评价措施的结果。组织应保持证据。')],
  ['document/hidden-characters', plain, (file) => append(file, '## 2', '取件时限为三\u200b日。')],
  ['document/vague-wording', ['instruction', 'rule'], (file) => append(file, '## 2', '遇有疑难的，由有关部门酌情处理。')],
  ['document/distribution', ['register-distribution'], (file) => { file.lines[3] = file.lines[3].replace(/holder: [\w-]+/, `holder: ${stranger(file)}`); return 3; }],
  ['document/draft-in-use', ['form'], (file) => change(file, 'status:', 'status: draft')],
  ['procedure/responsibility-missing', ['procedure'], (file) => cell(file, 3, '—')],
  ['procedure/step-limit-missing', ['procedure'], (file) => cell(file, 4, '')],
  ['procedure/unknown-post', ['procedure'], (file) => cell(file, 3, `登记专员${file.id.slice(-2)}`)],
  ['procedure/record-unnumbered', ['procedure'], (file) => cell(file, 5, '登记台账')],
  ['procedure/limit-looser', ['procedure'], (file) => { const index = at(file, 'limits:'); file.lines[index] = file.lines[index].replace(/days: \d+/, `days: ${Math.max(...laws.map((law) => law[5])) + 1}`); return index; }],
  ['reference/missing-file', plain, (file) => append(file, '## 2', '办理时对照[送达回证样式](../../forms/01/QR-QP00-99.md)填写。')],
  ['reference/missing-anchor', plain, (file) => change(file, '- [文件控制程序', '- [文件控制程序的附则](../../procedures/01/QP-01.md#9-附则)')],
  ['reference/broken', plain, (file) => change(file, 'references:', 'references: [MSGS/QP-00]')],
  ['external/unlisted', plain, (file) => append(file, '## 5', '罚没物品依照《罚没财物估价办法》估价。')],
  ['external/repealed-cited', plain, (file) => append(file, '## 5', '合同争议依照《经济合同法》调解。')],
  ['external/repealed-cited', plain, (file) => change(file, 'references:', 'references: [WL-900]')],
  ['record/retention-missing', ['form'], (file) => { drop(file, 'retention:'); return at(file, 'id:'); }],
  ['record/retention-short', ['form'], (file) => change(file, 'retention:', 'retention: {years: 2}')],
  ['record/form-edition', ['register-record'], (file) => change(file, 'edition:', 'edition: A/9')],
  ['record/incomplete', ['register-record'], (file) => change(file, '  result:', '  result: ""')],
  ['record/impossible-date', ['register-record'], (file) => change(file, 'closed:', 'closed: 2004-07-01')],
  ['nonconformity/verifier-is-doer', ['register-nonconformity'], (file) => change(file, 'verification:', `verification: {by: ${/owner: (\S+)/.exec(file.lines[at(file, '  owner:')])[1]}, on: 2004-12-03, seen: 抽查二十卷, effective: true}`)],
  ['nonconformity/date-order', ['register-nonconformity'], (file) => change(file, 'closed:', 'closed: 2004-11-15')],
  ['privacy/personal-data', plain, (file) => append(file, '## 2', '投诉人身份证号 11010519491231002X，已核对。')],
  ['privacy/personal-data', ['register-record'], (file) => insert(file, 'fields:', '  telephone: "13800138000"')],
  ['suppression/no-reason', plain, (file) => append(file, '## 2', '<!-- qms-ignore document/stub -->')],
  ['suppression/unused', plain, (file) => append(file, '## 2', '<!-- qms-ignore document/stub: 下一版补写 -->')],
];

/** What a file is to defects: its role, registers by kind. */
export function roleOf({ role, kind, path }) {
  return role === 'register' ? (path.includes('/') ? `register-${kind}` : 'register') : role;
}
