export type { CodeDef, Diagnostic, Finding, Severity } from '#model/diagnostic.ts';
export type { FileRule, ProjectRule, Rule } from '#model/rule.ts';
export { linkFacts, openWorkspace, readFacts } from '#load/load.ts';
export { reporters } from '#report/index.ts';
export { rules } from '#rules/index.ts';
