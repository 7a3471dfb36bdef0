import type { Project } from '#model/project.ts';
import { isWithin } from '#model/standard.ts';
import type { Text } from '#model/text.ts';
import type { Touch } from './impact-touches.ts';

/** What an audit or a nonconformity can be about. */
export interface Scope { readonly id: string; readonly clauses: ReadonlySet<string>; readonly units: ReadonlySet<string>; readonly documents: ReadonlySet<string>; readonly processes: ReadonlySet<string> }

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** Planned audits not held yet that will meet what changed. */
export function openAudits({ registers }: Project, scope: Scope): Touch[] {
  return registers.audits.filter(({ value }) => value.held === undefined && value.status !== 'held' && value.status !== 'cancelled' && value.id !== scope.id).flatMap(({ value }) => {
    const why = reasons({ clauses: value.clauses, units: value.units, processes: value.processes }, scope);
    return why ? [{ id: value.id, name: value.replanned ?? value.planned ?? '', note: why }] : [];
  });
}

/** Nonconformities not closed yet that stand on what changed. */
export function openNonconformities({ registers }: Project, scope: Scope): Touch[] {
  return registers.nonconformities.filter(({ value }) => value.closed === undefined && value.status !== 'closed' && value.id !== scope.id).flatMap(({ value }) => {
    const why = reasons({ clauses: one(value.clause), units: one(value.unit), documents: one(value.document), processes: one(value.process) }, scope);
    return why ? [{ id: value.id, name: value.fact?.statement ?? '', note: why }] : [];
  });
}

function one(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

type About = { readonly [name in 'clauses' | 'units' | 'documents' | 'processes']?: readonly string[] | undefined };

function reasons(about: About, scope: Scope): Text | null {
  const clauses = (about.clauses ?? []).filter((clause) => [...scope.clauses].some((touched) => isWithin(touched, clause) || isWithin(clause, touched)));
  const shared = (name: 'units' | 'documents' | 'processes'): string[] => (about[name] ?? []).filter((id) => scope[name].has(id));
  const found = [...shared('documents'), ...clauses, ...shared('processes'), ...shared('units')];
  return found.length === 0 ? null : t(`shares ${found.join(', ')}`, `涉及 ${found.join('、')}`);
}
