import { sectionAt } from '#model/body-places.ts';
import type { Document } from '#model/document.ts';
import type { Spot } from '#views/table.ts';
import { escape } from './page.ts';

/** Where things of the workspace are on the site. Paths are from the site's folder and not yet encoded. */
export class SiteMap {
  readonly #byFile = new Map<string, { readonly page: string; readonly document: Document }>();
  readonly #byNumber = new Map<string, string>();
  #known: RegExp | undefined;

  addDocument(document: Document, page: string): void {
    this.#byFile.set(document.path, { page, document });
    this.addNumber(document.value.id, page);
  }

  /** The first page that carries a number keeps it. */
  addNumber(number: string, page: string): void {
    if (!this.#byNumber.has(number)) this.#byNumber.set(number, page);
    this.#known = undefined;
  }

  /** The page of a file, at a place of its own; undefined when the site does not show it. */
  fileAt(path: string, anchor: string): string | undefined {
    const found = this.#byFile.get(path);
    return found === undefined ? undefined : `${found.page}${anchor === '' ? '' : `#${anchorOf(anchor)}`}`;
  }

  /** The section in which a line of a file stands. */
  lineAt({ path, line }: Spot): string | undefined {
    const found = this.#byFile.get(path);
    if (found === undefined) return undefined;
    const section = found.document.body.sections[sectionAt(found.document.body, line)];
    return this.fileAt(path, section?.slug ?? '');
  }

  /** The page of a document or report that is known by this number. */
  numberAt(number: string): string | undefined {
    return this.#byNumber.get(number);
  }

  /** Numbers that a text of ours names become links, but for those inside links, drawings and headings. `up` leads to the site's folder, `own` is not linked. */
  linkNumbers(html: string, up: string, own: string): string {
    this.#known ??= new RegExp(`(?<![\\p{L}\\p{N}/-])(?:${[...this.#byNumber.keys()].toSorted((a, b) => b.length - a.length).map((id) => escape(id).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|') || '(?!)'})(?![\\p{L}\\p{N}/-])`, 'gu');
    const known = this.#known;
    let inside = 0;
    return html.split(/(<(?:"[^"]*"|'[^']*'|[^"'>])*>)/).map((piece) => {
      const tag = /^<(\/?)(?:a|svg|h[1-6]|pre|code)\b/.exec(piece);
      if (tag) inside += tag[1] === '' ? 1 : -1;
      if (inside > 0 || piece.startsWith('<')) return piece;
      return piece.replace(known, (id) => {
        const page = this.#byNumber.get(id);
        return page === undefined || page === own ? id : `<a href="${escape(up + hrefOf(page))}">${id}</a>`;
      });
    }).join('');
  }
}

/** Headings of a document have their ids behind this, for a book holds several documents. */
export function anchorOf(slug: string): string {
  return `p0-${slug}`;
}

/** A path of the site as the address of a link; what stands behind # is an anchor. */
export function hrefOf(path: string): string {
  const [file = '', anchor] = path.split('#');
  return encodeURI(file) + (anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`);
}
