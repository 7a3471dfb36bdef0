import type { Text } from '#model/text.ts';
import type { Block } from '../paper.ts';
import { cell, toned, type Cell, type Column, type Tone } from '../table.ts';
import type { Expected, ExpectedState, Found } from './expectations.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** So many are named, the rest are counted. */
const NAMED = 4;

export const expectedWords: Readonly<Record<ExpectedState, readonly [Text, Tone]>> = {
  present: [t('there', '有'), 'good'], part: [t('in part', '不全'), 'bad'], absent: [t('absent', '缺'), 'bad'], site: [t('on the site', '现场查看'), 'muted'],
};

export const expectedColumns: readonly Column[] = [
  { id: 'expected', title: t('Expected', '应备材料') }, { id: 'state', title: t('State', '情况'), whole: true }, { id: 'found', title: t('What there is', '现有材料') }, { id: 'lacking', title: t('What is lacking', '缺少') },
];

export function expectedCells({ text, state, found, lacking }: Expected): Cell[] {
  const [word, tone] = expectedWords[state];
  return [cell(text), toned(tone, word), found.length === 0 ? cell() : some(found), lacking.length > 0 ? { ...some(lacking), tone: 'bad' } : cell()];
}

/** What an auditor of a certification body expects, and what there is of it. */
export function expectedTable(expected: readonly Expected[]): Block {
  const count = (state: ExpectedState): number => expected.filter((one) => one.state === state).length;
  return { kind: 'table', table: {
    columns: expectedColumns, rows: expected.map(expectedCells),
    notes: [t(`There: ${count('present')}, in part: ${count('part')}, absent: ${count('absent')}, shown on the site: ${count('site')}.`, `有 ${count('present')} 项，不全 ${count('part')} 项，缺 ${count('absent')} 项，现场查看 ${count('site')} 项。`)],
  } };
}

/** The first few by name, each leading to its file, and how many there are. */
export function some(found: readonly Found[]): Cell {
  const named = found.slice(0, NAMED);
  const rest = found.length - named.length;
  return { items: [...named.map(({ label }) => label), ...(rest > 0 ? [t(`${found.length} in all`, `共 ${found.length} 项`)] : [])], spots: named.map(({ spot }) => spot) };
}
