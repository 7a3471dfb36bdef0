import { createHash } from 'node:crypto';
import { byPlace, type CodeDef, type CodedFinding, type Diagnostic, type Severity } from '#model/diagnostic.ts';
import type { Place, Spot } from '#model/place.ts';
import type { Practice } from '#model/standard.ts';
import { fold } from './fold.ts';

/** What turns findings into diagnostics. `lineAt` gives the text of a line, '' where there is none. */
export interface Finishing {
  readonly codes: ReadonlyMap<string, CodeDef>;
  readonly practices: readonly Practice[];
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The system is still being built. */
  readonly building: boolean;
  locate(spot: Spot): Place;
  lineAt(path: string, line: number): string;
}

/** Stamps severity, basis, clauses and true places on findings, leaves out what is switched off or told better by another finding, sorts. */
export function finish(findings: readonly CodedFinding[], finishing: Finishing): Diagnostic[] {
  const practices = new Map(finishing.practices.flatMap((practice) => practice.codes.map((code) => [code, practice] as const)));
  const clausesOf = ({ clauses, code }: CodedFinding): readonly string[] => clauses ?? [practices.get(code)?.clause ?? []].flat();
  // A file that could not be read is never waved through.
  const spoken = findings.filter(({ code }) => finishing.severities[code] !== 'off' || code.startsWith('load/'));
  const long = new Map<string, string>();
  const diagnostics = fold(spoken, clausesOf).map((finding): Diagnostic => {
    const { coveredBy: _, ...said } = finding;
    const def = finishing.codes.get(finding.code);
    if (!def?.messages[finding.message]) throw new Error(`no message "${finding.message}" for code ${finding.code}`);
    const chosen = finishing.severities[finding.code];
    const practice = practices.get(finding.code);
    const at = finishing.locate(finding.at);
    return {
      ...said,
      severity: chosen === undefined || chosen === 'off' ? (finishing.building && def.whileBuilding) || def.severity : chosen,
      basis: finding.basis ?? def.basis ?? practice?.basis ?? 'tool',
      clauses: clausesOf(finding),
      at,
      related: (finding.related ?? []).map((spot) => finishing.locate(spot)),
      fingerprint: fingerprint(finding, at.path, shortened(finishing.lineAt(at.path, at.position.start.line).trim(), long)),
    };
  });
  return dedupe(diagnostics.sort(byPlace));
}

const LONG_LINE = 2000;

/** A long line stands under its own digest, taken once: thousands of findings in one paragraph would digest it thousands of times. */
function shortened(line: string, known: Map<string, string>): string {
  if (line.length <= LONG_LINE) return line;
  const digest = known.get(line) ?? createHash('sha256').update(line).digest('hex');
  known.set(line, digest);
  return digest;
}

function fingerprint(finding: CodedFinding, path: string, line: string): string {
  return createHash('sha256').update(JSON.stringify([finding.code, path, finding.message, finding.args ?? {}, line])).digest('hex').slice(0, 16);
}

/** The same complaint at the same place is told once. */
function dedupe(sorted: readonly Diagnostic[]): Diagnostic[] {
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return !before || before.fingerprint !== diagnostic.fingerprint || byPlace({ ...before, fingerprint: '' }, { ...diagnostic, fingerprint: '' }) !== 0;
  });
}
