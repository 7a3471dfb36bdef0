import { allowedSignersPath } from '#model/approval.ts';
import type { Project } from '#model/project.ts';

/** The text of the list of signing keys; null when there is none. */
export function signersText({ files }: Project): string | null {
  const raw = files.find(({ path }) => path === allowedSignersPath)?.raw;
  return raw === undefined ? null : Buffer.from(raw, 'base64').toString('utf8');
}
