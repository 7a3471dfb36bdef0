import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { wordsIn } from '#model/text.ts';
import { safeJson } from '#i18n/safe-json.ts';
import { sha512Of } from '#pack/bag/digests.ts';
import { infoField } from '#pack/bag/info.ts';
import type { Bag } from '#pack/bag/open.ts';
import { tagManifestPath } from '#pack/layout.ts';
import type { PackVerdict } from '#pack/verify.ts';
import { paperHtml } from '#render/paper-html.ts';
import { renderPaper, type PaperFormat } from '#render/paper.ts';
import { letterPaper, type HandOver } from '#views/evidence/letter.ts';
import { requireOutput } from './paper.ts';
import { judgePack, report } from './verify.ts';

/** `qms letter`: the letter that goes with a pack, another way. Of a pack that does not hold none is written. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const name = given.args[0] as string;
  const { verdict, container, close } = await judgePack(name, {}, env);
  try {
    const judged = report(name, verdict, { ...given, options: {} }, env);
    if (judged.exit !== 0 || !verdict.bag) return { ...judged, exit: 1, notes: notWritten[env.locale] };
    return await written(handOver(name, container.top, verdict.bag, verdict), given, env);
  } finally {
    close();
  }
}

async function written(facts: HandOver, given: Given, env: Env): Promise<Outcome> {
  const paper = letterPaper(facts);
  const format = (optionText(given, 'format') ?? 'text') as PaperFormat | 'json' | 'pdf';
  const imprint = { organization: facts.organization, today: facts.state };
  if (format === 'json') return { exit: 0, text: `${safeJson(facts)}\n` };
  if (format !== 'pdf') return { exit: 0, text: renderPaper(paper, format, env.locale, env.color && given.options['output'] === undefined, imprint) };
  const path = requireOutput(given, format);
  const { browserChoice } = await import('./print/browser-choice.ts');
  const { printOne } = await import('./print/print.ts');
  const meta = { title: wordsIn(paper.title, env.locale), language: env.locale, author: facts.organization, created: `${facts.state || env.today}T00:00:00Z` };
  return { exit: 0, artifacts: [{ path, bytes: await printOne({ html: paperHtml(paper, env.locale, imprint, 'print'), meta }, env, browserChoice(given)) }] };
}

function handOver(name: string, folder: string, bag: Bag, { figures, signatures }: PackVerdict): HandOver {
  const said = (label: string): string => infoField(bag.info, label)?.value ?? '';
  const tagManifest = bag.files.get(tagManifestPath);
  return {
    organization: said('Source-Organization'), file: name.replace(/[\\/]+$/, '').split(/[\\/]/).at(-1) ?? name, folder, state: said('State-Of'), commit: said('Source-Commit'), selection: said('Selection'), profile: said('Redaction-Profile'),
    bytes: figures.payload.bytes, files: figures.payload.files, digest: tagManifest ? sha512Of(tagManifest) : '', signatures: signatures.map(({ person, fingerprint = '' }) => ({ person, fingerprint })),
  };
}

const notWritten = { en: 'No letter: the pack does not hold.\n', 'zh-CN': '没有写移交函：证据包本身不成立。\n' };
