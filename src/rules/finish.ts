import { createHash } from 'node:crypto';
import { byPlace, type CodeDef, type CodedFinding, type Diagnostic, type Severity } from '#model/diagnostic.ts';
import type { Place, Spot } from '#model/place.ts';
import type { Sight } from '#model/run.ts';
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
  /** Where findings were seen to stand, by this run or an earlier one over the same files. */
  readonly sights?: Map<CodedFinding, Sight>;
}

/** Stamps severity, basis, clauses and true places on findings, leaves out what is switched off or told better by another finding, sorts. */
export function finish(findings: readonly CodedFinding[], finishing: Finishing): Diagnostic[] {
  const { codes, severities, building, locate, lineAt, sights = new Map<CodedFinding, Sight>() } = finishing;
  const practices = new Map(finishing.practices.flatMap((practice) => practice.codes.map((code) => [code, practice] as const)));
  const clausesOf = ({ clauses, code }: CodedFinding): readonly string[] => clauses ?? [practices.get(code)?.clause ?? []].flat();
  // A file that could not be read is never waved through.
  const spoken = findings.filter(({ code }) => severities[code] !== 'off' || code.startsWith('load/'));
  const long = new Map<string, string>();
  const look = (finding: CodedFinding): Sight => {
    const at = locate(finding.at);
    const line = lineAt(at.path, at.position.start.line);
    return { at, related: (finding.related ?? []).map(locate), line, fingerprint: fingerprint(finding, at.path, shortened(line.trim(), long)) };
  };
  return arrange(fold(spoken, clausesOf).map((finding): Diagnostic => {
    const { coveredBy: _, ...said } = finding;
    const def = codes.get(finding.code);
    if (!def?.messages[finding.message]) throw new Error(`no message "${finding.message}" for code ${finding.code}`);
    const chosen = severities[finding.code];
    const sight = sights.get(finding) ?? look(finding);
    sights.set(finding, sight);
    return {
      ...said,
      severity: chosen === undefined || chosen === 'off' ? (building && def.whileBuilding) || def.severity : chosen,
      basis: finding.basis ?? def.basis ?? practices.get(finding.code)?.basis ?? 'tool',
      clauses: clausesOf(finding),
      at: sight.at,
      related: sight.related,
      fingerprint: sight.fingerprint,
    };
  }));
}

/** In the order of places; the same complaint at the same place is told once. */
export function arrange(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return dedupe(diagnostics.toSorted(byPlace));
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

function dedupe(sorted: readonly Diagnostic[]): Diagnostic[] {
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return !before || before.fingerprint !== diagnostic.fingerprint || byPlace({ ...before, fingerprint: '' }, { ...diagnostic, fingerprint: '' }) !== 0;
  });
}
