import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import { markLabels } from '#render/document/labels.ts';
import { need } from './need.ts';
import { chooseSheets } from './render/choose.ts';
import { refused } from './render/refused.ts';
import { openForPrinting, type OpenedProject } from './render/open.ts';
import { pdfJobs } from './render/pdf.ts';
import { screenPages } from './render/screen.ts';
import { strayNote } from './render/stray.ts';
import { sitePages } from './render/site.ts';
import { parseShard, type Shard } from './shard.ts';
import { makeSheet, whyNotControlled, type MadeSheet, type Sheet } from './render/sheet.ts';

/** `qms render`: documents as controlled pages. All of what was asked for is made, or nothing. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const opened = await openForPrinting(env);
  const shard = partOf(given);
  const sheets = chooseSheets(opened, given).filter((_, index) => !shard || shard.isMine(index));
  if (sheets.length === 0) return { exit: 0, notes: `${nothing[env.locale]}\n` };
  const locked = sheets.flatMap((sheet) => (sheet.mark === 'controlled' ? sheet.documents.flatMap((document) => whyNotControlled(opened, document)) : []));
  if (locked.length > 0) return refused(locked, env);
  const kind = (optionText(given, 'format') ?? 'pdf') as 'pdf' | 'html';
  const output = given.options['dryRun'] === true ? optionText(given, 'output') ?? '' : await need(given, env, 'output', { en: 'Where to write the pages: a folder, or a file for a single document?', 'zh-CN': '写到哪里：文件夹，或单个文件的路径？' });
  if (kind === 'html' && isSite(given)) return siteOutcome(await sitePages(opened, sheets, output, env), given, env);
  const paths = pathsOf(sheets, kind, output);
  const list = sheets.map((sheet, index) => `${paths[index]}  ${told(sheet, env)}\n`).join('');
  if (given.options['dryRun'] === true) return { exit: 0, notes: list };
  const auditor = given.options['auditor'] === true;
  const made: MadeSheet[] = [];
  for (const sheet of sheets) made.push(await makeSheet(opened, sheet, auditor ? 'margin' : 'drop'));
  const refusals = made.flatMap((one) => one.refusals);
  if (refusals.length > 0) return refused(refusals, env);
  const work = { opened, sheets, made, paths, auditor, shard };
  const { artifacts, unchanged, known } = kind === 'html' ? { artifacts: screenPages(work), unchanged: [], known: false } : await pdfJobs(work, given, env);
  const stray = strayNote(opened, paths[0] ?? '', env);
  const fresh = sheets.map((sheet, index) => (unchanged.includes(paths[index] as string) ? '' : `${paths[index]}  ${told(sheet, env)}\n`)).join('');
  const asBefore = (count: number): string => (count > 0 ? `${format(asItWas, { count }, env.locale)}\n` : '');
  return { exit: 0, artifacts, notes: `${fresh}${asBefore(unchanged.length)}${stray}`, ...(known ? { afterwards: { exit: 0, artifacts: [], notes: `${asBefore(sheets.length)}${stray}` } } : {}) };
}

/** The part that --shard names. A part is a folder of files: neither the site, whose pages lead to each other, nor a single file has one. */
function partOf(given: Given): Shard | undefined {
  const asked = optionText(given, 'shard');
  if (asked === undefined) return undefined;
  if (optionText(given, 'format') === 'html' && isSite(given)) throw new UsageError({ en: 'The site is made in one piece; --shard is for PDF files and single pages.', 'zh-CN': '阅读网站只能一次生成；--shard 用于 PDF 文件和单页。' });
  if (/\.(?:pdf|html)$/i.test(optionText(given, 'output') ?? '')) throw new UsageError({ en: '--shard needs a folder as --output.', 'zh-CN': '--shard 的 --output 须是文件夹。' });
  return parseShard(asked);
}

const nothing = { en: 'This part holds no paper: there are more parts than papers.', 'zh-CN': '这一份里没有文件：份数多于文件数。' };
const asItWas = { en: 'Unchanged and not printed again: {count}.', 'zh-CN': '未变动、无需重新打印：{count} 份。' };

/** Everything at once for the screen is a site; copies and the auditor edition stay single pages. */
function isSite({ options }: Given): boolean {
  return options['all'] === true && options['copies'] !== true && options['auditor'] !== true && options['copy'] === undefined;
}

function siteOutcome({ artifacts, refusals }: Awaited<ReturnType<typeof sitePages>>, given: Given, env: Env): Outcome {
  if (refusals.length > 0) return refused(refusals, env);
  if (given.options['dryRun'] === true) return { exit: 0, notes: artifacts.map(({ path }) => `${path}\n`).join('') };
  const said = { en: '{pages} pages; open {first} with a browser.\n', 'zh-CN': '共 {pages} 页；请用浏览器打开 {first}。\n' };
  return { exit: 0, artifacts, notes: format(said, { pages: artifacts.filter(({ path }) => path.endsWith('.html')).length, first: artifacts[0]?.path ?? '' }, env.locale) };
}

/** All sheets of one run. */
export interface Work { readonly opened: OpenedProject; readonly sheets: readonly Sheet[]; readonly made: readonly MadeSheet[]; readonly paths: readonly string[]; readonly auditor: boolean; readonly shard?: Shard | undefined }

function told({ documents, mark, copy }: Sheet, { locale }: Env): string {
  return [`${documents[0]?.value.id} ${documents[0]?.value.revision ?? ''}`.trim(), markLabels[mark][locale], ...(copy ? [copy.number, copy.holder] : [])].join(' ');
}

/** A name with the right ending is the file of a single sheet; anything else is a folder. */
function pathsOf(sheets: readonly Sheet[], kind: string, output: string): string[] {
  const isFile = output.toLowerCase().endsWith(`.${kind}`);
  if (isFile && sheets.length > 1) throw new UsageError({ en: '{count} papers do not fit into one file; name a folder.', 'zh-CN': '共 {count} 份，不能写进一个文件；请写文件夹。' }, { count: sheets.length });
  return isFile ? [output] : sheets.map(({ name }) => `${output === '' ? '' : `${output.replace(/[\\/]+$/, '')}/`}${name}.${kind}`);
}
