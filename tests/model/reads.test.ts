import { expect, test } from 'vitest';
import { once, onceFor } from '#model/once-for.ts';
import { apart, noteRead, recorded, type Facet, type Reads } from '#model/reads.ts';

const told = (reads: Reads): Record<string, string[] | null> => Object.fromEntries([...reads].map(([facet, paths]) => [facet, paths && [...paths]]));

test('whoever uses what was made once has read what was read to make it, first or not, directly or through another', () => {
  const links = onceFor(({ path }: { readonly path: string }) => { noteRead('links', path); return path; });
  const both = once(() => links(a) + links(b));
  const [a, b] = [{ path: 'a.md' }, { path: 'b.md' }];
  expect(told(recorded(() => links(a)).reads)).toEqual({ links: ['a.md'] });
  expect(told(recorded(() => links(a)).reads)).toEqual({ links: ['a.md'] });
  for (let nth = 0; nth < 2; nth++) expect(told(recorded(() => both()).reads)).toEqual({ links: ['a.md', 'b.md'] });
  expect(told(recorded(() => recorded(() => both())).reads)).toEqual({ links: ['a.md', 'b.md'] });
});

test('of one document judged by itself its own facets are told apart, and not what was made of several', () => {
  const own = new Set<Facet>();
  const titles = onceFor(({ path }: { readonly path: string }) => { noteRead('sections', path); return path; });
  const all = once(() => { noteRead('claims', 'a.md'); noteRead('claims', 'b.md'); return 1; });
  const { reads } = recorded(() => ['a.md', 'b.md'].map((path) => apart(path, own, () => {
    noteRead('lengths', path);
    noteRead('digest', 'c.md');
    return [titles({ path }), all()];
  })));
  expect([...own]).toEqual(['lengths', 'sections']);
  expect(told(reads)).toEqual({ digest: ['c.md'], claims: ['a.md', 'b.md'] });
});

test('very many files count as all', () => {
  expect(told(recorded(() => { for (let nth = 0; nth < 2000; nth++) noteRead('links', `${nth}.md`); }).reads)).toEqual({ links: null });
});
