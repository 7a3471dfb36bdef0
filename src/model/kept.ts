import type { Outcome } from './command.ts';
import type { FileFacts } from './facts.ts';
import type { Run } from './run.ts';
import type { Tree, TreeEntry } from './tree.ts';

/** Facts that were taken before, found by what the file system says of a file or by its bytes. */
export interface KnownFacts {
  byStamp(entry: TreeEntry): FileFacts | undefined;
  /** The sha256 (hex) of the bytes whose facts are known, '' where there are none. */
  digestOf(entry: TreeEntry): string;
  byDigest(entry: TreeEntry, digest: string): FileFacts | undefined;
  /** Notes what a file of the disk says. */
  keep(entry: TreeEntry, digest: string, facts: FileFacts): void;
}

/** What a command asked the world besides the files of the workspace, and the answer: what it said holds as long as the world answers the same. */
export interface Ask { readonly name: 'exists' | 'head' | 'commitAt' | 'stateOn' | 'browserBuild' | 'stampOf' | 'digestOf'; readonly args: readonly unknown[]; readonly answer: unknown }
export interface Said { readonly outcome: Outcome; readonly asks: readonly Ask[] }

/** An earlier run. `changed` are files that may be other than they were then, `before` their facts as they were: all others are as they were. */
export interface Past { readonly run: Run; readonly changed: readonly TreeEntry[]; before(path: string): FileFacts | undefined }

/**
 * What earlier runs of this very tool kept of a workspace, outside of it. What is damaged, foreign, or of other bytes counts as not kept; nothing here throws
 * because a disk is full or a folder cannot be written.
 */
export interface Kept {
  /** `key` names all that facts depend on besides bytes and path; `retake` takes the facts of a file anew, where something of those kept proves damaged. */
  facts(key: string, retake: (path: string) => FileFacts): KnownFacts;
  /** The same as `outcome` at less cost, as far as nothing at all was touched; null says nothing. */
  glance(question: string): Said | null;
  /** What the command said to this question when all files were as they are in this tree. */
  outcome(tree: Tree, question: string): Said | null;
  /** What an earlier run of this name found; null where there is none, or a file came or went. */
  past(tree: Tree, name: string): Past | null;
  /** Keeps a run over the files of the disk under the name of all it depends on besides them. */
  keepRun(tree: Tree, name: string, run: Run): void;
  keepOutcome(tree: Tree, question: string, said: Said): void;
  /** Writes down what this run learnt. */
  save(): void;
}
