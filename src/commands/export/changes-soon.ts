import { optionText, type Env, type Given } from '#model/command.ts';
import { inForce } from '#model/document.ts';
import { format } from '#i18n/format.ts';
import type { ExportScope } from './scope.ts';

/** Without --as-of a pack shows the day of its commit: documents that came into force or ran out since are named, since whoever exports today may mean today. '' when there are none. */
export function changesSoon({ project, day, commit }: ExportScope, given: Given, { today, locale }: Env): string {
  if (commit === null || optionText(given, 'asOf') !== undefined || project.config.today !== undefined || day >= today) return '';
  const ids = project.documents.filter((document) => inForce(document, day) !== inForce(document, today)).map(({ value }) => value.id).sort();
  const text = { en: 'The pack shows the state of {day}, the day of the commit. Until today this changes for {ids}; --as-of {today} shows today.', 'zh-CN': '证据包显示提交当日（{day}）的状态。到今天为止，{ids} 的有效状态有变；如要今天的状态，请加 --as-of {today}。' };
  return ids.length === 0 ? '' : `${format(text, { day, today, ids: ids.join(', ') }, locale)}\n`;
}
