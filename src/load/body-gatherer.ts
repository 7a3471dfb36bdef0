import { addPlace, type BodyList } from '#model/body-places.ts';
import type { BodyFacts, Claim, Directive, Hidden, Link, Mention, NumberMention, Paragraph, Quote, Section, Table } from '#model/facts.ts';
import type { Position } from '#model/place.ts';
import { slugger } from '#model/slug.ts';
import { hiddenGatherer } from './hidden.ts';
import { listOfNumbers } from './list-of-numbers.ts';
import { scanText, sizeIn, weigh, type Said } from './running-text.ts';
import { splitNumber } from './split-number.ts';
import { textMark } from './text-mark.ts';

/** Paragraphs shorter than this repeat by nature ("无。", "见附录。"). */
const COMPARED_PARAGRAPH = 25;

interface Comment { readonly text: string; readonly position: Position }
export type Read = BodyFacts & { readonly comments: readonly Comment[] };

/** What a reader of Markdown tells while it goes through a body, in order; a heading before what stands in it. `words` are text without marks. */
export interface BodyGatherer {
  heading(depth: number, words: string, at: Position): void;
  paragraph(words: string, at: Position): void;
  /** The first row is the header. */
  table(rows: readonly (readonly string[])[], places: readonly Position[], at: Position): void;
  /** Running text that begins here, also that of headings, paragraphs, cells, links. */
  text(value: string, line: number, column: number): void;
  /** Code within a line: it counts as text and says nothing. */
  code(value: string): void;
  fence(lang: string | null | undefined, value: string, at: Position): void;
  link(url: string, image: boolean, at: Position): void;
  claim(item: string, at: Position): void;
  directive(name: string, attributes: Readonly<Record<string, string>>, at: Position): void;
  html(value: string, at: Position): void;
  definition(identifier: string, url: string, at: Position): void;
  footnote(identifier: string, at: Position): void;
  reference(to: 'link' | 'image' | 'footnote', identifier: string): void;
  /** The facts, when all is told. */
  done(): Read;
}

export function bodyGatherer(ids: RegExp): BodyGatherer {
  const sections: Section[] = [], lengths: number[] = [];
  const links: Link[] = [], claims: Claim[] = [], mentions: Mention[] = [], quotes: Quote[] = [], numbers: NumberMention[] = [];
  const tables: Table[] = [], directives: Directive[] = [], hidden: Hidden[] = [];
  const places: Record<BodyList, number[]> = { sections: [], links: [], claims: [], mentions: [], quotes: [], numbers: [], tables: [], rows: [], directives: [], paragraphs: [], hidden: [] };
  const comments: Comment[] = [];
  const definitions: { identifier: string; link: Link; at: Position }[] = [];
  const paragraphs: { paragraph: Paragraph; at: Position }[] = [];
  const slugOf = slugger();
  const unseen = hiddenGatherer();
  let section = -1;
  let whole = 0;

  const add = <Item>(list: BodyList, items: Item[], item: Item, at: Position): void => {
    items.push(item);
    addPlace(places[list], at);
  };
  const said: Said = {
    mention: (id, at) => add('mentions', mentions, { id, section }, at),
    quote: (text, at) => add('quotes', quotes, { text, section }, at),
    number: (number, sentence, at) => add('numbers', numbers, { number, sentence, section }, at),
  };
  const count = (size: number): void => {
    whole += size;
    if (section >= 0) lengths[section] = (lengths[section] as number) + size;
  };

  return {
    heading(depth, words, at) {
      let parent = sections.length - 1;
      while (parent >= 0 && (sections[parent] as Section).depth >= depth) parent = (sections[parent] as Section).parent;
      const { number, title } = splitNumber(words);
      add('sections', sections, { depth, title, number, slug: slugOf(words), parent }, at);
      section = lengths.push(0) - 1;
    },
    paragraph(words, at) {
      if (words.length < COMPARED_PARAGRAPH) return;
      const { digest, length } = textMark(words);
      if (length >= COMPARED_PARAGRAPH) paragraphs.push({ paragraph: { digest, length, section }, at });
    },
    table([header = [], ...rows], [, ...below], at) {
      add('tables', tables, { header, rows, section }, at);
      for (const row of below) addPlace(places.rows, row);
    },
    text(value, line, column) {
      const weight = weigh(value);
      count(sizeIn(weight));
      scanText(value, weight, line, column, ids, said);
    },
    code: (value) => count(sizeIn(weigh(value))),
    fence(lang, value, at) {
      unseen.code(lang, value, at);
      count(sizeIn(weigh(value)));
    },
    link: (url, image, at) => add('links', links, { url, section, image }, at),
    claim: (item, at) => add('claims', claims, { item, section }, at),
    directive: (name, attributes, at) => add('directives', directives, { name, attributes, section }, at),
    html(value, at) {
      unseen.html(value, at);
      comments.push(commentAt(value, at));
    },
    definition(identifier, url, at) {
      unseen.defined('link', identifier, at);
      definitions.push({ identifier, link: { url, section, image: false }, at });
    },
    footnote: (identifier, at) => unseen.defined('footnote', identifier, at),
    reference: (to, identifier) => unseen.referred(to, identifier),
    done() {
      // A picture may be shown by reference; its definition stands elsewhere.
      for (const { identifier, link, at } of definitions) add('links', links, { ...link, image: unseen.pictured(identifier) }, at);
      for (const { what, position } of unseen.found()) add('hidden', hidden, { what }, position);
      const prose: Paragraph[] = [];
      const isList = listOfNumbers(mentions, places);
      for (const { paragraph, at } of paragraphs) if (!isList(at, paragraph.length)) add('paragraphs', prose, paragraph, at);
      addUp(sections, lengths);
      return { sections, lengths: { whole, sections: lengths }, links, claims, mentions, quotes, numbers, tables, directives, paragraphs: prose, hidden, places, comments };
    },
  };
}

/** To each section those below it. */
function addUp(sections: readonly Section[], lengths: number[]): void {
  for (let at = sections.length - 1; at >= 0; at--) {
    const { parent } = sections[at] as Section;
    if (parent >= 0) lengths[parent] = (lengths[parent] as number) + (lengths[at] as number);
  }
}

/** A comment in a quote comes with the line break after it; it ends on its own last line. */
function commentAt(value: string, { start, end }: Position): Comment {
  const text = value.replace(/\n$/, '');
  if (text === value) return { text, position: { start, end } };
  const lines = text.split('\n');
  const last = (lines[lines.length - 1] as string).length;
  return { text, position: { start, end: { line: start.line + lines.length - 1, column: start.column + last } } };
}
