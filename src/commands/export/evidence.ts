import type { Env, Given } from '#model/command.ts';
import { format } from '#i18n/format.ts';
import { sentence } from '#report/sentence.ts';
import type { CheckFinding } from '#views/evidence/check-findings.ts';
import { countExpected, firstStage } from '#views/evidence/completeness.ts';
import type { Expected } from '#views/evidence/expectations.ts';
import { UsageError } from '#model/usage-error.ts';
import { blockEvidences, type BlockEvidence } from '#views/evidence/block.ts';
import { clauseEvidences, type ClauseEvidence } from '#views/evidence/clause.ts';
import { chosenBlocks, chosenClauses } from '#views/evidence/narrowed.ts';
import { packPapers, type PackPaper } from '#views/evidence/pack-papers.ts';
import { scopeOf, type Scope } from '#views/evidence/scope.ts';
import { codes } from '../catalogue.ts';
import type { ExportScope } from './scope.ts';
import { selectionAsked } from './selection.ts';

/** What a pack tells of: the chosen clauses and blocks with their evidence, and the papers on them. */
export interface Evidence { readonly scope: Scope; readonly first: readonly Expected[]; readonly clauses: readonly ClauseEvidence[]; readonly blocks: readonly BlockEvidence[]; readonly papers: readonly PackPaper[]; readonly check: readonly CheckFinding[] }

/** What --clauses, --blocks and --audit choose; UsageError for words that the workspace does not know. */
export function evidenceOf({ project, opened: { judged } }: ExportScope, given: Given): Evidence {
  const scope = scopeOf(project, selectionAsked(given));
  if (scope.unknown.length > 0) {
    throw new UsageError({ en: 'Not known here: {words}', 'zh-CN': '这里没有：{words}' }, { words: scope.unknown.join(', '), blocks: project.standard.blocks.map(({ id }) => id).join(', ') },
      { en: '--clauses takes numbers of clauses or chapters, --blocks some of {blocks}, --audit the number of an audit (`qms audit status`).', 'zh-CN': '--clauses 写条款或章节号，--blocks 从 {blocks} 中选，--audit 写审核编号（见 `qms audit status`）。' });
  }
  const first = firstStage(project);
  const clauses = chosenClauses(clauseEvidences(project), scope);
  const blocks = chosenBlocks(blockEvidences(project), scope);
  const check = judged.diagnostics.map((one): CheckFinding => ({
    code: one.code, severity: one.severity, path: one.at.path, line: one.at.position.start.line, clauses: one.clauses, said: { en: sentence(one, { codes, locale: 'en' }), 'zh-CN': sentence(one, { codes, locale: 'zh-CN' }) },
  }));
  const papers = packPapers(project, scope, first, clauses, blocks, check);
  return { scope, first, clauses, blocks, check, papers: given.options['pdf'] === false ? papers.map((one) => ({ ...one, formats: one.formats.filter((kind) => kind !== 'pdf') })) : papers };
}

/** What a certification audit will miss in the pack, for whoever makes it; '' when nothing. */
export function completenessNote({ first, clauses, blocks }: Evidence, { locale }: Env): string {
  const { absent, part } = countExpected([...first, ...[...clauses, ...blocks].flatMap(({ expected }) => expected)]);
  return absent + part === 0 ? '' : `${format(incomplete, { absent, part }, locale)}\n`;
}

const incomplete = {
  en: 'Of what a certification audit expects {absent} are absent and {part} there in part: data/report/completeness in the pack, or `qms evidence --gaps`.', 'zh-CN': '认证审核应备材料中缺 {absent} 项，不全 {part} 项：见包内 data/report/completeness，或运行 `qms evidence --gaps`。',
};
