import type { Project } from '#model/project.ts';
import type { Text, Wording } from '#model/text.ts';
import { documentChanges, entryChanges, type LinesOf, type What } from './impact-changes.ts';
import { documentImpact } from './impact-document.ts';
import { entryImpact } from './impact-entry.ts';
import { touchKinds, type Touch, type TouchKind, type Touches } from './impact-touches.ts';
import { referencesIn } from './references.ts';
import { kindWords } from './register-entries.ts';

/** One change with what it touches. `revision` and `status` of documents: then and now. `where`: sections or fields. */
export interface Change {
  readonly kind: string; readonly label: Text; readonly what: What; readonly id: string; readonly name: Wording; readonly path: string; readonly where: readonly string[];
  readonly revision?: readonly [string, string]; readonly status?: readonly [string, string]; readonly from?: string;
  readonly touches: Touches;
}
/** Something touched, with the numbers of the changes that touch it. */
export interface Touched extends Touch { readonly causes: readonly string[] }
export interface ImpactView { readonly since: string; readonly changes: readonly Change[]; readonly touched: Readonly<Record<TouchKind, readonly Touched[]>> }

/** What changed between two states of a workspace, and what it touches now. */
export function impact(before: Project, after: Project, since: string, linesOf: LinesOf): ImpactView {
  const references = referencesIn(after, before);
  const documents = documentChanges(before, after, linesOf).map((change): Change => {
    const { what, id, name, path, where, before: was, after: is } = change;
    return {
      kind: 'document', label: document, what, id, name, path, where, revision: [was?.value.revision ?? '', is?.value.revision ?? ''], status: [was?.value.status ?? '', is?.value.status ?? ''],
      ...(was && is && was.path !== is.path ? { from: was.path } : {}), touches: documentImpact(change, before, after, references),
    };
  });
  const entries = entryChanges(before, after).map((change): Change => {
    const { what, id, name, path, where } = change;
    const kind = (change.after ?? change.before)?.kind ?? '';
    return { kind, label: kindWords[kind] ?? document, what, id, name, path, where, touches: entryImpact(change, before, after, references) };
  });
  const changes = [...documents, ...entries];
  return { since, changes, touched: Object.fromEntries(touchKinds.map((kind) => [kind, merged(changes, kind)])) as Record<TouchKind, Touched[]> };
}

const document: Text = { en: 'document', 'zh-CN': '文件' };

/** The same thing touched by several changes is told once. */
function merged(changes: readonly Change[], kind: TouchKind): Touched[] {
  const found = new Map<string, { touch: Touch; causes: Set<string> }>();
  for (const { id, touches } of changes) {
    for (const touch of touches[kind] ?? []) {
      const key = JSON.stringify([touch.of, touch.id, touch.of === undefined ? '' : touch.name]);
      const known = found.get(key) ?? { touch, causes: new Set<string>() };
      found.set(key, known);
      known.causes.add(id);
    }
  }
  return [...found.values()].map(({ touch, causes }) => ({ ...touch, causes: [...causes] }));
}
