import { watch } from 'node:fs';
import { lstatOrNull } from './files.ts';

/** Editors save in several strokes; what follows within this many milliseconds belongs to one change. */
const SETTLE_MS = 150;

/** Yields once for each change below a folder until the signal ends it. Folders of git and temporary files don't count. */
export async function* changesBelow(root: string, signal: AbortSignal): AsyncGenerator<void> {
  let wake: (() => void) | undefined;
  let changed = false;
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    changed = true;
    wake?.();
  };
  const watcher = watch(root, { recursive: true }, (_, name) => {
    if (name === null || /(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)|\.tmp$|~$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  });
  const stop = (): void => wake?.();
  signal.addEventListener('abort', stop);
  watcher.on('error', stop); // the folder is gone
  try {
    while (!signal.aborted && lstatOrNull(root)) {
      if (!changed) await new Promise<void>((resolve) => { wake = resolve; });
      if (signal.aborted) return;
      changed = false;
      yield;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    watcher.close();
  }
}
