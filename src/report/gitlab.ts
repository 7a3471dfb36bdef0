import { createHash } from 'node:crypto';
import type { Severity } from '#model/diagnostic.ts';
import { safeJson } from '#i18n/safe-json.ts';
import type { Reporter } from './report.ts';
import { sentence, shownPath } from './sentence.ts';

const severities: Record<Severity, string> = { error: 'critical', warning: 'minor', info: 'info' };

/** GitLab code quality report: a list of issues; fingerprints are unique within the report. */
export const gitlab: Reporter = (input) => {
  const seen = new Map<string, number>();
  return `${safeJson(input.diagnostics.map((diagnostic) => {
    const times = seen.get(diagnostic.fingerprint) ?? 0;
    seen.set(diagnostic.fingerprint, times + 1);
    return {
      description: sentence(diagnostic, input), check_name: diagnostic.code, severity: severities[diagnostic.severity],
      fingerprint: createHash('sha256').update(`${diagnostic.fingerprint} ${times}`).digest('hex').slice(0, 32),
      location: { path: shownPath(diagnostic.at.path, input), lines: { begin: diagnostic.at.position.start.line, end: diagnostic.at.position.end.line } },
    };
  }))}\n`;
};
