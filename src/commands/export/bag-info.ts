import type { Env } from '#model/command.ts';
import { wordsIn } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import type { BagPlan } from '#pack/bag.ts';
import type { ExportScope } from './scope.ts';

/** Lines of bag-info.txt: whose it is, what it was made from and by what. Nothing of the machine or the hour. */
export function bagInfo({ project, commit, day, date, opened, redaction }: ExportScope, selection: string, makers: BagPlan['info'], env: Env): BagPlan['info'] {
  const { config } = project;
  const errors = opened.judged.diagnostics.filter(({ severity }) => severity === 'error').length;
  return [
    ['Source-Organization', wordsIn(config.organization, config.language)],
    ['External-Description', format(described, { standard: config.standard, day }, config.language)],
    ['Bagging-Date', date],
    ...(commit ? [['Source-Commit', commit.commit] as const] : []),
    ['State-Of', day],
    ...(selection === '' ? [] : [['Selection', selection] as const]),
    ...(redaction ? [['Redaction-Profile', redaction.profile] as const] : []),
    ['Tool-Version', `qms ${env.host.assets().version}`],
    ...makers,
    ['Check-Errors', String(errors)],
  ];
}

const described = { en: 'Evidence of the quality management system under {standard}, state of {day}', 'zh-CN': '质量管理体系证据包（{standard}），{day}的状态' };

/** The one folder of a pack: whose and of which day. */
export function folderName({ project, day }: ExportScope): string {
  const { config } = project;
  const name = wordsIn(config.organization, config.language).normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return ['QMS-evidence', ...(name ? [[...name].slice(0, MAX_NAME).join('')] : []), day].join('-');
}

/** A longer name makes paths too long for Windows when the pack is unpacked. */
const MAX_NAME = 30;
