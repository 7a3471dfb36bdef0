import type { Env, Given, Outcome } from '#model/command.ts';
import { compareClauses, isWithin } from '#model/standard.ts';
import { UsageError } from '#model/usage-error.ts';
import { inWords } from '#render/in-words.ts';
import { blockEvidences } from '#views/evidence/block.ts';
import { blockPaper } from '#views/evidence/block-paper.ts';
import { clauseEvidences } from '#views/evidence/clause.ts';
import { clausePaper } from '#views/evidence/clause-paper.ts';
import { completeness, firstStage } from '#views/evidence/completeness.ts';
import { paperOfTable } from '#views/paper.ts';
import { projectAsOf } from './as-of.ts';
import { withNotes } from './left-out.ts';
import { paperOutcome } from './paper.ts';

/** `qms evidence`: all that a certification audit expects, or all there is for one clause or block. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { project, said } = await projectAsOf(given, env);
  const [clauses, blocks] = [clauseEvidences(project), blockEvidences(project)];
  const number = given.args[0] as string | undefined;
  if (number === undefined) {
    const table = completeness(firstStage(project), clauses, blocks, given.options['gaps'] === true);
    return withNotes(await paperOutcome(paperOfTable(table), inWords(table, env.locale), project, given, env), said.notes);
  }
  const clause = clauses.find((one) => one.clause.number === number);
  const block = blocks.find((one) => one.block.id === number);
  const paper = clause ? clausePaper(clause, project) : block ? blockPaper(block, project) : null;
  if (paper) return withNotes(await paperOutcome(paper, inWords(paper, env.locale), project, given, env), said.notes);
  const below = clauses.map((one) => one.clause.number).filter((one) => isWithin(one, number)).sort(compareClauses);
  throw new UsageError({ en: 'There is no auditable clause or block "{number}".', 'zh-CN': '没有可审核条款或板块“{number}”。' }, { number, below: below.join(', '), example: clauses[0]?.clause.number ?? '', blocks: blocks.map((one) => one.block.id).join(', ') },
    below.length > 0 ? { en: 'It is a heading; below it: {below}.', 'zh-CN': '这是标题条款，其下有：{below}。' } : { en: 'Clauses are written like {example}; blocks: {blocks}.', 'zh-CN': '条款写作 {example} 这样；板块有：{blocks}。' });
}
