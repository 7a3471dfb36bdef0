/** Why a path cannot be read as a file of the workspace. */
export type Unreadable = 'not-a-file' | 'symlink' | 'unreadable';

/**
 * What the file system says of a file. Two stamps that are equal and `trusted` mean equal bytes: the change time (ctime), which nobody can set, is a real one and
 * old enough that a later change cannot fall into the same tick of the clock. Times in milliseconds.
 */
export interface Stamp { readonly size: number; readonly modified: number; readonly changed: number; readonly inode: number; readonly trusted: boolean }

/** A file below the workspace's root. `read` gives its bytes; call it only when `problem` is absent. */
export interface TreeEntry {
  readonly path: string;
  readonly size: number;
  readonly problem?: Unreadable;
  /** Only of files that lie on disk under this path. */
  readonly stamp?: Stamp;
  read(): Uint8Array;
}

/** A folder of the disk as it was before it was listed; '' is the root. */
export interface TreeFolder { readonly path: string; readonly stamp: Stamp }

/**
 * All files of a workspace, from disk or from a commit, in code-point order of path. Only from disk: `folders`, and `failed`, true once the system refused to list a folder
 * or to give the bytes of a file: what was made of the tree then need not be what the next look makes of the same files; and `isStill`, true while all files whose bytes it gave,
 * and these besides, are as they were when it was listed: what was not read cannot have been read otherwise.
 */
export interface Tree {
  readonly entries: readonly TreeEntry[];
  readonly folders?: readonly TreeFolder[];
  get(path: string): TreeEntry | undefined;
  failed?(): boolean;
  isStill?(besides: ReadonlySet<string>): boolean;
}

export function treeOf(entries: readonly TreeEntry[], folders: readonly TreeFolder[] = []): Tree {
  let byPath: Map<string, TreeEntry> | undefined;
  return { entries, folders, get: (path) => (byPath ??= new Map(entries.map((entry) => [entry.path, entry]))).get(path) };
}

/** Texts in memory as a tree, for what is not on disk yet. */
export function treeOfTexts(texts: ReadonlyMap<string, string>): Tree {
  const encoder = new TextEncoder();
  return treeOf([...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => {
    const bytes = encoder.encode(text);
    return { path, size: bytes.length, read: () => bytes };
  }));
}
