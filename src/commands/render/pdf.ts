import { optionText, type Env, type Given } from '#model/command.ts';
import { printedDocument } from '#render/document/print.ts';
import { wordsIn } from '#model/text.ts';
import { browserChoice } from '../print/browser-choice.ts';
import { manifestOf, printChanged, type Changed } from '../print/print-changed.ts';
import { printJobs, type NamedJob } from '../print/print.ts';
import type { Work } from '../render.ts';
import type { OpenedProject } from './open.ts';
import { whereIs, type MadeSheet, type Sheet } from './sheet.ts';

/** The sheets as PDF: into a folder only those that are not there already as they would become. */
export async function pdfJobs({ opened, sheets, made, paths, auditor, shard }: Work, given: Given, env: Env): Promise<Changed & { /** True where the next run will know them all. */ readonly known: boolean }> {
  const jobs = sheets.map((sheet, index) => pdfJob(opened, sheet, made[index] as MadeSheet, paths[index] as string, auditor));
  const choice = browserChoice(given);
  const output = optionText(given, 'output');
  if (output === paths[0]) return { artifacts: await printJobs(jobs, env, choice), unchanged: [], known: false };
  return { ...await printChanged(jobs, `${paths[0]?.slice(0, paths[0].lastIndexOf('/') + 1)}${manifestOf(shard)}`, env, choice), known: true };
}

/** A sheet to be printed. The date of the file is that of the last signature on it, so that the same text gives the same bytes on any day. */
export function pdfJob(opened: OpenedProject, sheet: Sheet, { leaves, claims }: MadeSheet, path: string, auditor = false): NamedJob {
  const { config, today } = opened.project;
  const locale = config.language;
  const [view] = leaves.map((leaf) => leaf.view);
  const days = leaves.flatMap((leaf) => [leaf.view.issued, ...leaf.view.approvals.map(({ on }) => on)]).filter((day) => day !== '').sort();
  return {
    path, toc: true, html: printedDocument(leaves, { theme: config.render.theme, locale, auditor, claims }), whereIs: whereIs(opened, sheet),
    meta: { title: `${view?.id} ${view?.title}`, language: locale, author: wordsIn(config.organization, locale), subject: `${view?.id} ${view?.revision}`, created: `${days.at(-1) ?? today}T00:00:00Z` },
  };
}
