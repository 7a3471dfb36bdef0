import { compareCodePoints } from '#model/diagnostic.ts';
import { freeName } from '#model/file-name.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { paperOfTable, type Paper } from '../paper.ts';
import { objectivesTable } from '../objectives.ts';
import { objectiveFigures } from '../objective-figures.ts';
import { fileNameOf, sitePapers } from '../site/papers.ts';
import type { TableView } from '../table.ts';
import type { BlockEvidence } from './block.ts';
import { checkTable, type CheckFinding } from './check-findings.ts';
import type { ClauseEvidence } from './clause.ts';
import { completeness } from './completeness.ts';
import type { Expected } from './expectations.ts';
import { narrowed } from './narrowed.ts';
import { auditee, recordedChecklist } from './recorded-checklist.ts';
import type { Scope } from './scope.ts';
import { told } from './told.ts';
import { withheldTable } from './withheld.ts';

export type PackFormat = 'pdf' | 'html' | 'xlsx' | 'csv' | 'json';
/** A paper of a pack: `path` from the pack's folder, without ending; `name` tells it from its like; `source`: the file of the workspace that it shows, where it shows one; `also`: further endings of that name that others make; `number` is what readers know it by. */
export interface PackPaper { readonly path: string; readonly group: 'audits' | 'improvement' | 'lists' | 'report'; readonly name: Text; readonly paper: Paper; readonly formats: readonly PackFormat[]; readonly source?: string; readonly also?: readonly string[]; readonly number?: string }

/** Where a paper of the reading site lies in a pack. */
const places: readonly (readonly [site: RegExp, path: string, group: PackPaper['group']])[] = [
  [/^register-(.+)\.html$/, 'data/registers/$1', 'lists'], [/^(matrix.*|exclusions)\.html$/, 'data/registers/$1', 'lists'],
  [/^audit-(.+)\.html$/, 'data/audits/$1', 'audits'], [/^audits\/(.+)\.html$/, 'data/audits/$1', 'audits'],
  [/^nonconformities\.html$/, 'data/nonconformities/list', 'improvement'], [/^nonconformity-figures\.html$/, 'data/nonconformities/figures', 'improvement'], [/^nonconformities\/(.+)\.html$/, 'data/nonconformities/$1', 'improvement'],
  [/^(objectives)\.html$/, 'data/objectives/$1', 'improvement'], [/^(review-.+)\.html$/, 'data/reviews/$1', 'improvement'],
];

/** The papers that go into a pack, in order of path: lists as tables for further work, what is signed as a print. */
export function packPapers(project: Project, scope: Scope, first: readonly Expected[], clauses: readonly ClauseEvidence[], blocks: readonly BlockEvidence[], check: readonly CheckFinding[]): PackPaper[] {
  const shown = narrowed(project, scope);
  const papers = sitePapers(shown).flatMap(({ path, paper, number }): PackPaper[] => {
    const place = places.find(([site]) => site.test(path));
    if (!place) return [];
    const [site, target, group] = place;
    return [{ path: path.replace(site, target), group, name: nameOf(paper), paper, formats: formatsOf(paper), ...(number === undefined ? {} : { number }) }];
  });
  const table = completeness(first, clauses, blocks);
  const expected: PackPaper = { path: 'data/report/completeness', group: 'report', name: table.title, paper: paperOfTable(table), formats: tableFormats };
  const checked: PackPaper = { path: 'data/report/validate', group: 'report', name: checkTable(check).title, paper: paperOfTable(checkTable(check)), formats: ['html'], also: ['json', 'sarif'] };
  const log = withheldTable(project);
  const withheld: PackPaper[] = log ? [{ path: 'data/redaction/log', group: 'report', name: log.title, paper: paperOfTable(log), formats: tableFormats }] : [];
  const objectives = objectivesTable(objectiveFigures(project), project);
  const measured: PackPaper[] = project.registers.objectives.length === 0 ? [] : [{ path: 'data/objectives/list', group: 'improvement', name: objectives.title, paper: paperOfTable(objectives), formats: tableFormats }];
  const taken = new Set<string>();
  return [...papers.filter(({ path }) => scope.audit === undefined || !ofAllAudits.test(path)), ...checklists(shown), ...measured, expected, checked, ...withheld].map((one) => ({ ...one, path: freeName(one.path, taken) })).toSorted((a, b) => compareCodePoints(a.path, b.path));
}

const tableFormats: readonly PackFormat[] = ['html', 'xlsx', 'csv', 'json'];

/** A table alone on its paper. */
export function tableOf({ title, blocks }: Paper): TableView | undefined {
  const [first, more] = blocks;
  return first?.kind === 'table' && more === undefined && typeof title !== 'string' ? { ...first.table, title } : undefined;
}

function nameOf({ number, title }: Paper): Text {
  const words = told(title);
  return { en: [number, words.en].filter(Boolean).join(' '), 'zh-CN': [number, words['zh-CN']].filter(Boolean).join(' ') };
}

function formatsOf(paper: Paper): readonly PackFormat[] {
  return tableOf(paper) ? tableFormats : ['pdf', 'html'];
}

/** What tells of all audits is no paper of a single one. */
const ofAllAudits = /^data\/audits\/(?:programme-|status$)/;

/** The checklists as they came back from the field, under the names of their files. */
function checklists(project: Project): PackPaper[] {
  return project.registers.checklists.map(({ value, path }) => {
    const paper = recordedChecklist(value, project);
    const [name, where] = [nameOf(paper), auditee(value, project)];
    return { path: `data/audits/${fileNameOf((path.split('/').at(-1) ?? '').replace(/\.ya?ml$/i, ''))}-checklist`, group: 'audits', name: { en: `${name.en}: ${where.en}`, 'zh-CN': `${name['zh-CN']}：${where['zh-CN']}` }, paper, formats: ['html', 'xlsx'], source: path };
  });
}
