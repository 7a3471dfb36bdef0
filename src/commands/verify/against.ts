import { hash } from 'node:crypto';
import type { Env } from '#model/command.ts';
import { compareCodePoints, type CodedFinding } from '#model/diagnostic.ts';
import type { Commit } from '#model/host.ts';
import { lineStart } from '#model/place.ts';
import { treeOf, type Tree, type TreeEntry } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { MAX_TEXT_BYTES } from '#load/entry.ts';
import { openWorkspace } from '#load/load.ts';
import { sha512Of, type Measured } from '#pack/bag/digests.ts';
import { infoField } from '#pack/bag/info.ts';
import type { Bag } from '#pack/bag/open.ts';
import { wholeOf } from '#pack/container.ts';
import type { PackFile } from '#pack/file.ts';
import { signersPath, sourceFolder } from '#pack/layout.ts';
import type { PackFigures, PackVerdict } from '#pack/verify.ts';
import { fileRules } from '#rules/index.ts';
import { evidenceFiles } from '../export/evidence-files.ts';
import { evidenceOf } from '../export/evidence.ts';
import { payloadOf } from '../export/payload.ts';
import { printedDocuments } from '../export/pdf-files.ts';
import { scopeOf, type ExportScope } from '../export/scope.ts';
import { selectionOf } from '../export/selection.ts';
import { sourceFiles } from '../export/sources.ts';
import { verifyText } from '../export/verify-text.ts';
import { absolutePath } from '../paths.ts';
import { rootOf, type Opened } from '../workspace.ts';
import { stateOf } from './sources.ts';

/** What came of holding a pack against a repository: how many files were made anew and are the same byte for byte, how many differ, how many nobody can make anew without a browser. */
export interface Comparison { readonly against: string; readonly commit: string; readonly claimed: string; readonly same: number; readonly different: number; readonly notMade: number }

/**
 * Makes the pack anew from the repository, as of the day, with the selection and the redaction that it names, and compares byte for byte: all but the prints where it is of this version of
 * the tool, else the sources. Line ends count as git stores them.
 */
export async function compareWith(against: string, bag: Bag, { contents, figures }: PackVerdict, env: Env): Promise<{ readonly comparison: Comparison; readonly findings: readonly CodedFinding[] }> {
  const said = (label: string): string => infoField(bag.info, label)?.value ?? '';
  const { state, commit } = await repositoryAt(against, env);
  const claimed = said('Source-Commit');
  // What pages say of the commit is what the pack claims; whether that is the one compared with is told apart.
  const named = claimed === '' ? null : { commit: claimed, date: said('Bagging-Date') };
  const scope = await scopeOf(state, { commit: named, day: stateOf(bag, env), date: said('Bagging-Date'), profile: infoField(bag.info, 'Redaction-Profile')?.value, said: '' }, env);
  const made = filesAnew(scope, bag, figures.payload, env);
  const findings: CodedFinding[] = [];
  const tell = (name: string, message: string): void => { findings.push({ code: 'pack/differs', at: lineStart(name, 1), message, args: { name, against } }); };
  let same = 0;
  for (const [index, file] of made.entries()) {
    env.progress({ done: index, total: made.length, name: file.path });
    const there = contents?.measured.get(file.path);
    if (!there) tell(file.path, 'absent');
    else if (await sameBytes(file, there, bag)) same += 1;
    else tell(file.path, 'content');
  }
  const known = new Set(made.map(({ path }) => path));
  const others = [...bag.files.keys()].filter((path) => path.startsWith('data/') && !known.has(path));
  for (const path of others.filter((one) => one.startsWith(`${sourceFolder}/`))) tell(path, 'extra');
  const notMade = others.filter((one) => !one.startsWith(`${sourceFolder}/`)).length;
  return { comparison: { against, commit: commit?.commit ?? '', claimed, same, different: findings.length, notMade }, findings: findings.sort((a, b) => compareCodePoints(a.at.path, b.at.path)) };
}

/** The files of a pack that can be made without printing, in the order in which they are packed. */
function filesAnew(scope: ExportScope, bag: Bag, payload: PackFigures['payload'], env: Env): PackFile[] {
  const { clauses, blocks, audit } = selectionOf(infoField(bag.info, 'Selection')?.value ?? '');
  const printed = [...bag.files.keys()].some((path) => path.endsWith('.pdf'));
  const evidence = evidenceOf(scope, { args: [], options: { clauses, blocks, audit, ...(printed ? {} : { pdf: false }) } });
  if (infoField(bag.info, 'Tool-Version')?.value !== `qms ${env.host.assets().version}`) return sourceFiles(scope, evidence.scope);
  const shown = evidenceFiles(scope, evidence, printed ? printedDocuments(scope, evidence.scope) : [], env);
  const list = bag.files.get(signersPath);
  const beside = [...bag.files.keys()].filter((path) => !/^(?:data|signatures)\//.test(path)).length;
  const letter: PackFile = { path: 'VERIFY.txt', bytes: () => verifyText(scope, list ? wholeOf(list, MAX_TEXT_BYTES) : null, payload, beside, env) };
  return [...payloadOf(scope, evidence.scope, shown.payload, env), ...shown.beside, letter];
}

/** By the digest that the bag's own manifests had us take; a bag under weaker ones is read once more. */
async function sameBytes(file: PackFile, { digests }: Measured, bag: Bag): Promise<boolean> {
  const packed = bag.files.get(file.path);
  return packed !== undefined && hash('sha512', await file.bytes(), 'hex') === (digests.get('sha512') ?? sha512Of(packed));
}

/** A folder where there is one, else a commit of the workspace around the reader. */
async function repositoryAt(against: string, env: Env): Promise<{ state: Opened; commit: Commit | null }> {
  const path = absolutePath(against, env);
  if (await env.host.exists(path)) {
    const root = await env.host.findWorkspace(path);
    if (root === null) throw new UsageError({ en: 'No qms.yaml in {dir} or above.', 'zh-CN': '{dir} 及其上级文件夹里没有 qms.yaml。' }, { dir: against }, { en: '--against takes the folder of a manual, or a commit of the one you stand in.', 'zh-CN': '--against 须是手册所在文件夹，或当前手册的一个提交。' });
    return { state: await opened(root, asStored(await env.host.readTree(root)), env), commit: await env.host.commitAt(root, 'HEAD') };
  }
  const root = await rootOf(env);
  return { state: await opened(root, await env.host.readTreeAt(root, against), env), commit: await env.host.commitAt(root, against) };
}

async function opened(root: string, tree: Tree, env: Env): Promise<Opened> {
  return { root, tree, reading: await openWorkspace(tree, env.host.assets(), fileRules) };
}

/** Texts with the line ends that git stores: a working folder may have been given others. */
function asStored(tree: Tree): Tree {
  return treeOf(tree.entries.map((entry): TreeEntry => (entry.problem !== undefined || !/\.(?:md|ya?ml)$/i.test(entry.path) ? entry : {
    ...entry, read: () => {
      const bytes = Buffer.from(entry.read());
      return bytes.includes('\r\n') ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
    },
  })));
}
