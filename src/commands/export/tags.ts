import { allowedSignersPath } from '#model/approval.ts';
import type { Extent } from '#pack/bag.ts';
import type { PackFile } from '#pack/file.ts';
import type { ExportScope } from './scope.ts';

/** What lies beside data/ for readers. */
export function tagFiles({ opened }: ExportScope, _extent: Extent): PackFile[] {
  const signers = opened.tree.get(allowedSignersPath);
  return signers && !signers.problem ? [{ path: 'allowed_signers', bytes: () => signers.read() }] : [];
}
