import type { Locale } from '#model/text.ts';
import type { Chart } from '#views/paper.ts';
import { shown } from '../shown.ts';
import { line, shortened, SIZE, svg, WIDTH, words } from './draw.ts';
import { figure } from './figures.ts';
import { scale, textWidth, ticks } from './scale.ts';

const ROW = 26;
const TOP = 22;
const MAX_LABEL = 40;

/** Lying bars, one below the other: long names stay readable. */
export function bars({ points, target, unit }: Chart, label: string, locale: Locale): string {
  const names = points.map((point) => shortened(shown(point.label, locale), MAX_LABEL));
  const left = Math.max(40, ...names.map((name) => textWidth(name, SIZE))) + 12;
  const marks = ticks(0, Math.max(target ?? 0, ...points.map(({ value }) => value ?? 0)), [target ?? 0, ...points.map(({ value }) => value ?? 0)].every(Number.isInteger));
  const x = scale([0, marks.at(-1) ?? 1], [left, WIDTH - 56]);
  const bottom = TOP + points.length * ROW;
  return svg(bottom + 22, label, [
    ...marks.flatMap((mark) => [line(x(mark), TOP, x(mark), bottom, 'grid'), words(x(mark), bottom + 15, 'middle', figure(mark), 'tick')]),
    ...points.flatMap(({ value, tone }, index) => {
      const y = TOP + index * ROW;
      const name = words(left - 8, y + 17, 'end', names[index] ?? '');
      if (value === null) return [name, words(left + 6, y + 17, 'start', '—', 'tick')];
      return [name, `<rect class="bar ${tone ?? 'plain'}" x="${left}" y="${y + 4}" width="${Math.max(0, x(value) - left)}" height="${ROW - 8}"/>`, words(x(value) + 5, y + 17, 'start', figure(value))];
    }),
    line(left, TOP, left, bottom, 'axis'),
    ...(target === undefined ? [] : [line(x(target), TOP - 4, x(target), bottom, 'target'), words(x(target), TOP - 8, 'middle', `${locale === 'zh-CN' ? '目标' : 'target'} ${figure(target)}${unit}`, 'tick')]),
  ]);
}
