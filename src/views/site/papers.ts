import type { Project } from '#model/project.ts';
import { planPaper } from '../audit/plan-paper.ts';
import { planView } from '../audit/plan.ts';
import { programmePaper } from '../audit/programme-paper.ts';
import { programmeView } from '../audit/programme.ts';
import { reportPaper } from '../audit/report-paper.ts';
import { reportView } from '../audit/report.ts';
import { statusTable } from '../audit/status-table.ts';
import { auditStatus } from '../audit/status.ts';
import { exclusions } from '../exclusions.ts';
import { matrix } from '../matrix.ts';
import { ncFigures } from '../nc-figures.ts';
import { ncList } from '../nc-list.ts';
import { ncReportPaper } from '../nc-report.ts';
import { nonconformityPaper } from '../nonconformity.ts';
import { objectiveFigures } from '../objective-figures.ts';
import { objectivesPaper } from '../objectives.ts';
import { paperOfTable, type Paper } from '../paper.ts';
import { register, registerNames } from '../register.ts';
import { reviewPaper } from '../review-paper.ts';
import { reviewPack } from '../review.ts';

/** A printed form or list as a page of the site. `post` is the entry in the list of pages that it belongs to, its own path or that of a list; `number` is what readers know it by, so that it is linked wherever it is named. */
export interface SitePaper { readonly path: string; readonly group: 'lists' | 'improvement'; readonly paper: Paper; readonly post: string; readonly number?: string }

/** What the workspace has to show beside its documents. */
export function sitePapers(project: Project): SitePaper[] {
  return [...lists(project), ...audits(project), ...nonconformities(project), ...management(project)];
}

function page(name: string, group: SitePaper['group'], paper: Paper): SitePaper {
  return { path: `${name}.html`, group, paper, post: `${name}.html` };
}

function lists(project: Project): SitePaper[] {
  return [
    ...registerNames.map((name) => page(`register-${name}`, 'lists', paperOfTable(register(project, name)))),
    page('matrix', 'lists', paperOfTable(matrix(project, { by: 'block', level: 'clause' }))),
    page('matrix-units', 'lists', { ...paperOfTable(matrix(project, { by: 'unit', level: 'clause' })), title: { en: 'Clauses by unit', 'zh-CN': '条款与部门对照' } }),
    page('matrix-items', 'lists', paperOfTable(matrix(project, { by: 'block', level: 'item' }))),
    page('exclusions', 'lists', paperOfTable(exclusions(project))),
  ];
}

/** The programme of each year, where the audits stand, and of each audit its report and its plan; the report carries the audit's number. */
function audits(project: Project): SitePaper[] {
  const { programmes, audits: planned } = project.registers;
  if (programmes.length === 0) return [];
  const years = [...new Set(programmes.map(({ value }) => value.year))].sort();
  const below = (name: string, paper: Paper, number: string): SitePaper => ({ path: `audits/${fileNameOf(name)}.html`, group: 'improvement', paper, post: 'audit-status.html', number });
  return [
    ...years.flatMap((year) => {
      const view = programmeView(project, year, 'unit');
      return view ? [page(`audit-programme-${year}`, 'improvement', programmePaper(view, project))] : [];
    }),
    page('audit-status', 'improvement', paperOfTable(statusTable(auditStatus(project)))),
    ...planned.flatMap(({ value }) => {
      const [report, plan] = [reportView(project, value.id), planView(project, value, [])];
      return [...(report?.report ? [below(value.id, reportPaper(report, project), value.id)] : []), ...(plan ? [below(`${value.id}-plan`, planPaper(plan, project), value.id)] : [])];
    }),
  ];
}

function nonconformities(project: Project): SitePaper[] {
  const reports = project.registers.nonconformities;
  if (reports.length === 0) return [];
  return [
    page('nonconformities', 'improvement', paperOfTable(ncList(project))), page('nonconformity-figures', 'improvement', ncReportPaper(ncFigures(project), project, undefined)),
    ...reports.map(({ value }): SitePaper => ({ path: `nonconformities/${fileNameOf(value.id)}.html`, group: 'improvement', paper: nonconformityPaper(value, project), post: 'nonconformities.html', number: value.id })),
  ];
}

function management(project: Project): SitePaper[] {
  const { objectives, reviews } = project.registers;
  const years = [...new Set(reviews.flatMap(({ value }) => value.year ?? []))].sort();
  return [
    ...(objectives.length > 0 ? [page('objectives', 'improvement', objectivesPaper(objectiveFigures(project, {}), project, true, undefined))] : []),
    ...years.map((year) => page(`review-${year}`, 'improvement', reviewPaper(reviewPack(project, year), project))),
  ];
}

/** A number as the name of a file on any system. */
export function fileNameOf(id: string): string {
  const name = id.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?(?:\.|$)/i.test(name) ? `x-${name}` : name;
}
