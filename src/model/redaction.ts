import type { Wording } from './text.ts';

/** Values known by where they stand: `pointer` is a JSON pointer with `*` for one step and `**` for any number, `keys` are names of fields wherever they stand. `alike`: numbers of the same make are withheld too, wherever they stand. */
export interface FieldRule { readonly kinds?: readonly string[]; readonly pointer?: string; readonly keys?: readonly string[]; readonly as: Wording; readonly reason?: Wording; readonly alike?: boolean }
export interface WordRule { readonly values: readonly string[]; readonly as: Wording; readonly reason?: Wording }

/** What is withheld from whom. `patterns` are kinds of personal data (words.yaml), `files` globs of what is left out whole, `cleared` of attachments that may go. */
export interface RedactionProfile {
  readonly name: string; readonly title?: Wording; readonly extends?: string; readonly fields?: readonly FieldRule[]; readonly patterns?: readonly string[];
  readonly words?: readonly WordRule[]; readonly keep?: readonly string[]; readonly files?: readonly string[]; readonly cleared?: readonly string[];
}

/** One place where something was withheld; `line` counts in the redacted copy. */
export interface Withheld { readonly path: string; readonly line: number; readonly pointer?: string; readonly rule: string; readonly token: string; readonly reason?: Wording }
export interface WithheldFile { readonly path: string; readonly reason: Wording }

/** What was withheld, where and why, and never what: the values are not in it. `unseen` are pictures, into which no rule can look. */
export interface RedactionLog { readonly profile: string; readonly withheld: readonly Withheld[]; readonly files: readonly WithheldFile[]; readonly unseen: readonly string[] }

/** Where the log stands in the redacted copy; a register, so that whoever checks the copy knows it for one. */
export const redactionLogPath = 'redaction-log.yaml';
