import { compareCodePoints } from '#model/diagnostic.ts';
import { documentTypes, type Document, type DocumentMeta } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import type { Copy } from '#model/system.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import { referencesIn } from './references.ts';
import { cell, toned, type Cell, type Column, type TableView } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const registerNames = ['documents', 'forms', 'records', 'external', 'distribution', 'auditors'] as const;
export type RegisterName = (typeof registerNames)[number];
export interface RegisterFilter { readonly block?: string | undefined; readonly status?: string | undefined; readonly type?: string | undefined; readonly unit?: string | undefined }

/** The lists a Chinese quality office keeps: 受控文件清单, 表单清单, 质量记录清单, 外来文件清单, 发放回收清单, 内审员名册. */
export function register(project: Project, name: RegisterName, filter: RegisterFilter = {}): TableView {
  const { title, columns, rows } = builders[name](project, filter);
  return {
    title, columns: [{ id: 'no', title: t('No', '序号'), align: 'right' }, ...columns],
    rows: rows.map((row, index) => [cell(String(index + 1)), ...row]),
    notes: [t(`${rows.length} entries.`, `共 ${rows.length} 条。`)],
  };
}

type Built = Pick<TableView, 'title' | 'columns' | 'rows'>;

const statusWords: Readonly<Record<string, Text>> = {
  draft: t('draft', '草稿'), review: t('in review', '送审'), approved: t('approved', '已批准'), effective: t('in force', '现行'), obsolete: t('obsolete', '作废'), retained: t('retained', '作废保留'),
};
const standingWords: Readonly<Record<string, Text>> = {
  'in-force': t('in force', '现行'), amended: t('amended', '已修改'), repealed: t('repealed', '废止'), 'not-yet-in-force': t('not yet in force', '尚未施行'),
};
const disposalWords: Readonly<Record<string, Text>> = { destroy: t('destroy', '销毁'), transfer: t('transfer to archives', '移交档案'), return: t('return', '退还') };
const mediumWords: Readonly<Record<string, Text>> = { paper: t('paper', '纸质'), electronic: t('electronic', '电子'), both: t('paper and electronic', '纸质、电子') };

