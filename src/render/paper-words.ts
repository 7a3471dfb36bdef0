import type { Text } from '#model/text.ts';

/** Words of ours that every format of a paper uses. */
export const paperWords: Readonly<Record<'date' | 'page' | 'asOf', Text>> = {
  date: { en: 'Date', 'zh-CN': '日期' }, page: { en: 'Page {page} of {pages}', 'zh-CN': '第 {page} 页　共 {pages} 页' }, asOf: { en: 'As of {day}', 'zh-CN': '截至 {day}' },
};
