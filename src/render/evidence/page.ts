import type { Locale } from '#model/text.ts';
import { htmlPage } from '../html-page.ts';
import { paperStyle } from '../paper-style.ts';
import { hrefOf } from '../site/links.ts';
import { escape } from '../site/page.ts';
import { packWords } from './words.ts';

/** A page of a pack. `path`: where it lies, `twin`: the same in the other language; `title` is text, `body` made safe; `walk`: its neighbours in the order of reading. */
export interface PackPage { readonly path: string; readonly twin?: string; readonly title: string; readonly body: string; readonly walk?: readonly [before: Neighbour | undefined, after: Neighbour | undefined] }
export interface Neighbour { readonly path: string; readonly title: string }
/** What all pages of a pack have in common. `home`: the start page in this language. */
export interface PackFrame { readonly organization: string; readonly day: string; readonly home: string }

const style = `
body { max-width: 84rem; margin: 0 auto; padding: 0 1.25rem 3rem; font-size: 16px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: .5rem; top: .5rem; background: var(--back); padding: .3rem .6rem; z-index: 9; }
.top { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline; border-bottom: 3px double var(--line); padding: .9rem 0 .7rem; margin-bottom: 1.6rem; } .top > :first-child { font-weight: 600; margin-right: auto; } .top a { text-decoration: none; } .top a:hover { text-decoration: underline; }
.parts { display: flex; flex-wrap: wrap; gap: .4rem .6rem; list-style: none; padding: 0; margin: 1.2rem 0 2rem; } .parts a { display: block; border: 1px solid var(--line); border-radius: 4px; padding: .25rem .8rem; text-decoration: none; background: var(--head); } .parts a:hover { text-decoration: underline; }
section { scroll-margin-top: 1rem; } section > h2 { border-left: .35rem solid var(--link); padding-left: .6rem; }
.walk { display: flex; justify-content: space-between; gap: 1rem; border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .8rem; }
footer { border-top: 1px solid var(--line); color: var(--muted); font-size: .9rem; margin-top: 2.5rem; padding-top: .8rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
@media screen { .scroll table { min-width: 46rem; } .fields td div, .files td div { display: inline-block; margin: 0 1.1rem 0 0; } thead th { min-width: 3.2em; } .short, .half { min-width: 0; } .wide { font-size: .92rem; } .wide .long { min-width: 16rem; } }
@media screen and (max-width: 40rem) { body { padding: 0 .8rem 2rem; } .fields, .fields tbody, .fields tr, .fields th, .fields td { display: block; width: auto; border: 0; } .fields { border: 1px solid var(--line); } }
@media print { .top a, .parts, .walk, .skip { display: none; } .top { border-bottom-width: 1pt; } }
@page { size: A4; margin: 18mm 16mm; }
`;

/** A page of its own: no script, nothing from outside, light and dark, and fit to be printed. */
export function packPage({ path, twin, title, body, walk }: PackPage, { organization, day, home }: PackFrame, locale: Locale): string {
  const say = (word: keyof typeof packWords): string => escape(packWords[word][locale]);
  const to = (target: string): string => escape('../'.repeat(path.split('/').length - 1) + hrefOf(target));
  const whole = packWords.pack[locale].replace('{organization}', () => organization);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const step = (neighbour: Neighbour | undefined, word: 'previous' | 'next'): string => (neighbour ? `<a href="${to(neighbour.path)}">${say(word)}${'：'}${escape(neighbour.title)}</a>` : '<span></span>');
  return htmlPage({
    title: path === home ? whole : `${title} · ${whole}`, style: paperStyle('screen') + style, locale, medium: 'screen',
    body: `<a class="skip" href="#text">${say('skip')}</a>
<header class="top"><span>${escape(organization)}</span>${path === home ? '' : `<a href="${to(home)}">${say('home')}</a>`}${twin === undefined ? '' : `<a href="${to(twin)}" lang="${other}" hreflang="${other}">${say('other')}</a>`}</header>
<main id="text" tabindex="-1">
${body}
</main>
${walk ? `<nav class="walk" aria-label="${say('neighbours')}">${step(walk[0], 'previous')}${step(walk[1], 'next')}</nav>\n` : ''}<footer>${escape(packWords.footer[locale].replace('{day}', () => day))}</footer>`,
  });
}
