import type { Locale } from '#model/text.ts';
import type { Chart } from '#views/paper.ts';
import { shown } from '../shown.ts';
import { bars } from './bars.ts';
import { figure } from './figures.ts';
import { line } from './line.ts';
import { pareto } from './pareto.ts';

const kinds = { bars, line, pareto };

/** A chart as inline SVG without script, link or style of its own; what it shows is also its spoken name. */
export function chartSvg(chart: Chart, locale: Locale): string {
  const [colon, comma] = locale === 'zh-CN' ? ['：', '；'] : [': ', '; '];
  const spoken = chart.points.map(({ label, value }) => `${shown(label, locale)} ${value === null ? '—' : `${figure(value)}${chart.unit}`}`).join(comma);
  return kinds[chart.kind](chart, `${shown(chart.title, locale)}${colon}${spoken}`, locale);
}
