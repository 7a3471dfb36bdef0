import { format } from '#i18n/format.ts';
import { safeText } from '#i18n/safe-text.ts';
import { words } from '#i18n/words.ts';
import { checkedLines } from './checked.ts';
import { countBySeverity, type Reporter } from './report.ts';
import { sentence, shownPath } from './sentence.ts';

/** A to-do list in Markdown, file by file: for a pull-request comment, or as the TODO.md of a new workspace. */
export const markdown: Reporter = (input) => {
  const { locale } = input;
  const byPath = Map.groupBy(input.diagnostics, ({ at }) => shownPath(at.path, input));
  const parts = [...byPath].flatMap(([path, diagnostics]) => [`## ${escape(path)}`, '', ...diagnostics.map((diagnostic) =>
    `- [ ] ${words.severity[diagnostic.severity][locale]} · \`${diagnostic.code}\` · ${escape(path)}:${diagnostic.at.position.start.line} — ${escape(sentence(diagnostic, input))}`), '']);
  const counts = countBySeverity(input.diagnostics);
  const verdict = input.diagnostics.length === 0 ? words.clean[locale] : format(words.found, counts, locale);
  return [`# ${words.todo[locale]}`, '', [verdict, ...checkedLines(input).map(escape)].join(' '), '', ...parts].join('\n');
};

/** Text that makes neither a mark nor a line of its own, and no link that hides where it leads. */
function escape(text: string): string {
  return safeText(text.replace(/\s*[\r\n]+\s*/g, ' ')).replace(/[<>&]/g, (char) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[char] as string).replace(/[\\*_[\]|`~#!]/g, '\\$&');
}
