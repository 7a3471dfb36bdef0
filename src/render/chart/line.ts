import type { Locale } from '#model/text.ts';
import type { Chart } from '#views/paper.ts';
import { shown } from '../shown.ts';
import { line as rule, shortened, SIZE, svg, WIDTH, words } from './draw.ts';
import { figure } from './figures.ts';
import { round, scale, textWidth, ticks } from './scale.ts';

const HEIGHT = 220;
const TOP = 24;
const BOTTOM = HEIGHT - 30;
const MAX_LABEL = 16;
const AIR = 0.06;

/** A course of time: what was not measured is a gap, the target a dashed line across. */
export function line({ points, target, unit }: Chart, label: string, locale: Locale): string {
  const measured = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const all = [...measured, ...(target === undefined ? [] : [target])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  // Neither a value nor the target lies on the axis, where it would not be seen.
  const low = least - ((most - least) * AIR || Math.abs(least) * AIR || 1);
  const marks = all.length === 0 ? [0, 1] : ticks(least > 0 && least <= most / 2 ? 0 : low, most);
  const left = Math.max(...marks.map((mark) => textWidth(figure(mark), SIZE))) + 14;
  const y = scale([marks[0] ?? 0, marks.at(-1) ?? 1], [BOTTOM, TOP]);
  const slot = (WIDTH - 70 - left) / Math.max(1, points.length);
  const x = (index: number): number => round(left + slot * (index + 0.5));
  const every = Math.ceil(Math.max(...points.map((point) => textWidth(shortened(shown(point.label, locale), MAX_LABEL), SIZE)), 1) / slot);
  const runs = pointsInRuns(points.map(({ value }) => value));
  return svg(HEIGHT, label, [
    ...marks.flatMap((mark) => [rule(left, y(mark), WIDTH - 70, y(mark), 'grid'), words(left - 6, y(mark) + 4, 'end', figure(mark), 'tick')]),
    ...points.flatMap((point, index) => (index % every === 0 ? [words(x(index), BOTTOM + 18, 'middle', shortened(shown(point.label, locale), MAX_LABEL), 'tick')] : [])),
    rule(left, BOTTOM, WIDTH - 70, BOTTOM, 'axis'),
    ...(target === undefined ? [] : [rule(left, y(target), WIDTH - 70, y(target), 'target'), words(WIDTH - 66, y(target) + 4, 'start', `${locale === 'zh-CN' ? '目标' : 'target'} ${figure(target)}${unit}`, 'tick')]),
    ...runs.map((run) => `<polyline class="course" points="${run.map((index) => `${x(index)},${y(points[index]?.value ?? 0)}`).join(' ')}"/>`),
    ...points.flatMap(({ value, tone }, index) => (value === null ? [] : [`<circle class="dot ${tone ?? 'plain'}" cx="${x(index)}" cy="${y(value)}" r="3.5"/>`, words(x(index), y(value) - 8, 'middle', figure(value))])),
  ]);
}

/** Indexes of neighbours that were both measured, in runs of two or more. */
function pointsInRuns(values: readonly (number | null)[]): number[][] {
  const runs: number[][] = [];
  let open: number[] = [];
  for (const [index, value] of [...values, null].entries()) {
    if (value !== null) open.push(index);
    else {
      if (open.length > 1) runs.push(open);
      open = [];
    }
  }
  return runs;
}
