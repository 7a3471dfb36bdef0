// YAML registers of the generated workspace: one set that describes the bureau, and as many filled records, nonconformities and ledgers as are asked for.
import { formFields, pad } from './documents.mjs';
import { blockCodes, blocks, checks, clauses, laws, matters, owners, places, units } from './vocabulary.mjs';

/** @returns {import('./documents.mjs').File[]} */
export function makeRegisters(count, documents, random) {
  const forms = documents.filter(({ role }) => role === 'form');
  const copies = copyLists(documents.filter(({ lines }) => lines.some((line) => line.startsWith('distribution:'))), random);
  const fixed = [config(), organization(), responsibilities(), processes(), externals(), ...copies];
  const rest = Math.max(6, count - fixed.length);
  const nonconformities = Math.ceil(rest / 6);
  return [
    ...fixed, ...Array.from({ length: nonconformities }, (_, at) => nonconformity(at + 1, random)),
    ...Array.from({ length: rest - nonconformities }, (_, at) => record(at, forms, random)),
  ];
}

function file(path, kind, lines, id = '') {
  return { path, lines: [`kind: ${kind}`, ...lines, ''], role: 'register', kind, id };
}

function config() {
  return file('qms.yaml', 'workspace', [
    'standard: iso9001-2000', 'language: zh-CN', 'organization: 某市工商行政管理局', 'today: "2004-12-31"', 'numbering:',
    `  blocks: {${blocks.map((block) => `${block}: ${blockCodes[block]}`).join(', ')}}`, '  manual: "MSGS/QM-{n:2}"', '  procedure: "MSGS/QP-{n:2}"',
    '  work-instruction: "MSGS/WI-{block}-{n:3}"', '  rule: "MSGS/ZD-{block}-{n:3}"', '  form: "MSGS/QR-{parent}-{n:2}"', '  external: "WL-{n:3}"',
    '  record: "{form}/{year}-{n:3}"', '  nonconformity: "NC-{year}-{n:3}"',
  ]);
}

function organization() {
  const posts = units.flatMap(([id, , , , head, clerk]) => [[`${id}-head`, head, id], [`${id}-clerk`, clerk, id]]);
  return file('organization.yaml', 'organization', [
    'name: 某市工商行政管理局', 'top_management: leadership-head', 'representative: leadership-clerk', 'appointment: {document: MSGS/QM-01, on: 2004-02-16}', 'units:',
    ...units.map(([id, name, block, kind]) => `  - {id: ${id}, name: ${name}, block: ${block}, kind: ${kind}, head: ${id}-head}`), 'posts:',
    ...posts.map(([id, name, unit]) => `  - {id: ${id}, name: ${name}, unit: ${unit}, count: 1, duties: [按程序文件办理本岗位的事项], competence: {education: 大专以上, training: [岗前培训四十学时], skills: [熟悉本岗位的程序文件], experience: 两年以上}}`),
    'people:', ...units.flatMap(([id]) => ['head', 'clerk'].map((post, at) => `  - {id: p-${id}-${at + 1}, name: 工作人员${id}${at + 1}, unit: ${id}, posts: [${id}-${post}], since: 2003-01-01}`)),
  ]);
}

function responsibilities() {
  return file('responsibilities.yaml', 'responsibilities', ['clauses:', ...clauses.map(({ number }, at) => `  - {clause: "${number}", lead: [${units[at % units.length][0]}], related: [qms-office]}`.replace('lead: [qms-office], related: [qms-office]', 'lead: [qms-office], related: [office]'))]);
}

function processes() {
  const list = blocks.map((block, at) => ({ id: `GC-${pad(at + 1, 2)}`, block, next: `GC-${pad((at + 1) % blocks.length + 1, 2)}` }));
  return file('processes.yaml', 'processes', ['processes:', ...list.map(({ id, block, next }) =>
    `  - {id: ${id}, name: ${matters[block][0]}过程, block: ${block}, type: ${block === 'top' ? 'management' : block === 'support' ? 'support' : 'core'}, owner: ${owners[block]}, inputs: [申请材料], outputs: [办理结果], next: [${next}], criteria: 按期办结率不低于百分之九十五, resources: 岗位人员、登记系统和办公场所, documents: [MSGS/QP-01], clauses: ["7.1"]}`)]);
}

function externals() {
  return file('external-documents.yaml', 'external-documents', ['documents:',
    ...laws.map(([title, short, number, from, block, days], at) => `  - {id: WL-${pad(at + 1, 3)}, title: ${title}, aliases: [${short}], issuer: 国家立法机关, number: ${number}, issued: ${from}, in_force_from: ${from}, standing: in-force, blocks: [${block}], holder: ${owners[block]}, checked: 2004-12-01, limits: [{id: WL-${pad(at + 1, 3)}-L1, subject: 办结, days: ${days}, day_type: working}]}`),
    '  - {id: WL-900, title: 中华人民共和国经济合同法, aliases: [经济合同法], issuer: 国家立法机关, number: 主席令第12号, issued: 1982-07-01, in_force_from: 1982-07-01, standing: repealed, repealed_on: 1999-10-01, replaced_by: WL-010, blocks: [consumer], holder: consumer, checked: 2004-12-01}',
  ]);
}

