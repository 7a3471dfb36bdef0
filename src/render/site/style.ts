import type { Locale } from '#model/text.ts';
import { bodyStyle } from '../document/screen.ts';
import { colors, contentStyle, cssString, fonts } from '../paper-style.ts';
import { siteWords } from './words.ts';

/** The site's style sheet: one column on a telephone, the pages beside the text on a desk, the text alone on paper. */
export function siteStyle(locale: Locale, organization: string): string {
  return `:root { color-scheme: light dark; ${fonts.screen} ${colors.light} }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${colors.dark} } }
:root[data-theme=dark] { color-scheme: dark; ${colors.dark} }
:root[data-theme=light] { color-scheme: light; }
body { font: 16px/1.75 var(--sans); color: var(--text); background: var(--back); margin: 0; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: .5rem; top: .5rem; background: var(--back); padding: .3rem .6rem; z-index: 9; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .6rem 1.25rem; border-bottom: 1px solid var(--line); background: var(--head); }
.top > a { font-weight: 600; color: var(--text); text-decoration: none; margin-right: auto; }
.top form { display: flex; gap: .35rem; } input, button { font: inherit; font-size: .95rem; color: var(--text); background: var(--back); border: 1px solid var(--muted); border-radius: 4px; padding: .25rem .6rem; } input { min-width: 14rem; }
button { cursor: pointer; } button[aria-pressed=true] { background: var(--text); color: var(--back); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
.frame { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 0 2rem; max-width: 96rem; margin: 0 auto; padding: 0 1.25rem; }
.pages { font-size: .95rem; padding: 1.2rem 0; line-height: 1.6; } .pages h2 { font-size: .85rem; color: var(--muted); margin: 1rem 0 .2rem; font-weight: 600; } .pages ul { list-style: none; padding: 0; margin: 0; } .pages a { display: block; padding: .12rem .5rem; border-radius: 4px; color: var(--text); text-decoration: none; } .pages a:hover { text-decoration: underline; } .pages [aria-current] { background: var(--head); font-weight: 600; }
main { padding: 1.2rem 0 3rem; min-width: 0; }
.card { border: 1px solid var(--line); border-radius: 6px; padding: .6rem 1rem .8rem; margin: 0 0 1.4rem; } .card p { margin: .3rem 0; }
.card td div { display: inline-block; margin: 0 1rem 0 0; } .badge { display: inline-block; border: 1.5px solid currentColor; border-radius: 3px; padding: 0 .5rem; font-weight: 600; line-height: 1.6; margin-right: .6rem; }
.warning { border-left: 4px solid var(--bad); padding-left: .7rem; } .walk { display: flex; justify-content: space-between; gap: 1rem; border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .8rem; }
.outline { font-size: .95rem; } .outline ul { list-style: none; padding-left: 0; margin: .2rem 0; } .outline .d3 { padding-left: 1.2rem; } .outline summary { cursor: pointer; color: var(--muted); }
@media screen { .wide { font-size: .88rem; } .wide .long { min-width: 24rem; } .wide td:nth-child(2) { min-width: 6rem; } }
.text { font-family: var(--sans); } .text p { text-align: justify; } .text h2, .text h3, .text h4 { scroll-margin-top: 1rem; } .text pre { overflow-x: auto; background: var(--head); padding: .6rem .8rem; border-radius: 4px; line-height: 1.45; } .text img { max-width: 100%; height: auto; } .text blockquote { border-left: 3px solid var(--line); margin: .8rem 0; padding-left: 1rem; color: var(--muted); }
.text .live { overflow-x: auto; }
#results { list-style: none; padding: 0; } #results li { margin: 0 0 1rem; } #results p { margin: .15rem 0; color: var(--muted); } mark { background: #fff3a3; color: #000; }
footer { border-top: 1px solid var(--line); color: var(--muted); font-size: .9rem; padding: .8rem 1.25rem; }
@media (max-width: 52rem) { .frame { display: flex; flex-direction: column; } .pages { order: 2; border-top: 1px solid var(--line); columns: 2 10rem; } .pages div { break-inside: avoid; } input { min-width: 9rem; } .fields, .fields tbody, .fields tr, .fields th, .fields td { display: block; width: auto; border: 0; } .fields { border: 1px solid var(--line); } }
@page { size: A4; margin: 20mm 18mm 18mm 22mm; @top-left { content: ${cssString(organization)}; font: 9pt sans-serif; } @bottom-left { content: ${cssString(siteWords.printed[locale])}; font: 9pt sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print { :root, :root[data-theme=dark] { color-scheme: light; ${colors.paper} } .top, .pages, .outline, .walk, .skip { display: none; } .frame { display: block; padding: 0; } main { padding: 0; } .text { font-family: var(--serif); } }
${contentStyle}${bodyStyle}`;
}
