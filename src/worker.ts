import { parentPort, workerData } from 'node:worker_threads';
import { openAssets } from '#host/assets.ts';
import { listedTree } from '#host/files.ts';
import type { Answer, Task } from '#host/threads.ts';
import { freshFacts, openWorkspace } from '#load/load.ts';
import { fileRules } from '#rules/index.ts';

/** A thread that takes facts: for each range of the listed files that it is told, their facts as JSON lines. Ends with its port. */
export async function work(): Promise<void> {
  const { root, files, key } = workerData as Task;
  const tree = listedTree(root, files);
  const reading = await openWorkspace(tree, await openAssets(), fileRules);
  parentPort?.on('message', ([from, to]: readonly [number, number]) => {
    const digests: string[] = [];
    const lines: Uint8Array[] = [];
    // Where the settings were edited meanwhile, nothing is taken: who asked takes the facts by the settings that it read.
    for (const entry of reading.key === key ? tree.entries.slice(from, to) : []) {
      const { digest, facts } = freshFacts(entry, reading, files[from + digests.length]?.digest) ?? { digest: '', facts: undefined };
      digests.push(digest);
      lines.push(Buffer.from(`${facts ? JSON.stringify(facts) : ''}\n`));
    }
    const bytes = new Uint8Array(Buffer.concat(lines));
    parentPort?.postMessage({ from, digests, bytes } satisfies Answer, [bytes.buffer]);
  });
}
