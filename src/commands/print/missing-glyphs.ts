import type { Env } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { missingCharacters } from '#render/fonts/page-faces.ts';
import type { NamedJob } from './print.ts';

/** A list that is longer than this is not read. */
const MAX_TOLD = 10;

/** A controlled copy with boxes in it must not exist: throws UsageError that names every character that no font has, with the line it stands in. */
export function refuseMissingGlyphs(jobs: readonly NamedJob[], env: Env): void {
  refuseGlyphs(jobs.flatMap((job) => missingGlyphs(job, env)));
}

/** The characters of a page that no font has, each with the line it stands in. */
export function missingGlyphs({ html, path, whereIs }: NamedJob, env: Env): string[] {
  return missingCharacters(html, env.host.fonts()).map((char) => {
    const place = whereIs?.(char);
    const code = `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
    return `${place ? `${place.path}:${place.position.start.line}` : path}: ${char} (${code})`;
  });
}

/** Throws UsageError where there are any. */
export function refuseGlyphs(missing: readonly string[]): void {
  const told = new Set(missing);
  if (told.size === 0) return;
  const list = [...told].slice(0, MAX_TOLD).join(', ') + (told.size > MAX_TOLD ? ' …' : '');
  throw new UsageError({ en: 'No font has these characters: {list}', 'zh-CN': '以下字符没有字体可以打印：{list}' }, { list, count: told.size },
    { en: 'Write them in another way, or show them as a picture.', 'zh-CN': '请换一种写法，或以图片表示。' });
}
