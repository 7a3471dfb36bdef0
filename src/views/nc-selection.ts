import { actorName } from '#model/actors.ts';
import type { Nonconformity } from '#model/audit.ts';
import { citedClause, earlierAlike } from '#model/nonconformity-repeats.ts';
import { stageOf, type Stage } from '#model/nonconformity-stage.ts';
import type { Project } from '#model/project.ts';
import { isWithin } from '#model/standard.ts';
import { wordsIn } from '#model/text.ts';

export interface NcFilter { readonly status?: string; readonly unit?: string; readonly clause?: string; readonly block?: string; readonly audit?: string; readonly grade?: string; readonly year?: string; readonly overdue?: boolean; readonly open?: boolean }
/** A report with what is worked out about it. */
export interface Selected { readonly report: Nonconformity; readonly path: string; readonly clause: string | undefined; readonly block: string | undefined; readonly stage: Stage; readonly repeats: readonly string[]; readonly elsewhere: readonly string[] }

/** The reports that a filter lets through, in order of number. */
export function selectReports(project: Project, filter: NcFilter = {}): Selected[] {
  const all = project.registers.nonconformities.map(({ value }) => value);
  return project.registers.nonconformities.map(({ value: report, path }): Selected => {
    const { same, elsewhere } = earlierAlike(report, all);
    const named = report.repeats && !same.some(({ id }) => id === report.repeats) ? [report.repeats] : [];
    return {
      report, path, clause: citedClause(report), block: project.index.units.get(report.unit ?? '')?.value.block, stage: stageOf(report, project.today, project.config.thresholds),
      repeats: [...named, ...same.map(({ id }) => id)], elsewhere: elsewhere.map(({ id }) => id),
    };
  }).filter((one) => passes(one, filter)).sort((a, b) => (a.report.id < b.report.id ? -1 : a.report.id > b.report.id ? 1 : 0));
}

function passes({ report, clause, block, stage }: Selected, filter: NcFilter): boolean {
  return (!filter.status || stage.state === filter.status) && (!filter.unit || report.unit === filter.unit) && (!filter.clause || (clause !== undefined && isWithin(clause, filter.clause)))
    && (!filter.block || block === filter.block) && (!filter.audit || report.audit === filter.audit) && (!filter.grade || report.grade === filter.grade)
    && (!filter.year || (report.found?.on ?? '').startsWith(filter.year)) && (!filter.overdue || stage.daysOverdue > 0) && (!filter.open || stage.state !== 'closed');
}

/** The name of a person, post or unit in the workspace's language; '' for none. */
export function nameOf(id: string | undefined, { index, config }: Pick<Project, 'index' | 'config'>): string {
  return id === undefined ? '' : wordsIn(actorName(index, id), config.language);
}
