/** Widths of columns that fit into a total: the widest give way first, none below `least` unless it was narrower. */
export function fitWidths(natural: readonly number[], total: number, least: number): number[] {
  const widths = [...natural];
  for (;;) {
    const over = widths.reduce((sum, width) => sum + width, 0) - total;
    const widest = Math.max(...widths);
    if (over <= 0 || widest <= least) return widths;
    const next = Math.max(least, ...widths.filter((width) => width < widest));
    const many = widths.filter((width) => width === widest).length;
    const cut = Math.max(1, Math.min(widest - next || 1, Math.ceil(over / many)));
    for (const [index, width] of widths.entries()) if (width === widest) widths[index] = Math.max(least, width - cut);
  }
}
