import { actorName } from '#model/actors.ts';
import type { AuditFinding, AuditReport, Nonconformity } from '#model/audit.ts';
import { auditDay } from '#model/audits.ts';
import type { Project } from '#model/project.ts';
import { clauseOf, compareClauses } from '#model/standard.ts';
import { wordsIn, type Locale } from '#model/text.ts';
import { reportedTeam } from './team.ts';

export const grades = ['major', 'minor', 'observation', 'improvement', 'strength'] as const;
export type Grade = (typeof grades)[number];
/** How many findings of a grade a clause has in a unit. */
export interface Distributed { readonly clause: string; readonly unit: string; readonly count: number }
/** What was asked in one checklist, and how it came out. */
export interface Asked { readonly path: string; readonly where: string; readonly rows: number; readonly conform: number; readonly nonconform: number; readonly observation: number; readonly notApplicable: number; readonly open: number; /** Observations that a nonconformity takes up. */ readonly takenUp: number }
/** An earlier nonconformity in the units that were audited. */
export interface FollowUp { readonly id: string; readonly audit: string; readonly unit: string; readonly clause: string; readonly status: string; readonly effective: boolean | undefined; readonly closed: string }
export interface ReportView {
  readonly audit: string; readonly from: string; readonly until: string; readonly leader: string; readonly team: readonly string[]; readonly units: readonly string[];
  readonly purpose: string; readonly scope: string; readonly criteria: readonly string[];
  /** The report as it was written; null before it is. What follows is counted from the registers in either case. */
  readonly report: AuditReport | null;
  readonly findings: readonly AuditFinding[]; readonly nonconformities: readonly Nonconformity[];
  readonly distribution: readonly Distributed[]; readonly asked: readonly Asked[]; readonly followUp: readonly FollowUp[];
  readonly counts: Readonly<Record<Grade, number>>;
}

/** All that belongs in the report on an audit; null where no programme or plan knows it. */
export function reportView(project: Project, audit: string): ReportView | null {
  const { registers, config } = project;
  const planned = registers.audits.find(({ value }) => value.id === audit)?.value;
  const plan = registers.plans.find(({ value }) => value.id === audit)?.value;
  if (!planned && !plan) return null;
  const report = registers.reports.find(({ value }) => value.audit === audit)?.value ?? null;
  const nonconformities = registers.nonconformities.map(({ value }) => value).filter((one) => one.audit === audit);
  const findings = report?.findings ?? proposedFindings(project, audit, nonconformities);
  const units = report?.units ?? planned?.units ?? [...new Set((plan?.timetable ?? []).flatMap(({ unit }) => unit ?? []))];
  const from = plan?.from ?? auditDay(planned ?? { id: audit }) ?? '';
  const say = (words: Parameters<typeof wordsIn>[0]): string => wordsIn(words, config.language);
  return {
    audit, from, until: plan?.until ?? from, leader: plan?.leader ?? planned?.leader ?? '', team: reportedTeam(project, audit), units,
    purpose: say(plan?.purpose), scope: say(plan?.scope), criteria: (plan?.criteria ?? []).map((words) => titled(project, say(words))),
    report, findings, nonconformities, distribution: distributionOf(findings), asked: askedOf(project, audit), followUp: followUpOf(project, audit, units, from),
    counts: Object.fromEntries(grades.map((grade) => [grade, findings.filter((finding) => finding.grade === grade).length])) as Record<Grade, number>,
  };
}

/** A number with the title of the document or law that carries it; other words as they are. */
function titled({ index, config }: Project, words: string): string {
  const title = index.externals.get(words)?.value.title ?? index.documents.get(words)?.[0]?.value.title;
  return [words, wordsIn(title, config.language)].filter(Boolean).join(' ');
}

