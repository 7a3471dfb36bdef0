import type { Diagnostic } from '#model/diagnostic.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';

/** `--write-baseline`: today's findings as a file that lets only new ones fail until it expires. */
export function baselineOf(diagnostics: readonly Diagnostic[], path: string, given: Given, env: Env): Outcome {
  const owner = optionText(given, 'owner');
  const expires = optionText(given, 'expires');
  if (owner === undefined || expires === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(expires)) {
    throw new UsageError({ en: 'A baseline needs --owner NAME and --expires YYYY-MM-DD.', 'zh-CN': '存量清单须有 --owner 姓名 和 --expires YYYY-MM-DD。' });
  }
  const known = diagnostics.filter(({ code }) => !code.startsWith('baseline/'));
  const lines = known.map(({ code, at, fingerprint }) => `  - { code: ${code}, path: ${JSON.stringify(at.path)}, fingerprint: "${fingerprint}" }`);
  const text = ['kind: baseline', `owner: ${JSON.stringify(owner)}`, `expires: "${expires}"`, lines.length > 0 ? 'findings:' : 'findings: []', ...lines, ''].join('\n');
  const notes = format({
    en: '{count} findings written to {path}. Name it in qms.yaml as `baseline:` (path from the workspace).\n',
    'zh-CN': '已把 {count} 项写入 {path}。请在 qms.yaml 里用 `baseline:` 指定它（相对工作区的路径）。\n',
  }, { count: known.length, path }, env.locale);
  return { exit: 0, notes, artifacts: [{ path, bytes: new TextEncoder().encode(text) }] };
}
