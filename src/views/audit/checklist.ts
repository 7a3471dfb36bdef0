import type { AuditChecklist, Sitting } from '#model/audit.ts';
import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { clauseOf, findClause, findItem } from '#model/standard.ts';
import { wordsIn, type Locale, type Text } from '#model/text.ts';
import { rowIds, worksheetDigest, type Answer, type Worksheet } from '#model/worksheet.ts';
import type { Words } from '../paper.ts';
import { EvidenceFinder, type Earlier, type FormToSee, type Place } from './checklist-evidence.ts';
import { exclusionQuestions, itemQuestions, stepQuestions, type Question } from './checklist-questions.ts';
import { scopeOf, type Scope } from './checklist-scope.ts';
import { populations } from './populations.ts';
import { draw, sampleSize, seedOf, type Sample } from './sample.ts';
import { reportedTeam } from './team.ts';

export interface DrawnSample extends Sample { readonly pool: string; readonly title: Text }
/** A question with all that the auditor needs beside it, and what was recorded for it already. */
export interface ChecklistLine extends Answer {
  readonly id: string; readonly no: number; readonly item: string; readonly clause: string; readonly clauseTitle: Text | undefined; readonly requirement: Text | undefined; readonly question: Words;
  readonly document: string; readonly places: readonly Place[]; readonly forms: readonly FormToSee[]; readonly earlier: readonly Earlier[];
  /** Names of the samples to look at; none where the auditor draws on the spot. */
  readonly pools: readonly string[]; readonly nonconformity: string; readonly attachments: readonly string[];
}
export interface Checklist {
  readonly audit: string; readonly unit: string; readonly process: string; readonly unitName: string; readonly processName: string;
  readonly auditor: string; readonly on: string; readonly team: readonly string[]; readonly digest: string; readonly seed: string;
  readonly sittings: readonly Sitting[]; readonly blocks: readonly string[]; readonly samples: readonly DrawnSample[]; readonly lines: readonly ChecklistLine[];
  /** Items left to the unit that leads: whether the written procedure exists is asked once. */
  readonly leftToLead: readonly string[];
  /** The file in which it is recorded, '' before it is. */
  readonly path: string;
}
export interface ChecklistWish { readonly audit: string; readonly unit: string; readonly process: string; readonly seed?: string; readonly clauses?: readonly string[] }

/** The checklist of one unit or process in one audit: what was recorded already, then what the scope still asks. */
export function checklist(project: Project, { audit, unit, process, seed, clauses }: ChecklistWish): Checklist {
  const scope = scopeOf(project, audit, unit, process);
  const recorded = recordedChecklist(project, audit, unit, process);
  const evidence = new EvidenceFinder(project, scope);
  const seedUsed = seed ?? seedOf(`${audit} ${unit} ${process}`);
  const samples = samplesOf(project, scope, seedUsed);
  const ready = new Set(samples.filter(({ of }) => of > 0).map(({ pool }) => pool));
  const before = (recorded?.value.rows ?? []).map((row, at): Question & Recorded => ({
    no: row.no ?? at + 1, item: row.item ?? '', question: wordsIn(row.question, project.config.language), method: row.method ?? '', document: row.document ?? '',
    sample: row.sample ?? '', evidence: row.evidence ?? '', judgement: row.judgement ?? '', note: row.note ?? '', nonconformity: row.nonconformity ?? '', attachments: row.attachments ?? [],
  }));
  const asked = [...stepQuestions(project, process), ...itemQuestions(project, scope, evidence), ...exclusionQuestions(project)];
  const askedIds = rowIds(asked.map(({ item }, at) => ({ item, no: at + 1 })));
  const beforeIds = rowIds(before);
  const taken = new Set(before.map(({ no }) => no));
  let last = Math.max(asked.length, ...taken);
  // A question keeps its number however much of the list is recorded already, so that forms printed before still fit.
  const numbered = asked.map((question, at): Question & Recorded => ({ ...question, ...nothing, no: taken.has(at + 1) && !beforeIds.includes(askedIds[at] as string) ? ++last : at + 1 }));
  const fresh = numbered.filter((_, at) => !beforeIds.includes(askedIds[at] as string));
  const rows = [...before, ...fresh];
  const ids = rowIds(rows);
  const first = new Set<string>();
  const lines = rows.map((row, at): ChecklistLine => {
    const clause = row.item === '' ? '' : clauseOf(row.item);
    const item = findItem(project.standard, row.item);
    const isFirst = !first.has(clause);
    first.add(clause);
    return {
      ...row, id: ids[at] as string, clause, clauseTitle: isFirst ? findClause(project.standard, clause)?.title : undefined, requirement: row.requirement ?? item?.text,
      places: row.places ?? (item ? evidence.places(item.id) : []), forms: item ? evidence.forms(item) : [], earlier: isFirst && clause !== '' ? evidence.earlier(clause, audit) : [],
      pools: (row.item === '' ? project.standard.questions.followed : project.standard.questions.clauses.find((asks) => asks.clause === clause)?.draw ?? []).filter((pool) => ready.has(pool)),
    };
  }).filter((line) => clauses === undefined || clauses.includes(line.clause));
  const { sittings } = scope;
  const head = { audit, unit, process };
  return {
    ...head, unitName: wordsIn(project.index.units.get(unit)?.value.name, project.config.language), processName: wordsIn(project.index.processes.get(process)?.value.name, project.config.language),
    auditor: recorded?.value.auditor ?? (sittings[0]?.auditors?.[0] ?? ''), on: recorded?.value.on ?? sittings[0]?.on ?? '',
    team: reportedTeam(project, audit),
    digest: worksheetDigest({ ...head, rows: lines }), seed: seedUsed, sittings, blocks: scope.blocks, samples, lines, leftToLead: scope.leftToLead, path: recorded?.path ?? '',
  };
}

interface Recorded extends Answer { readonly no: number; readonly nonconformity: string; readonly attachments: readonly string[] }
const nothing = { sample: '', evidence: '', judgement: '', note: '', nonconformity: '', attachments: [] };

/** What was recorded for this unit or process. */
function recordedChecklist({ registers }: Project, audit: string, unit: string, process: string): Entry<AuditChecklist> | undefined {
  return registers.checklists.find(({ value }) => value.audit === audit && (value.unit ?? '') === unit && (process === '' || value.process === process));
}

function samplesOf(project: Project, scope: Scope, seed: string): DrawnSample[] {
  const { questions } = project.standard;
  const wanted = questions.clauses.filter(({ clause }) => scope.clauses.some((asked) => asked.clause === clause)).flatMap(({ draw: pools }) => pools);
  return [...new Set(wanted)].flatMap((pool) => {
    const population = populations[pool];
    if (!population) return [];
    const entries = population.entries(project, scope);
    return [{ pool, title: population.title, ...draw(entries, sampleSize(entries.length, questions.sampling), `${seed} ${pool}`) }];
  });
}

/** The checklist as it goes to the field, its questions in one language. */
export function worksheetOf({ audit, unit, process, digest, auditor, on, lines }: Checklist, locale: Locale): Worksheet {
  return {
    audit, unit, process, digest, auditor, on,
    rows: lines.map(({ id, no, item, question, document, method, sample, evidence, judgement, note }) =>
      ({ id, no, item, question: wordsIn(question, locale), document, method, sample, evidence, judgement, note, photos: [] })),
  };
}
