import type { Text } from '#model/text.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

type Word = 'home' | 'search' | 'searchHint' | 'blocks' | 'documents' | 'lists' | 'improvement' | 'contents' | 'previous' | 'next' | 'parts' | 'theme' | 'skip' | 'navigation' | 'uncontrolled' | 'printed' | 'system' | 'revision' | 'from' | 'unit' | 'standing' | 'number' | 'title' | 'allBlocks' | 'count' | 'near' | 'none' | 'ask' | 'more' | 'noScript' | 'gone' | 'goneWhy';
export const siteWords: Readonly<Record<Word, Text>> = {
  home: t('Home', '首页'), search: t('Search', '搜索'), searchHint: t('Words to look for', '输入要查找的词语'), blocks: t('By functional block', '按职能板块'), documents: t('Documents', '体系文件'), lists: t('Lists and matrices', '清单与矩阵'),
  improvement: t('Audits and improvement', '审核与改进'), contents: t('On this page', '本页目录'), previous: t('Previous', '上一份'), next: t('Next', '下一份'), parts: t('Chapters', '章节'), theme: t('Dark page', '深色页面'), skip: t('Skip to the text', '跳到正文'), navigation: t('Pages', '网站导航'),
  uncontrolled: t('The screen shows the text of {day}. A print of it is an uncontrolled copy.', '屏幕版本反映 {day} 的文本；自行打印件为非受控文件。'), printed: t('Printed from the screen version: uncontrolled copy', '屏幕版本打印件，非受控'),
  system: t('{organization}: quality management system', '{organization} 质量管理体系文件'), revision: t('Revision', '版本/修订'), from: t('In force from', '生效日期'), unit: t('Lead unit', '主管部门'), standing: t('Status', '状态'), number: t('Number', '编号'), title: t('Title', '名称'),
  allBlocks: t('All blocks', '全部板块'), count: t('{count} places found.', '找到 {count} 处。'), near: t('Nothing holds all these words; these come near.', '没有完全相符的内容，以下相近。'), none: t('Nothing found.', '没有找到。'), ask: t('Type one or more words, separated by spaces.', '请输入一个或几个词语，用空格隔开。'),
  gone: t('This page was taken down', '本页已撤下'), goneWhy: t('What stood here is no longer part of the quality management system. The first page lists what is.', '原内容已不在质量管理体系文件之列；现有文件见首页。'),
  more: t('Only the first {count} are shown.', '只显示前 {count} 处。'), noScript: t('The search needs a browser that runs the page’s own script.', '搜索功能需要浏览器允许运行本页脚本。'),
};
