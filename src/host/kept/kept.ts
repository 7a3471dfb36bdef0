import { hash } from 'node:crypto';
import type { FileFacts } from '#model/facts.ts';
import type { Kept, KnownFacts, Said } from '#model/kept.ts';
import { onceFor } from '#model/once-for.ts';
import type { Retake } from '#model/packed-facts.ts';
import type { Run } from '#model/run.ts';
import type { Stamp, Tree, TreeEntry, TreeFolder } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { blocksIn } from './blocks.ts';
import { decodeIndex, encodeIndex, INDEX, type Index, type Row, type Slice } from './index-file.ts';
import { sameNumbers } from '../stamp.ts';
import type { Place } from './place.ts';
import { readRun, RUN, writeRun } from './run-file.ts';
import { readSaid, writeSaid } from './said.ts';
import { segmentFile } from './segments.ts';
import { sweep } from './sweep.ts';

const empty: Index = { ...decodeIndex(encodeIndex('', [], [])) as Index, state: '' };
/** If more files changed than this, everything is judged anew. */
const FEW = 200;

/** When a file had this stamp (null: it said nothing), its bytes had this digest and said these facts. Always true, whatever the file is by now. */
interface Known { readonly stamp: Stamp | null; readonly digest: string; readonly slice: Slice | null; readonly facts?: FileFacts }

/**
 * What is kept of one workspace in a folder of our own. `glance` says of an index, at less cost, whether all is as it says. Answers
 * are kept under `typed`, what stood on the command line, where that means one question; null: under the question.
 */
