import type { BodyFacts, FileFacts } from './facts.ts';
import { decodeHead, valueOf, type BlockHead, type Column, type FileHead, type PackedBlock, type Stretch } from './facts-block.ts';
import type { TakenFacts } from './host.ts';
import { bodyFacets, type BodyFacet } from './reads.ts';

/** Bytes of a column; null where they are gone or not whole. */
export type Source = (stretch: Stretch) => Uint8Array | null;
/** Takes the facts of a file anew. */
export type Retake = (path: string) => FileFacts;

/** A block of facts that is read column by column, each when something of it is asked for first. */
export class FactsBlock {
  readonly #head: BlockHead;
  readonly #columns = new Map<Column, readonly unknown[] | null>();
  #source: Source;
  #packed: PackedBlock | null = null;

  constructor(head: Uint8Array, source: Source) {
    this.#head = decodeHead(head);
    this.#source = source;
  }

  /** A block whose bytes are at hand. */
  static of(packed: PackedBlock): FactsBlock {
    const block = new FactsBlock(packed.bytes.subarray(0, packed.head), ({ from, to }) => packed.bytes.subarray(from, to));
    block.#packed = packed;
    return block;
  }

  get size(): number { return this.#head.files.length; }
  /** Its bytes, as long as they are held in memory. */
  get packed(): PackedBlock | null { return this.#packed; }
  /** True where a column was found not to be what was written. */
  get isDamaged(): boolean { return [...this.#columns.values()].includes(null); }
  isWhole(): boolean { return (Object.keys(this.#head.columns) as Column[]).every((column) => this.column(column) !== null); }

  /** Lets go of the bytes: what was not read yet will be read from there. */
  moveTo(source: Source): void {
    this.#packed = null;
    this.#source = source;
  }
  /** The facts of one file; `retake` stands in for a column that proves damaged. */
  file(at: number, retake: Retake): FileFacts | undefined {
    const head = this.#head.files[at];
    return head && new PackedFile(this, at, head, retake) as unknown as FileFacts;
  }
  /** Values of all files; null where they are not whole. */
  column(name: Column): readonly unknown[] | null {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const stretch = this.#head.columns[name];
    const bytes = this.#source(stretch);
    const values = bytes && (bytes.length === 0 ? [] : JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as readonly unknown[]);
    this.#columns.set(name, values);
    return values;
  }
}

/** Facts taken and packed elsewhere: `digests` are those of the files in their order, '' where one was not read and is left out. */
export function* takenIn(packed: PackedBlock, digests: readonly string[], files: readonly { readonly path: string }[]): Iterable<readonly [path: string, TakenFacts]> {
  const block = FactsBlock.of(packed);
  let next = block.file(0, whole);
  let at = 0;
  for (const [nth, digest] of digests.entries()) {
    const { path } = files[nth] as { path: string };
    const facts = next?.path === path ? next : null;
    if (facts) next = block.file(++at, whole);
    if (digest !== '') yield [path, { digest, facts }];
  }
}

const whole: Retake = (path) => { throw new Error(`facts of ${path} were damaged in memory`); };

/** Where facts were read from: a block, or nothing where they are plain. */
export function packedIn(facts: FileFacts): { readonly block: FactsBlock; readonly at: number } | null {
  return facts instanceof PackedFile ? facts : null;
}

/** The same facts with all that was not read yet, as data. */
export function plainFacts({ path, form, kind, digest, data, raw, body, findings, ignores }: FileFacts): FileFacts {
  const all = body && Object.fromEntries(bodyFacets.map((facet) => [facet, body[facet]])) as unknown as BodyFacts;
  return { path, form, kind, digest, data, ...(raw !== undefined && { raw }), body: all, findings, ignores };
}

/** Facts of one file, used as plain ones are: a facet is read when it is asked for. */
class PackedFile {
  readonly path: string;
  readonly form: FileFacts['form'];
  readonly kind: string;
  readonly body: BodyFacts | null;
  readonly findings: FileFacts['findings'];
  readonly ignores: FileFacts['ignores'];
  readonly block: FactsBlock;
  readonly at: number;
  retake: Retake;
  readonly #head: FileHead;
  #anew: FileFacts | undefined;
  constructor(block: FactsBlock, at: number, head: FileHead, retake: Retake) {
    this.path = head.path;
    this.form = head.form;
    this.kind = head.kind;
    this.body = head.hasBody ? new PackedBody(this) as unknown as BodyFacts : null;
    this.findings = head.findings;
    this.ignores = head.ignores;
    this.block = block;
    this.at = at;
    this.retake = retake;
    this.#head = head;
  }
  get digest(): string { return this.value('digest') as string; }
  get data(): unknown { return this.#head.hasData ? this.value('data') : null; }
  get raw(): string | undefined { return this.#head.hasRaw ? this.value('raw') as string : undefined; }
  value(column: Column): unknown {
    const values = this.block.column(column);
    return values ? values[this.at] : valueOf(this.#anew ??= this.retake(this.path), column) ?? noBody[column as BodyFacet];
  }
  toJSON(): FileFacts { return plainFacts(this as unknown as FileFacts); }
}

class PackedBody {
  readonly #file: PackedFile;
  constructor(file: PackedFile) { this.#file = file; }
  static { for (const facet of bodyFacets) Object.defineProperty(this.prototype, facet, { get(this: PackedBody) { return this.#file.value(facet); } }); }
}

/** What stands for a body that its file lost while it was being read. */
const noBody: BodyFacts = {
  sections: [], lengths: { whole: 0, sections: [] }, links: [], claims: [], mentions: [], quotes: [], numbers: [], tables: [], directives: [], paragraphs: [], hidden: [],
  places: { sections: [], links: [], claims: [], mentions: [], quotes: [], numbers: [], tables: [], rows: [], directives: [], paragraphs: [], hidden: [] },
};

/** Facts of a block in memory, which is whole, are about to be read from elsewhere. */
export function retakenBy(facts: FileFacts, retake: Retake): void {
  if (facts instanceof PackedFile) facts.retake = retake;
}
