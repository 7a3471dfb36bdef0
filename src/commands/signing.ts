import type { Env } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { textDigest } from '#load/digest.ts';
import type { OpenedDocument } from './document.ts';

/** Nobody signs what is wrong, or what cannot be seen on the page. */
export function refuseFaults({ judged, document }: OpenedDocument): void {
  const fault = judged.diagnostics.find(({ at, severity, code }) => at.path === document.path && (code === 'document/hidden-characters' || (severity === 'error' && !code.startsWith('approval/') && code !== 'document/approval-missing')));
  if (fault) {
    throw new UsageError({ en: '{path}:{line} has a finding ({code}); mend it before anybody signs.', 'zh-CN': '{path}:{line} 有问题（{code}）；请先改正再签署。' },
      { path: document.path, line: fault.at.position.start.line, code: fault.code }, { en: 'Run `qms validate {path}`.', 'zh-CN': '请运行 `qms validate {path}`。' });
  }
}

/** The commit that holds exactly these bytes; '' outside git. */
export async function committed({ opened, document, facts }: OpenedDocument, env: Env): Promise<string> {
  const commit = await env.host.head(opened.root);
  if (commit === '') return '';
  const stored = (await env.host.readTreeAt(opened.root, commit)).get(document.path);
  const same = stored && textDigest(stored.read()) === facts.find(({ path }) => path === document.path)?.digest;
  if (!same) throw new UsageError({ en: '{path} is not committed as it stands. Commit it first: a signature must be for what everybody can get.', 'zh-CN': '{path} 现在的内容还没有提交到 git。请先提交：签署的必须是大家都能取到的内容。' }, { path: document.path });
  return commit;
}
