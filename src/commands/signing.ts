import { positionOf } from '#model/body-places.ts';
import type { Env } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import { reachingFiles } from '#model/reaching-files.ts';
import { UsageError } from '#model/usage-error.ts';
import { entryBytes } from '#load/entry.ts';
import { sha256, textDigest } from '#load/digest.ts';
import type { OpenedDocument } from './document.ts';

/** Found in the bytes themselves, whatever a suppression says: what cannot be seen, or is not what it looks like. */
const deceptive = ['document/hidden-characters', 'document/confusable-characters'];
/** The ledger and the field it stands for are what signing is about to complete. */
const beingMended = (code: string): boolean => code.startsWith('approval/') || code === 'document/approval-missing';

/** The document's own file and all that reaches its pages with it; UsageError when one of them is not there to be read. */
function signedFiles({ document, facts }: OpenedDocument): FileFacts[] {
  const byPath = new Map(facts.map((file) => [file.path, file]));
  return [document.path, ...reachingFiles(document, byPath)].map((path) => {
    const file = byPath.get(path);
    if (!file || file.digest === '' || (file.form === 'document' && file.kind === '')) {
      throw new UsageError({ en: '{id} shows {path}, which is no readable file of the workspace; nobody can sign for it.', 'zh-CN': '{id} 显示了 {path}，但工作区里没有这个可读的文件，无法为它签署。' }, { id: document.value.id, path });
    }
    return file;
  });
}

/** Nobody signs what is wrong, what cannot be seen on the page, or what looks like something else. */
export function refuseFaults(found: OpenedDocument): void {
  const { judged } = found;
  const files = signedFiles(found);
  const paths = new Set(files.map(({ path }) => path));
  const seen = files.flatMap(({ path, findings, body }) => [
    ...findings.flatMap(({ code, at }) => (deceptive.includes(code) && 'position' in at ? [{ code, at }] : [])),
    ...(body?.hidden ?? []).flatMap((_, index) => {
      const position = body && positionOf(body, 'hidden', index);
      return position ? [{ code: 'document/hidden-characters', at: { path, position } }] : [];
    }),
  ]);
  const wrong = judged.diagnostics.filter(({ at, severity, code }) => paths.has(at.path) && severity === 'error' && !beingMended(code));
  const [fault] = [...seen, ...wrong];
  if (!fault) return;
  throw new UsageError({ en: '{path}:{line} has a finding ({code}); mend it before anybody signs.', 'zh-CN': '{path}:{line} 有问题（{code}）；请先改正再签署。' },
    { path: fault.at.path, line: fault.at.position.start.line, code: fault.code }, { en: 'Run `qms validate`; `qms explain {code}` tells more.', 'zh-CN': '请运行 `qms validate`；详见 `qms explain {code}`。' });
}

/** The commit that holds exactly the bytes to be signed; '' outside git. */
export async function committed(found: OpenedDocument, env: Env): Promise<string> {
  const { opened } = found;
  const commit = await env.host.head(opened.root);
  if (commit === '') return '';
  const stored = await env.host.readTreeAt(opened.root, commit);
  for (const { path, digest, form } of signedFiles(found)) {
    const bytes = stored.get(path)?.read();
    if (bytes && (form === 'asset' ? sha256(bytes) : textDigest(bytes)) === digest) continue;
    const line = bytes && form !== 'asset' ? firstDifference(bytes, entryBytes(opened.tree.get(path)) ?? new Uint8Array()) : 1;
    throw new UsageError({
      en: '{path}:{line} is not committed as it stands. Commit it first: a signature must be for what everybody can get.',
      'zh-CN': '{path}:{line} 现在的内容还没有提交到 git。请先提交：签署的必须是大家都能取到的内容。',
    }, { path, line });
  }
  return commit;
}

/** The first line in which two texts differ. */
function firstDifference(before: Uint8Array, after: Uint8Array): number {
  const [was, is] = [before, after].map((bytes) => new TextDecoder().decode(bytes).split(/\r?\n/)) as [string[], string[]];
  const at = is.findIndex((line, index) => line !== was[index]);
  return (at < 0 ? is.length : at) + 1;
}
