import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { UsageError } from '#model/usage-error.ts';
import { draftReview } from '#changes/review.ts';
import { reviewPaper } from '#views/review-paper.ts';
import { reviewPack, type ReviewPack } from '#views/review.ts';
import { projectAsOf } from './as-of.ts';
import { wrongDay } from './day.ts';
import { judgeText, openJudged } from './judged.ts';
import { withNotes } from './left-out.ts';
import { paperOutcome } from './paper.ts';

/** `qms review`: the input pack of a year's management review; with --propose its register as a draft. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const year = given.args[0] as string;
  if (!/^\d{4}$/.test(year)) throw new UsageError({ en: '"{year}" is no year.', 'zh-CN': '“{year}”不是年份。' }, { year }, { en: 'Write it as 2004.', 'zh-CN': '请写成 2004 这样。' });
  if (given.options['propose'] === true) return propose(year, given, env);
  const { project, said } = await projectAsOf(given, env);
  const pack = reviewPack(project, year);
  return withNotes(await paperOutcome(reviewPaper(pack, project), pack, project, given, env), said.notes);
}

async function propose(year: string, given: Given, env: Env): Promise<Outcome> {
  const { opened, project, diagnostics } = await openJudged(env);
  const pack = reviewPack(project, year);
  const waiting = project.registers.reviews.find(({ value }) => value.year === year && value.held === undefined);
  if (waiting) throw new UsageError({ en: '{id} is planned for {year} and not held yet; complete {path}.', 'zh-CN': '{year}年已有尚未召开的 {id}，请在 {path} 中补充。' }, { id: waiting.value.id, year, path: waiting.path });
  const planned = optionText(given, 'planned');
  const wrong = planned === undefined ? undefined : wrongDay(planned);
  if (wrong) throw new UsageError({ en: '--planned: {wrong}', 'zh-CN': '--planned：{wrong}' }, { wrong });
  const file = draftReview({ ...draftOf(pack, project), planned }, project, project.config.language);
  const warned = judgeText(file.path, file.text, { opened, diagnostics }, env);
  if (given.options['dryRun'] === true) return { exit: 0, text: `${file.path}\n\n${file.text}`, ...(warned ? { notes: warned } : {}) };
  const missing = pack.inputs.filter((input) => input.facts.length === 0).length;
  const said = {
    en: `${file.id} is drafted: ${file.path}. ${missing} of ${pack.inputs.length} inputs are missing; check and complete the file, then hold the review.`,
    'zh-CN': `已起草 ${file.id}：${file.path}。${pack.inputs.length} 项输入中缺少 ${missing} 项；请核对、补充后召开评审。`,
  };
  return { exit: 0, numbered: true, notes: `${warned}${said[env.locale]}\n`, artifacts: [{ path: `${opened.root}/${file.path}`, bytes: new TextEncoder().encode(file.text), exclusive: true }] };
}

function draftOf({ year, inputs, previous, review }: ReviewPack, { registers }: Project): Omit<Parameters<typeof draftReview>[0], 'planned'> {
  return { year, inputs, previous: review?.held ? review.id : previous?.id, chair: registers.organizations.map(({ value }) => value.top_management).find((post) => post !== undefined) };
}
