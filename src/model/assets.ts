import type { RedactionProfile } from './redaction.ts';
import type { Standard } from './standard.ts';
import type { Words } from './words.ts';

/** A complaint of a compiled JSON Schema, in the shape ajv gives it. */
export interface SchemaError {
  readonly instancePath: string; readonly schemaPath: string; readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>; readonly message?: string;
}
/** Null when the data fit. */
export type SchemaCheck = (data: unknown) => readonly SchemaError[] | null;

/** What ships with the tool: standards, schemas and their compiled checks, word lists, starting workspaces. */
export interface Assets {
  readonly version: string;
  /** Digest of the very build, '' where the program runs from its sources. */
  readonly build: string;
  readonly standardIds: readonly string[];
  standard(id: string): Standard | undefined;
  /** Compiled checks by path below schemas/, without extension: `registers/processes`, `documents/form`. */
  check(name: string): SchemaCheck | undefined;
  /** How many demands the schema of a dossier makes (`check` judges each as `name#number`); 0 where there is no such schema. */
  demands(name: string): number;
  /** The schema itself, for annotations. */
  schema(name: string): unknown;
  /** Names of all schemas below a folder, sorted. */
  names(folder: string): readonly string[];
  readonly words: Words;
  /** Redaction profiles that ship with the tool. */
  readonly redactions: readonly RedactionProfile[];
  /** Files of a starting workspace: path → text. */
  template(name: string): ReadonlyMap<string, string>;
  /** Compiles a workspace's own schema; throws on a schema that is none. */
  compile(schema: unknown): Promise<SchemaCheck>;
}
