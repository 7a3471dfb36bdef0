import type { Assets } from './assets.ts';
import type { ByteSource, FolderListing } from './byte-source.ts';
import type { Kept } from './kept.ts';
import type { BrowserChoice, FontLibrary, Printer } from './printer.ts';
import type { FileFacts } from './facts.ts';
import type { Stamp, Tree, TreeEntry } from './tree.ts';

/** A file as one commit holds it; `date` is the day of the commit in UTC, YYYY-MM-DD. */
export interface FileVersion { readonly commit: string; readonly date: string; read(): Uint8Array }

/** A commit by its full name; `date` is its committer's day in UTC, YYYY-MM-DD. */
export interface Commit { readonly commit: string; readonly date: string }

/**
 * What git holds of a day: `past` a commit older than HEAD or HEAD itself; `present` HEAD is not younger than that day; else nothing, for
 * there is no history (`no-git`), it begins later (`too-old`), or this shallow clone lacks it (`shallow`).
 */
export type DayState = { readonly kind: 'past'; readonly commit: Commit } | { readonly kind: 'present' | 'no-git' | 'too-old' | 'shallow' };

/** Facts of one file, null where they are those that were known; `digest` (sha256, hex) is of the very bytes they were taken from. */
export interface TakenFacts { readonly digest: string; readonly facts: FileFacts | null }

/** The world as commands see it. Reading only: what is to be written is described in an Outcome and done by cli.ts. */
export interface Host {
  /** The nearest folder upwards from `from` that holds qms.yaml; null when there is none. */
  findWorkspace(from: string): Promise<string | null>;
  readTree(root: string, ignore?: (path: string) => boolean): Promise<Tree>;
  /** What earlier runs kept of a workspace; null where nothing may or can be kept. */
  kept(root: string): Kept | null;
  /**
   * Facts of files on disk by path, taken by so many threads, or as many as pay, under the settings that `key` names; `digests` of the bytes whose facts are
   * known, '' for none. What cannot be read, or not under these settings, is left out; where one thread does best, all is.
   */
  takeByThreads(root: string, files: readonly TreeEntry[], digests: readonly string[], key: string, threads?: number): Promise<ReadonlyMap<string, TakenFacts>>;
  /** The workspace as it stood at a commit; throws UsageError when git cannot tell. */
  readTreeAt(root: string, ref: string): Promise<Tree>;
  /** The commit that a name stands for; null when git cannot tell. */
  commitAt(root: string, ref: string): Promise<Commit | null>;
  /** The last state on or before the end of a day, on HEAD's own line. */
  stateOn(root: string, day: string): Promise<DayState>;
  /** What git has kept of one file under this very path, newest first; [] when it was never committed. Throws UsageError where git cannot tell. */
  fileVersions(root: string, path: string): Promise<readonly FileVersion[]>;
  /** The commit that HEAD names, '' outside git. */
  head(root: string): Promise<string>;
  /** Bytes of one file outside the workspace (a shard, a baseline); null when absent. */
  readFile(path: string): Promise<Uint8Array | null>;
  /** A regular file to be read piece by piece; null when nothing stands there. Throws UsageError when it cannot be read. */
  openFile(path: string): Promise<ByteSource | null>;
  /** All that lies below a folder; null when the path leads to none. */
  listFolder(path: string): Promise<FolderListing | null>;
  exists(path: string): Promise<boolean>;
  /** What the file system says of a file, through links; null when there is none. */
  stampOf(path: string): Promise<Stamp | null>;
  /** The sha256 (hex) of a file's bytes; null when there is none. A pipe is left alone: what is read of it is gone for everybody else. */
  digestOf(path: string): Promise<string | null>;
  /** A detached SSH signature over the bytes, made with the reader's own key; throws UsageError when that fails. */
  sign(message: Uint8Array, key: string, namespace: string): Promise<Uint8Array>;
  /** Yields once for each change below a folder until the signal ends it. */
  watch(root: string, signal: AbortSignal): AsyncIterable<void>;
  /** Starts or joins a browser; the signal ends it. Throws UsageError when there is none that works. */
  openPrinter(choice: BrowserChoice, signal: AbortSignal): Promise<Printer>;
  /** Names the very build of the browser that would print, without starting one. */
  browserBuild(choice: BrowserChoice): Promise<string>;
  fonts(): FontLibrary;
  assets(): Assets;
}
