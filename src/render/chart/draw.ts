import { safeText } from '#i18n/safe-text.ts';
import { columnsOf } from '#i18n/columns.ts';
import { escapeHtml } from '../escape-html.ts';

export const SIZE = 12;
export const WIDTH = 640;

export function svg(height: number, label: string, parts: readonly string[]): string {
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" role="img" aria-label="${shownText(label)}">${parts.join('')}</svg>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, name: string): string {
  return `<line class="${name}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
}

export function words(x: number, y: number, anchor: 'start' | 'middle' | 'end', text: string, name = 'label'): string {
  return `<text class="${name}" x="${x}" y="${y}" text-anchor="${anchor}">${shownText(text)}</text>`;
}

/** No longer than so many columns; the whole text is in the figures' own words below. */
export function shortened(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  for (const char of text) {
    if (columnsOf(kept + char) > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

function shownText(text: string): string {
  return escapeHtml(safeText(text));
}
