import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 500;
const pageSize = 4096;

/** Calls `tooMuch` when a process and those it started hold more memory of their own than `bytes`. Returns what ends the watch. Only Linux tells; elsewhere the time limit is all there is. */
export function watchMemory(pid: number, bytes: number, tooMuch: () => void): () => void {
  if (process.platform !== 'linux') return () => {};
  const timer = setInterval(() => {
    if (memoryOf(pid) > bytes) tooMuch();
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}

function memoryOf(pid: number): number {
  try {
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ').map(Number);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean));
    return children.reduce((sum, child) => sum + memoryOf(Number(child)), (resident - shared) * pageSize);
  } catch {
    return 0; // it ended while we looked
  }
}
