/** Boundaries closer than this, in characters, become one. */
const NEAR = 4;

/** Columns of one sheet that serve several layouts: `widths` of the grid, and for each layout over how many of them each of its columns spreads. */
export interface Grid { readonly widths: readonly number[]; readonly spans: readonly (readonly number[])[] }

/** One grid for layouts of different columns, each stretched to the whole width: the fewest columns so that each layout finds its boundaries. The layouts with most columns are served best. */
export function gridOf(layouts: readonly (readonly number[])[], total: number): Grid {
  const known: number[] = [];
  const ends = new Map<readonly number[], readonly number[]>();
  for (const layout of layouts.toSorted((a, b) => b.length - a.length)) {
    const own: number[] = [];
    for (const [index, wanted] of boundaries(layout, total).entries()) {
      const [least, most] = [(own.at(-1) ?? 0) + 1, total - (layout.length - 1 - index)];
      const near = known.filter((one) => one >= least && one <= most && Math.abs(one - wanted) <= NEAR).toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
      own.push(near ?? Math.min(most, Math.max(least, wanted)));
    }
    known.push(...own.filter((one) => !known.includes(one)));
    ends.set(layout, own);
  }
  const edges = [...known.filter((one) => one < total), total].toSorted((a, b) => a - b);
  const width = (from: number, until: number): number => edges.filter((edge) => edge > from && edge <= until).length;
  return {
    widths: edges.map((edge, index) => edge - (edges[index - 1] ?? 0)),
    spans: layouts.map((layout) => [0, ...(ends.get(layout) ?? [])].map((from, index, all) => width(from, all[index + 1] ?? total))),
  };
}

/** Where the columns of a layout end, in whole characters, but for the last. */
function boundaries(layout: readonly number[], total: number): number[] {
  const sum = layout.reduce((all, width) => all + width, 0) || 1;
  let end = 0;
  return layout.slice(0, -1).map((width) => {
    end += width;
    return Math.round((end / sum) * total);
  });
}
