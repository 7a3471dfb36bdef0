import type { Diagnostic } from '#model/diagnostic.ts';
import { inForce, type Document, type DocumentType } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { nameIn } from './names.ts';

/** What the paper says of itself: 受控, 非受控, 草案, 作废, 作废保留. */
export type Mark = 'controlled' | 'uncontrolled' | 'draft' | 'obsolete' | 'retained';
/** A controlled copy (分发号) and the unit or post that holds it. */
export interface IssuedCopy { readonly number: string; readonly holder: string }
export interface Signing { readonly role: 'prepared' | 'reviewed' | 'approved'; readonly name: string; readonly post: string; readonly on: string }
/** A line of the change record (更改记录). */
export interface ChangeLine { readonly request: string; readonly section: string; readonly summary: string; readonly revision: string; readonly by: string; readonly approvedBy: string; readonly on: string }
/** A line of the ledger: what was signed by whom. `digest` is the sha256 of the signed text, `fingerprint` that of the key at level 2. */
export interface ApprovalLine { readonly role: string; readonly revision: string; readonly name: string; readonly on: string; readonly digest: string; readonly level: 1 | 2; readonly fingerprint: string }
/** What a form says about the records it makes. */
export interface FormLines { readonly procedure: string; readonly keeper: string; readonly retention: Text; readonly disposal: string; readonly medium: string }

/** All that stands on the pages of a document besides its text. Words are in the language of the workspace. */
export interface ControlledDocument {
  readonly path: string;
  readonly organization: string; readonly type: DocumentType; readonly title: string; readonly id: string; readonly revision: string; readonly owner: string;
  readonly issued: string; readonly effective: string; readonly trialUntil: string; readonly supersedes: string;
  readonly mark: Mark; readonly copy?: IssuedCopy;
  readonly signings: readonly Signing[]; readonly changes: readonly ChangeLine[]; readonly approvals: readonly ApprovalLine[];
  /** sha256 of the text as it stands, and the names of the live content in it, which no signature covers. */
  readonly digest: string; readonly live: readonly string[];
  readonly form?: FormLines;
  /** The day of which the paper tells. */
  readonly today: string;
}

/** The view of a document under a mark. */
export function controlledDocument(project: Project, document: Document, mark: Mark, copy?: IssuedCopy): ControlledDocument {
  const { value, path, body } = document;
  const { language } = project.config;
  const name = (id: string | undefined): string => nameIn(project, id);
  return {
    path, organization: wordsIn(project.config.organization, language), type: value.type, title: wordsIn(value.title, language), id: value.id, revision: value.revision ?? '', owner: name(value.owner),
    issued: value.approved?.on ?? '', effective: value.effective ?? '', trialUntil: value.trial_until ?? '', supersedes: value.supersedes ?? '',
    mark, ...(copy ? { copy } : {}),
    signings: (['prepared', 'reviewed', 'approved'] as const).map((role) => ({ role, name: name(value[role]?.by), post: postOf(project, value[role]?.by), on: value[role]?.on ?? '' })),
    changes: changesOf(project, document), approvals: approvalsOf(project, document),
    digest: project.files.find((file) => file.path === path)?.digest ?? '', live: body.directives.filter(({ name: directive }) => directive !== 'include').map(({ name: directive }) => directive),
    ...(value.type === 'form' ? { form: { procedure: value.procedure ?? '', keeper: name(value.keeper), retention: retentionOf(document), disposal: value.disposal ?? '', medium: value.medium ?? '' } } : {}),
    today: project.today,
  };
}

/** The mark that a print without copy number gets: it follows from status, dates and signatures, never from what the reader wishes. */
export function markOf(project: Project, document: Document, faults: readonly Diagnostic[]): Mark {
  const { status } = document.value;
  if (status === 'obsolete' || status === 'retained') return status;
  const unsigned = faults.some(({ code }) => code.startsWith('approval/') || code === 'document/approval-missing');
  return inForce(document, project.today) && !unsigned ? 'uncontrolled' : 'draft';
}

/** The copies of a document's revision that are out with their holders. */
export function copiesOf(project: Project, document: Document): IssuedCopy[] {
  return project.registers.copies
    .filter(({ value }) => value.document === document.value.id && (value.revision ?? document.value.revision) === document.value.revision && value.recalled === undefined && value.copy !== undefined)
    .map(({ value }) => ({ number: value.copy ?? '', holder: nameIn(project, value.holder) }));
}

function postOf(project: Project, person: string | undefined): string {
  const posts = project.index.people.get(person ?? '')?.value.posts ?? [];
  return nameIn(project, posts[0]);
}

/** The first issue needs no entry in the front matter: A/0 says it. */
function changesOf(project: Project, { value }: Document): ChangeLine[] {
  const { language } = project.config;
  const approver = (revision: string): string => {
    const record = project.approvals.find((one) => one.value.document === value.id && one.value.revision === revision && one.value.role === 'approve');
    return nameIn(project, record?.value.person ?? (revision === value.revision ? value.approved?.by : undefined));
  };
  const changes = value.changes?.length ? value.changes : value.revision === 'A/0' && value.approved ? [{ revision: 'A/0', on: value.approved.on, section: language === 'zh-CN' ? '全文' : 'all', summary: { 'zh-CN': '首次发布', en: 'First issue' }, by: value.prepared?.by ?? '' }] : [];
  return changes.map((change) => ({
    request: change.request ?? '', section: change.section ?? '', summary: wordsIn(change.summary, language), revision: change.revision, by: nameIn(project, change.by), approvedBy: approver(change.revision), on: change.on ?? '',
  }));
}

function approvalsOf(project: Project, { value }: Document): ApprovalLine[] {
  return project.approvals.filter((record) => record.value.document === value.id && record.value.revision === value.revision).map(({ value: approval, signature }) => ({
    role: approval.role, revision: approval.revision, name: nameIn(project, approval.person), on: approval.at.slice(0, 10), digest: approval.sha256,
    level: signature.state === 'good' ? 2 : 1, fingerprint: signature.fingerprint ?? '',
  }));
}

function retentionOf({ value: { retention } }: Document): Text {
  if (retention?.permanent) return { en: 'permanent', 'zh-CN': '永久' };
  if (retention?.years !== undefined) return { en: `${retention.years} years`, 'zh-CN': `${retention.years}年` };
  if (retention?.term) return retention.term === 'long' ? { en: 'long term', 'zh-CN': '长期' } : { en: 'short term', 'zh-CN': '短期' };
  return { en: '', 'zh-CN': '' };
}
