import type { CodedFinding } from './diagnostic.ts';
import type { BodyPlaces } from './body-places.ts';
import type { Position } from './place.ts';

/** All that is known from one file alone: plain, serialisable data. Whatever looks across files sees only this. */
export interface FileFacts {
  readonly path: string;
  /** `document` (Markdown), `register` (YAML), `asset` (picture, attachment), `broken` (could not be read). */
  readonly form: 'document' | 'register' | 'asset' | 'broken';
  /** The front matter's `type:` or the register's `kind:`; '' when there is none. */
  readonly kind: string;
  /** sha256 (hex) of the file's bytes with LF line ends, what `sha256sum` shows of a file stored so; '' where it was not read. */
  readonly digest: string;
  /** Front matter or register values; null when there are none to trust. */
  readonly data: unknown;
  /** The exact bytes in base64, kept only of what a signature stands on: approvals, their signatures, the list of signers. */
  readonly raw?: string;
  readonly body: BodyFacts | null;
  readonly findings: readonly CodedFinding[];
  readonly ignores: readonly Ignore[];
}

/** `<!-- qms-ignore code: reason -->` or `# qms-ignore code: reason`: covers its own line and the next one. */
export interface Ignore { readonly code: string; readonly reason: string; readonly position: Position }

/**
 * What a Markdown body says about itself. `section` is an index into `sections`, -1 before the first heading. Where all this stands, and how long it is, stands
 * apart: text that only moves, or gets another word, leaves the rest of the facts as they were.
 */
export interface BodyFacts {
  readonly sections: readonly Section[];
  readonly lengths: Lengths;
  readonly links: readonly Link[];
  readonly claims: readonly Claim[];
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  readonly numbers: readonly NumberMention[];
  readonly tables: readonly Table[];
  readonly directives: readonly Directive[];
  readonly paragraphs: readonly Paragraph[];
  /** What the source holds and no page shows. */
  readonly hidden: readonly Hidden[];
  /** Where the items of these lists stand. */
  readonly places: BodyPlaces;
}

/** Characters of running text, spaces left out: of the whole body, and of each section with those below it. */
export interface Lengths { readonly whole: number; readonly sections: readonly number[] }

/** `title` is the heading without its number; `number` as written, e.g. "4.2" or "一、". */
export interface Section {
  readonly depth: number;
  readonly title: string;
  readonly number: string;
  readonly slug: string;
  readonly parent: number;
}
export interface Link { readonly url: string; readonly section: number; readonly image: boolean }
/** `:req[8.2.2-c]`: this line claims to meet the item. */
export interface Claim { readonly item: string; readonly section: number }
/** A controlled number found in the text, e.g. QR-QP07-01 with its prefix. */
export interface Mention { readonly id: string; readonly section: number }
/** A title quoted in 《 》, without the brackets. */
export interface Quote { readonly text: string; readonly section: number }
/** A number of two or more parts, e.g. 7.5.2, as clauses and sections have it, with the sentence it stands in. */
export interface NumberMention { readonly number: string; readonly sentence: string; readonly section: number }
export interface Table { readonly header: readonly string[]; readonly rows: readonly Row[]; readonly section: number }
/** The words of its cells. */
export type Row = readonly string[];
/** `::register{kind=procedure}` and other live content, with its attributes. */
export interface Directive { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly section: number }
/**
 * A paragraph of some length: `digest` compares paragraphs across files without keeping their text. A paragraph that is hardly more than a list of controlled
 * numbers is left out: the same documents may be cited everywhere.
 */
export interface Paragraph { readonly digest: string; readonly length: number; readonly section: number }

/** A comment (of HTML or of a diagram; marks for this tool aside), or a footnote or link definition that nothing refers to. */
export interface Hidden { readonly what: 'comment' | 'definition' }

/** Characters of a section with those below it; of the whole body for -1. */
export function lengthOf({ lengths }: BodyFacts, section: number): number {
  return lengths.sections[section] ?? lengths.whole;
}
