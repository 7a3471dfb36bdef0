import type { Env } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import type { PackFile } from '#pack/file.ts';
import { refusedNames } from '#pack/names.ts';
import { sentence } from '#report/sentence.ts';
import { codes } from '../catalogue.ts';
import type { ExportScope } from './scope.ts';

/** More errors than this are not read here; `qms validate` lists them all. */
const MAX_TOLD = 10;

/** The errors that the check finds, as they stop a pack; '' when there are none. */
export function errorsIn({ found }: ExportScope, { locale }: Env): string {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return '';
  const lines = errors.slice(0, MAX_TOLD).map((error) => `${error.at.path}:${error.at.position.start.line}: ${sentence(error, { codes, locale })} (${error.code})\n`);
  const end = { en: '{count} errors; no pack was written. Mend them (`qms validate` lists them all), or pack them with the rest: --with-findings.\n', 'zh-CN': '共 {count} 个错误，没有写出证据包。请改正（`qms validate` 可列出全部），或用 --with-findings 连同问题一并导出。\n' };
  return `${lines.join('')}${format(end, { count: errors.length }, locale)}`;
}

/** UsageError for the first file whose name cannot be unpacked or checked everywhere. */
export function refuseNames(payload: readonly PackFile[]): void {
  const [name] = refusedNames(payload.map(({ path }) => path));
  if (!name) return;
  const twin = { twin: name.twin ?? '' };
  throw new UsageError({ en: '{path} cannot go into a pack, for its name has {what}.', 'zh-CN': '{path} 不能放进证据包：文件名中有{what}。' }, { path: name.path, what: { en: format(name.what, twin, 'en'), 'zh-CN': format(name.what, twin, 'zh-CN') }, ...twin },
    { en: 'Rename the file and commit it.', 'zh-CN': '请给文件改名并提交。' });
}
