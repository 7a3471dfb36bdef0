import { parentPort, workerData } from 'node:worker_threads';
import { openAssets } from '#host/assets.ts';
import { listedTree } from '#host/files.ts';
import type { Answer, Task } from '#host/threads.ts';
import { openWorkspace } from '#load/load.ts';
import { takeBlock } from '#load/take-block.ts';
import { fileRules } from '#rules/index.ts';

/** A thread that takes facts: for each range of the listed files that it is told, a block of their facts. Ends with its port. */
export async function work(): Promise<void> {
  const { root, files, key } = workerData as Task;
  const tree = listedTree(root, files);
  const reading = await openWorkspace(tree, await openAssets(), fileRules);
  parentPort?.on('message', ([from, to]: readonly [number, number]) => {
    // Where the settings were edited meanwhile, nothing is taken: who asked takes the facts by the settings that it read.
    const mine = reading.key === key ? [from, to] as const : [from, from] as const;
    const taken = takeBlock(tree.entries.slice(...mine), files.slice(...mine).map(({ digest }) => digest), reading);
    parentPort?.postMessage({ from, ...taken } satisfies Answer, [taken.block.bytes.buffer]);
  });
}
