import type { Env, Given, Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { nonconformityPaper } from '#views/nonconformity.ts';
import { projectAsOf } from '../as-of.ts';
import { withNotes } from '../left-out.ts';
import { paperOutcome } from '../paper.ts';

/** `qms nc show`: the report as it is printed and signed. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { project, said } = await projectAsOf(given, env);
  const id = given.args[0] as string;
  const report = project.registers.nonconformities.find(({ value }) => value.id === id)?.value;
  if (!report) {
    throw new UsageError({ en: 'There is no nonconformity report {id}.', 'zh-CN': '没有编号为 {id} 的不符合报告。' }, { id }, { en: '`qms nc list` lists the numbers.', 'zh-CN': '`qms nc list` 可列出编号。' });
  }
  return withNotes(await paperOutcome(nonconformityPaper(report, project), report, project, given, env), said.notes);
}
