// Files filled with one thing up to the limits of src/load/text-limits.ts, each judged by the built tool in its own process: none may crash, take 5 s of processor time or 512 MB.
// npm run build && npm run near-limits [-- NAME …]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beyondTextLimits, markdownLimits, yamlLimits } from '../src/load/text-limits.ts';
import { validateAlone } from './alone.mjs';

const MAX_BYTES = 10 * 1024 * 1024;
const front = '---\ntype: procedure\nid: AB/QP-09\ntitle: 甲\nrevision: A/0\nstatus: draft\nowner: office\n---\n';
const suppliers = 'kind: suppliers\nsuppliers:\n';
const general = `x: &a 1\n${suppliers}`; // an anchor calls for the general parser
const inRows = (unit) => (nth) => (nth % 100 === 99 ? `${unit}\n\n` : unit);
/** What the file begins with, and the text that is repeated (or a function of its number). */
const markdown = {
  'list': '- a\n', 'paragraphs': 'a\n\n', 'lines of one paragraph': 'a\n', 'headings': '# a\n\n', 'links in one line': '[a](b) ', 'links': inRows('[a](b.md) '), 'headings that link': '## [a](b)\n', 'pictures': inRows('![a](b.png) '),
  'addresses': inRows('www.a.b '), 'mails': inRows('a@b.c '), 'emphasis': inRows('*a* '), 'code': inRows('`a` '), 'table': (nth) => (nth === 0 ? '|a|b|c|d|e|\n|-|-|-|-|-|\n' : '|1|2|3|4|5|\n'), 'numbers': inRows('4.2.3 '),
  'titles': inRows('《甲乙》'), 'document numbers': inRows('AB/QP-77 '), 'claims': inRows(':req[4.2.3-a] '), 'comments': '<!-- a -->\n\n', 'suppressions': '<!-- qms-ignore a: b -->\n\n', 'html': 'a <b>c</b>\n', 'footnotes': (nth) => `[^${nth}]\n\n[^${nth}]: a\n\n`,
  'definitions': (nth) => `[a${nth}]: b\n`, 'lists within lists': `${'- '.repeat(90)}a\n\n`, 'quotes within quotes': `${'>'.repeat(90)}a\n\n`, 'live content': '::register{name=documents}\n\n', 'prose': (nth) => `${'文件控制程序规定了文件的编制、审核和批准。'.repeat(20)}${nth}\n\n`,
  'English prose': (nth) => `${'The Head of Office approves this text before it is issued. '.repeat(10)}${nth}\n\n`, 'one line': '长', 'invisible characters': inRows('a\u200b'), 'capitals': 'Aa ', 'blank lines': '\n', 'character references': inRows('&amp; '),
};
const yaml = {
  'list': ['', '- a\n'], 'empty entries': [suppliers, '  - {}\n'], 'entries': [suppliers, (nth) => `  - id: S-${nth}\n    name: 甲${nth}\n    supplies: 纸\n    class: A\n    status: approved\n`], 'flow list': [suppliers, (nth) => (nth === 0 ? '  - [a' : nth % 50 ? ',a' : ',a,\n    a')],
  'empty flow maps': ['kind: suppliers\nsuppliers: [', '{}, '], 'keys': ['kind: suppliers\n', (nth) => `a${nth}: b\n`], 'keys, general': ['x: &a 1\nkind: suppliers\n', (nth) => `a${nth}: b\n`], 'entries, general': [general, '  - a\n'], 'empty entries, general': [general, '  - {}\n'],
  'comments': [general, '# a\n'], 'blank lines': [general, '\n'], 'one line': ['x: &a 1\nkind: suppliers\ncriteria: ', '长'], 'folded text': ['kind: suppliers\ncriteria: >\n', '  长长 长\n'], 'errors': [suppliers, '  - a: b: c\n'], 'key twice': [suppliers, 'a: 1\n'], 'suppressions': [suppliers, '# qms-ignore a: b\n'],
  'quoted': [suppliers, '  - "a"\n'], 'words': [general, '  - a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l\n'], 'nulls': [suppliers, '  -\n'], 'brackets': ['a: ', '['], 'keys and empty maps': [`x: &a 1\nkind: suppliers\nsuppliers: [${'{}, '.repeat(14_000)}]\n`, (nth) => `a${nth}: b\n`], 'entries and keys': [`${suppliers}${'  - {}\n'.repeat(12_000)}`, (nth) => `a${nth}: b\n`], 'nothing known of people': ['kind: competence\npeople:\n', '  - {}\n'],
};
const cases = [
  ...Object.entries(markdown).map(([name, unit]) => ({ name: `md: ${name}`, file: 'big.md', head: front, unit, limits: markdownLimits })),
  ...Object.entries(yaml).map(([name, [head, unit]]) => ({ name: `yaml: ${name}`, file: 'big.yaml', head, unit, limits: yamlLimits })),
];

/** The longest text of this kind that is still read. */
function fullest({ file, head, unit, limits }) {
  const make = (count) => head + (typeof unit === 'string' ? unit.repeat(count) : Array.from({ length: count }, (_, nth) => unit(nth)).join(''));
  let [low, high] = [0, Math.min(2_000_000, Math.floor(MAX_BYTES / Buffer.byteLength(typeof unit === 'string' ? unit : unit(1))) - 100)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (beyondTextLimits(make(middle).slice(file.endsWith('.md') ? head.length : 0), file, 1, limits)) high = middle - 1;
    else low = middle;
  }
  return make(low);
}

const asked = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), 'qms-limits-'));
let beyond = 0;
for (const one of cases.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const place = join(root, 'w');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  writeFileSync(join(place, 'qms.yaml'), 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\n');
  const text = fullest(one);
  writeFileSync(join(place, one.file), text);
  const { status, stdout, stderr, cpu, mb } = validateAlone(place);
  const bad = status !== 1 || cpu > 5 || mb > 512;
  if (bad) beyond++;
  const refused = /load\/(?:text-limits|markdown-limits|too-large)/.exec(stdout)?.[0] ?? '';
  console.log(`${bad ? '✗' : ' '} ${one.name.padEnd(30)} ${(Buffer.byteLength(text) / 1e6).toFixed(2).padStart(6)} MB  exit ${status}  ${cpu.toFixed(1)} s  ${Math.round(mb)} MB  ${refused}${status > 1 ? stderr.slice(0, 300) : ''}`);
}
rmSync(root, { recursive: true });
console.log(`${beyond} beyond 5 s, 512 MB or a report`);
process.exitCode = beyond > 0 ? 1 : 0;
