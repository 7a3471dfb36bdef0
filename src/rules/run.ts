import type { CodedFinding } from '#model/diagnostic.ts';
import type { Project } from '#model/project.ts';
import type { Rule } from '#model/rule.ts';

/** Runs the project rules that are not switched off; file rules ran when the facts were taken. */
export function runRules(project: Project, rules: readonly Rule[]): CodedFinding[] {
  return rules.filter((rule) => project.config.rules[rule.code] !== 'off')
    .flatMap((rule) => (rule.scope === 'project' ? [...rule.check(project)].map((finding) => ({ ...finding, code: rule.code })) : []));
}
