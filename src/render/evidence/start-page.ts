import type { Locale } from '#model/text.ts';
import type { PackSection } from '#views/evidence/contents.ts';
import { paperBody, type Linker } from '../paper-html.ts';
import { shown } from '../shown.ts';
import { escape } from '../site/page.ts';
import { packWords } from './words.ts';

/** The text of the first page: what this is, then everything that is in it, part by part. */
export function startBody(sections: readonly PackSection[], link: Linker, locale: Locale): string {
  const [label, ...parts] = sections;
  const body = ({ title, blocks }: PackSection): string => paperBody({ title, number: '', blocks }, locale, link).replace(/^<h1>[\s\S]*?<\/h1>\n?/, '');
  return `<h1>${escape(packWords.title[locale])}</h1>
${label ? body(label) : ''}
<nav aria-label="${escape(packWords.contents[locale])}"><ul class="parts">${parts.map(({ id, title }) => `<li><a href="#${id}">${escape(shown(title, locale))}</a></li>`).join('')}</ul></nav>
${parts.map((part) => `<section id="${part.id}"${part.files ? ' class="files"' : ''}>\n<h2>${escape(shown(part.title, locale))}</h2>\n${body(part)}\n</section>`).join('\n')}`;
}
