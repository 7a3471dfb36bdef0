const plain = new Map<string, string>();
const MOST_KNOWN = 5000;

/** Most headings stand in many documents. */
function plainSlug(heading: string): string {
  const known = plain.get(heading);
  if (known !== undefined) return known;
  const slug = heading.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
  if (plain.size >= MOST_KNOWN) plain.clear();
  plain.set(heading, slug);
  return slug;
}

/** Anchors of headings as GitHub makes them: lower case, marks dropped, spaces to hyphens, doubles numbered. Call it in order of reading. */
export function slugger(): (heading: string) => string {
  const seen = new Map<string, number>();
  return (heading) => {
    const slug = plainSlug(heading);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  };
}
