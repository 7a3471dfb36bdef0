import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { allWords } from '#model/text.ts';

/** The posts that a document's step tables name: those who work by it and are trained in it. */
export function namedPosts({ body }: Document, { registers, words }: Project): string[] {
  const names = registers.posts.flatMap(({ value }) => allWords(value.name).map((name) => ({ name: name.toLowerCase(), id: value.id }))).filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length);
  const has = (header: readonly string[], column: keyof typeof words.columns): number => header.findIndex((title) => words.columns[column].some((known) => known.toLowerCase() === title.toLowerCase()));
  const cells = body.tables.filter(({ header }) => has(header, 'step') >= 0 && has(header, 'post') > 0)
    .flatMap(({ header, rows }) => rows.map((row) => row[has(header, 'post')] ?? ''));
  const found = new Set<string>();
  for (const cell of new Set(cells)) {
    let rest = cell.toLowerCase();
    for (const { name, id } of names) {
      // A deputy is another post than the one he or she stands in for.
      const without = rest.split(name).reduce((left, right) => (left.endsWith('副') ? `${left}${name}${right}` : `${left}\u0000${right}`));
      if (without === rest) continue;
      rest = without;
      found.add(id);
    }
  }
  return registers.posts.map(({ value }) => value.id).filter((id) => found.has(id));
}
