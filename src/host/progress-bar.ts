import type { Progress } from '#model/command.ts';

/** Fewer redrawings than this are not seen to stand still. */
const EVERY_MS = 80;

export interface ProgressBar { show(progress: Progress): void; clear(): void }

/** One line of a terminal that is drawn over and over; `line` words it, `write` puts it there. The time left is what the pace so far suggests. */
export function progressBar(line: (progress: Progress, secondsLeft: number | undefined) => string, write: (text: string) => void): ProgressBar {
  let begun: { readonly at: number; readonly done: number } | undefined;
  let drawn = 0;
  const clear = (): void => {
    if (drawn > 0) write('\r\x1b[K');
    drawn = 0;
    begun = undefined;
  };
  return {
    clear,
    show(progress) {
      const { done, total } = progress;
      const now = Date.now();
      begun ??= { at: now, done };
      if (done >= total) return clear();
      if (now - drawn < EVERY_MS) return;
      drawn = now;
      const pace = (now - begun.at) / (done - begun.done);
      write(`\r\x1b[K${line(progress, done > begun.done ? Math.ceil((pace * (total - done)) / 1000) : undefined)}`);
    },
  };
}
