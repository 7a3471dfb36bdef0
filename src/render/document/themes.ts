import type { RenderTheme } from '#model/config.ts';

/** Measures in mm, sizes in pt. */
export interface Theme {
  readonly margins: { readonly top: number; readonly bottom: number; /** The bound side of a right-hand page. */ readonly left: number; readonly right: number };
  readonly css: string;
}

/** What both themes share: how text, tables, figures and notes are set on paper. */
const base = `
* { box-sizing: border-box; }
html { font-family: "QMS Song"; color: #000; line-break: strict; overflow-wrap: anywhere; text-spacing-trim: trim-start; text-autospace: normal; font-synthesis: none; font-kerning: normal; }
body { margin: 0; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; text-align: left; margin: 1em 0 .5em; line-height: 1.5; }
p { margin: 0 0 .35em; text-align: justify; orphans: 2; widows: 2; }
.announces, caption, figcaption { break-after: avoid; } caption { break-inside: avoid; }
ul, ol { margin: .2em 0 .5em; padding-left: 2.2em; } li > p:first-child { text-indent: 0; } li p, blockquote p, td p, th p, figcaption, .note, .notes-title { text-indent: 0 !important; }
.contains-task-list { list-style: none; padding-left: .4em; } .box { display: inline-block; width: 1em; height: 1em; border: .7pt solid #000; margin-right: .5em; line-height: .95em; text-align: center; vertical-align: -.08em; font-size: .92em; }
table { border-collapse: collapse; width: 100%; margin: .4em 0 .8em; font-size: var(--table); line-height: 1.45; } thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: .5pt solid #000; padding: .9mm 1.3mm; vertical-align: middle; text-align: left; } th { font-family: "QMS Hei"; font-weight: 400; text-align: center; background: #f0f0f0; } caption { font-family: "QMS Hei"; text-align: center; padding: .5em 0 .3em; }
[align=center], .center { text-align: center; } [align=right], .right { text-align: right; } .whole { white-space: nowrap; overflow-wrap: normal; } td div + div { margin-top: .3mm; }
.tall { writing-mode: vertical-rl; text-orientation: upright; padding: 1.2mm .4mm; letter-spacing: 0; white-space: nowrap; } .dense { font-size: 8pt; } .dense th, .dense td { padding: .5mm .6mm; }
blockquote { margin: .5em 2em; padding: .3em 1em; border-left: 2pt solid #888; }
pre { font-family: "QMS Mono"; font-size: 9pt; line-height: 1.35; border: .5pt solid #999; padding: 2mm; white-space: pre-wrap; break-inside: avoid-page; } code, .typed { font-family: "QMS Mono"; font-size: .92em; }
figure { margin: .8em 0; text-align: center; break-inside: avoid; } figure img, figure svg { max-width: 100%; max-height: 170mm; height: auto; } p img { max-height: 60mm; vertical-align: middle; max-width: 100%; } figcaption { font-family: "QMS Hei"; font-size: var(--table); margin-top: .4em; }
hr { border: 0; border-top: .5pt solid #000; margin: 1em 20%; } del { text-decoration: line-through; } sup { font-size: .65em; line-height: 0; } a { color: inherit; text-decoration: none; }
[data-footnotes] { border-top: .5pt solid #000; margin-top: 1.5em; padding-top: .5em; font-size: .85em; } .notes-title { font-family: "QMS Hei"; break-after: avoid; }
.flowchart text { font-family: "QMS Hei"; fill: #000; } .flowchart .node { fill: #fff; stroke: #000; stroke-width: 1; } .flowchart .edge { stroke: #000; stroke-width: 1; } .flowchart .behind { fill: #fff; } .flowchart .group { fill: #f6f6f6; stroke: #777; stroke-dasharray: 3 2; }
.claim { display: inline-block; font: 7pt/1.2 "QMS Hei"; color: #1d4e89; white-space: nowrap; }
.auditor .body { padding-right: 21mm; } .auditor .claim { float: right; clear: right; width: 19mm; margin-right: -21mm; border-left: 1.2pt solid #1d4e89; padding-left: 1mm; text-indent: 0; } .auditor table .claim, .auditor li .claim { float: none; border: 0; margin: 0 0 0 .4em; width: auto; }
`;

const gbt9704: Theme = {
  margins: { top: 37, bottom: 30, left: 28, right: 26 },
  css: `${base}
html { --table: 10.5pt; font-size: 14pt; line-height: 26pt; }
.body p { text-indent: 2em; }
.body h1 { font-size: 22pt; font-weight: 700; text-align: center; line-height: 1.5; margin: 0 0 1em; } /* a line less high than its letters would be painted, and told in the outline, on two pages */
.body h2 { font-family: "QMS Hei"; font-weight: 400; font-size: 15pt; } .body h3 { font-weight: 700; font-size: 14pt; } .body h4, .body h5, .body h6 { font-weight: 700; font-size: 13pt; }
`,
};

const plain: Theme = {
  margins: { top: 34, bottom: 26, left: 25, right: 20 },
  css: `${base}
html { --table: 9pt; font-size: 11pt; line-height: 1.6; }
.body p { margin-bottom: .6em; } [lang|=zh] .body p { text-indent: 2em; }
.body h1 { font: 700 17pt/1.5 "QMS Hei"; margin: 0 0 .9em; } .body h2 { font: 700 13pt/1.5 "QMS Hei"; } .body h3 { font: 700 11.5pt/1.5 "QMS Hei"; } .body h4, .body h5, .body h6 { font: 700 11pt/1.5 "QMS Hei"; }
`,
};

/** How papers are set: after the rules for official papers in China of 1999, or plainly. */
export const themes: Readonly<Record<RenderTheme, Theme>> = { gbt9704, plain };
