import { createTwoFilesPatch } from 'diff';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { isOpen, type Worksheet, type WorksheetProblem } from '#model/worksheet.ts';
import { checkWorksheet, foreignTo } from '#changes/audit/check.ts';
import { isAnswered, mergeWorksheets, type Conflict } from '#changes/audit/merge.ts';
import { format } from '#i18n/format.ts';
import { readWorksheet } from '#load/worksheet.ts';
import { checklist, worksheetOf, type Checklist } from '#views/audit/checklist.ts';
import { absolutePath } from '../paths.ts';
import { reportSchema } from '../nc/report-file.ts';
import { allFacts } from '../all-facts.ts';
import { projectOf, openAt } from '../workspace.ts';
import { knownOf, requireAudit } from './known.ts';
import { recordFiles, type RecordFiles } from './record-files.ts';

/** `qms audit record`: a filled form comes back; all of it or nothing. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const [audit, file] = given.args as [string, string];
  const opened = await openAt(env);
  const project = projectOf(await allFacts(opened, env), opened.reading, opened.reading.config.today ?? env.today);
  requireAudit(audit, project);
  const known = knownOf(audit, project);
  const theirs = await read(file, env);
  refuse(file, foreignTo(theirs, known), env);
  if (!theirs.rows.some(isAnswered)) refuse(file, [{ row: '', text: empty }], env);
  const list = checklist(project, { audit, unit: theirs.unit, process: theirs.process });
  const ours = worksheetOf(list, project.config.language);
  refuse(file, checkWorksheet(theirs, ours, known), env);
  const take = optionText(given, 'take') as 'ours' | 'theirs' | undefined;
  const { sheet, changed, conflicts } = mergeWorksheets(ours, theirs, take, list.path !== '');
  if (conflicts.length > 0 && take === undefined) throw clash(file, list.path, conflicts);
  const files = recordFiles(list, sheet, project, opened.tree, reportSchema(env), majorRows(given, sheet));
  if (files.before === files.after && files.photos.length === 0) return { exit: 0, notes: `${format(nothingNew, { path: files.path }, env.locale)}\n` };
  const text = shown(files);
  if (given.options['dryRun'] === true) return { exit: 0, text };
  const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
  return {
    exit: 0, numbered: true, text, notes: said(files, list, sheet, changed, conflicts, take, env),
    artifacts: [
      ...files.photos.map((photo) => ({ path: `${opened.root}/${photo.path}`, bytes: photo.bytes })),
      ...files.reports.map((report) => ({ path: `${opened.root}/${report.path}`, bytes: bytes(report.text), exclusive: true })),
      ...(files.programme ? [{ path: `${opened.root}/${files.programme.path}`, bytes: bytes(files.programme.after), replaces: files.programme.before }] : []),
      { path: `${opened.root}/${files.path}`, bytes: bytes(files.after), ...(files.before === '' ? { exclusive: true } : { replaces: files.before }) },
    ],
  };
}

const empty: Text = { en: 'No row is filled in.', 'zh-CN': '一行也没有填写。' };
const nothingNew: Text = { en: 'Nothing new: {path} holds all of it already.', 'zh-CN': '没有新内容：{path} 里都已有。' };

async function read(file: string, env: Env): Promise<Worksheet> {
  const bytes = await env.host.readFile(absolutePath(file, env));
  if (bytes === null) throw new UsageError({ en: 'No such file: {file}', 'zh-CN': '没有这个文件：{file}' }, { file });
  const { sheet, problems } = readWorksheet(bytes);
  if (sheet === null) throw refusal(file, problems, env);
  return sheet;
}

/** Rows whose finding is graded major; UsageError for one that is no nonconformity. */
function majorRows(given: Given, { rows }: Worksheet): readonly string[] {
  const major = (given.options['major'] ?? []) as readonly string[];
  const wrong = major.find((id) => !rows.some((row) => row.id === id && row.judgement === 'nonconform'));
  if (wrong !== undefined) throw new UsageError({ en: '--major: row "{wrong}" is not judged as a nonconformity.', 'zh-CN': '--major：第“{wrong}”行没有判为不符合。' }, { wrong });
  return major;
}

