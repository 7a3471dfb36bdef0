/** Why a path cannot be read as a file of the workspace. */
export type Unreadable = 'not-a-file' | 'symlink' | 'unreadable';

/** A file below the workspace's root. `read` gives its bytes; call it only when `problem` is absent. */
export interface TreeEntry {
  readonly path: string;
  readonly size: number;
  readonly problem?: Unreadable;
  read(): Uint8Array;
}

/** All files of a workspace, from disk or from a commit, in code-point order of path. */
export interface Tree { readonly entries: readonly TreeEntry[]; get(path: string): TreeEntry | undefined }

export function treeOf(entries: readonly TreeEntry[]): Tree {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return { entries, get: (path) => byPath.get(path) };
}

/** Texts in memory as a tree, for what is not on disk yet. */
export function treeOfTexts(texts: ReadonlyMap<string, string>): Tree {
  const encoder = new TextEncoder();
  return treeOf([...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => {
    const bytes = encoder.encode(text);
    return { path, size: bytes.length, read: () => bytes };
  }));
}
