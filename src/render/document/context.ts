import type { Root } from 'mdast';
import type { LinkTarget } from '#model/link-target.ts';
import type { Refusal } from '#model/refusal.ts';
import type { Locale } from '#model/text.ts';
import type { TableView } from '#views/table.ts';

/** A parsed body; `firstLine` is the line of the file on which it begins. */
export interface Source { readonly path: string; readonly root: Root; readonly firstLine: number }

/** What a body is turned into a page with. `prefix` begins every id, so that several documents fit on one page. */
export interface Context {
  readonly locale: Locale;
  readonly prefix: string;
  /** How the slug of a heading becomes its id, after the prefix; as it is where nothing is said. */
  anchor?(slug: string): string;
  /** Claims of requirements: left out, or printed in the margin. */
  readonly claims: 'drop' | 'margin';
  /** Bytes of a regular file of the workspace; null when there is none. */
  file(path: string): Uint8Array | null;
  /** The tables that a piece of live content stands for; null when its name says nothing to us. */
  live(name: string, attributes: Readonly<Record<string, string>>): readonly TableView[] | null;
  /** Another Markdown file to stand in this place; null when there is none. */
  include(path: string): Source | null;
  /** Where a link within the workspace leads on this page or site; undefined leaves its words without a link. */
  link(target: Extract<LinkTarget, { kind: 'file' }>): string | undefined;
}

/** A heading of the page, in order of reading. */
export interface Heading { readonly depth: number; readonly id: string; readonly text: string }
/** A claim and the id of its mark in the margin. */
export interface ShownClaim { readonly item: string; readonly id: string; readonly heading: string }
export interface Content { readonly html: string; readonly headings: readonly Heading[]; readonly claims: readonly ShownClaim[]; readonly refusals: readonly Refusal[] }
