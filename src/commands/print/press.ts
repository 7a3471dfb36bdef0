import type { Env } from '#model/command.ts';
import type { BrowserChoice, Printer } from '#model/printer.ts';
import type { NamedJob } from './print.ts';
import { printWith } from './print-with.ts';

/** Prints a long row of pages in its order, without holding more of them than are printed at once. */
export interface Press { /** Call it in rising order; those in between may be left out. */ print(index: number): Promise<Uint8Array>; /** Ends the browser. Never rejects. */ close(): Promise<void> }

/** `jobs` are made when their turn comes. The browser is started when the first is asked for. */
export function press(jobs: readonly (() => Promise<NamedJob>)[], env: Env, choice: BrowserChoice): Press {
  const begun = new Map<number, Promise<Uint8Array>>();
  let opening: Promise<Printer> | undefined;
  const begin = (printer: Printer, index: number): void => {
    const job = jobs[index];
    if (!job || begun.has(index)) return;
    const printed = job().then((made) => printWith(printer, made, env));
    printed.catch(() => {}); // told to whoever asks for it
    begun.set(index, printed);
  };
  return {
    async print(index) {
      const printer = await (opening ??= env.host.openPrinter(choice, env.signal));
      for (let next = index; next < index + printer.atOnce; next++) begin(printer, next);
      const bytes = await begun.get(index);
      begun.delete(index);
      if (!bytes) throw new Error('printed out of order');
      return bytes;
    },
    async close() {
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}