function holder({ lines }) {
  return /\[([\w-]+)/.exec(lines.find((line) => line.startsWith('distribution:')))[1];
}

/** Who holds copies: fifty documents a list. */
function copyLists(documents, random) {
  return Array.from({ length: Math.ceil(documents.length / 50) }, (_, list) => file(`distribution/copies-${pad(list + 1, 3)}.yaml`, 'distribution', ['copies:',
    ...documents.slice(list * 50, list * 50 + 50).map((document) =>
      `  - {document: ${document.id}, revision: A/0, copy: "001", holder: ${holder(document)}, issued: 2004-06-${21 + random.below(7)}, received: {by: p-${holder(document)}-1, on: 2004-06-28}}`)]));
}

function record(at, forms, random) {
  const form = forms[at % forms.length];
  const id = `${form.id}/2004-${pad(Math.floor(at / forms.length) + 1, 3)}`;
  const unit = random.pick(units)[0];
  const [month, day] = [7 + random.below(5), 1 + random.below(20)];
  const on = (shift) => `2004-${pad(month, 2)}-${pad(day + shift, 2)}`;
  const values = {
    applicant: `某某商行（第${at + 1}号）`, matter: `${random.pick(places)}${random.pick(matters[random.pick(blocks)])}，材料共${3 + random.below(9)}份，当场清点，缺少的已书面告知当事人补正`,
    received: on(0), decided: on(4), result: `审查材料齐全、内容相符，同意办理；办理中${random.pick(checks)}，没有发现差错，结果已书面告知当事人`,
    handler: `p-${unit}-2`, checker: `p-${unit}-1`, remark: `卷宗第${at + 1}号，共${10 + random.below(40)}页，存${random.pick(places)}档案柜第${1 + random.below(30)}格`,
  };
  return file(`records/${pad(Math.floor(at / 100) + 1, 3)}/${id.slice(5).replaceAll('/', '-')}.yaml`, 'record', [
    `id: ${id}`, `form: ${form.id}`, 'edition: A/0', `unit: ${unit}`, `on: ${on(0)}`, `closed: ${on(6)}`, 'fields:', ...formFields.map(([key]) => `  ${key}: ${values[key]}`),
    'signed:', `  - {field: handler, by: p-${unit}-2, on: ${on(4)}}`, `  - {field: checker, by: p-${unit}-1, on: ${on(6)}}`,
  ], id);
}

function nonconformity(serial, random) {
  const id = `NC-2004-${pad(serial, 3)}`;
  const unit = units[serial % units.length][0];
  const clause = clauses[Math.floor(serial / units.length) % clauses.length];
  const matter = `${random.pick(places)}${random.pick(matters[random.pick(blocks)])}`;
  return file(`nonconformities/${pad(Math.floor(serial / 100) + 1, 2)}/${id}.yaml`, 'nonconformity', [
    `id: ${id}`, 'source: monitoring', `unit: ${unit}`, `clause: "${clause.number}"`, `item: ${random.pick(clause.items)}`, 'document: MSGS/QP-01', 'grade: minor', 'type: implementation', 'status: closed',
    'found: {by: p-leadership-2, on: 2004-10-12}', 'fact:', `  statement: 2004年10月12日抽查${matter}的第${serial}卷，登记簿上写10月8日办结，通知书的日期是10月11日，两处相差三天。`, `  where: ${matter}岗位`, '  when: 2004-10-12', '  rule: 现行文件规定通知书的日期与登记簿一致',
    `accepted: {by: p-${unit}-1, on: 2004-10-13}`, 'correction:', `  what: 更正第${serial}卷登记簿上的日期，由更正人签名`, `  by: p-${unit}-2`, '  done: 2004-10-14',
    'cause:', '  method: 5-why', '  whys:', '    - 登记簿在通知书打印之前先写，打印推迟后没有回头改', '    - 步骤表没有写明登记簿与通知书的先后', '    - 编制步骤表时没有请窗口岗位试办一件',
    '  root: 编制作业步骤没有试办这一环，先后次序缺少核对', `  by: p-${unit}-1`, '  on: 2004-10-15', 'action:', `  what: 在步骤表中写明先打印后登记，新编步骤表须试办一件再送审（第${serial}号措施）`, `  owner: p-${unit}-1`,
    '  due: 2004-11-10', '  planned: 2004-10-16', '  done: 2004-11-02', `  evidence: 步骤表修改稿和试办记录第${serial}号`, 'extent:', '  checked: 抽查同一岗位九月的三十卷', '  result: 另有一卷日期不一致，已一并更正',
    `verification: {by: ${unit === 'qms-office' ? 'p-legal-2' : 'p-qms-office-2'}, on: 2004-12-03, seen: 抽查十一月的二十卷，日期全部一致, evidence: 抽查表十一月份, effective: true}`, 'closed: 2004-12-06',
  ], id);
}