const builders: Record<RegisterName, (project: Project, filter: RegisterFilter) => Built> = {
  documents(project, filter) {
    return {
      title: t('Master list of controlled documents', '受控文件清单'),
      columns: headed(['id', 'Number', '编号'], ['title', 'Title', '名称'], ['revision', 'Revision', '版本/修订'], ['owner', 'Lead unit', '主管部门'], ['approved', 'Approved by', '批准人'],
        ['effective', 'In force from', '生效日期'], ['review', 'Review due', '复审日期'], ['status', 'Status', '状态'], ['remarks', 'Remarks', '备注']),
      rows: chosen(project, filter).filter(({ value }) => value.type !== 'form' && value.type !== 'external').map(({ value, path }) => [
        cell(value.id), words(value.title, project), cell(value.revision), unit(value.owner, project), who(value.approved?.by ?? signedBy(value, project), project), cell(value.effective), due(value.review_due, project),
        status(value.status), cell(value.trial_until ? t(`trial until ${value.trial_until}`, `试行至 ${value.trial_until}`) : undefined, path),
      ]),
    };
  },
  forms(project, filter) {
    return {
      title: t('List of forms', '表单清单'),
      columns: headed(['id', 'Form number', '表单编号'], ['title', 'Title', '名称'], ['revision', 'Edition', '版本'], ['procedure', 'Under', '所属文件'], ['owner', 'Lead unit', '主管部门'], ['status', 'Status', '状态'], ['path', 'File', '文件']),
      rows: forms(project, filter).map(({ value, path }) => [cell(value.id), words(value.title, project), cell(value.revision), cell(value.procedure), unit(value.owner, project), status(value.status), cell(path)]),
    };
  },
  records(project, filter) {
    return {
      title: t('List of quality records', '质量记录清单'),
      columns: headed(['id', 'Form number', '表单编号'], ['title', 'Record', '记录名称'], ['revision', 'Edition', '版本'], ['procedure', 'Procedure', '依据文件'], ['owner', 'Filled by', '填写部门'], ['keeper', 'Kept by', '保存部门'], ['medium', 'Medium', '载体'],
        ['retention', 'Retention', '保存期限'], ['disposal', 'Disposal', '处置方式'], ['evidences', 'Required record', '对应标准记录'], ['filled', 'Filled', '已填份数']),
      rows: forms(project, filter).map(({ value }) => [
        cell(value.id), words(value.title, project), cell(value.revision), cell(value.procedure), unit(value.owner, project), unit(value.keeper, project), cell(mediumWords[value.medium ?? ''] ?? value.medium), retention(value.retention),
        cell(disposalWords[value.disposal ?? ''] ?? value.disposal), cell(...(value.evidences ?? []).map((id) => project.standard.records.find((record) => record.id === id)?.title ?? id)),
        cell(String(project.registers.records.filter((record) => record.value.form === value.id).length)),
      ]),
    };
  },
  external(project, filter) {
    const references = referencesIn(project, project);
    return {
      title: t('List of external documents', '外来文件清单'),
      columns: headed(['id', 'Number', '编号'], ['title', 'Title', '名称'], ['issuer', 'Issued by', '发文机关'], ['reference', 'Reference', '文号'], ['issued', 'Issued', '发布日期'],
        ['from', 'In force from', '施行日期'], ['standing', 'Status', '状态'], ['replaced', 'Replaced by', '被代替'], ['used', 'Used in', '引用文件'], ['holder', 'Kept by', '保管部门'], ['checked', 'Last checked', '最近核对']),
      rows: project.registers.externals.filter(({ value }) => (!filter.block || value.blocks?.includes(filter.block)) && (!filter.unit || value.holder === filter.unit)).map(({ value }) => [
        cell(value.id), words(value.title, project), words(value.issuer, project), cell(value.number), cell(value.issued), cell(value.in_force_from),
        { ...cell(standingWords[value.standing ?? ''] ?? value.standing), tone: value.standing === 'repealed' ? 'bad' : 'plain' }, cell(value.replaced_by), used(references.documentsNaming(value.id)), unit(value.holder, project), cell(value.checked),
      ]),
    };
  },
  distribution(project, filter) {
    const order = new Map(chosen(project, { ...filter, unit: undefined }).map(({ value }, index) => [value.id, index]));
    const narrowed = filter.block !== undefined || filter.status !== undefined || filter.type !== undefined;
    const place = (copy: Copy): number => order.get(copy.document) ?? order.size;
    return {
      title: t('Issue and recall of copies', '文件发放回收清单'),
      columns: headed(['document', 'Document', '文件编号'], ['title', 'Title', '名称'], ['revision', 'Revision', '版本/修订'], ['copy', 'Copy no', '分发号'], ['holder', 'Holder', '持有部门/岗位'],
        ['issued', 'Issued', '发放日期'], ['received', 'Received by', '签收'], ['recalled', 'Recalled', '回收日期'], ['destroyed', 'Destroyed', '销毁']),
      rows: project.registers.copies.filter(({ value }) => (!filter.unit || value.holder === filter.unit) && (!narrowed || order.has(value.document)))
        .sort((a, b) => place(a.value) - place(b.value) || compareCodePoints(a.value.copy ?? '', b.value.copy ?? '')).map(({ value }) => [
        cell(value.document), words(project.index.documents.get(value.document)?.[0]?.value.title, project), cell(value.revision), cell(value.copy), unit(value.holder, project), cell(value.issued),
        value.received ? cell(nameOf(value.received.by, project), value.received.on) : toned('bad', t('not signed', '未签收')), cell(value.recalled), value.destroyed ? cell(nameOf(value.destroyed.by, project), value.destroyed.on) : cell(),
      ]),
    };
  },
  auditors(project, filter) {
    const auditors = project.registers.people.flatMap((person) => (person.value.qualifications ?? []).filter(({ kind }) => kind.endsWith('auditor')).map((qualification) => ({ person, qualification })));
    return {
      title: t('Register of internal auditors', '内部审核员名册'),
      columns: headed(['name', 'Name', '姓名'], ['unit', 'Unit', '部门'], ['posts', 'Posts', '岗位'], ['kind', 'Qualification', '资格'], ['number', 'Certificate', '证书编号'], ['from', 'Valid from', '有效期自'], ['until', 'Valid until', '有效期至']),
      rows: auditors.filter(({ person }) => !filter.unit || person.value.unit === filter.unit).map(({ person, qualification }) => [
        cell(person.value.name), unit(person.value.unit, project), cell(...(person.value.posts ?? []).map((post) => wordsIn(project.index.posts.get(post)?.value.name ?? post, project.config.language))),
        cell(qualification.kind === 'lead-auditor' ? t('lead auditor', '审核组长') : t('internal auditor', '内审员')), cell(qualification.number), cell(qualification.from), due(qualification.until, project),
      ]),
    };
  },
};

