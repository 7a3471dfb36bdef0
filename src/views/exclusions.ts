import type { Project } from '#model/project.ts';
import { findClause } from '#model/standard.ts';
import { wordsIn, type Locale, type Text, type Wording } from '#model/text.ts';
import { paperOfParts, type Paper } from './paper.ts';
import { cell, toned, type TableView } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** What is left out and why, and what was looked at and kept: the statement a certifier asks for first. */
export function exclusions({ registers, standard, config }: Pick<Project, 'registers' | 'standard' | 'config'>): TableView {
  const title = (clause: string): Text | string => findClause(standard, clause)?.title ?? '?';
  const say = (words: Wording | undefined): string => wordsIn(words, config.language);
  const name = (id: string | undefined): string => decider(id, registers, config.language);
  return {
    title: t('Exclusions', '删减清单'),
    columns: [
      { id: 'clause', title: t('Clause', '条款') }, { id: 'title', title: t('Title', '名称') }, { id: 'extent', title: t('Extent', '范围') },
      { id: 'justification', title: t('Justification', '理由') }, { id: 'ability', title: t('Effect on ability', '对能力的影响') },
      { id: 'responsibility', title: t('Effect on responsibility', '对责任的影响') }, { id: 'decided', title: t('Decided', '决定') }, { id: 'statement', title: t('Stated in', '手册声明') },
    ],
    rows: [
      ...registers.exclusions.map(({ value }) => [
        cell(value.clause), cell(title(value.clause)), value.items?.length ? cell(...value.items) : cell(t('whole clause', '整条')),
        cell(say(value.justification)), cell(say(value.effect_on_ability)), cell(say(value.effect_on_responsibility)),
        cell(name(value.decided_by), value.decided_on), cell(value.statement),
      ]),
      ...registers.considered.map(({ value }) => [
        cell(value.clause), cell(title(value.clause)), toned('good', t('kept', '保留')), cell(say(value.reasoning)), cell(), cell(),
        cell(name(value.decided_by), value.decided_on), cell(),
      ]),
    ],
    notes: [t(
      `${registers.exclusions.length} excluded, ${registers.considered.length} considered and kept.`,
      `删减 ${registers.exclusions.length} 项；研究后保留 ${registers.considered.length} 项。`,
    )],
  };
}

/** The same as whole sentences, for a terminal, where a table would cut the reasons short. */
export function exclusionsPaper({ registers, standard, config }: Project): Paper {
  const say = (words: Wording | undefined): string => wordsIn(words, config.language);
  const heading = (clause: string, en: string, zh: string): Text => t(`${clause} ${findClause(standard, clause)?.title.en ?? ''} (${en})`, `${clause} ${findClause(standard, clause)?.title['zh-CN'] ?? ''}（${zh}）`);
  const decided = (id: string | undefined, on: string | undefined): Text => {
    const who = decider(id, registers, config.language);
    return t(`Decided by ${who || '?'} on ${on ?? '?'}.`, `由 ${who || '？'} 于 ${on ?? '？'} 决定。`);
  };
  return paperOfParts(t('Exclusions', '删减清单'), [
    ...registers.exclusions.map(({ value, path }) => ({
      heading: value.items?.length ? heading(value.clause, `excluded: ${value.items.join(', ')}`, `删减：${value.items.join('、')}`) : heading(value.clause, 'excluded as a whole', '整条删减'),
      lines: [say(value.justification), say(value.effect_on_ability), say(value.effect_on_responsibility), decided(value.decided_by, value.decided_on), `${value.statement ?? ''} ${path}`.trim()].filter((line) => line !== ''),
    })),
    ...registers.considered.map(({ value }) => ({ heading: heading(value.clause, 'considered and kept', '研究后保留'), lines: [say(value.reasoning), decided(value.decided_by, value.decided_on)] })),
    { lines: exclusions({ registers, standard, config }).notes },
  ]);
}

/** The name of a post or person, the id where there is none. */
function decider(id: string | undefined, { posts, people }: Project['registers'], language: Locale): string {
  const post = posts.find(({ value }) => value.id === id)?.value.name;
  return post ? wordsIn(post, language) : people.find(({ value }) => value.id === id)?.value.name ?? id ?? '';
}
