import type { Progress } from '#model/command.ts';
import type { Locale } from '#model/text.ts';
import { columnsOf } from './columns.ts';
import { format } from './format.ts';
import { safeText } from './safe-text.ts';
import { words } from './words.ts';

const BAR = 24;

/** How far a piece of work has come, in one line of at most `width` columns: bar, count, time left, and what is at work, cut where the line ends. */
export function progressLine({ done, total, name }: Progress, secondsLeft: number | undefined, width: number, locale: Locale): string {
  const filled = Math.round((BAR * done) / total);
  const left = secondsLeft === undefined ? '' : `  ${format(words.timeLeft, { time: `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}` }, locale)}`;
  const head = `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${done}/${total}${left}  `;
  let line = head;
  for (const char of safeText(name)) {
    if (columnsOf(line + char) >= width) break;
    line += char;
  }
  return columnsOf(line) < width ? line : `${done}/${total}`;
}
