import type { Env, Outcome } from '#model/command.ts';
import type { Refusal } from '#model/refusal.ts';
import { format } from '#i18n/format.ts';

/** What stands against printing, line by line; nothing was made. */
export function refused(refusals: readonly Refusal[], { locale }: Env): Outcome {
  const lines = refusals.map(({ at, text, args }) => `${at.path}:${at.position.start.line}: ${format(text, args ?? {}, locale)}\n`);
  const end = { en: 'Nothing was printed.\n', 'zh-CN': '没有打印任何文件。\n' };
  return { exit: 1, notes: `${[...new Set(lines)].join('')}${end[locale]}` };
}
