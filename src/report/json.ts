import { safeJson } from '#i18n/safe-json.ts';
import { checkedFigures } from './checked.ts';
import { countBySeverity, type Reporter } from './report.ts';
import { sentence, shownPath } from './sentence.ts';

/** One JSON object: what was checked, counts, diagnostics with code, values and the sentence. Stable key order. */
export const json: Reporter = (input) => `${safeJson({
  tool: { name: 'qms', version: input.version },
  checked: checkedFigures(input),
  counts: countBySeverity(input.diagnostics),
  diagnostics: input.diagnostics.map((diagnostic) => ({
    code: diagnostic.code, severity: diagnostic.severity, basis: diagnostic.basis, clauses: diagnostic.clauses,
    path: shownPath(diagnostic.at.path, input), position: diagnostic.at.position,
    message: sentence(diagnostic, input), variant: diagnostic.message, args: diagnostic.args ?? {},
    related: diagnostic.related.map(({ path, position }) => ({ path: shownPath(path, input), position })),
    fingerprint: diagnostic.fingerprint,
  })),
})}\n`;
