import { lineOf } from '#model/body-places.ts';
import { isObsolete, type Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { changedSince } from '#model/reaching-files.ts';
import { clauseOf, compareClauses, requirementText } from '#model/standard.ts';
import type { Text } from '#model/text.ts';
import { filesOf, type DocumentChange } from './impact-changes.ts';
import { blockTouches, clauseTouches, documentTouches, entryTouches, nameOf, objectiveTouches } from './impact-names.ts';
import { openAudits, openNonconformities } from './impact-open.ts';
import type { Touch, Touches } from './impact-touches.ts';
import { namedPosts } from './named-posts.ts';
import type { References } from './references.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** What a changed document touches. */
export function documentImpact(change: DocumentChange, before: Project, after: Project, references: References): Touches {
  const sides = [change.before, change.after].filter((side) => side !== undefined);
  const clauses = new Set(sides.flatMap(({ value, body }) => [...(value.clauses ?? []), ...body.claims.map(({ item }) => clauseOf(item))]));
  const isForm = (id: string): boolean => (after.index.documents.get(id) ?? before.index.documents.get(id))?.[0]?.value.type === 'form';
  const named = sides.flatMap((side) => [...(side.value.records ?? []), ...references.namedBy(side)]);
  const naming = references.documentsNaming(change.id);
  const forms = new Set([...named, ...naming.filter(({ value }) => value.procedure === change.id).map(({ value }) => value.id)].filter((id) => id !== change.id && isForm(id)));
  const entries = references.entriesNaming(change.id);
  const processes = entries.filter(({ kind }) => kind === 'processes');
  const scope = {
    id: change.id, clauses, documents: new Set([change.id]), processes: new Set(processes.map(({ id }) => id)),
    units: new Set(sides.flatMap(({ value }) => value.owner ?? [])),
  };
  return {
    approvals: voidApprovals(change, after),
    clauses: clauseTouches(clauses, after), items: itemsAt(change, after), blocks: blockTouches(sides.flatMap(({ value }) => value.blocks ?? []), after),
    forms: [...forms].sort().map((id) => ({ id, name: nameOf(id, after) })),
    documents: documentTouches(naming.filter(({ value }) => value.type !== 'form')),
    processes: processes.map(({ id, name }) => ({ id, name })),
    entries: entryTouches(entries),
    objectives: objectiveTouches([change.id, ...forms], references, after),
    copies: copiesOut(change, after), posts: postTouches(sides.flatMap((side) => namedPosts(side, side === change.after ? after : before)), after),
    audits: openAudits(after, scope), nonconformities: openNonconformities(after, scope),
  };
}

/** Items claimed at lines that changed, on either side. */
function itemsAt({ before, after, lines }: DocumentChange, { standard }: Project): Touch[] {
  const [was, is] = [claimedAt(before, lines.before), claimedAt(after, lines.after)];
  const still = new Set(after?.body.claims.map(({ item }) => item));
  return [...new Set([...is, ...was])].sort((a, b) => compareClauses(clauseOf(a), clauseOf(b)) || (a < b ? -1 : 1))
    .map((id) => ({ id, name: requirementText(standard, id) ?? '', ...(still.has(id) ? {} : { note: t('no longer claimed here', '此处不再落实') }) }));
}

function claimedAt(document: Document | undefined, lines: ReadonlySet<number>): string[] {
  return (document?.body.claims ?? []).filter((_, at) => document && lines.has(lineOf(document.body, 'claims', at))).map(({ item }) => item);
}

/** Copies in other hands, and what is to be done about them. Without a register of copies the front matter says who holds one. */
function copiesOut({ id, before, after: now }: DocumentChange, project: Project): Touch[] {
  if (!before) return [];
  const gone = now === undefined || isObsolete(now);
  const newer = now?.value.revision !== before.value.revision;
  const note = gone ? t('recall', '收回') : newer ? t(`exchange for ${now?.value.revision ?? ''}`, `换发 ${now?.value.revision ?? ''} 版`) : t('its text is no longer the one here: exchange once this is issued', '与现稿不同，发布后换发');
  const register = project.registers.copies.filter(({ value }) => value.document === id);
  const out = register.filter(({ value }) => value.recalled === undefined && value.destroyed === undefined && (gone || !newer || value.revision !== now?.value.revision));
  if (register.length > 0) return out.map(({ value }) => ({ id: value.copy ?? '', name: nameOf(value.holder, project), note, of: `${id} ${value.revision ?? ''}`.trim() }));
  const holders = (before.value.distribution ?? []).map((one) => (typeof one === 'string' ? { holder: one, copy: '' } : one));
  return holders.map(({ holder, copy }) => ({ id: copy ?? '', name: nameOf(holder, project), note, of: `${id} ${before.value.revision ?? ''}`.trim() }));
}

/** The posts that work by it, with the people who hold them on the day. */
function postTouches(posts: readonly string[], { index, registers, today }: Project): Touch[] {
  return [...new Set(posts)].map((id) => {
    const holders = registers.people.filter(({ value }) => value.posts?.includes(id) && (value.until === undefined || value.until >= today)).map(({ value }) => value.name);
    return { id, name: index.posts.get(id)?.value.name ?? id, note: holders.length > 0 ? t(holders.join(', '), holders.join('、')) : t('nobody holds this post', '此岗位无人') };
  });
}

/** Signatures for the present revision that are for other bytes than those that are here. */
function voidApprovals({ id, before, after: now }: DocumentChange, project: Project): Touch[] {
  const files = filesOf(project);
  const revision = (now ?? before)?.value.revision;
  return project.approvals.filter(({ value }) => value.document === id && value.revision === revision).flatMap(({ value, path }) => {
    const fits = now !== undefined && changedSince(value, now, files).length === 0;
    return fits ? [] : [{ id: path, name: project.index.people.get(value.person)?.value.name ?? value.person, note: t(`${value.role}, ${value.at.slice(0, 10)}`, `${roles[value.role] ?? value.role}，${value.at.slice(0, 10)}`) }];
  });
}
const roles: Readonly<Record<string, string>> = { prepare: '编制', review: '审核', approve: '批准', withdraw: '作废', confirm: '复审确认' };
