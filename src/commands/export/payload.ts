import type { Env } from '#model/command.ts';
import type { PackFile } from '#pack/file.ts';
import { reportFiles } from './report-files.ts';
import type { ExportScope } from './scope.ts';
import { sourceFiles } from './sources.ts';

/** All that goes below data/. */
export function payloadOf(scope: ExportScope, env: Env): PackFile[] {
  return [...sourceFiles(scope), ...reportFiles(scope, env)];
}
