import type { Env, Given, Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import type { BagSummary } from '#pack/bag.ts';
import { packed } from '#pack/pack.ts';
import type { PackFile } from '#pack/file.ts';
import { refusedNames } from '#pack/names.ts';
import { sentence } from '#report/sentence.ts';
import { codes } from './catalogue.ts';
import { bagInfo, folderName } from './export/bag-info.ts';
import { completenessNote, evidenceOf } from './export/evidence.ts';
import { evidenceFiles } from './export/evidence-files.ts';
import { payloadOf } from './export/payload.ts';
import { noPrints, pdfFiles } from './export/pdf-files.ts';
import { packSigner, type PackSigner } from './export/signer.ts';
import { openForExport, type ExportScope } from './export/scope.ts';
import { selectionAsked, selectionLine } from './export/selection.ts';
import { tagFiles } from './export/tags.ts';
import { need } from './need.ts';
import { refused } from './render/refused.ts';
import { strayNote } from './render/stray.ts';

/** `qms export`: the workspace as an evidence pack that can be checked without us. All of it or nothing. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const scope = await openForExport(given, env);
  const errors = given.options['withFindings'] === true ? '' : errorsIn(scope, env);
  if (errors !== '') return { exit: 1, notes: `${scope.said}${errors}` };
  const evidence = evidenceOf(scope, given);
  const signer = await packSigner(scope, given, env);
  const prints = given.options['pdf'] === false ? noPrints : await pdfFiles(scope, evidence, given, env);
  if (prints.refusals.length > 0) return refused(prints.refusals, env);
  const shown = evidenceFiles(scope, evidence, prints.documents, env);
  const payload = payloadOf(scope, evidence.scope, [...prints.files, ...shown.payload], env);
  refuseNames(payload);
  const path = await need(given, env, 'output', { en: 'Where to write the pack: a file that ends in .zip?', 'zh-CN': '证据包写到哪个文件（以 .zip 结尾）？' });
  const info = bagInfo(scope, selectionLine(selectionAsked(given)), [...prints.makers, ...(signer.signature ? [['Signed-By', signer.signature.person] as const] : [])], env);
  const { pieces, summary } = packed({
    folder: folderName(scope), day: scope.date, payload: watched(payload, env), info, tags: (extent) => tagFiles(scope, signer, shown, extent, env), ...(signer.signature ? { signature: signer.signature } : {}),
  });
  return {
    exit: 0, notes: `${scope.said}${completenessNote(evidence, env)}`,
    stream: { path, pieces: closing(pieces, prints.close), told: () => `${told(path, summary(), signer, env)}${strayNote(scope.opened, path, env)}` },
  };
}

/** What stands open is closed when the last piece is given, or no more are wanted. */
async function* closing(pieces: AsyncIterable<Uint8Array>, close: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } finally {
    await close();
  }
}

/** What the hand-over letter should say: a pack proves itself only together with what came another way. */
function told(path: string, summary: BagSummary, { key, signature }: PackSigner, { locale }: Env): string {
  const args = { path, ...summary, person: signature?.person ?? '', fingerprint: key?.fingerprint ?? '' };
  return [written, ...(key ? [signedBy] : []), letter].map((text) => `${format(text, args, locale)}\n`).join('');
}

const written = {
  en: '{path}: {files} files, {bytes} bytes\n  Payload-Oxum: {bytes}.{files}\n  sha512 of tagmanifest-sha512.txt: {tagManifestSha512}',
  'zh-CN': '{path}：共 {files} 个文件，{bytes} 字节\n  Payload-Oxum：{bytes}.{files}\n  tagmanifest-sha512.txt 的 sha512：{tagManifestSha512}',
};
const signedBy = { en: '  signed by {person} with the key {fingerprint}', 'zh-CN': '  由 {person} 签名，密钥指纹 {fingerprint}' };
const letter = { en: 'Put these figures into the hand-over letter: whoever receives the pack compares them.', 'zh-CN': '请把以上数字写进移交函，供接收方核对。' };

/** More errors than this are not read here; `qms validate` lists them all. */
const MAX_TOLD = 10;

function errorsIn({ found }: ExportScope, { locale }: Env): string {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return '';
  const lines = errors.slice(0, MAX_TOLD).map((error) => `${error.at.path}:${error.at.position.start.line}: ${sentence(error, { codes, locale })} (${error.code})\n`);
  const end = { en: '{count} errors; no pack was written. Mend them (`qms validate` lists them all), or pack them with the rest: --with-findings.\n', 'zh-CN': '共 {count} 个错误，没有写出证据包。请改正（`qms validate` 可列出全部），或用 --with-findings 连同问题一并导出。\n' };
  return `${lines.join('')}${format(end, { count: errors.length }, locale)}`;
}

function refuseNames(payload: readonly PackFile[]): void {
  const [name] = refusedNames(payload.map(({ path }) => path));
  if (!name) return;
  const twin = { twin: name.twin ?? '' };
  throw new UsageError({ en: '{path} cannot go into a pack, for its name has {what}.', 'zh-CN': '{path} 不能放进证据包：文件名中有{what}。' }, { path: name.path, what: { en: format(name.what, twin, 'en'), 'zh-CN': format(name.what, twin, 'zh-CN') }, ...twin },
    { en: 'Rename the file and commit it.', 'zh-CN': '请给文件改名并提交。' });
}

/** Each file shown as it is made, and none made any more after Ctrl-C. */
function watched(payload: readonly PackFile[], env: Env): PackFile[] {
  const { signal } = env;
  const total = payload.length;
  let done = 0;
  return payload.map(({ path, bytes }) => ({
    path,
    bytes: async () => {
      if (signal.aborted) throw new UsageError({ en: 'Interrupted; nothing was written.', 'zh-CN': '已中断；没有写入任何内容。' });
      env.progress({ done, total, name: path });
      const content = await bytes();
      env.progress({ done: ++done, total, name: path });
      return content;
    },
  }));
}
