import type { Env } from '#model/command.ts';
import type { Beside } from '#pack/bag.ts';
import type { PackFile } from '#pack/file.ts';
import { signersPath } from '#pack/layout.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { ExportScope } from './scope.ts';
import type { PackSigner } from './signer.ts';
import { verifyText } from './verify-text.ts';

/** What lies beside data/ for readers. */
export function tagFiles(scope: ExportScope, { list }: PackSigner, { beside }: EvidenceFiles, extent: Beside, env: Env): PackFile[] {
  const files: PackFile[] = [...beside, ...(list ? [{ path: signersPath, bytes: () => list }] : [])];
  const count = files.length + 1 + extent.own;
  return [...files, { path: 'VERIFY.txt', bytes: () => verifyText(scope, list, extent, count, env) }];
}
