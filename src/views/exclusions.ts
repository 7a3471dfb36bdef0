import type { Project } from '#model/project.ts';
import { findClause } from '#model/standard.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { cell, toned, type TableView } from './table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** What is left out and why, and what was looked at and kept: the statement a certifier asks for first. */
export function exclusions({ registers, standard, config }: Project): TableView {
  const title = (clause: string): Text | string => findClause(standard, clause)?.title ?? '?';
  const say = (words: Parameters<typeof wordsIn>[0]): string => wordsIn(words, config.language);
  const name = (id: string | undefined): string => {
    const post = registers.posts.find(({ value }) => value.id === id)?.value.name;
    return post ? say(post) : registers.people.find(({ value }) => value.id === id)?.value.name ?? id ?? '';
  };
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
