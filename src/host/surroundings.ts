import { fstatSync } from 'node:fs';

/** The variables on which an answer may depend. */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG', 'NO_COLOR', 'TERM', 'SOURCE_DATE_EPOCH'] as const;

/** The words of a command and all around it that its answer may depend on besides the build and the files below the folder: in one state of these, the same words mean the same question. */
export function typedIn(folder: string, argv: readonly string[]): string {
  return JSON.stringify([argv, folder, today(), isTerminal(1), variables.map((name) => process.env[name] ?? null)]);
}

/** Today's date, YYYY-MM-DD, from SOURCE_DATE_EPOCH or the clock of the machine. */
export function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const date = epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  if (epoch) return date.toISOString().slice(0, 10);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Whether somebody sits at standard input (0), output (1) or error (2). Node's streams, which know it too, are made only where the answer may be yes: they load a network. */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    // closed, or a console that cannot be looked at: the streams know
  }
  return [() => process.stdin, () => process.stdout, () => process.stderr][descriptor]?.().isTTY === true;
}
