import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 250;
const pageSize = 4096;

/** Calls `tooMuch` when a process group holds more memory of its own than `bytes`. Returns what ends the watch. Only Linux tells; elsewhere the time limit is all there is. */
export function watchMemory(group: number, bytes: number, tooMuch: () => void): () => void {
  if (process.platform !== 'linux') return () => {};
  const timer = setInterval(() => {
    if (memoryOf(group) > bytes) tooMuch();
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}

function memoryOf(group: number): number {
  let sum = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const [, , parentGroup] = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' '); // the name may hold anything
      if (Number(parentGroup) !== group) continue;
      const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ').map(Number);
      sum += (resident - shared) * pageSize;
    } catch {
      // it ended while we looked
    }
  }
  return sum;
}
