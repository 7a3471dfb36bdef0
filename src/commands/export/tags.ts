import { signersPath } from '#pack/layout.ts';
import type { Extent } from '#pack/bag.ts';
import type { PackFile } from '#pack/file.ts';
import type { ExportScope } from './scope.ts';
import type { PackSigner } from './signer.ts';

/** What lies beside data/ for readers. */
export function tagFiles(_scope: ExportScope, { list }: PackSigner, _extent: Extent): PackFile[] {
  return list ? [{ path: signersPath, bytes: () => list }] : [];
}
