/** A section as the search knows it: where it is, whose it is, its heading, its words. */
export type Found = readonly [href: string, name: string, heading: string, text: string];

/** The sections of a page made by us, in order; words before the first heading stand under the page's own name. */
export function sectionsOf(href: string, name: string, html: string): Found[] {
  const pieces = html.split(/(?=<h[1-6] id=")/);
  return pieces.flatMap((piece): Found[] => {
    const [, id, heading = ''] = /^<h[1-6] id="([^"]*)">([\s\S]*?)<\/h[1-6]>/.exec(piece) ?? [];
    const text = wordsOf(id === undefined ? piece : piece.slice(piece.indexOf('</h') + 5));
    return text === '' && id === undefined ? [] : [[id === undefined ? href : `${href}#${decoded(id)}`, name, wordsOf(heading), text]];
  });
}

/** The list as a script, for a page from a disk may load a script but not a file of data. */
export function searchScript(sections: readonly Found[]): string {
  return `globalThis.qmsSections = ${JSON.stringify(sections).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')};\n`;
}

/** Words of markup that we wrote ourselves: attributes are quoted, there is no script. */
function wordsOf(html: string): string {
  return decoded(html.replace(/<(?:"[^"]*"|'[^']*'|[^"'>])*>/g, (tag) => (/^<\/?(?:a|em|strong|span|code|del|sub|sup|mark|tspan)\b/.test(tag) ? '' : ' '))).replace(/\s+/g, ' ').trim();
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex?: string, number?: string, name?: string) =>
    (hex === undefined && number === undefined ? { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name?.toLowerCase() ?? ''] ?? '' : String.fromCodePoint(hex === undefined ? Number(number) : parseInt(hex, 16))));
}
