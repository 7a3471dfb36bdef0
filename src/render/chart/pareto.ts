import { wrapColumns } from '#i18n/columns.ts';
import type { Locale } from '#model/text.ts';
import type { Chart } from '#views/paper.ts';
import { shown } from '../shown.ts';
import { line, shortened, SIZE, svg, WIDTH, words } from './draw.ts';
import { figure, ranked } from './figures.ts';
import { round, scale, ticks } from './scale.ts';

const TOP = 24;
const BOTTOM = 190;
const LEFT = 44;
const RIGHT = WIDTH - 48;
const MAX_LINES = 4;

/** Standing bars, largest first, and the line of the running share with its own axis at the right. */
export function pareto({ points }: Chart, label: string, locale: Locale): string {
  const shared = ranked(points);
  const slot = (RIGHT - LEFT) / Math.max(1, shared.length);
  const marks = ticks(0, Math.max(1, ...shared.map(({ value }) => value)), shared.every(({ value }) => Number.isInteger(value)));
  const y = scale([0, marks.at(-1) ?? 1], [BOTTOM, TOP]);
  const share = scale([0, 100], [BOTTOM, TOP]);
  const middle = (index: number): number => round(LEFT + slot * (index + 0.5));
  const columns = Math.max(4, Math.floor(slot / (SIZE * 0.6)));
  const names = shared.map(({ point }) => {
    const lines = wrapColumns(shown(point.label, locale), columns);
    return lines.length <= MAX_LINES ? lines : [...lines.slice(0, MAX_LINES - 1), shortened(`${lines[MAX_LINES - 1]}…`, columns)];
  });
  return svg(BOTTOM + 8 + Math.max(1, ...names.map((lines) => lines.length)) * 15, label, [
    ...marks.flatMap((mark) => [line(LEFT, y(mark), RIGHT, y(mark), 'grid'), words(LEFT - 6, y(mark) + 4, 'end', figure(mark), 'tick')]),
    ...[0, 50, 80, 100].map((mark) => words(RIGHT + 6, share(mark) + 4, 'start', `${mark}%`, 'tick')),
    line(LEFT, share(80), RIGHT, share(80), 'target'),
    ...shared.flatMap(({ value, point }, index) => [
      `<rect class="bar ${point.tone ?? 'plain'}" x="${round(LEFT + slot * (index + 0.15))}" y="${y(value)}" width="${round(slot * 0.7)}" height="${round(BOTTOM - y(value))}"/>`,
      words(middle(index), y(value) - 5, 'middle', figure(value)),
      ...(names[index] ?? []).map((part, row) => words(middle(index), BOTTOM + 15 + row * 15, 'middle', part, 'tick')),
    ]),
    line(LEFT, BOTTOM, RIGHT, BOTTOM, 'axis'),
    `<polyline class="course" points="${shared.map((one, index) => `${middle(index)},${share(one.share)}`).join(' ')}"/>`,
    ...shared.map((one, index) => `<circle class="dot plain" cx="${middle(index)}" cy="${share(one.share)}" r="3"/>`),
  ]);
}
