import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import { payloads } from '../render/payloads.ts';

/** What a name, a value or a line of a hostile manual may hold. */
export const hostile: readonly string[] = [
  ...Array.from({ length: 32 }, (_, code) => `c0${String.fromCharCode(code)}x`), '\u007fdel', ...Array.from({ length: 32 }, (_, code) => `c1${String.fromCharCode(0x80 + code)}x`),
  '\u001b[31mred\u001b[0m', '\u001b]0;title\u0007', '\u009b31m', '\u001b]8;;http://example.test\u0007link\u001b]8;;\u0007', '\r\nover', 'a\nb', 'a\u2028b\u2029c', 'a\u0085b',
  'bidi \u202egnp.exe\u202c', '\u2066x\u2069', '\u200b\u200c\u200d\u200e\u200f', '\u061c', '\ufeff', '\u{e0041}\u{e007f}', '\ufff9x\ufffb', '\u180e',
  '::error file=a.md::forged', '::set-output name=x::y', '\n::error::forged', '\r::warning::forged', '##[error]forged', '##vso[task.setvariable variable=x]y', '::add-mask::x', '\n::stop-commands::x', '%0A::error::forged', '%25', '100%',
  ']]>', '<![CDATA[x]]>', '<!-- x -->', '&amp;&lt;&#0;&#27;&#xFFFE;', '"quoted" \'single\'', '<script>alert(1)</script>', '</testsuite>', '\ufffe\uffff',
  '\ud800', 'x\udfff', '\udc00\ud800', 'half \ud83d', '😀 𠮷 👨‍👩‍👧', 'e\u0301', '文件控制程序', '，。；：“”', 'a:b,c;d=e', 'a/b\\c', '../../etc/passwd', 'C:\\x', 'javascript:alert(1)', 'a?b#c%d', '   ', '', '.', '-rf', '$(id)', '`id`', '{id} {other}', '$& $1 $$', '__proto__',
  `${'很长'.repeat(50_000)}`, '\u0000'.repeat(2000), '::'.repeat(2000), '\ud83d'.repeat(999),
];

/** What a spreadsheet takes for a formula. */
const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', '=HYPERLINK("http://a.example","x")', '=cmd|\' /C calc\'!A0', '  =1+1', '\uff1d1+1'];

/** The Big List of Naughty Strings, and what we know besides: controls, forged commands, markup, formulas. */
export const naughty: readonly string[] = [...new Set([...(blns as string[]), ...hostile.filter((text) => text.length < 5000), ...payloads, ...formulas])];
