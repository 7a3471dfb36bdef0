import type { Project } from '#model/project.ts';
import { programmePaper } from '../audit/programme-paper.ts';
import { programmeView } from '../audit/programme.ts';
import { exclusions } from '../exclusions.ts';
import { matrix } from '../matrix.ts';
import { ncFigures } from '../nc-figures.ts';
import { ncList } from '../nc-list.ts';
import { ncReportPaper } from '../nc-report.ts';
import { nonconformityPaper } from '../nonconformity.ts';
import { paperOfTable, type Paper } from '../paper.ts';
import { register, registerNames } from '../register.ts';

/** A printed form or list as a page of the site. `number` is what readers know it by, so that it is linked wherever it is named; `post: false` keeps it out of the list of pages. */
export interface SitePaper { readonly path: string; readonly group: 'lists' | 'improvement'; readonly paper: Paper; readonly number?: string; readonly post: boolean }

/** What the workspace has to show beside its documents. */
export function sitePapers(project: Project): SitePaper[] {
  const { programmes, nonconformities } = project.registers;
  const list = (path: string, paper: Paper, group: SitePaper['group'] = 'lists'): SitePaper => ({ path: `${path}.html`, group, paper, post: true });
  const years = [...new Set(programmes.map(({ value }) => value.year))].sort();
  return [
    ...registerNames.map((name) => list(`register-${name}`, paperOfTable(register(project, name)))),
    list('matrix', paperOfTable(matrix(project, { by: 'block', level: 'clause' }))),
    list('matrix-units', { ...paperOfTable(matrix(project, { by: 'unit', level: 'clause' })), title: { en: 'Clauses by unit', 'zh-CN': '条款与部门对照' } }),
    list('matrix-items', paperOfTable(matrix(project, { by: 'block', level: 'item' }))),
    list('exclusions', paperOfTable(exclusions(project))),
    ...years.flatMap((year) => {
      const view = programmeView(project, year, 'unit');
      return view ? [list(`audit-programme-${year}`, programmePaper(view, project), 'improvement')] : [];
    }),
    ...(nonconformities.length > 0 ? [list('nonconformities', paperOfTable(ncList(project)), 'improvement'), list('nonconformity-figures', ncReportPaper(ncFigures(project), project, undefined), 'improvement')] : []),
    ...nonconformities.map(({ value }): SitePaper => ({ path: `nonconformities/${fileNameOf(value.id)}.html`, group: 'improvement', paper: nonconformityPaper(value, project), number: value.id, post: false })),
  ];
}

/** A number as the name of a file on any system. */
export function fileNameOf(id: string): string {
  const name = id.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?(?:\.|$)/i.test(name) ? `x-${name}` : name;
}
