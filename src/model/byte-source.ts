import type { Unreadable } from './tree.ts';

/** A file that is read piece by piece. `read` gives fewer bytes than asked only where the file ends. */
export interface ByteSource { readonly size: number; read(at: number, length: number): Uint8Array; close(): void }

/** A file below a folder; call `open` only when `problem` is absent. */
export interface FolderFile { readonly path: string; readonly size: number; readonly problem?: Unreadable; open(): ByteSource }

/** Everything below a folder, hidden files too, in code-point order of path; nothing is followed. */
export interface FolderListing { readonly files: readonly FolderFile[]; readonly folders: readonly string[] }
