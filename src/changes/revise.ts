import type { Document as YamlDocument, YAMLMap, YAMLSeq } from 'yaml';
import { editFrontMatter } from './front-matter.ts';

export interface Revision { readonly revision: string; readonly section: string; readonly summary: string; readonly reason: string; readonly request?: string; readonly by?: string; readonly on: string }

/** Opens a document for a new revision: draft again, without signatures and dates, with a line in its table of changes. */
export function reviseText(text: string, { revision, section, summary, reason, request, by, on }: Revision): string {
  return editFrontMatter(text, (fields, document) => {
    fields.set('revision', revision);
    fields.set('status', 'draft');
    for (const key of ['prepared', 'reviewed', 'approved', 'effective', 'review_due', 'trial_until']) fields.delete(key);
    record(fields, document, { revision, on: quoted(on, document), section, summary, reason, ...(request ? { request } : {}), ...(by ? { by } : {}) });
  });
}

/** One more line in the table of changes. */
function record(fields: YAMLMap, document: YamlDocument, change: Readonly<Record<string, unknown>>): void {
  const entry = document.createNode(change, { flow: true });
  const changes = fields.get('changes') as YAMLSeq | undefined;
  if (changes) changes.add(entry);
  else fields.set('changes', document.createNode([entry]));
}

/** Puts a document up for approval: the text as it is to stand, with the day on which it comes into force. */
export function submitText(text: string, effective: string, reviewDue: string): string {
  return editFrontMatter(text, (fields, document) => {
    fields.set('status', 'approved');
    fields.set('effective', quoted(effective, document));
    fields.set('review_due', quoted(reviewDue, document));
  });
}

/** Takes a document out of use, and says why in its table of changes. */
export function withdrawText(text: string, { retain, ...change }: { readonly retain: boolean; readonly on: string; readonly summary: string; readonly reason: string }): string {
  return editFrontMatter(text, (fields, document) => {
    fields.set('status', retain ? 'retained' : 'obsolete');
    record(fields, document, { revision: fields.get('revision'), ...change, on: quoted(change.on, document) });
  });
}

/** A date that stays a string for every YAML reader. */
function quoted(date: string, document: { createNode(value: unknown): unknown }): unknown {
  const node = document.createNode(date) as { type?: string };
  node.type = 'QUOTE_DOUBLE';
  return node;
}
