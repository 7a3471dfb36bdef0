import type { Env } from '#model/command.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import type { BagPlan } from '#pack/bag.ts';
import type { ExportScope } from './scope.ts';

type Info = BagPlan['info'];

/** Lines of bag-info.txt: whose it is, what it was made from and by what. Nothing of the machine or the hour. `left` tells what a selection left out; of `more` lines those without value are dropped. */
export function bagInfo(scope: ExportScope, left: readonly Text[], more: Info, env: Env): Info {
  const { project: { config }, commit, day, date, redaction } = scope;
  const lines: Info = [
    ['Source-Organization', wordsIn(config.organization, config.language)], ['External-Description', describe(scope, left)],
    ['Bagging-Date', date], ['Source-Commit', commit?.commit ?? ''], ['State-Of', day], ['Redaction-Profile', redaction?.profile ?? ''],
    ['Tool-Version', `qms ${env.host.assets().version}`], ...more, ['Check-Errors', String(errorCount(scope))],
  ];
  return lines.filter(([, value]) => value !== '');
}

/** How many errors the check finds in what is packed. */
export function errorCount({ opened }: ExportScope): number {
  return opened.judged.diagnostics.filter(({ severity }) => severity === 'error').length;
}

/** What the pack is and what it is not, in the language of the workspace. */
function describe(scope: ExportScope, left: readonly Text[]): string {
  const { project: { config }, day, commit, redaction } = scope;
  const args = { standard: config.standard, day, profile: redaction?.profile ?? '', errors: errorCount(scope) };
  return [whole, ...left, ...(redaction ? [redacted] : []), ...(args.errors > 0 ? [faulty] : []), ...(commit ? [] : [noCommit])].map((text) => format(text, args, config.language)).join(config.language === 'en' ? ' ' : '');
}

const whole = { en: 'Evidence of the quality management system under {standard}, state of {day}.', 'zh-CN': '质量管理体系证据包（{standard}），{day}的状态。' };
const redacted = { en: 'Personal data were withheld by the profile {profile}.', 'zh-CN': '个人信息已按方案 {profile} 隐去。' };
const faulty = { en: 'The check found {errors} errors; they are in data/report.', 'zh-CN': '检查发现 {errors} 个错误，见 data/report。' };
const noCommit = { en: 'It was made from files that git does not keep: no commit answers for it.', 'zh-CN': '取自未由 git 管理的文件，没有可对照的提交。' };

/** The one folder of a pack: whose and of which day. */
export function folderName({ project, day }: ExportScope): string {
  const { config } = project;
  const name = wordsIn(config.organization, config.language).normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return ['QMS-evidence', ...(name ? [[...name].slice(0, MAX_NAME).join('')] : []), day].join('-');
}

/** A longer name makes paths too long for Windows when the pack is unpacked. */
const MAX_NAME = 30;
