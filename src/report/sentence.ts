import type { Diagnostic } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import type { ReportInput } from './report.ts';

/** The sentence of a diagnostic in the reader's language. */
export function sentence(diagnostic: Diagnostic, { codes, locale }: Pick<ReportInput, 'codes' | 'locale'>): string {
  const text = codes.get(diagnostic.code)?.messages[diagnostic.message] as Text;
  return format(text, diagnostic.args ?? {}, locale);
}

/** Path as the reader would type it. */
export function shownPath(path: string, { base }: Pick<ReportInput, 'base'>): string {
  return base ? `${base}/${path}` : path;
}
