/** "4.2 文件要求" → number "4.2" and title "文件要求"; also 一、 （二） 第三章 1. */
export function splitNumber(heading: string): { number: string; title: string } {
  const match = /^\s*((?:第[一二三四五六七八九十百]+[章节条])|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+(?:\.\d+)*[.、．]?|[A-Z]\.)\s*(?=\S)/.exec(heading);
  if (!match) return { number: '', title: heading.trim() };
  return { number: (match[1] as string).replace(/[.、．]$/, ''), title: heading.slice(match[0].length).trim() };
}
