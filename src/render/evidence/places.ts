import { sectionAt } from '#model/body-places.ts';
import type { Document } from '#model/document.ts';
import type { Locale } from '#model/text.ts';
import { anchorOf, hrefOf } from '../site/links.ts';
import { printedAnchor } from '../document/anchor.ts';
import type { Linker } from '../paper-html.ts';

/** Where things lie in a pack. Paths are from the pack's own folder. */
export interface PackPlaces {
  /** Documents with their prints, by the path of their source. */
  readonly prints: ReadonlyMap<string, { readonly document: Document; readonly path: string }>;
  /** Files of the pack: sources by their path in the workspace, all others by their own. */
  readonly files: ReadonlyMap<string, string>;
  /** Papers by the path of the one source that they show. */
  readonly papers: ReadonlyMap<string, string>;
  /** Pages and papers by the number or words that readers know them by, for each language. */
  readonly known: Readonly<Record<Locale, ReadonlyMap<string, string>>>;
}

/**
 * Where words of a page lead, seen from that page: a file that is named goes to the source, a number to its paper or page, all else that tells of a line to the heading above it
 * in the print. What has no print leads to the source.
 */
export function packLinker(from: string, { prints, files, papers, known }: PackPlaces, locale: Locale): Linker {
  const up = '../'.repeat(from.split('/').length - 1);
  const address = (path: string | undefined): string | undefined => (path === undefined || path === from ? undefined : up + hrefOf(path));
  return (words, spot) => {
    const source = spot && files.get(spot.path);
    if (spot && words.startsWith(spot.path)) return address(source);
    const print = spot && prints.get(spot.path);
    if (spot && print && spot.line > 0) return `${address(print.path)}${headingAt(print.document, spot.line)}`;
    return address(known[locale].get(words) ?? print?.path ?? (spot && papers.get(spot.path)) ?? source);
  };
}

/** The printed heading above a line, as PDF viewers in browsers take it. */
function headingAt({ body }: Document, line: number): string {
  const section = body.sections[sectionAt(body, line)];
  return section ? `#nameddest=${encodeURIComponent(anchorOf(printedAnchor(section.slug)))}` : '';
}
