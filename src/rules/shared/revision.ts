/** Revisions in order: A/2 before A/10, A/10 before B/0. Negative when `a` is the older. */
export function compareRevisions(a: string, b: string): number {
  const [left, right] = [a, b].map((revision) => /^([A-Z])\/(\d+)$/.exec(revision));
  if (!left || !right) return a < b ? -1 : a > b ? 1 : 0;
  return (left[1] as string) < (right[1] as string) ? -1 : (left[1] as string) > (right[1] as string) ? 1 : Number(left[2]) - Number(right[2]);
}

/** The first issue of all, A/0: there was nothing to change. */
export function isFirstIssue(revision: string): boolean {
  return revision === 'A/0';
}
