import { isScalar, LineCounter } from 'yaml';
import type { CodedFinding } from '#model/diagnostic.ts';
import { pointerKeys } from '#model/place.ts';
import { parseOrNull } from './yaml.ts';

/** Findings about bare numbers tell them as they stand in the text: who reads "4.1" where 4.10 stands would put the wrong one in quotes. */
export function asWritten(findings: readonly CodedFinding[], yaml: string): readonly CodedFinding[] {
  if (!findings.some(isBare)) return findings;
  const document = parseOrNull(yaml, new LineCounter());
  return findings.map((finding) => {
    const node = isBare(finding) && 'pointer' in finding.at ? document?.getIn(pointerKeys(finding.at.pointer), true) : undefined;
    return isScalar(node) && node.source ? { ...finding, args: { ...finding.args, actual: node.source } } : finding;
  });
}

function isBare({ code }: CodedFinding): boolean {
  return code === 'load/bare-number';
}
