import type { Place } from './place.ts';
import type { Locale } from './text.ts';

/** What the file says about itself. `created` is RFC 3339 and becomes both dates of the file. */
export interface PdfMeta {
  readonly title: string;
  readonly language: Locale;
  readonly author: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
  readonly created: string;
}

/**
 * A whole page in one string, to be printed: `<!doctype html><html lang><head>…</head><body>…`, every asset inlined as data:, no script.
 * Faces are named by `fontFamilies`; nothing else is there to be named. With `toc` every `<a data-toc="ID">` gets as its text the number
 * of the page on which the element with that id begins. A `<style media="not all" data-spread="N">` lays the pages side by side as columns of the
 * body, after N pages that it leaves out: where it tells the pages rightly, one print is enough.
 */
export interface PrintJob {
  readonly html: string;
  readonly meta: PdfMeta;
  readonly toc?: boolean;
  /** Where a character of the text comes from, to name file and line when no font has it. */
  whereIs?(char: string): Place | undefined;
}

/** The faces a printed page may name in CSS, as `font-family`: 宋, 黑 and one of fixed width. Each has weights 400 and 700. */
export const fontFamilies = { song: 'QMS Song', hei: 'QMS Hei', mono: 'QMS Mono' } as const;
export type FontRole = keyof typeof fontFamilies;

/** A TrueType file of one weight; `name` and `version` are those of the package it comes in. */
export interface FontFile { readonly role: FontRole; readonly weight: 400 | 700; readonly name: string; readonly version: string; /** Its cmap: which characters it has. */ characters(): Uint8Array; /** The font with the glyphs of these characters only. */ subset(characters: Iterable<number>): Uint8Array }
/** The fonts that ship with the tool. The first of a role is its face, the others of that role stand in for characters it lacks. */
export type FontLibrary = readonly FontFile[];

/** Which browser prints: those that are already running (`urls`, ws://…), one that is installed (`executable`), else the one that ships with the tool. */
export interface BrowserChoice { readonly urls?: readonly string[]; readonly executable?: string }

/** What a page shows in one face. */
export interface FaceUse { readonly role: FontRole; readonly weight: 400 | 700; readonly text: string }

/** A face to be given to a page; with `characters` it stands in for another of that family and weight, for these only. */
export interface Face { readonly family: string; readonly weight: 400 | 700; readonly font: Uint8Array; readonly characters?: readonly number[] }

/** What a printer asks back while a page is in its browser. */
export interface Proofs {
  /** The faces for what the page shows. */
  faces(use: readonly FaceUse[]): readonly Face[];
  /** The texts that the elements with data-toc are likely to have, in their order, by the page on which each id seems to begin. What they are the print tells. */
  expected?(pages: ReadonlyMap<string, number>): readonly string[];
  /** The texts that the elements with data-toc should have, in their order, told from a print; undefined when the print is right. */
  numbers?(printed: Uint8Array): Promise<readonly string[] | undefined>;
}

/** A browser at work, shut off from network and disk. */
export interface Printer {
  /** E.g. HeadlessChrome/153.0.8010.0. */
  readonly version: string;
  /** How many pages it does well to print at once. */
  readonly atOnce: number;
  /** A self-contained page as tagged PDF, as the browser makes it. Throws UsageError, which says the name, for a page that takes too much time or memory. */
  print(html: string, name?: string, proofs?: Proofs): Promise<Uint8Array>;
  /** Ends the browser with everything it started. Never rejects. */
  close(): Promise<void>;
}
