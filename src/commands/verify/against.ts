import { createHash } from 'node:crypto';
import type { Env } from '#model/command.ts';
import { compareCodePoints, type CodedFinding } from '#model/diagnostic.ts';
import type { Commit } from '#model/host.ts';
import { lineStart } from '#model/place.ts';
import type { Tree } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { openWorkspace } from '#load/load.ts';
import { infoField } from '#pack/bag/info.ts';
import type { Bag } from '#pack/bag/open.ts';
import type { PackFile } from '#pack/file.ts';
import { sourceFolder } from '#pack/layout.ts';
import type { PackVerdict } from '#pack/verify.ts';
import { fileRules } from '#rules/index.ts';
import { scopeOf as selected } from '#views/evidence/scope.ts';
import { reportFiles } from '../export/report-files.ts';
import { scopeOf } from '../export/scope.ts';
import { selectionOf } from '../export/selection.ts';
import { sourceFiles } from '../export/sources.ts';
import { absolutePath } from '../paths.ts';
import { rootOf, type Opened } from '../workspace.ts';
import { stateOf } from './sources.ts';

/** What came of holding a pack against a repository: how many files were made anew and are the same byte for byte, how many differ, how many nobody can make anew without a browser. */
export interface Comparison { readonly against: string; readonly commit: string; readonly claimed: string; readonly same: number; readonly different: number; readonly notMade: number }

/**
 * Makes anew from the repository, as of the day and with the redaction and the selection that the pack names, what can be made without printing, and compares byte for byte: the sources, and, where the pack is of
 * this version of the tool, the reports of the check. Line ends count as git stores them.
 */
export async function compareWith(against: string, bag: Bag, { contents }: PackVerdict, env: Env): Promise<{ readonly comparison: Comparison; readonly findings: readonly CodedFinding[] }> {
  const { state, commit } = await repositoryAt(against, env);
  const scope = await scopeOf(state, { commit, day: stateOf(bag, env), date: infoField(bag.info, 'Bagging-Date')?.value ?? '', profile: infoField(bag.info, 'Redaction-Profile')?.value, said: '' }, env);
  const sameTool = infoField(bag.info, 'Tool-Version')?.value === `qms ${env.host.assets().version}`;
  const made = [...sourceFiles(scope, selected(scope.project, selectionOf(infoField(bag.info, 'Selection')?.value ?? ''))), ...(sameTool ? reportFiles(scope, env) : [])];
  const findings: CodedFinding[] = [];
  const tell = (name: string, message: string): void => { findings.push({ code: 'pack/differs', at: lineStart(name, 1), message, args: { name, against } }); };
  let same = 0;
  for (const file of made) {
    const there = contents?.measured.get(file.path);
    if (!there) tell(file.path, 'absent');
    else if (await sameBytes(file, bag)) same += 1;
    else tell(file.path, 'content');
  }
  const known = new Set(made.map(({ path }) => path));
  const others = [...bag.files.keys()].filter((path) => path.startsWith('data/') && !known.has(path));
  for (const path of others.filter((one) => one.startsWith(`${sourceFolder}/`))) tell(path, 'extra');
  const claimed = infoField(bag.info, 'Source-Commit')?.value ?? '';
  const notMade = others.filter((one) => !one.startsWith(`${sourceFolder}/`)).length;
  return { comparison: { against, commit: commit?.commit ?? '', claimed, same, different: findings.length, notMade }, findings: findings.sort((a, b) => compareCodePoints(a.at.path, b.at.path)) };
}

async function sameBytes(file: PackFile, bag: Bag): Promise<boolean> {
  const [made, there] = [createHash('sha256'), createHash('sha256')];
  made.update(asStored(file.path, Buffer.from(await file.bytes())));
  for (const chunk of bag.files.get(file.path)?.chunks() ?? []) there.update(chunk);
  return made.digest('hex') === there.digest('hex');
}

/** Texts with the line ends that git stores: a working folder may have been given others. */
function asStored(path: string, bytes: Buffer): Uint8Array {
  return /\.(?:md|ya?ml)$/i.test(path) && bytes.includes('\r\n') ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
}

/** A folder where there is one, else a commit of the workspace around the reader. */
async function repositoryAt(against: string, env: Env): Promise<{ state: Opened; commit: Commit | null }> {
  const path = absolutePath(against, env);
  if (await env.host.exists(path)) {
    const root = await env.host.findWorkspace(path);
    if (root === null) throw new UsageError({ en: 'No qms.yaml in {dir} or above.', 'zh-CN': '{dir} 及其上级文件夹里没有 qms.yaml。' }, { dir: against }, { en: '--against takes the folder of a manual, or a commit of the one you stand in.', 'zh-CN': '--against 须是手册所在文件夹，或当前手册的一个提交。' });
    return { state: await opened(root, await env.host.readTree(root), env), commit: await env.host.commitAt(root, 'HEAD') };
  }
  const root = await rootOf(env);
  return { state: await opened(root, await env.host.readTreeAt(root, against), env), commit: await env.host.commitAt(root, against) };
}

async function opened(root: string, tree: Tree, env: Env): Promise<Opened> {
  return { root, tree, reading: await openWorkspace(tree, env.host.assets(), fileRules) };
}
