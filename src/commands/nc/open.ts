import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { fieldsOf, valueAt } from '#model/nonconformity-fields.ts';
import { fill, openingGaps, openingFaults } from '#model/nonconformity-opening.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { editReport, newReport, nextReport } from '#changes/nonconformity.ts';
import { format } from '#i18n/format.ts';
import { textOutcome } from '../text-outcome.ts';
import type { Opened } from '../workspace.ts';
import { nextWords } from './next.ts';
import { judgeText, openJudged } from '../judged.ts';
import { reportSchema } from './report-file.ts';
import { askFor, typedValues } from './values.ts';

/** `qms nc open`: a new report with the next free number; with --replaces the one that takes the place of a report whose action did not work. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { opened, project, diagnostics } = await openJudged(env);
  const number = nextReport(project);
  if (!number) {
    throw new UsageError({ en: 'qms.yaml gives nonconformity reports no numbers.', 'zh-CN': 'qms.yaml 没有给出不符合报告的编号规则。' }, {},
      { en: 'Add to `numbering`: nonconformity: "NC-{year}-{n:3}"', 'zh-CN': '请在 `numbering` 中加：nonconformity: "NC-{year}-{n:3}"' });
  }
  const replaced = findReplaced(optionText(given, 'replaces'), project);
  const begun = replaced && project.registers.nonconformities.find(({ value }) => value.repeats === replaced.value.id && value.status === 'open' && (value.found?.on ?? '') >= (replaced.value.verification?.on ?? ''))?.value;
  if (replaced && begun) {
    // A run that was killed between its two files left the new report without the pointer to it.
    return follow(replaced, begun.id, opened, given, env, { en: `${begun.id} already takes the place of ${replaced.value.id}; no other report was opened.`, 'zh-CN': `${begun.id} 已经接续 ${replaced.value.id}，没有另开报告。` });
  }
  const typed = typedValues(fieldsOf.open, given, {}, project);
  const start = fill({ id: number.id }, typed, replaced?.value);
  const gaps = openingGaps(start, env.ask !== undefined);
  const report = gaps.length === 0 ? start : fill(start, await askFor(gaps, env, project, { en: 'A report cannot be opened yet', 'zh-CN': '还不能开出报告' }), replaced?.value);
  const faults = openingFaults(report, project.today).map(({ text, args }) => format(text, args, env.locale));
  if (faults.length > 0) throw new UsageError({ en: '{why}', 'zh-CN': '{why}' }, { why: faults.join('\n  ') });
  const warned = judgeText(number.path, newReport(report, reportSchema(env)), { opened, diagnostics }, env);
  const { id, path } = await stillFree(number, project, opened.root, env);
  const text = newReport({ ...report, id }, reportSchema(env));
  const former = replaced && follow(replaced, id, opened, given, env, { en: '', 'zh-CN': '' });
  if (given.options['dryRun'] === true) return { exit: 0, notes: warned, text: `${path}\n\n${text}${former?.text ?? ''}` };
  const said = { en: `${id} is opened: ${path}.`, 'zh-CN': `已开出 ${id}：${path}。` };
  return {
    exit: 0, numbered: true, notes: `${warned}${said[env.locale]}\n${nextWords({ ...report, id }, project)[env.locale]}\n`,
    artifacts: [{ path: `${opened.root}/${path}`, bytes: new TextEncoder().encode(text), exclusive: true }, ...former?.artifacts ?? []],
  };
}

/** The replaced report with the pointer to the one that takes its place. */
function follow({ path, value }: Replaced, by: string, opened: Opened, given: Given, env: Env, said: Text): Outcome {
  const text = new TextDecoder().decode(opened.tree.get(path)?.read());
  return textOutcome(opened, path, text, editReport(text, value, { ...value, replaced_by: by }, reportSchema(env)), given, env, said);
}

type Replaced = Project['registers']['nonconformities'][number];
type Numbered = NonNullable<ReturnType<typeof nextReport>>;

/** Others may have taken numbers while this report was filled in and judged. */
async function stillFree(first: Numbered, project: Project, root: string, env: Env): Promise<Numbered> {
  const taken: string[] = [];
  let number = first;
  while (await env.host.exists(`${root}/${number.path}`)) {
    taken.push(number.id);
    number = nextReport(project, taken) ?? number;
  }
  return number;
}

function findReplaced(id: string | undefined, { registers }: Project): Replaced | undefined {
  if (id === undefined) return undefined;
  const found = registers.nonconformities.find(({ value }) => value.id === id);
  if (!found) throw new UsageError({ en: '--replaces: there is no nonconformity report {id}.', 'zh-CN': '--replaces：没有编号为 {id} 的不符合报告。' }, { id });
  const failed = valueAt(found.value, 'verification/effective') === false || valueAt(found.value, 'effect_check/effective') === false;
  if (!failed || found.value.replaced_by) {
    throw new UsageError({ en: '--replaces: {id} can be replaced only once, after its action was found not to work.', 'zh-CN': '--replaces：只有措施经验证无效、尚未被接续的报告才能另开报告，{id} 不是。' }, { id });
  }
  return found;
}
