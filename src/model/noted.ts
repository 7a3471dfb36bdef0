import type { BodyFacts, FileFacts } from './facts.ts';
import { onceFor } from './once-for.ts';
import { bodyFacets, fileFacets, noteRead, type Facet } from './reads.ts';

/** The same facts, which note what is read of them: always the same ones of the same, for documents are known by identity. */
export const noted: (facts: FileFacts) => FileFacts = onceFor((facts) => new NotedFile(facts) as unknown as FileFacts);

/** Classes, so that getters are made once and not for each of thousands of files. */
class NotedBody {
  readonly path: string;
  readonly plain: BodyFacts;
  constructor(path: string, plain: BodyFacts) {
    this.path = path;
    this.plain = plain;
  }
}
class NotedFile {
  readonly path: string;
  readonly form: FileFacts['form'];
  readonly kind: string;
  readonly body: BodyFacts | null;
  readonly plain: FileFacts;
  constructor(plain: FileFacts) {
    this.plain = plain;
    this.path = plain.path;
    this.form = plain.form;
    this.kind = plain.kind;
    this.body = plain.body && new NotedBody(plain.path, plain.body) as unknown as BodyFacts;
  }
  get data(): unknown { return this.plain.data; }
}
giveGetters<BodyFacts>(NotedBody.prototype, bodyFacets);
giveGetters<FileFacts>(NotedFile.prototype, fileFacets);

function giveGetters<Plain>(prototype: object, facets: readonly (keyof Plain & Facet)[]): void {
  for (const facet of facets) {
    Object.defineProperty(prototype, facet, {
      get(this: { readonly path: string; readonly plain: Plain }) {
        noteRead(facet, this.path);
        return this.plain[facet];
      },
    });
  }
}
