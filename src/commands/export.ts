import type { Env, Given, Outcome } from '#model/command.ts';
import { packed } from '#pack/pack.ts';
import { bagInfo, folderName } from './export/bag-info.ts';
import { changesSoon } from './export/changes-soon.ts';
import { contentsList } from './export/contents-list.ts';
import { completenessNote, evidenceOf } from './export/evidence.ts';
import { evidenceFiles } from './export/evidence-files.ts';
import { payloadOf } from './export/payload.ts';
import { noPrints, pdfFiles } from './export/pdf-files.ts';
import { errorsIn, refuseNames } from './export/refusals.ts';
import { openForExport } from './export/scope.ts';
import { selectionAsked, selectionLine } from './export/selection.ts';
import { nobody, packSigner } from './export/signer.ts';
import { tagFiles } from './export/tags.ts';
import { told } from './export/told.ts';
import { watched } from './export/watched.ts';
import { need } from './need.ts';
import { refused } from './render/refused.ts';
import { strayNote } from './render/stray.ts';

/** `qms export`: the workspace as an evidence pack that can be checked without us. All of it or nothing. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const scope = await openForExport(given, env);
  const errors = given.options['withFindings'] === true ? '' : errorsIn(scope, env);
  if (errors !== '') return { exit: 1, notes: `${scope.said}${errors}` };
  const evidence = evidenceOf(scope, given);
  const isDry = given.options['dryRun'] === true;
  const signer = isDry ? nobody : await packSigner(scope, given, env);
  const prints = given.options['pdf'] === false ? noPrints : await pdfFiles(scope, evidence, given, env);
  if (prints.refusals.length > 0) return refused(prints.refusals, env);
  const shown = evidenceFiles(scope, evidence, prints.documents, env);
  const payload = payloadOf(scope, evidence.scope, [...prints.files, ...shown.payload], env);
  refuseNames(payload);
  const notes = `${scope.said}${changesSoon(scope, given, env)}${completenessNote(evidence, env)}`;
  if (isDry) return { exit: 0, text: await contentsList(payload, env), notes };
  const path = await need(given, env, 'output', { en: 'Where to write the pack: a file that ends in .zip?', 'zh-CN': '证据包写到哪个文件（以 .zip 结尾）？' });
  const { signature } = signer;
  const { pieces, summary } = packed({
    folder: folderName(scope), day: scope.date, payload: watched(payload, env), tags: (extent) => tagFiles(scope, signer, shown, extent, env), ...(signature ? { signature } : {}),
    info: bagInfo(scope, evidence.scope.told, [['Selection', selectionLine(selectionAsked(given))], ...prints.makers, ['Signed-By', signature?.person ?? '']], env),
  });
  return { exit: 0, notes, stream: { path, pieces: closing(pieces, prints.close), told: () => `${told(path, summary(), scope, signer, env)}${strayNote(scope.opened, path, env)}` } };
}

/** What stands open is closed when the last piece is given, or no more are wanted. */
async function* closing(pieces: AsyncIterable<Uint8Array>, close: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } finally {
    await close();
  }
}
