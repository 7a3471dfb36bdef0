import type { Text } from '#model/text.ts';
import type { Chart, Point } from '#views/paper.ts';
import { cell, type TableView } from '#views/table.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** A figure as people write it: two decimals at most. */
export function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export interface Shared { readonly point: Point; readonly value: number; readonly share: number }

/** The points of a Pareto chart: largest first, each with the running share in per cent; what was not measured is left out. */
export function ranked(points: readonly Point[]): Shared[] {
  const counted = points.flatMap((point) => (point.value === null ? [] : [{ point, value: point.value }])).toSorted((a, b) => b.value - a.value);
  const total = counted.reduce((sum, { value }) => sum + value, 0);
  let running = 0;
  return counted.map(({ point, value }) => {
    running += value;
    return { point, value, share: total === 0 ? 0 : (running / total) * 100 };
  });
}

/** The same figures as a table, for whatever cannot draw. */
export function chartTable(chart: Chart): Pick<TableView, 'columns' | 'rows' | 'notes'> {
  const value = { id: 'value', title: chart.unit === '' ? t('Value', '数值') : t(`Value (${chart.unit})`, `数值（${chart.unit}）`), align: 'right' } as const;
  const notes = chart.target === undefined ? [] : [t(`Target: ${figure(chart.target)} ${chart.unit}`.trim(), `目标值：${figure(chart.target)}${chart.unit}`)];
  if (chart.kind === 'pareto') {
    return {
      columns: [{ id: 'label', title: t('Item', '项目') }, value, { id: 'share', title: t('Running share', '累计占比'), align: 'right' }],
      rows: ranked(chart.points).map(({ point, value: size, share }) => [cell(point.label), { ...cell(figure(size)), tone: point.tone ?? 'plain' }, cell(`${share.toFixed(1)}%`)]), notes,
    };
  }
  return {
    columns: [{ id: 'label', title: chart.kind === 'line' ? t('Period', '周期') : t('Item', '项目') }, value],
    rows: chart.points.map(({ label, value: size, tone }) => [cell(label), size === null ? { ...cell(t('not measured', '未测量')), tone: 'muted' } : { ...cell(figure(size)), tone: tone ?? 'plain' }]), notes,
  };
}
