import { fontFamilies } from '#model/printer.ts';
import type { Paper } from '#views/paper.ts';
import type { Medium } from './html-page.ts';

/** Columns that a portrait page holds; more lie across. */
export const PORTRAIT_COLUMNS = 7;

/** True for a paper with a table too wide for an upright page. */
export function liesAcross({ blocks }: Paper): boolean {
  return blocks.some((block) => block.kind === 'table' && block.table.columns.length > PORTRAIT_COLUMNS);
}

/** Text as a string of CSS, inside a style element. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:;()（）、，。：；·—-]/gu, (char) => `\\${(char.codePointAt(0) as number).toString(16)} `)}"`;
}

export interface PageFrame { readonly left: string; readonly middle: string; readonly right: string; readonly page: readonly [before: string, between: string, after: string]; readonly foot: string; readonly landscape: boolean }

const head = 'font: 9pt/1.3 var(--serif); color: #000; border-bottom: .6pt solid #000; vertical-align: bottom; padding-bottom: 1.5mm; margin-bottom: 4mm;';

/** The printed page: A4, a ruled head with unit, title, number and page, the day it tells of at the foot. */
export function frameStyle({ left, middle, right, page: [before, between, after], foot, landscape }: PageFrame): string {
  return `@page { size: A4${landscape ? ' landscape' : ''}; margin: 26mm 16mm 18mm ${landscape ? 16 : 22}mm;
@top-left { content: ${cssString(left)}; ${head} text-align: left; width: 30%; }
@top-center { content: ${cssString(middle)}; ${head} text-align: center; width: 40%; }
@top-right { content: ${cssString(right === '' ? '' : `${right}　`)} ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}; ${head} text-align: right; width: 30%; }
@bottom-right { content: ${cssString(foot)}; font: 8pt/1.3 var(--serif); color: #444; vertical-align: top; padding-top: 2mm; } }
${landscape ? '@media print { .charts { grid-template-columns: 1fr 1fr; gap: 2mm 6mm; } }\n' : ''}`;
}

const song = '"Noto Serif SC", "Source Han Serif SC", SimSun, "Songti SC", STSong, serif';
const hei = '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", SimHei, system-ui, sans-serif';

/** Colours by the light they are read in. On paper only what a copying machine keeps. */
export const colors: Readonly<Record<'light' | 'dark' | 'paper', string>> = {
  light: '--text: #1f2328; --back: #fff; --line: #c8ccd0; --head: #f1f3f5; --good: #1a7f37; --bad: #b42318; --muted: #59636e; --link: #0b5cad; --bar: #5b8db8; --course: #1d3c5a; --grid: #d0d4d9; --target: #b42318;',
  dark: '--text: #e6edf3; --back: #0d1117; --line: #3d444d; --head: #21262d; --good: #4ac26b; --bad: #ff7b72; --muted: #9198a1; --link: #79b8ff; --bar: #3f75a8; --course: #cfe3f5; --grid: #30363d; --target: #ff7b72;',
  paper: '--text: #000; --back: #fff; --line: #000; --head: #eee; --good: #0b4a1e; --bad: #7a0a1c; --muted: #444; --link: #000; --bar: #8fb0cc; --course: #16324d; --grid: #bbb; --target: #7a0a1c;',
};

/** The faces of 宋 and 黑: on a screen what the reader's machine has, in print the ones that ship with the tool and no other. */
export const fonts: Readonly<Record<Medium, string>> = {
  screen: `--serif: ${song}; --sans: ${hei};`, print: `--serif: "${fontFamilies.song}"; --sans: "${fontFamilies.hei}";`,
};

