import type { Severity } from '#model/diagnostic.ts';
import { safeText } from '#i18n/safe-text.ts';
import { countBySeverity, type Reporter, type ReportInput } from './report.ts';
import { sentence, shownPath } from './sentence.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions: each finding becomes an annotation on its line. */
export const github: Reporter = (input) => {
  const lines = input.diagnostics.map((diagnostic) => {
    const { start, end } = diagnostic.at.position;
    const properties = [
      `file=${property(shownPath(diagnostic.at.path, input))}`, `line=${start.line}`, `endLine=${end.line}`,
      ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []), `title=${property(diagnostic.code)}`,
    ];
    return `::${commands[diagnostic.severity]} ${properties.join(',')}::${data(sentence(diagnostic, input))}`;
  });
  const { error, warning, info } = countBySeverity(input.diagnostics);
  return `${[...lines, `qms: ${data(figures(input.checked))}; ${error} errors, ${warning} warnings, ${info} notes`].join('\n')}\n`;
};

function figures(checked: ReportInput['checked']): string {
  return 'said' in checked ? checked.said.join(' ') : `${checked.documents} documents, ${checked.registers} registers, ${checked.clauses} clauses, ${checked.items} items`;
}

/** Escapes of the runner: without them text could start a command of its own. What steers a terminal is made visible first. */
function data(text: string): string {
  return safeText(text, true).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
