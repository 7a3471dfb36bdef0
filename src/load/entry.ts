import type { TreeEntry } from '#model/tree.ts';
import { sha256 } from './digest.ts';

/** Larger text files are refused: no register or chapter written by people comes near it. */
export const MAX_TEXT_BYTES: number = 10 * 1024 * 1024;

/** Bytes of a file, with their sha256 (hex). */
export interface ReadBytes { readonly bytes: Uint8Array; readonly digest: string }

/** As `entryBytes`. */
export function readEntry(entry: TreeEntry): ReadBytes | null {
  const bytes = entryBytes(entry);
  return bytes && { bytes, digest: sha256(bytes) };
}

/** Bytes of a file that is fit to be read, null when it is none, is too large, or the system refuses. */
export function entryBytes(entry: TreeEntry | undefined): Uint8Array | null {
  if (!entry || entry.problem || entry.size > MAX_TEXT_BYTES) return null;
  try {
    return entry.read();
  } catch {
    return null; // told as load/unreadable when the facts are taken
  }
}
