import type { Host } from './host.ts';
import type { Locale, Text, Wording } from './text.ts';

export interface Env {
  readonly cwd: string;
  readonly locale: Locale;
  /** True when the reader's terminal shows colours. */
  readonly color: boolean;
  /** Today's date, YYYY-MM-DD, from SOURCE_DATE_EPOCH or the clock. */
  readonly today: string;
  /** This moment, RFC 3339 in UTC to the second, for what is signed. */
  now(): string;
  readonly host: Host;
  readonly signal: AbortSignal;
  /** Puts a question to the reader and waits for the answer; absent where nobody sits at a terminal. Throws UsageError when the reader breaks off. */
  readonly ask?: ((question: Question) => Promise<string>) | undefined;
  /** Shows how far a long piece of work has come, to somebody who sits at a terminal. */
  progress(progress: Progress): void;
  /** Delivers an outcome before the command is over, for commands that go on (--watch). */
  emit(outcome: Outcome): void;
}

/** `done` of `total` pieces are finished, `name` is at work. */
export interface Progress { readonly done: number; readonly total: number; readonly name: string }

/** A possible answer: what the command takes, and what the reader sees. */
export interface Choice { readonly value: string; readonly label: Wording }

/**
 * A question at the terminal: one of the choices where there are some, else a line of words. `check` says what is wrong with an answer, `proposal` is the answer
 * that stands there already, and to an `optional` question no answer ('') is one.
 */
export interface Question {
  readonly text: Text; readonly choices?: readonly Choice[]; readonly proposal?: string | undefined; readonly optional?: boolean;
  check?(answer: string): Text | undefined;
}

/** A file to be written; `path` is absolute or relative to `Env.cwd`. `exclusive` refuses to replace an existing file; `replaces` is the text that was read and edited: whatever else stands there by now stays. */
export interface Artifact { readonly path: string; readonly bytes: Uint8Array; readonly exclusive?: boolean; readonly replaces?: string }

/** A file too large to be held in memory: its bytes are made as they are written. `told` says what there is to say when it stands. `path` as in an Artifact. */
export interface Stream { readonly path: string; readonly pieces: AsyncIterable<Uint8Array>; told(): string }

/** What a command found out and wants done; cli.ts prints `text` to stdout and `notes` to stderr, and writes the artifacts. */
export interface Outcome {
  readonly exit: 0 | 1;
  readonly text?: string;
  readonly notes?: string;
  readonly artifacts?: readonly Artifact[];
  readonly stream?: Stream;
  /** Another run may have taken the number of an exclusive artifact, or edited what this one edits, meanwhile: then the command is run anew. */
  readonly numbered?: boolean;
  /** What the same question will be answered as long as the artifacts stand as they are written and nothing else has changed. */
  readonly afterwards?: Outcome;
}

/** One option of a command, in commander's notation: `--format <name>`, `--no-cache`, `--clause <number...>`. */
export interface OptionSpec { readonly flags: string; readonly text: Text; readonly choices?: readonly string[]; readonly fallback?: string; /** May be given several times: the values come as a list. */ readonly repeated?: boolean }

/** One argument of a command, in commander's notation: `[paths...]`, `<id>`. */
export interface ArgumentSpec { readonly spec: string; readonly text: Text }

/** A command as data: `name` is its path, e.g. `audit checklist`; `load` brings its code when it is called. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: Text;
  readonly args?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  load(): Promise<{ run(given: Given, env: Env): Promise<Outcome> }>;
}

/** What was typed: positional values in order, options by camel-cased name. */
export interface Given { readonly args: readonly (string | readonly string[] | undefined)[]; readonly options: Readonly<Record<string, unknown>> }

/** The value of an option that takes one word. */
export function optionText(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}
