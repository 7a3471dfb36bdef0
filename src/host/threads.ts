import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { FILES, type PackedBlock } from '#model/facts-block.ts';
import type { TakenFacts } from '#model/host.ts';
import { takenIn } from '#model/packed-facts.ts';
import type { TreeEntry } from '#model/tree.ts';
import { packageRoot } from './package-root.ts';

/** A file to be read; `digest` is what its bytes had when its facts were taken last, '' for new ones. */
export interface Listed { readonly path: string; readonly size: number; readonly digest: string }
/** What a thread starts with. `key` names the settings that the facts must be taken by. */
export interface Task { readonly entry: string; readonly root: string; readonly files: readonly Listed[]; readonly key: string }
/** Digests ('' where the file was not read) of the files from `from` on, and a block with the facts of those of which they are not those of before; none at all where the settings have changed. */
export interface Answer { readonly from: number; readonly digests: readonly string[]; readonly block: PackedBlock }

/** At 2,400 and 6,000 files a run waits a sixth to a third less for two threads than for one (processor time of this thread and the slower of two), for up to a fifth more in all; at 12,000 one pair of runs said so, another the contrary. */
const WORTH = 1000;
const MOST = 8;

/** How many threads pay for so many files to be read. */
export function threadsFor(files: number, cores: number = availableParallelism()): number {
  return Math.max(1, Math.min(MOST, cores, Math.floor(files / WORTH)));
}

/** As `Host.takeByThreads`. Rejects where a thread breaks down or ends before its work is done: what is missing is never passed over. */
export async function takeByThreads(root: string, files: readonly TreeEntry[], digests: readonly string[], key: string, threads: number = threadsFor(files.length), entry: string = threadEntry()): Promise<ReadonlyMap<string, TakenFacts>> {
  if (threads < 2) return new Map();
  const listed = files.map(({ path, size }, at): Listed => ({ path, size, digest: digests[at] ?? '' }));
  const taken = new Map<string, TakenFacts>();
  const workers: Worker[] = [];
  let next = 0;
  const one = (): Promise<void> => new Promise((done, fail) => {
    const worker = new Worker('import(require("node:worker_threads").workerData.entry).then(({ work }) => work());', {
      eval: true, workerData: { entry, root, files: listed, key } satisfies Task, execArgv: entry.endsWith('.ts') ? ['--conditions=dev'] : [],
    });
    workers.push(worker);
    const give = (): void => {
      if (next >= listed.length) return done();
      const from = next;
      next = Math.min(listed.length, next + FILES);
      worker.postMessage([from, next]); // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread, no window
    };
    worker.on('message', (answer: Answer) => {
      for (const [path, facts] of takenIn(answer.block, answer.digests, listed.slice(answer.from))) taken.set(path, facts);
      give();
    });
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', (code) => fail(new Error(`A thread that takes facts ended with ${code} before its work was done`))); // no effect after done()
    give();
  });
  try {
    await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(listed.length / FILES)) }, one));
    return taken;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** What a thread runs: the bundle, or, where the program runs from its sources, those. */
function threadEntry(): string {
  const source = fileURLToPath(import.meta.url).startsWith(join(packageRoot, 'src'));
  return join(packageRoot, ...(source ? ['src', 'worker.ts'] : ['dist', 'start.cjs']));
}
