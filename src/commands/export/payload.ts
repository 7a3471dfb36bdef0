import type { Env } from '#model/command.ts';
import type { PackFile } from '#pack/file.ts';
import type { Scope } from '#views/evidence/scope.ts';
import { reportFiles } from './report-files.ts';
import type { ExportScope } from './scope.ts';
import { sourceFiles } from './sources.ts';

/** All that goes below data/: what was `made` for readers, the sources that were chosen, the report of the check. */
export function payloadOf(scope: ExportScope, chosen: Scope, made: readonly PackFile[], env: Env): PackFile[] {
  return [...made, ...sourceFiles(scope, chosen), ...reportFiles(scope, env)];
}
