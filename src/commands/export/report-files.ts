import type { Env } from '#model/command.ts';
import { reporters } from '#report/index.ts';
import { textFile, type PackFile } from '#pack/file.ts';
import { codes } from '../catalogue.ts';
import type { ExportScope } from './scope.ts';

/** What the check says of the packed state, in the language of the workspace. */
export function reportFiles({ opened: { judged }, project }: ExportScope, env: Env): PackFile[] {
  const input = { diagnostics: judged.diagnostics, checked: judged.checked, codes, locale: project.config.language, color: false, version: env.host.assets().version, base: '', lineAt: judged.lineAt };
  return (['json', 'sarif'] as const).map((format) => textFile(`data/report/validate.${format}`, reporters[format]?.(input) ?? ''));
}