export function openKept(place: Place, glance: (index: Index) => boolean = () => false, typed: string | null = null): Kept {
  const blocks = blocksIn(place);
  let index = decodeIndex(place.read(INDEX)) ?? empty;
  let places: Map<string, number> | undefined;
  let key = index.key;
  let current: Tree | undefined;
  let learnt = false;
  const known = new Map<string, Known>();
  /** Files that were read to take their facts, perhaps by another thread. */
  const taken = new Set<string>();
  let run: { readonly tree: Tree; readonly name: string; readonly run: Run } | undefined;
  let heldRun = '';
  const said: { readonly tree: Tree; readonly question: string; readonly answer: Said }[] = [];

  /** `near` is where in the index the file may be. */
  const knownOf = (path: string, near = -1): Known | undefined => {
    const here = known.get(path);
    if (here) return here;
    const at = index.paths[near] === path ? near : (places ??= new Map(index.paths.map((name, nth) => [name, nth]))).get(path);
    if (at === undefined) return undefined;
    const { stamp, digest, facts } = index.row(at);
    return { stamp, digest, slice: index.key === key ? facts : null };
  };
  const learn = (path: string, one: Known): void => {
    known.set(path, one);
    taken.add(path);
    learnt = true;
  };

  const facts = (asked: string, retake: Retake): KnownFacts => {
    const opened = new Map<string, { readonly slice: Slice; readonly facts: FileFacts | undefined }>();
    const factsOf = (path: string, { facts: made, slice }: Known): FileFacts | undefined => {
      if (made || slice === null) return made;
      const before = opened.get(path);
      if (before?.slice.block === slice.block && before.slice.at === slice.at) return before.facts;
      const found = blocks.factsAt(slice, path, retake);
      opened.set(path, { slice, facts: found });
      return found;
    };
    return {
      byStamp({ path, stamp }) {
        const one = asked === key && stamp ? knownOf(path) : undefined;
        return one?.stamp && stamp && isSame(one.stamp, stamp) ? factsOf(path, one) : undefined;
      },
      digestOf({ path }) {
        const one = asked === key ? knownOf(path) : undefined;
        return one?.facts || one?.slice ? one.digest : '';
      },
      byDigest({ path, stamp }, digest) {
        const one = asked === key ? knownOf(path) : undefined;
        const found = one?.digest === digest ? factsOf(path, one) : undefined;
        if (found && one && stamp?.trusted) learn(path, { ...one, stamp, facts: found });
        return found;
      },
      keep({ path, stamp }, digest, made) {
        if (!stamp) return; // of another state than that of the disk
        if (asked !== key) { // another numbering, other house schemas: the rest is void too
          for (const [other, one] of known) known.set(other, { stamp: one.stamp, digest: one.digest, slice: null });
          key = asked;
        }
        blocks.hold(made, retake);
        learn(path, { stamp: stamp.trusted ? stamp : null, digest, slice: null, facts: made });
      },
    };
  };

  /** The state in which all files of the tree are, '' where one is new or other than known. */
  const stateOf = ({ entries }: Tree): string => {
    const same = index.state !== '' && index.paths.length === entries.length
      && entries.every((entry, at) => index.paths[at] === entry.path && (index.isSame(at, entry) || isConfirmed(index.row(at), entry)));
    return same ? index.state : '';
  };
  /** True where the bytes are still those of the row, although the stamp does not say so. */
  const isConfirmed = ({ path, problem, digest, facts: slice }: Row, entry: TreeEntry): boolean => {
    const bytes = problem || entry.problem || digest === '' ? null : given(entry);
    if (bytes === null || hash('sha256', bytes, 'hex') !== digest) return false;
    const one = known.get(path);
    if (entry.stamp?.trusted) learn(path, { ...(one?.digest === digest ? one : { digest, slice: index.key === key ? slice : null }), stamp: entry.stamp });
    return true;
  };

  /** The same, as far as it was confirmed before. */
  const isLearnt = ({ path, digest }: Row, { stamp }: TreeEntry): boolean => {
    const one = known.get(path);
    return digest !== '' && one?.digest === digest && one.stamp !== null && stamp !== undefined && isSame(one.stamp, stamp);
  };
  const rowNow = ({ path, problem, stamp }: TreeEntry, at: number): Row => {
    const one = problem ? undefined : knownOf(path, at);
    if (one?.digest) return { path, problem: '', stamp: one.stamp, digest: one.digest, facts: one.slice };
    return { path, problem: problem ?? '', stamp: stamp?.trusted ? stamp : null, digest: '', facts: null };
  };
  const writeIndex = ({ entries, folders = [] }: Tree): void => {
    const rows = entries.map(rowNow);
    const isWorn = blocks.worn(rows.flatMap(({ facts: slice }) => slice ?? []));
    const homeless = rows.flatMap(({ path, facts: slice }, at) => {
      const made = slice === null ? known.get(path)?.facts : isWorn(slice) ? blocks.wholeAt(slice, path) : undefined;
      return made ? [{ at, made }] : [];
    });
    const slices = blocks.write(homeless.map(({ made }) => made));
    for (const [nth, { at }] of homeless.entries()) rows[at] = { ...rows[at] as Row, facts: slices[nth] ?? null };
    const bytes = encodeIndex(key, rows, folders);
    if (!place.write(INDEX, bytes)) return;
    index = decodeIndex(bytes) ?? empty;
    places = undefined;
    for (const { path, facts: slice } of rows) {
      const one = known.get(path);
      if (one) known.set(path, { ...one, slice });
    }
    learnt = false;
    sweep(place, new Set([INDEX, RUN, ...rows.flatMap(({ facts: slice }) => (slice ? segmentFile(slice.block.segment) : []))]));
  };

  return {
    facts,
    glance(question) {
      const seen = index.state === '' ? null : readSaid(place, index.state, typed ?? question, question);
      return seen && glance(index) ? seen : null; // the answer is looked for first: that costs less
    },
    outcome(tree, question) {
      current = tree;
      const state = stateOf(tree);
      if (state === '' || !sameFolders(index, tree.folders ?? [])) learnt = true; // the index is to be written anew
      return state === '' ? null : readSaid(place, state, typed ?? question, question);
    },
    past(tree, name) {
      const before = index.state !== '' && index.paths.length === tree.entries.length && tree.entries.every(({ path }, at) => path === index.paths[at]) ? readRun(place, index.state, name) : null;
      if (before === null) return null;
      heldRun = `${index.state} ${name}`;
      const changed = tree.entries.filter((entry, at) => !index.isSame(at, entry) && !isLearnt(index.row(at), entry));
      if (changed.length > FEW || changed.some(({ problem, stamp }) => problem !== undefined || stamp === undefined)) return null;
      const rows = new Map(changed.map(({ path }) => [path, index.row(index.paths.indexOf(path))]));
      return {
        run: before, changed,
        before(path) {
          const slice = rows.get(path)?.facts;
          return slice ? blocks.wholeAt(slice, path) : undefined;
        },
      };
    },
    keepRun(tree, name, found) {
      if (!tree.isStill) return; // of a commit, not of the disk
      current = tree;
      run = { tree, name, run: found };
    },
    keepOutcome(tree, question, answer) { said.push({ tree, question, answer }); },
    save() {
      if (current && (learnt || blocks.isDamaged())) writeIndex(current);
      else place.touch(INDEX);
      if (said.length === 0 && !run) return;
      const stateFor = onceFor((tree: Tree) => (tree.failed?.() !== true && tree.isStill?.(taken) ? stateOf(tree) : '')); // what the system refused once it may give later, with nothing changed
      const state = run ? stateFor(run.tree) : '';
      if (run && state !== '' && heldRun !== `${state} ${run.name}`) writeRun(place, state, run.name, run.run);
      run = undefined;
      for (const { tree, question, answer } of said.splice(0)) if (stateFor(tree) !== '') writeSaid(place, stateFor(tree), typed ?? question, question, answer);
    },
  };
}

/** True where a new index would not say more of the folders than this one does. */
function sameFolders({ folders, isSameFolder }: Index, now: readonly TreeFolder[]): boolean {
  return now.some(({ stamp }) => !stamp.trusted) || (folders.length === now.length && now.every(({ path, stamp }, at) => folders[at] === path && isSameFolder(at, stamp)));
}

/** Null where the system refuses the bytes: who takes the facts will meet the same and tell. */
function given(entry: TreeEntry): Uint8Array | null {
  try {
    return entry.read();
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a.trusted && b.trusted && sameNumbers(a, b);
}
