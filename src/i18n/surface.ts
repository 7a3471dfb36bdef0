import type { Text } from '#model/text.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

type Word = 'description' | 'usage' | 'options' | 'command' | 'noFolder' | 'dir' | 'lang' | 'color' | 'noCache' | 'version' | 'help' | 'tryHelp' | 'bug';
interface Surface extends Readonly<Record<Word, Text>> { readonly titles: Readonly<Record<string, Text>>; readonly groups: Readonly<Record<string, Text>> }

/** Words of the command line itself. */
export const surface: Surface = {
  description: t(
    'Checks a git-tracked quality manual (Markdown + YAML) against ISO 9001:2000, clause by clause.',
    '对照 GB/T 19001-2000（ISO 9001:2000）逐条检查用 git 管理的质量手册（Markdown + YAML）。',
  ),
  usage: t('[options] <command>', '[选项] <命令>'),
  options: t('[options]', '[选项]'),
  command: t('[command]', '[命令]'),
  noFolder: t('No such folder: {dir}', '没有这个文件夹：{dir}'),
  dir: t('work in this folder; the workspace is the nearest qms.yaml upwards', '在这个文件夹里工作；向上最近的 qms.yaml 就是工作区'),
  lang: t('language of messages', '消息所用语言'),
  color: t('colours', '颜色'),
  noCache: t('read every file anew; neither use nor keep what earlier runs found out', '重新读取每个文件，不使用也不保存以前运行的结果'),
  version: t('show the version', '显示版本'),
  help: t('show this help', '显示帮助'),
  tryHelp: t('`qms --help` lists the commands, `qms COMMAND --help` its options.', '`qms --help` 列出命令，`qms 命令 --help` 列出其选项。'),
  bug: t('This is a fault of qms itself. Please report it with the lines above.', '这是 qms 自身的错误。请附上以上内容报告。'),
  titles: {
    'Usage:': t('Usage:', '用法：'), 'Options:': t('Options:', '选项：'), 'Commands:': t('Commands:', '命令：'), 'Arguments:': t('Arguments:', '参数：'),
    'Global Options:': t('Global Options:', '全局选项：'),
  },
  groups: {
    audit: t('internal audits', '内部审核'), nc: t('nonconformities', '不符合'),
  },
};
