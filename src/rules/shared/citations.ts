import type { Document } from '#model/document.ts';
import { onceFor } from '#model/once-for.ts';
import { escapeKey, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { supersededNumber } from './superseded.ts';

/** A number of a document, form or outside paper that somebody names, and where. `key` is the path pattern, or 'mention' in running text. */
export interface Citation { readonly id: string; readonly path: string; readonly key: string; readonly at: Spot; readonly by?: Document }

/** Where front matter names documents; a list at the end stands for each of its values. */
const documentKeys = ['references', 'records', 'procedure', 'part_of', 'supersedes', 'replaced_by', 'retention/basis', 'limits/*/basis', 'limits/*/limit'];

/** Where registers name documents, forms, outside papers and their limits. */
const registerKeys: Readonly<Record<string, readonly string[]>> = {
  organization: ['appointment/document', 'bodies/*/rule'],
  processes: ['processes/*/documents', 'processes/*/records', 'processes/*/special/validation'],
  exclusions: ['exclusions/*/statement'],
  'external-documents': ['documents/*/replaced_by', 'documents/*/retention/basis'],
  objectives: ['promises/*/document'],
  nonconformity: ['document'],
  'audit-checklist': ['rows/*/document'],
  channels: ['channels/*/document', 'channels/*/records'],
  distribution: ['copies/*/document'],
  record: ['form'],
  designs: ['projects/*/plan'],
  licensing: [
    'items/*/documents', 'items/*/forms', 'items/*/legal_basis', 'items/*/limit/basis', 'items/*/limit/limit', 'items/*/fee/basis', 'abolished/document',
  ],
  enforcement: [
    'basis', 'steps/*/documents', 'steps/*/forms', 'steps/*/limit/basis', 'steps/*/limit/limit', 'hearing/basis', 'coercive/*/basis', 'coercive/*/form',
    'coercive/*/limit/basis', 'coercive/*/limit/limit', 'concentrated/basis', 'concentrated/document', 'fees/basis',
  ],
  consumer: [
    'intake/form', 'intake/limit/basis', 'take_up/form', 'take_up/basis', 'take_up/limit/basis', 'routing/limit/basis', 'mediation/form', 'mediation/basis',
    'mediation/limit/basis', 'reply/form', 'reply/limit/basis', 'call_back/form', 'analysis/form',
  ],
  support: [
    'training/plan', 'training/evaluation', 'appraisal/document', 'archives/document', 'archives/retention', 'purchasing/document', 'stock/document', 'stock/form',
    'facilities/document', 'finance/document', 'openness/document', 'inspection/document', 'inspection/form',
  ],
};

/** Everything that names a document: front matter, registers, then numbers in running text. Collected once for a project. */
export const citations: (project: Project) => readonly Citation[] = onceFor((project) => [...statedCitations(project), ...project.documents.flatMap(mentioned)]);

/** The same without running text, which then need not be read. */
export const statedCitations: (project: Project) => readonly Citation[] = onceFor((project) => [...stated(project)]);

function mentioned(document: Document): Citation[] {
  return document.body.mentions.map(({ id }, index) => ({ id, path: document.path, key: 'mention', at: { path: document.path, list: 'mentions', index }, by: document }));
}

function* stated(project: Project): Iterable<Citation> {
  for (const document of project.documents) {
    for (const key of documentKeys) {
      for (const { id, pointer } of valuesAt(document.value, key)) {
        yield { id: key === 'supersedes' ? supersededNumber(id) : id, path: document.path, key, at: { path: document.path, pointer }, by: document };
      }
    }
  }
  for (const { form, kind, data, path } of project.files) {
    if (form !== 'register' || data === null) continue;
    for (const key of registerKeys[kind] ?? []) {
      for (const { id, pointer } of valuesAt(data, key)) yield { id, path, key: `${kind}:${key}`, at: { path, pointer } };
    }
  }
}

/** One citation per file and number, with the other places of the same file beside it: one wrong number is one fault. */
export function grouped(found: Iterable<Citation>): { first: Citation; others: Spot[] }[] {
  const groups = new Map<string, Citation[]>();
  for (const citation of found) {
    const key = JSON.stringify([citation.path, citation.id]);
    const group = groups.get(key);
    if (group) group.push(citation);
    else groups.set(key, [citation]);
  }
  return [...groups.values()].map(([first, ...others]) => ({ first: first as Citation, others: others.map(({ at }) => at) }));
}

/** The form of a filled record's number: AB/QR-QP07-01/2004-003 → AB/QR-QP07-01. */
export function formOf(id: string): string {
  return id.replace(/\/\d{4}-\d+$/, '');
}

function valuesAt(root: unknown, pattern: string): Iterable<{ id: string; pointer: string }> {
  const slash = pattern.indexOf('/');
  const first = slash < 0 ? pattern : pattern.slice(0, slash);
  return (root as Record<string, unknown>)[first] === undefined ? [] : valuesBelow(root, pattern); // most fields are not there
}

function* valuesBelow(root: unknown, pattern: string): Iterable<{ id: string; pointer: string }> {
  let nodes: { value: unknown; pointer: string }[] = [{ value: root, pointer: '' }];
  for (const key of [...pattern.split('/'), '*']) {
    nodes = nodes.flatMap(({ value, pointer }) => {
      if (Array.isArray(value) && key === '*') return value.map((inner: unknown, index) => ({ value: inner, pointer: `${pointer}/${index}` }));
      if (key === '*') return [{ value, pointer }];
      const inner = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
      return inner === undefined ? [] : [{ value: inner, pointer: `${pointer}/${escapeKey(key)}` }];
    });
  }
  for (const { value, pointer } of nodes) if (typeof value === 'string') yield { id: value, pointer };
}
