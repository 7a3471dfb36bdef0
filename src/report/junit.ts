import type { Reporter, ReportInput } from './report.ts';
import { sentence, shownPath } from './sentence.ts';

/** JUnit XML: a suite for each file with findings, a test case for each finding; a clean run is one passed case. */
export const junit: Reporter = (input) => {
  const byPath = Map.groupBy(input.diagnostics, ({ at }) => shownPath(at.path, input));
  const failures = input.diagnostics.filter(({ severity }) => severity === 'error').length;
  const suites = [...byPath].map(([path, diagnostics]) => {
    const failed = diagnostics.filter(({ severity }) => severity === 'error').length;
    const cases = diagnostics.map((diagnostic) => {
      const { line, column } = diagnostic.at.position.start;
      const text = `${path}:${line}:${column} ${sentence(diagnostic, input)}`;
      const inner = diagnostic.severity === 'error'
        ? `<failure type="${xml(diagnostic.code)}" message="${xml(sentence(diagnostic, input))}">${xml(text)}</failure>`
        : `<system-out>${xml(`${diagnostic.severity}: ${text}`)}</system-out>`;
      return `    <testcase classname="${xml(diagnostic.code)}" name="${xml(`${path}:${line}:${column}`)}" file="${xml(path)}" line="${line}">${inner}</testcase>`;
    });
    return [`  <testsuite name="${xml(path)}" tests="${diagnostics.length}" failures="${failed}" errors="0" skipped="0">`, ...cases, '  </testsuite>'].join('\n');
  });
  if (suites.length === 0) suites.push(`  <testsuite name="qms" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="qms" name="${xml(nameOf(input.checked))}"/>\n  </testsuite>`);
  const tests = Math.max(1, input.diagnostics.length);
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="qms" tests="${tests}" failures="${failures}" errors="0">`, ...suites, '</testsuites>', ''].join('\n');
};

function nameOf(checked: ReportInput['checked']): string {
  return 'said' in checked ? checked.said.join(' ') : `${checked.documents} documents, ${checked.clauses} clauses`;
}

/** XML 1.0 text: what the format cannot hold becomes visible, everything else is escaped. */
function xml(text: string): string {
  return text.toWellFormed()
    // oxlint-disable-next-line no-control-regex -- exactly the characters XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`)
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}