const MAX_USED = 4;

/** Columns that hold numbers and dates. */
const numbers = new Set(['id', 'procedure', 'document', 'revision', 'copy', 'effective', 'review', 'issued', 'from', 'until', 'checked', 'recalled', 'retention', 'medium', 'status', 'standing']);

function headed(...list: [id: string, en: string, zh: string][]): Column[] {
  return list.map(([id, en, zh]) => ({ id, title: t(en, zh), whole: numbers.has(id) }));
}

/** From the manual down to the plans, as the pyramid of documents has it. */
function chosen({ documents }: Project, { block, status: wanted, type, unit: owner }: RegisterFilter): Document[] {
  return documents.filter(({ value }) => (!block || value.blocks?.includes(block)) && (!wanted || value.status === wanted) && (!type || value.type === type) && (!owner || value.owner === owner))
    .sort((a, b) => documentTypes.indexOf(a.value.type) - documentTypes.indexOf(b.value.type) || compareCodePoints(a.value.id, b.value.id));
}

/** Who approved the present revision, by the ledger. */
function signedBy({ id, revision }: DocumentMeta, { index }: Project): string | undefined {
  return index.approvals.get(id)?.findLast(({ value }) => value.role === 'approve' && value.revision === revision)?.value.person;
}

/** The numbers of those that use something; of many the first few. */
function used(documents: readonly Document[]): Cell {
  const ids = documents.map(({ value }) => value.id).sort(compareCodePoints);
  const rest = ids.length - MAX_USED;
  return rest > 0 ? cell(...ids.slice(0, MAX_USED), t(`and ${rest} more`, `等 ${ids.length} 份`)) : cell(...ids);
}

function forms(project: Project, filter: RegisterFilter): Document[] {
  return chosen(project, filter).filter(({ value }) => value.type === 'form');
}

function words(value: Wording | undefined, { config }: Project): Cell {
  return cell(wordsIn(value, config.language));
}

function unit(id: string | undefined, project: Project): Cell {
  return cell(id === undefined ? undefined : nameOf(id, project));
}

function who(id: string | undefined, project: Project): Cell {
  return cell(id === undefined ? undefined : nameOf(id, project));
}

/** The name of a unit, post or person; the id itself where there is none. */
function nameOf(id: string, { index, config }: Project): string {
  return wordsIn(index.units.get(id)?.value.name ?? index.posts.get(id)?.value.name ?? index.people.get(id)?.value.name ?? id, config.language);
}

function status(value: string | undefined): Cell {
  return { ...cell(statusWords[value ?? ''] ?? value), tone: value === 'effective' ? 'good' : value === 'obsolete' ? 'bad' : 'plain' };
}

function due(date: string | undefined, { today }: Project): Cell {
  return { ...cell(date), tone: date !== undefined && date < today ? 'bad' : 'plain' };
}

/** How long records are kept. */
export function retention(value: { readonly years?: number; readonly permanent?: boolean; readonly term?: string } | undefined): Cell {
  if (value?.permanent) return cell(t('permanent', '永久'));
  if (value?.years !== undefined) return cell(t(`${value.years} years`, `${value.years} 年`));
  return value?.term ? cell(value.term === 'long' ? t('long term', '长期') : t('short term', '短期')) : toned('bad', t('not fixed', '未规定'));
}
