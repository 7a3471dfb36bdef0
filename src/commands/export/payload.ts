import type { Env } from '#model/command.ts';
import type { PackFile } from '#pack/file.ts';
import { reportFiles } from './report-files.ts';
import type { ExportScope } from './scope.ts';
import { sourceFiles } from './sources.ts';

/** All that goes below data/; `prints` are the printed pages. */
export function payloadOf(scope: ExportScope, prints: readonly PackFile[], env: Env): PackFile[] {
  return [...prints, ...sourceFiles(scope), ...reportFiles(scope, env)];
}