function refuse(file: string, problems: readonly WorksheetProblem[], env: Env): void {
  if (problems.length > 0) throw refusal(file, problems, env);
}

function refusal(file: string, problems: readonly WorksheetProblem[], { locale }: Env): UsageError {
  const row: Text = { en: 'row {no} ({row}): ', 'zh-CN': '第{no}行（{row}）：' };
  const reasons = problems.map((problem) => `${problem.row === '' ? '' : format(row, { row: problem.row, no: problem.no ?? '' }, locale)}${format(problem.text, problem.args ?? {}, locale)}`);
  return new UsageError({ en: '{file} was not taken in; nothing was written.\n  {reasons}', 'zh-CN': '没有导入 {file}，什么也没有写入。\n  {reasons}' }, { file, reasons: reasons.join('\n  ') });
}

function clash(file: string, path: string, conflicts: readonly Conflict[]): UsageError {
  const lines = (locale: 'en' | 'zh-CN'): string => conflicts.map(({ row, field, ours, theirs }) => `${row || '–'} ${field}: ${locale === 'en' ? 'recorded' : '已记录'} “${ours}” ≠ ${locale === 'en' ? 'file' : '来件'} “${theirs}”`).join('\n  ');
  return new UsageError({ en: '{file} and {path} differ in {count} places; nothing was written.\n  {lines}', 'zh-CN': '{file} 与 {path} 有 {count} 处不一致，什么也没有写入。\n  {lines}' },
    { file, path, count: conflicts.length, lines: { en: lines('en'), 'zh-CN': lines('zh-CN') } },
    { en: '--take theirs takes what the file says in these places, --take ours keeps what is recorded; everything else is merged.', 'zh-CN': '--take theirs 这些地方以来件为准，--take ours 以已记录的为准；其余内容都合并。' });
}

/** The changes of checklist and programme, the new reports whole, the photos by name. */
function shown({ path, before, after, reports, photos, programme }: RecordFiles): string {
  const patch = (file: string, old: string, now: string): string => createTwoFilesPatch(old === '' ? '/dev/null' : `a/${file}`, `b/${file}`, old, now, undefined, undefined, { context: 2 });
  return [
    patch(path, before, after), ...(programme ? [patch(programme.path, programme.before, programme.after)] : []),
    ...reports.map((report) => `${report.path}\n\n${report.text}`), ...photos.map((photo) => `${photo.path} (${photo.bytes.length} B)\n`),
  ].join('\n');
}

function said({ path, reports }: RecordFiles, { lines }: Checklist, sheet: Worksheet, changed: readonly string[], conflicts: readonly Conflict[], take: string | undefined, { locale }: Env): string {
  const args = { path, changed: changed.length, rows: lines.length, open: sheet.rows.filter(isOpen).length, conflicts: conflicts.length, take: take ?? '', reports: reports.map(({ id }) => id).join(', ') };
  return [
    format({ en: '{path}: {changed} rows recorded, {open} of {rows} still open.', 'zh-CN': '{path}：记录 {changed} 行，共 {rows} 行，尚有 {open} 行未判定。' }, args, locale),
    ...(conflicts.length > 0 ? [format({ en: '{conflicts} conflicts were decided by --take {take}.', 'zh-CN': '{conflicts} 处不一致已按 --take {take} 处理。' }, args, locale)] : []),
    ...(reports.length > 0 ? [format({ en: 'Nonconformity reports opened: {reports}. Complete their facts and have them accepted (`qms nc`).', 'zh-CN': '已开出不符合报告：{reports}。请补全事实并由受审核部门确认（`qms nc`）。' }, args, locale)] : []),
  ].map((line) => `${line}\n`).join('');
}
