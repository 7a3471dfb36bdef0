const BARS = '▁▂▃▄▅▆▇█';

/** A course in one line of characters, lowest to highest value; `·` where nothing was measured. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  return values.map((value) => (value === null ? '·' : BARS[span === 0 ? 3 : Math.round((value - low) / span * (BARS.length - 1))])).join('');
}
