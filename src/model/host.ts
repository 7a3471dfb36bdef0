import type { Assets } from './assets.ts';
import type { Tree } from './tree.ts';

/** A file as one commit holds it; `date` is the day of the commit in UTC, YYYY-MM-DD. */
export interface FileVersion { readonly commit: string; readonly date: string; read(): Uint8Array }

/** The world as commands see it. Reading only: what is to be written is described in an Outcome and done by cli.ts. */
export interface Host {
  /** The nearest folder upwards from `from` that holds qms.yaml; null when there is none. */
  findWorkspace(from: string): Promise<string | null>;
  readTree(root: string, ignore?: (path: string) => boolean): Promise<Tree>;
  /** The workspace as it stood at a commit; throws UsageError when git cannot tell. */
  readTreeAt(root: string, ref: string): Promise<Tree>;
  /** What git has kept of one file under this very path, newest first; [] when it was never committed. Throws UsageError where git cannot tell. */
  fileVersions(root: string, path: string): Promise<readonly FileVersion[]>;
  /** The commit that HEAD names, '' outside git. */
  head(root: string): Promise<string>;
  /** Bytes of one file outside the workspace (a shard, a baseline); null when absent. */
  readFile(path: string): Promise<Uint8Array | null>;
  exists(path: string): Promise<boolean>;
  /** A detached SSH signature over the bytes, made with the reader's own key; throws UsageError when that fails. */
  sign(message: Uint8Array, key: string, namespace: string): Promise<Uint8Array>;
  assets(): Assets;
}
