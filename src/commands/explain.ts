import type { CodeDef } from '#model/diagnostic.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { findClause, requirementText, type Standard } from '#model/standard.ts';
import { wordsIn } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { safeJson } from '#i18n/safe-json.ts';
import { inWords } from '#render/in-words.ts';
import { renderPaper, type PaperFormat } from '#render/paper.ts';
import { rules } from '#rules/index.ts';
import { explainClause, explainItem } from '#views/explain-clause.ts';
import { explainCode } from '#views/explain-code.ts';
import type { Paper } from '#views/paper.ts';
import { codes } from './catalogue.ts';
import { openProject } from './workspace.ts';

/** `qms explain`: inside a workspace it also says where the requirement is met. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const what = (given.args[0] as string).trim();
  const project = (await env.host.findWorkspace(env.cwd)) === null ? null : await openProject(env);
  const standard = project?.standard ?? env.host.assets().standard(env.host.assets().standardIds[0] as string) as Standard;
  const paper = find(what, standard, project);
  const format = (optionText(given, 'format') ?? 'text') as PaperFormat | 'json';
  if (format === 'json') return { exit: 0, text: `${safeJson(inWords(paper, env.locale))}
` };
  const imprint = { organization: wordsIn(project?.config.organization, env.locale), today: project?.today ?? env.today };
  return { exit: 0, text: renderPaper(paper, format, env.locale, env.color && given.options['output'] === undefined, imprint) };
}

function find(what: string, standard: Standard, project: Project | null): Paper {
  const practice = standard.practices.find(({ id }) => id === what.toUpperCase());
  const def = codes.get(what) ?? (practice && codes.get(practice.codes[0] as string));
  if (def) return explainCode(def, standard, examplesOf(def));
  const clause = findClause(standard, what);
  if (clause) return explainClause(clause, standard, project);
  if (requirementText(standard, what)) return explainItem(what, standard, project);
  const near = [...codes.keys(), ...standard.clauses.map(({ number }) => number)].filter((name) => name.includes(what.split('/').pop() as string)).slice(0, 5).join(', ');
  throw new UsageError({ en: '"{what}" is no code, clause, item or practice.', 'zh-CN': '“{what}”不是代码、条款、要求，也不是实务编号。' }, { what, near },
    near ? { en: 'Near: {near}', 'zh-CN': '相近的有：{near}' } : { en: 'Examples: 8.2.2, 8.2.2-c, document/duplicate-id, DOC-001 ({what} is none).', 'zh-CN': '例如：8.2.2、8.2.2-c、document/duplicate-id、DOC-001（{what} 不在其中）。' });
}

function examplesOf({ code }: CodeDef): { kind: 'good' | 'bad'; files: string }[] {
  return [...(rules.find((rule) => rule.code === code)?.examples ?? [])];
}
