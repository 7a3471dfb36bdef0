import type { Project } from '#model/project.ts';
import { wordsIn, type Locale } from '#model/text.ts';
import type { Tree } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import type { Worksheet } from '#model/worksheet.ts';
import { findingOf, type Criterion } from '#changes/audit/finding.ts';
import { markHeld } from '#changes/audit/held.ts';
import { photoFile } from '#changes/audit/photo.ts';
import { editChecklist, newChecklist, type RowLinks } from '#changes/audit/record.ts';
import { newReport, nextReport } from '#changes/nonconformity.ts';
import type { FieldOrder } from '#changes/sync-yaml.ts';
import type { Checklist, ChecklistLine } from '#views/audit/checklist.ts';
import { auditFolder } from './known.ts';

/** What recording a worksheet writes: the checklist (`before` is '' where there was none), a report for each new nonconformity, the photos. */
export interface RecordFiles {
  readonly path: string; readonly before: string; readonly after: string;
  readonly reports: readonly { readonly id: string; readonly path: string; readonly text: string }[];
  readonly photos: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** The programme in which the audit is now entered as held; null where it was before, or where no programme has it. */
  readonly programme: { readonly path: string; readonly before: string; readonly after: string } | null;
}

/** Merged answers as files. A row that is linked to a report keeps it; taking such a judgement back is refused. */
export function recordFiles(list: Checklist, sheet: Worksheet, project: Project, tree: Tree, schema: FieldOrder, major: readonly string[]): RecordFiles {
  const path = list.path || `${auditFolder(list.audit, project)}/${[list.audit, list.unit || list.process].join('-')}.yaml`;
  const lines = new Map(list.lines.map((line) => [line.id, line]));
  const links = new Map<string, RowLinks>();
  const reports: RecordFiles['reports'][number][] = [];
  const photos: RecordFiles['photos'][number][] = [];
  for (const row of sheet.rows) {
    const line = lines.get(row.id) as ChecklistLine;
    if (line.nonconformity !== '' && line.judgement === 'nonconform' && row.judgement !== 'nonconform') {
      throw new UsageError({ en: 'Row {row} opened {report}. Close or withdraw that report before its judgement is changed; nothing was written.', 'zh-CN': '第 {row} 行已开出 {report}。改判之前请先关闭或撤销该报告；什么也没有写入。' }, { row: row.id, report: line.nonconformity });
    }
    const pictures = row.photos.map((photo) => photoFile(`${path.replace(/[^/]*$/, '')}attachments/${path.replace(/^.*\//, '').replace(/\.ya?ml$/, '')}`, row, photo));
    photos.push(...pictures.filter(({ path: to }) => !line.attachments.includes(to)));
    let { nonconformity } = line;
    if (row.judgement === 'nonconform' && nonconformity === '') {
      const textWith = (id: string): string => newReport(findingOf(id, sheet, row, criterionOf(line, list, project), major.includes(row.id) ? 'major' : 'minor'), schema);
      const taken = [...list.lines.map((one) => one.nonconformity), ...reports.map(({ id }) => id)];
      const number = leftBehind(sheet.audit, textWith, project, tree, taken) ?? numberFor(project, taken);
      nonconformity = number.id;
      reports.push({ ...number, text: textWith(number.id) });
    }
    links.set(row.id, { nonconformity, attachments: [...new Set([...line.attachments, ...pictures.map(({ path: to }) => to)])] });
  }
  const before = list.path === '' ? '' : new TextDecoder().decode(tree.get(list.path)?.read());
  const after = list.path === '' ? newChecklist(sheet, links) : editChecklist(before, sheet, links);
  if (after === null) throw new UsageError({ en: '{path} holds rows that do not fit its schema. Run `qms validate {path}` and mend it first; nothing was written.', 'zh-CN': '{path} 里有不合格式的行。请先运行 `qms validate {path}` 并改正；什么也没有写入。' }, { path });
  return { path, before, after, reports, photos, programme: heldIn(project, list.audit, sheet.on, tree) };
}

/** Who brings answers from an audit says that it was held. */
function heldIn({ registers }: Project, id: string, on: string, tree: Tree): RecordFiles['programme'] {
  const audit = registers.audits.find(({ value }) => value.id === id);
  if (!audit || audit.value.held !== undefined) return null;
  const from = registers.plans.find(({ value }) => value.id === id)?.value.from;
  const before = new TextDecoder().decode(tree.get(audit.path)?.read());
  return { path: audit.path, before, after: markHeld(before, audit.pointer, from !== undefined && from < on ? from : on) };
}

/** The report of just this finding that a recording wrote before it was killed: the checklist that would name it did not come to be. */
function leftBehind(of: string, textWith: (id: string) => string, { registers }: Project, tree: Tree, taken: readonly string[]): { readonly id: string; readonly path: string } | undefined {
  const found = registers.nonconformities.find(({ path, value: { id, audit } }) => audit === of && !taken.includes(id) && new TextDecoder().decode(tree.get(path)?.read()) === textWith(id));
  return found && { id: found.value.id, path: found.path };
}

/** The next free number that none of `taken` has. */
function numberFor(project: Project, taken: readonly string[]): { readonly id: string; readonly path: string } {
  const number = nextReport(project, taken);
  if (number) return number;
  throw new UsageError({ en: 'qms.yaml gives nonconformity reports no numbers.', 'zh-CN': 'qms.yaml 没有给出不符合报告的编号规则。' }, {},
    { en: 'Add to `numbering`: nonconformity: "NC-{year}-{n:3}"', 'zh-CN': '请在 `numbering` 中加：nonconformity: "NC-{year}-{n:3}"' });
}

/** The rule: section of our own document where there is one, and what the standard asks. */
function criterionOf({ places, requirement, item }: ChecklistLine, { unitName, processName }: Checklist, { config, standard }: Project): Criterion {
  const [place] = places;
  const language: Locale = config.language;
  const own = place ? [`${place.document} ${place.revision}`.trim(), place.section].filter(Boolean).join(' ') : '';
  return { section: /^[\d.]+/.exec(place?.section ?? '')?.[0] ?? '', rule: [own, `${standard.title[language]} ${item}：${wordsIn(requirement, language)}`].filter(Boolean).join('；'), where: unitName || processName };
}
