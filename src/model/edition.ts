/** A document's text taken apart for comparing: front matter as fields, body as sections of sentences and table rows. */
export interface Edition {
  readonly id: string; readonly revision: string; readonly status: string;
  readonly fields: readonly EditionField[];
  readonly sections: readonly EditionSection[];
  /** The whole text with LF line ends. */
  readonly text: string;
}

/** A value of the front matter: `approved.by` for one inside another; a list has a value for each element. */
export interface EditionField { readonly name: string; readonly list: boolean; readonly values: readonly string[] }

/** `heading` as written, '' for what stands before the first one; `path` holds the titles, numbers left out, from the top down to this one. */
export interface EditionSection { readonly heading: string; readonly path: readonly string[]; readonly units: readonly Unit[] }

/** A sentence or a line of code (one cell), or a row of a table. Markdown is kept as written, so that no change is lost. */
export interface Unit { readonly kind: 'sentence' | 'line' | 'row'; readonly cells: readonly string[] }