/** Tables, grids, charts and signatures, on any page that has the colours. */
export const contentStyle: string = `
* { box-sizing: border-box; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0 0 1.2rem; } h1 small { display: block; font-size: .95rem; font-weight: 400; color: var(--muted); }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .6rem; } h3 { font-size: 1rem; margin: 1.3rem 0 .5rem; }
p, li, td, dd { white-space: pre-line; } p { margin: .6rem 0; } ul, ol { margin: .6rem 0; padding-left: 1.8rem; }
a { color: var(--link); }
.scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .55rem; vertical-align: top; text-align: left; overflow-wrap: break-word; } th { background: var(--head); font-weight: 600; overflow-wrap: normal; }
thead th { vertical-align: middle; text-align: center; } .fields th { min-width: 9em; width: 1%; } .fields .short { white-space: nowrap; min-width: 0; } .fields td { min-width: 8rem; }
thead .short, .whole { white-space: nowrap; } thead .half { min-width: 5.6em; } .center { text-align: center; } .right { text-align: right; } .tall { vertical-align: top; padding: .4rem .2rem; } .tall span { display: block; width: 1.1em; margin: 0 auto; line-height: 1.12; word-break: break-all; line-break: anywhere; text-spacing-trim: space-all; } .sideways { writing-mode: sideways-rl; white-space: nowrap; padding: .4rem .2rem; text-align: right; }
pre { background: var(--head); padding: .6rem .8rem; overflow-x: auto; line-height: 1.5; font-size: .9em; white-space: pre; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; } .muted { color: var(--muted); }
td div + div { margin-top: .15rem; } .note { color: var(--muted); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 29rem), 1fr)); gap: 0 2rem; } figure { margin: 1.2rem 0; break-inside: avoid; } figcaption { font-weight: 600; margin-bottom: .3rem; } figcaption small { font-weight: 400; color: var(--muted); }
.chart { display: block; width: 100%; max-width: 44rem; height: auto; font-family: var(--sans); } .chart text { font-size: 12px; fill: var(--text); } .chart .tick { fill: var(--muted); }
.chart .grid { stroke: var(--grid); stroke-width: .7; } .chart .axis { stroke: var(--text); stroke-width: 1; } .chart .target { stroke: var(--target); stroke-width: 1.4; stroke-dasharray: 6 4; }
.chart .bar { fill: var(--bar); } .chart .dot { fill: var(--course); } .chart .good { fill: var(--good); } .chart .bad { fill: var(--bad); } .chart .muted { fill: var(--muted); } .chart .course { fill: none; stroke: var(--course); stroke-width: 2; }
.signatures { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem 2rem; margin: 1.6rem 0 .6rem; break-inside: avoid; }
.signatures div { display: grid; grid-template-columns: minmax(2em, auto) minmax(6em, 1fr); align-items: end; gap: .25rem .6rem; } .signatures dt { color: var(--muted); } .signatures dd { margin: 0; border-bottom: 1px solid var(--line); min-height: 1.7em; }
@media print {
  main { padding: 0 .6pt; }
  body { font: 10.5pt/1.6 var(--serif); margin: 0; padding: 0; max-width: none; } h1, h2, h3, th, caption, figcaption { font-family: var(--sans); }
  h1 { font-size: 16pt; text-align: center; margin: 0 0 5mm; } h1 small { font-size: 10.5pt; } h2 { font-size: 12pt; } h3 { font-size: 10.5pt; } h2, h3, caption, figcaption { break-after: avoid; }
  .scroll { overflow: visible; } table { font-size: 9pt; line-height: 1.45; } th, td { border-width: .5pt; padding: 1mm 1.4mm; } thead { display: table-header-group; } .crowded th, .crowded td { overflow-wrap: anywhere; } .crowded .whole, .crowded .short { white-space: normal; } .close { font-size: 8pt; line-height: 1.4; } .close th, .close td { padding: .7mm 1mm; } .wide { font-size: 7pt; line-height: 1.35; } .wide th, .wide td { padding: .5mm .6mm; } .wide .long { width: 30%; } tr { break-inside: avoid; }
  .signatures { grid-template-columns: repeat(3, 1fr); gap: 3mm 6mm; }
  pre { white-space: pre-wrap; }
  p { orphans: 2; widows: 2; } a { text-decoration: none; }
}
`;

/** One style for screen, dark screen and paper. On paper: 宋 for text, 黑 for headings, ruled tables that repeat their head and do not cut a row. */
export const paperStyle = (medium: Medium): string => `
:root { color-scheme: light dark; ${fonts[medium]} ${colors.light} }
@media (prefers-color-scheme: dark) { :root { ${colors.dark} } }
body { font: 15px/1.7 var(--sans); color: var(--text); background: var(--back); margin: 2rem auto; max-width: 72rem; padding: 0 1.25rem; overflow-wrap: anywhere; }
@media print { :root { color-scheme: light; ${colors.paper} } }
${contentStyle}`;
