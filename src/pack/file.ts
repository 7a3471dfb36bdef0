/**
 * A file of a pack: `path` from the pack's own folder, parts joined by `/`. Its bytes are asked for once, when its turn comes, and not kept.
 * `size`: how many they will be; null where only making them tells and that takes long, absent where making them is quick.
 */
export interface PackFile { readonly path: string; readonly size?: number | null; bytes(): Uint8Array | Promise<Uint8Array> }

/** A text as a file of a pack, in UTF-8. */
export function textFile(path: string, text: string): PackFile {
  return { path, bytes: () => new TextEncoder().encode(text) };
}
