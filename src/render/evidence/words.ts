import type { Text } from '#model/text.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

type Word = 'pack' | 'title' | 'home' | 'other' | 'skip' | 'contents' | 'footer' | 'previous' | 'next' | 'neighbours';
export const packWords: Readonly<Record<Word, Text>> = {
  pack: t('{organization}: evidence of the quality management system', '{organization} 质量管理体系证据包'), title: t('Evidence of the quality management system', '质量管理体系证据包'), home: t('Contents', '目录'), other: t('中文', 'English'), skip: t('Skip to the text', '跳到正文'), contents: t('Parts of this page', '本页内容'),
  footer: t('State of {day}. Whether anything was changed since is shown by the steps in VERIFY.txt.', '本包反映 {day} 的状态；此后有无改动，按 VERIFY.txt 的步骤核对。'),
  previous: t('Previous', '上一条'), next: t('Next', '下一条'), neighbours: t('Previous and next', '前后条款'),
};
