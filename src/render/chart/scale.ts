import { columnsOf } from '#i18n/columns.ts';

/** How many steps an axis has at most. */
const MOST = 5;

/** Values at which an axis is marked, evenly spaced by 1, 2, 2.5 or 5 times a power of ten; the first and last enclose the values. What is counted has `whole` marks only. */
export function ticks(low: number, high: number, whole = false): number[] {
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / MOST));
  const rounded = power * ([1, 2, 2.5, 5, 10].find((factor) => span / (power * factor) <= MOST) ?? 10);
  const step = whole ? Math.max(1, Math.ceil(rounded)) : rounded;
  const first = Math.floor(low / step) * step;
  const count = Math.max(1, Math.ceil((high - first) / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((first + index * step).toPrecision(12)));
}

/** Maps values onto pixels. */
export function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): (value: number) => number {
  return (value) => round(start + ((value - from) / (to - from || 1)) * (end - start));
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** About how wide a text is drawn at a size in pixels: half an em for each column. */
export function textWidth(text: string, size: number): number {
  return columnsOf(text) * size * 0.55;
}
