import type { CodedFinding } from '#model/diagnostic.ts';
import { clauseOf } from '#model/standard.ts';
import { entryOf } from './shared/entry-of.ts';

/** Leaves out findings that another one tells better: one fault, one finding. A code that is switched off, and so silent, covers nothing. */
export function fold(findings: readonly CodedFinding[], clausesOf: (finding: CodedFinding) => readonly string[]): CodedFinding[] {
  const told = new Set<string>();
  const asked = new Set(findings.flatMap(({ coveredBy }) => Object.keys(coveredBy ?? {})));
  for (const finding of findings) {
    const { code, message, at, args } = finding;
    for (const name of [code, `${code}:${message}`, `${code}@${String(args?.['requirement'])}`].filter((one) => asked.has(one))) {
      told.add(key(name, 'workspace')).add(key(name, 'entry', entryOf(at)));
      for (const clause of clausesOf(finding)) {
        told.add(key(name, 'clause', clause));
        if (args?.['item'] === undefined) told.add(key(name, 'whole clause', clause));
      }
      if (typeof args?.['item'] === 'string') told.add(key(name, 'item', args['item']));
    }
  }
  const covers = (finding: CodedFinding, name: string, extent: string): boolean => {
    if (extent === 'workspace') return told.has(key(name, extent));
    if (extent === 'entry') return told.has(key(name, extent, entryOf(finding.at)));
    if (extent === 'clause') return clausesOf(finding).some((clause) => told.has(key(name, extent, clause)));
    const item = String(finding.args?.['requirement'] ?? '');
    return told.has(key(name, extent, item)) || told.has(key(name, 'whole clause', clauseOf(item)));
  };
  return findings.filter((finding) => !Object.entries(finding.coveredBy ?? {}).some(([name, extent]) => covers(finding, name, extent)));
}

function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
