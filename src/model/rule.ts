import type { CodeDef, Finding } from './diagnostic.ts';
import type { Document } from './document.ts';
import type { FileFacts } from './facts.ts';
import type { Project } from './project.ts';
import type { Words } from './words.ts';

/** A tiny workspace as text: `=== path` starts a file; a line carrying `expect code` is where the finding must be. */
export interface Example { readonly kind: 'good' | 'bad'; readonly files: string }

/** What is looked for in a text: single signs, as stretches of UTF-16 units ('a', or 'az' for a to z), and words, in any case. */
export interface Sought { readonly signs?: readonly string[]; readonly words?: readonly string[] }

/** Judges one file alone; its findings are kept with the file's facts. */
export interface FileRule extends CodeDef {
  readonly scope: 'file';
  readonly examples: readonly Example[];
  /** What must stand in a text for the rule to find something there: one pass looks for what all rules seek. */
  readonly seeks?: (words: Words) => Sought;
  /** `seen` is false where the text holds nothing of what the rule seeks. */
  check(file: ReadableFile, seen: boolean): Iterable<Finding>;
}
/** Judges across files; sees facts only. */
export interface ProjectRule extends CodeDef {
  readonly scope: 'project';
  readonly examples: readonly Example[];
  check(project: Project): Iterable<Finding>;
}
/** Judges each document by itself, in the light of the project: after an edit of one document, that one is judged again. It speaks of that document only. */
export interface DocumentRule extends CodeDef {
  readonly scope: 'document';
  readonly examples: readonly Example[];
  check(document: Document, project: Project): Iterable<Finding>;
}
/** Judges documents that have something in common: `keys` are what a document can share. After an edit that shares nothing with anybody there is nothing to judge. */
export interface MeetingRule extends CodeDef {
  readonly scope: 'meeting';
  readonly examples: readonly Example[];
  keys(document: Document): Iterable<string>;
  /** `met` are the documents that share a key with another one, in their order. */
  check(met: readonly Document[], project: Project): Iterable<Finding>;
}
export type Rule = FileRule | ProjectRule | DocumentRule | MeetingRule;

/** What a file rule may look at: the facts so far and the text, whole and line by line. */
export interface ReadableFile { readonly facts: Omit<FileFacts, 'findings' | 'digest'>; readonly text: string; /** Made when asked for. */ readonly lines: readonly string[]; readonly bodyLine: number; readonly words: Words }

/** Examples of a rule. The text is workspace content, not code: it may cite clause numbers. */
export function good(files: string): Example { return { kind: 'good', files }; }
export function bad(files: string): Example { return { kind: 'bad', files }; }