/** Findings as the records give them: the nonconformities of the audit, then the observations of its checklists that none of them takes up. */
export function proposedFindings(project: Project, audit: string, nonconformities: readonly Nonconformity[]): AuditFinding[] {
  const { registers, config: { language }, index, standard } = project;
  const asked = (item: string | undefined): string => [standard.title[language], item].filter(Boolean).join(' ');
  const place = (path: string, no: number, unit: string | undefined): string => seenIn(language, wordsIn(index.units.get(unit ?? '')?.value.name, language) || path, no);
  const rows = registers.checklists.filter(({ value }) => value.audit === audit).flatMap(({ value, path }) => (value.rows ?? []).map((row, at) => ({ ...row, no: row.no ?? at + 1, unit: value.unit, path })));
  const found = [
    ...nonconformities.map((one): Omit<AuditFinding, 'id'> => {
      const row = rows.find(({ nonconformity, judgement }) => nonconformity === one.id && judgement === 'nonconform');
      return {
        ...(one.item ? { item: one.item } : {}), ...(one.unit ? { unit: one.unit } : {}), grade: one.grade ?? 'minor', fact: one.fact?.statement ?? '', criterion: one.fact?.rule ?? asked(one.item),
        evidence: row ? place(row.path, row.no, row.unit) : one.id, nonconformity: one.id,
      };
    }),
    ...rows.filter(({ judgement, nonconformity }) => judgement === 'observation' && nonconformity === undefined).map((row): Omit<AuditFinding, 'id'> => ({
      ...(row.item ? { item: row.item } : {}), ...(row.unit ? { unit: row.unit } : {}), grade: 'observation', fact: row.evidence ?? '', criterion: row.document ?? asked(row.item), evidence: place(row.path, row.no, row.unit),
    })),
  ];
  return found.map((finding, at) => ({ id: `${audit}-F${at + 1}`, ...finding }));
}

/** Where in the checklists something was seen, in the workspace's language. */
function seenIn(language: Locale, where: string, no: number): string {
  return language === 'en' ? `Checklist of ${where}, row ${no}` : `检查表（${where}）第${no}行`;
}

/** The 不符合项分布表: nonconformities by clause and unit, in the order of the standard. */
function distributionOf(findings: readonly AuditFinding[]): Distributed[] {
  const cells = new Map<string, Distributed>();
  for (const { grade, item = '', unit = '' } of findings) {
    if (grade !== 'major' && grade !== 'minor') continue;
    const clause = item === '' ? '' : clauseOf(item);
    const key = `${clause} ${unit}`;
    cells.set(key, { clause, unit, count: (cells.get(key)?.count ?? 0) + 1 });
  }
  return [...cells.values()].sort((a, b) => compareClauses(a.clause, b.clause) || (a.unit < b.unit ? -1 : 1));
}

function askedOf({ registers, index, config }: Project, audit: string): Asked[] {
  return registers.checklists.filter(({ value }) => value.audit === audit).map(({ value, path }) => {
    const rows = value.rows ?? [];
    const judged = (judgement: string | undefined): number => rows.filter((row) => row.judgement === judgement).length;
    const where = index.units.get(value.unit ?? '')?.value.name ?? index.processes.get(value.process ?? '')?.value.name;
    return { path, where: wordsIn(where, config.language) || path.replace(/^.*\//, ''), rows: rows.length, conform: judged('conform'), nonconform: judged('nonconform'), observation: judged('observation'), notApplicable: judged('not-applicable'), open: judged(undefined), takenUp: rows.filter((row) => row.judgement === 'observation' && row.nonconformity !== undefined).length };
  });
}

/** Nonconformities found before this audit in the units that it went to. */
function followUpOf({ registers, index, config }: Project, audit: string, units: readonly string[], from: string): FollowUp[] {
  return registers.nonconformities.map(({ value }) => value).filter((one) => one.audit !== audit && one.unit !== undefined && units.includes(one.unit) && (one.found?.on ?? '') < from).map((one) => ({
    id: one.id, audit: one.audit ?? '', unit: wordsIn(actorName(index, one.unit as string), config.language), clause: one.clause ?? '', status: one.status ?? 'open', effective: one.verification?.effective, closed: one.closed ?? '',
  }));
}
