import type { Outcome } from '#model/command.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { Project } from '#model/project.ts';
import type { Locale } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import { safeText } from '#i18n/safe-text.ts';

const NAMED = 5;

/** Says which files a list or paper knows nothing of, because nothing in them could be understood; '' where there are none. */
export function leftOutNote({ files }: Project, locale: Locale): string {
  const paths = files.filter(({ form, data, findings }) => form !== 'asset' && data === null && findings.some(({ code }) => code.startsWith('load/'))).map(({ path }) => path).sort(compareCodePoints);
  if (paths.length === 0) return '';
  const more = paths.length > NAMED ? format({ en: ' and {count} more', 'zh-CN': '等共 {all} 个' }, { count: paths.length - NAMED, all: paths.length }, locale) : '';
  return safeText(format({ en: 'Not in here, because they cannot be read: {paths}{more}. `qms validate` says why.', 'zh-CN': '下列文件读不出来，其内容不在其中：{paths}{more}。原因见 `qms validate`。' },
    { paths: paths.slice(0, NAMED).join(locale === 'en' ? ', ' : '、'), more }, locale)) + '\n';
}

/** An outcome with something told before its own notes. */
export function withNotes(outcome: Outcome, notes: string | undefined): Outcome {
  return notes === undefined || notes === '' ? outcome : { ...outcome, notes: `${notes}${outcome.notes ?? ''}` };
}
