import { indexOf, lineOf } from '#model/body-places.ts';
import type { Project } from '#model/project.ts';
import { findClause } from '#model/standard.ts';
import { locales, wordsIn, type Text, type Wording } from '#model/text.ts';
import type { Words } from '../paper.ts';
import type { EvidenceFinder, Place } from './checklist-evidence.ts';
import type { Scope } from './checklist-scope.ts';

/** A question before it gets its number. */
export interface Question { readonly item: string; readonly question: Words; readonly method: string; readonly document: string; readonly requirement?: Text; readonly places?: readonly Place[] }

/** One question for each item in scope, in the words of the standard pack. */
export function itemQuestions({ standard }: Project, { clauses, sittings }: Scope, evidence: EvidenceFinder): Question[] {
  const team = [...new Set(sittings.flatMap(({ auditors = [] }) => auditors))];
  return clauses.flatMap(({ clause, items }) => {
    const asks = standard.questions.clauses.find((one) => one.clause === clause)?.items ?? {};
    return items.map((item): Question => {
      const ask = asks[item.id];
      return { item: item.id, question: ask ? { en: ask.en, 'zh-CN': ask['zh-CN'] } : item.text, method: ask?.method ?? 'see', document: evidence.document(item.id, team) };
    });
  });
}

/** Whether what was left out really does not happen here is asked in every unit. */
export function exclusionQuestions({ standard, registers }: Project): Question[] {
  const { questions, exclusions } = standard;
  return registers.exclusions.map(({ value }) => ({
    item: exclusions.statement_item, method: 'look', document: '',
    question: filled(questions.exclusion, { clause: value.items?.length ? value.items.join(', ') : value.clause, title: findClause(standard, value.clause)?.title ?? '' }),
    requirement: { en: `reason given: ${wordsIn(value.justification, 'en')}`, 'zh-CN': `删减理由：${wordsIn(value.justification, 'zh-CN')}` },
  }));
}

/** The way of a case through a process: one question for each step that its documents lay down in a table. */
export function stepQuestions(project: Project, process: string): Question[] {
  const { index, standard, words, config } = project;
  const found = index.processes.get(process)?.value;
  const column = (header: readonly string[], name: 'step' | 'work' | 'post' | 'limit' | 'record'): number => header.findIndex((title) => words.columns[name].some((known) => known.toLowerCase() === title.toLowerCase()));
  return (found?.documents ?? []).flatMap((id) => index.documents.get(id) ?? []).flatMap((document) => document.body.tables.filter(({ header }) => column(header, 'step') >= 0 && column(header, 'post') > 0).flatMap((table) => {
    const section = document.body.sections[table.section];
    return table.rows.map((row): Question => {
      const cell = (name: Parameters<typeof column>[1]): string => row[column(table.header, name)] ?? '';
      const step = /^\d+\.?$/.test(cell('step')) ? `${cell('step')} ${cell('work')}` : cell('step');
      const rule = [cell('work'), cell('post'), cell('limit'), cell('record')].filter(Boolean).join(' · ');
      return {
        item: '', method: 'see', document: document.value.id, question: filled(standard.questions.step, { step }), requirement: { en: rule, 'zh-CN': rule },
        places: [{ document: document.value.id, revision: document.value.revision ?? '', title: wordsIn(document.value.title, config.language), section: [section?.number, section?.title].filter(Boolean).join(' '), path: document.path, line: lineOf(document.body, 'rows', indexOf(document.body, 'rows', row)) }],
      };
    });
  }));
}

/** A sentence of the standard pack with its place-holders filled, in every language. */
function filled(text: Text, args: Readonly<Record<string, Wording | undefined>>): Text {
  return Object.fromEntries(locales.map((locale) => [locale, text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? wordsIn(args[name], locale) : whole))])) as Record<(typeof locales)[number], string>;
}
