import { locales } from '#model/text.ts';
import type { Severity } from '#model/diagnostic.ts';
import { safeJson } from '#i18n/safe-json.ts';
import { checkedFigures } from './checked.ts';
import type { Reporter } from './report.ts';
import { sentence, shownPath } from './sentence.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), one run; what GitHub code scanning and other viewers read. Columns count UTF-16 units. */
export const sarif: Reporter = (input) => {
  const codes = [...new Set(input.diagnostics.map(({ code }) => code))].sort();
  const other = locales.find((locale) => locale !== input.locale) ?? input.locale;
  const location = (path: string, position: { start: { line: number; column: number }; end: { line: number; column: number } }): unknown => ({
    physicalLocation: {
      artifactLocation: { uri: uriOf(shownPath(path, input)), uriBaseId: 'SRCROOT' },
      region: { startLine: position.start.line, startColumn: position.start.column, endLine: position.end.line, endColumn: Math.max(position.end.column, 1) },
    },
  });
  return `${safeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'qms', semanticVersion: input.version, language: input.locale,
          rules: codes.map((code) => {
            const def = input.codes.get(code);
            return {
              id: code, name: pascal(code),
              shortDescription: { text: def?.title[input.locale] ?? code },
              fullDescription: { text: def?.why[input.locale] ?? code },
              help: { text: [def?.why[input.locale], def?.why[other]].filter(Boolean).join('\n\n') },
              defaultConfiguration: { level: levels[def?.severity ?? 'warning'] },
            };
          }),
        },
      },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which qms was run' } } },
      results: input.diagnostics.map((diagnostic) => ({
        ruleId: diagnostic.code, ruleIndex: codes.indexOf(diagnostic.code), level: levels[diagnostic.severity],
        message: { text: sentence(diagnostic, input) },
        locations: [location(diagnostic.at.path, diagnostic.at.position)],
        ...(diagnostic.related.length > 0 ? { relatedLocations: diagnostic.related.map((place) => location(place.path, place.position)) } : {}),
        partialFingerprints: { 'qms/v1': diagnostic.fingerprint },
        properties: { basis: diagnostic.basis, clauses: diagnostic.clauses, args: diagnostic.args ?? {} },
      })),
      invocations: [{ executionSuccessful: true, properties: { checked: checkedFigures(input) } }],
    }],
  })}\n`;
};

/** A relative reference: every step is escaped by itself, so that a colon in a name is not taken for a scheme. */
function uriOf(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** `document/duplicate-id` → `DocumentDuplicateId`, as SARIF wants names. */
function pascal(code: string): string {
  return code.split(/[/-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
