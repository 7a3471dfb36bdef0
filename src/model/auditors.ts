import { sameActor, unitOf } from './actors.ts';
import type { Person } from './organization.ts';
import type { Project } from './project.ts';
import { qualified, serves } from './qualified.ts';

/** Qualifications of auditors; whoever may lead may also audit. */
export const auditorKinds: readonly string[] = ['internal-auditor', 'lead-auditor'];
const leaderKind = 'lead-auditor';

/** What is audited: a unit, one of its processes. */
export interface Sight { readonly unit?: string; readonly process?: string }
/** What makes a person partial: the own unit, the own unit's process, a document of the own hand. */
export type Bar = { readonly kind: 'unit' | 'process' | 'document'; readonly id: string };

type Known = Pick<Project, 'registers' | 'index'>;

/** Who may audit on a day: qualified and serving, each once, by id. */
export function auditorsOn({ index }: Pick<Project, 'index'>, day: string): Person[] {
  return [...index.people.values()].map(({ value }) => value).filter((person) => serves(person, day) && qualified(person, auditorKinds, day)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a person may lead on a day. Where nobody has ever been qualified as a leader, every auditor may. */
export function mayLead({ registers }: Known, person: Person, day: string): boolean {
  const known = registers.people.some(({ value }) => value.qualifications?.some(({ kind }) => kind === leaderKind));
  return qualified(person, known ? [leaderKind] : auditorKinds, day);
}

/** What bars a person from a sight; undefined when nothing does. Of documents, those of the process count. */
export function barOf({ index }: Known, person: string, { unit, process }: Sight): Bar | undefined {
  const home = unitOf(index, person);
  if (unit !== undefined && home === unit) return { kind: 'unit', id: unit };
  const audited = process === undefined ? undefined : index.processes.get(process)?.value;
  if (audited && home !== undefined && home === unitOf(index, audited.owner)) return { kind: 'process', id: audited.id };
  const own = audited?.documents?.find((document) => wrote(index, person, document));
  return own === undefined ? undefined : { kind: 'document', id: own };
}

/** Everybody who could audit this on that day. */
export function eligible(project: Known, day: string, sight: Sight): Person[] {
  return auditorsOn(project, day).filter(({ id }) => barOf(project, id, sight) === undefined);
}

/** Whether a person prepared or approved a document. */
export function wrote(index: Project['index'], person: string, document: string): boolean {
  return (index.documents.get(document) ?? []).some(({ value }) => sameActor(index, person, value.prepared?.by) || sameActor(index, person, value.approved?.by));
}
