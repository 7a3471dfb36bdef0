import { allowedSignersPath } from '#model/approval.ts';
import type { Nonconformity, PlannedAudit } from '#model/audit.ts';
import { blocksOf } from '#model/audit-scope.ts';
import { inForce, type Document } from '#model/document.ts';
import { citedClause } from '#model/nonconformity-repeats.ts';
import type { Project } from '#model/project.ts';
import { auditableClauses, compareClauses, isWithin } from '#model/standard.ts';
import type { Text } from '#model/text.ts';
import { showsHow } from './expectations.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** What somebody wants to hand over: clauses or chapters, functional blocks, one audit. Empty lists and no audit: everything. */
export interface ScopeWish { readonly clauses: readonly string[]; readonly blocks: readonly string[]; readonly audit: string | undefined }
/** What a pack tells of. `unknown` are words of the wish that the workspace does not know. */
export interface Scope {
  readonly whole: boolean; readonly clauses: ReadonlySet<string>; readonly blocks: ReadonlySet<string>; readonly audit: string | undefined; readonly unknown: readonly string[];
  /** True of a document in force that belongs to what was asked for; the manual and its parts always do, and what controls the list of keys, without which no approval can be judged. */
  holds(document: Document): boolean;
  holdsAudit(id: string | undefined): boolean;
  /** True of a nonconformity of the chosen audit, clauses and blocks; one that cites no clause or unit belongs to all. */
  holdsReport(report: Nonconformity): boolean;
  /** True of a file of the workspace that is handed over: of a part of the system neither other documents (and what was signed for them) nor the papers of other audits. */
  holdsFile(path: string): boolean;
  /** What was chosen and what was left out, for the reader of the pack; empty of a whole one. */
  readonly told: readonly Text[];
}

export function scopeOf(project: Project, { clauses, blocks, audit }: ScopeWish): Scope {
  const { standard, registers, today, index } = project;
  const all = auditableClauses(standard).map(({ number }) => number).sort(compareClauses);
  const planned = registers.audits.find(({ value }) => value.id === audit)?.value;
  const asked = clauses.length > 0 ? clauses : planned ? auditClauses(planned, all) : [];
  const chosen = new Set(asked.length > 0 ? all.filter((number) => asked.some((one) => isWithin(number, one))) : all);
  const known = new Set(standard.blocks.map(({ id }) => id));
  const some = blocks.length > 0 ? new Set(blocks.filter((id) => known.has(id))) : known;
  const whole = clauses.length === 0 && blocks.length === 0 && audit === undefined;
  const own = (document: Document): boolean => document.value.type === 'manual' || controlsKeys(document) || ((!document.value.blocks?.length || document.value.blocks.some((id) => some.has(id))) && (chosen.size === all.length || [...chosen].some((number) => showsHow(document, number))));
  const holds = (document: Document): boolean => inForce(document, today) && (own(document) || (document.value.type === 'form' && (index.documents.get(document.value.procedure ?? '') ?? []).some(own)));
  const holdsAudit = (id: string | undefined): boolean => audit === undefined || id === audit;
  const holdsReport = (report: Nonconformity): boolean => {
    const [clause, unit] = [citedClause(report), index.units.get(report.unit ?? '')?.value];
    const worked = unit ? blocksOf(unit).filter((id) => id !== '') : [];
    return holdsAudit(report.audit) && (clause === undefined || [...chosen].some((number) => isWithin(clause, number) || isWithin(number, clause))) && (worked.length === 0 || worked.some((id) => some.has(id)));
  };
  const out = new Set([
    ...project.documents.flatMap((document) => (document.value.type === 'external' || holds(document) ? [] : [document.path, ...(index.approvals.get(document.value.id) ?? []).flatMap(({ path }) => [path, `${path}.sig`])])),
    ...[...registers.plans.filter(({ value }) => !holdsAudit(value.id)), ...[...registers.checklists, ...registers.reports].filter(({ value }) => !holdsAudit(value.audit)), ...registers.nonconformities.filter(({ value }) => !holdsReport(value))].map(({ path }) => path),
  ]);
  return {
    whole, clauses: chosen, blocks: some, audit, holds, holdsAudit, holdsReport, holdsFile: (path) => whole || !out.has(path),
    unknown: [...clauses.filter((one) => !all.some((number) => isWithin(number, one))), ...blocks.filter((id) => !known.has(id)), ...(audit !== undefined && !planned ? [audit] : [])],
    told: whole ? [] : said(project, chosen, all, some, audit, holds, holdsReport),
  };
}

function controlsKeys({ value }: Document): boolean {
  return value.attachments?.some((path) => path.endsWith(allowedSignersPath)) ?? false;
}

function auditClauses({ clauses }: PlannedAudit, all: readonly string[]): readonly string[] {
  return clauses ?? all;
}

function said({ standard, documents, registers, today }: Project, chosen: ReadonlySet<string>, all: readonly string[], some: ReadonlySet<string>, audit: string | undefined, holds: Scope['holds'], holdsReport: Scope['holdsReport']): Text[] {
  const out = all.filter((number) => !chosen.has(number));
  const blocks = standard.blocks.filter(({ id }) => !some.has(id)).map(({ title }) => title);
  const reports = registers.nonconformities.filter(({ value }) => !holdsReport(value)).length;
  const left = documents.filter((document) => inForce(document, today) && !holds(document)).length;
  return [
    ...(out.length > 0 ? [t(`Clauses left out: ${out.join(', ')}.`, `未纳入的条款：${out.join('、')}。`)] : []),
    ...(blocks.length > 0 ? [t(`Functional blocks left out: ${blocks.map(({ en }) => en).join(', ')}.`, `未纳入的职能板块：${blocks.map((text) => text['zh-CN']).join('、')}。`)] : []),
    ...(audit === undefined ? [] : [t(`Of audits and nonconformities only those of ${audit} are here.`, `内部审核和不符合只收录 ${audit} 的材料。`)]),
    ...(left > 0 ? [t(`Documents in force that were left out: ${left}.`, `未纳入的现行文件：${left} 份。`)] : []),
    ...(reports > 0 ? [t(`Nonconformities that were left out: ${reports}.`, `未纳入的不符合报告：${reports} 份。`)] : []),
    t('Registers that tell of the whole system are here as they are; what is absent is asked of the whole system.', '反映整个体系的登记表按原样收录；缺少的材料按整个体系统计。'),
  ];
}
