import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { safeJson } from '#i18n/safe-json.ts';
import { paperHtml, type Imprint } from '#render/paper-html.ts';
import { renderPaper, type PaperFormat } from '#render/paper.ts';
import type { Paper } from '#views/paper.ts';
import { leftOutNote, withNotes } from './left-out.ts';
import { rootOf } from './workspace.ts';

/** A paper as the outcome of a command, in the format that was asked for; `data` is what json prints. */
export async function paperOutcome(paper: Paper, data: unknown, project: Project, given: Given, env: Env): Promise<Outcome> {
  return withNotes(await rendered(paper, data, project, given, env), leftOutNote(project, env.locale));
}

async function rendered(paper: Paper, data: unknown, project: Project, given: Given, env: Env): Promise<Outcome> {
  const format = (optionText(given, 'format') ?? 'text') as PaperFormat | 'json' | FileFormat;
  if (format === 'json') return { exit: 0, text: `${safeJson(data)}\n` };
  const imprint = imprintOf(project, env);
  if (format === 'pdf') return pdfOutcome(paperHtml(paper, env.locale, imprint, 'print'), wordsIn(paper.title, env.locale), project, given, env);
  if (format !== 'xlsx') return { exit: 0, text: renderPaper(paper, format, env.locale, env.color && given.options['output'] === undefined, imprint) };
  const path = requireOutput(given, format);
  const { paperXlsx } = await import('#render/paper-xlsx.ts');
  return { exit: 0, artifacts: [{ path, bytes: paperXlsx(paper, env.locale, imprint) }] };
}

/** A page made for print as the file of a PDF, dated by the day it tells of. */
export async function pdfOutcome(html: string, title: string, project: Project, given: Given, env: Env): Promise<Outcome> {
  const path = requireOutput(given, 'pdf');
  const { browserChoice } = await import('./print/browser-choice.ts');
  const { printOne } = await import('./print/print.ts');
  const { whereIs } = await import('./render/sheet.ts');
  const meta = { title, language: env.locale, author: imprintOf(project, env).organization, created: `${project.today}T00:00:00Z` };
  const tree = await env.host.readTree(await rootOf(env));
  return { exit: 0, artifacts: [{ path, bytes: await printOne({ html, meta, whereIs: whereIs({ tree }, { documents: [] }) }, env, browserChoice(given)) }] };
}

/** What stands at the head and foot of every printed page. */
export function imprintOf({ config, today }: Project, { locale }: Env): Imprint {
  return { organization: wordsIn(config.organization, locale), today };
}

/** Formats that are files and nothing else. */
export type FileFormat = 'xlsx' | 'pdf';
const unshowable: Readonly<Record<FileFormat, Text>> = {
  xlsx: { en: 'A workbook (xlsx) cannot be shown on the screen.', 'zh-CN': '工作簿（xlsx）不能显示在屏幕上。' }, pdf: { en: 'A PDF cannot be shown on the screen.', 'zh-CN': 'PDF 不能显示在屏幕上。' },
};

/** The file to write to; UsageError without one, for what cannot be shown on the screen. */
export function requireOutput(given: Given, format: FileFormat): string {
  const path = optionText(given, 'output');
  if (path !== undefined) return path;
  throw new UsageError(unshowable[format], {}, { en: 'Say with --output FILE where to write it.', 'zh-CN': '请用 --output 写明写入哪个文件。' });
}
