// Suite `render`: pages printed by us, by the browser alone and by others, from the same texts, with the same browser and font.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { workspace } from './generate.mjs';
import { node, root } from './measure.mjs';
import { qmsIn } from './own.mjs';
import { hasWeasyPrint } from './peers.mjs';

const fonts = join(root, 'node_modules', '@expo-google-fonts');
/** Pages at once: as many as `qms render` prints. */
const AT_ONCE = 2;
/** Of those who start everything anew for each document, so many show it. */
const FEW = 3;

export async function* renderCases({ documents = 40, seed, peers }) {
  const dir = mkdtempSync(join(tmpdir(), 'qms-bench-'));
  chmodSync(dir, 0o755);
  try {
    const texts = writeTexts(dir, documents, seed);
    const { qms, env } = qmsIn(dir, join(dir, 'manual'));
    const theirs = { ...env, ...await browserEnvironment(dir, env) };
    const made = spawnSync(node, ['--conditions=dev', join(root, 'bench', 'page-texts.mjs'), join(dir, 'manual'), join(dir, 'pages')], { env, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`the pages could not be made: ${made.stderr}`);
    const out = (name) => join(dir, name);
    const fresh = (name) => () => rmSync(out(name), { recursive: true, force: true });
    const copied = (name) => () => {
      fresh(name)();
      cpSync(join(dir, 'texts'), out(name), { recursive: true });
    };
    const program = (name, kind, what, folder, call, prepare) => ({ name, kind, what, call: { ...call, browser: true }, prepare, units: () => pagesIn(out(folder)) });
    yield {
      title: `${texts.length} documents`, facts: {},
      programs: [
        { name: 'validate, unchanged', kind: 'qms', what: 'the check, for comparison', call: qms('validate') },
        program('qms render --all', 'qms', 'all documents as controlled pages', 'qms', qms('render', '--all', '-o', out('qms')), fresh('qms')),
        { name: 'qms render --all, unchanged', kind: 'qms', what: 'the first time after printing, nothing changed', call: qms('render', '--all', '-o', out('qms')) },
        { name: 'qms render --all, unchanged again', kind: 'qms', what: 'once more, some seconds later', call: qms('render', '--all', '-o', out('qms')), prepare: () => settled(qms('render', '--all', '-o', out('qms'))) },
        program('Chromium alone', 'floor', `the same pages ready, fonts of the machine, ${AT_ONCE} at once`, 'raw', { command: node, args: ['--conditions=dev', join(root, 'bench', 'raw-print.mjs'), join(dir, 'pages'), out('raw'), String(AT_ONCE)], env: theirs }, fresh('raw')),
        ...(peers ? printingPeers(peers, texts, out, copied, theirs, program) : []),
        ...(hasWeasyPrint() ? [program('pandoc + WeasyPrint', 'peer', `${FEW} documents, one call each`, 'weasy',
          { command: 'sh', args: ['-ec', few(texts, (index) => `pandoc -f markdown -t html5 -s --metadata title=x -c style.css ${index}.md -o ${index}.html && weasyprint -q ${index}.html ${index}.pdf`)], cwd: out('weasy'), env: theirs }, copied('weasy'))] : []),
      ],
      ratios: [
        { label: 'pages/s: qms render --all ÷ Chromium alone', of: ['Chromium alone'], over: ['qms render --all'], atLeast: 0.8 },
        { label: 'pages/s: qms render --all ÷ md-to-pdf', of: ['md-to-pdf'], over: ['qms render --all'], atLeast: 3 },
        { label: 'pages/s: qms render --all ÷ Vivliostyle', of: ['Vivliostyle'], over: ['qms render --all'] },
        { label: 'pages/s: qms render --all ÷ pandoc + WeasyPrint', of: ['pandoc + WeasyPrint'], over: ['qms render --all'], atLeast: 20 },
        { label: 'qms render --all, unchanged ÷ validate, unchanged', of: ['qms render --all, unchanged'], over: ['validate, unchanged'], atMost: 3 },
        { label: 'qms render --all, unchanged again ÷ validate, unchanged', of: ['qms render --all, unchanged again'], over: ['validate, unchanged'], atMost: 3 },
      ],
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Files that are younger than a few seconds are not believed to be unchanged by their times. */
function settled({ command, args, cwd, env }) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  spawnSync(command, args, { cwd, env, stdio: 'ignore' });
}

function printingPeers({ script }, texts, out, copied, env, program) {
  const css = 'body{font-family:"Noto Serif SC"} @page{size:A4;margin:25mm}';
  const browser = env.QMS_BENCH_BROWSER;
  return [
    program('md-to-pdf', 'peer', 'all documents in one call', 'md-to-pdf', {
      command: node, cwd: out('md-to-pdf'), env,
      args: [script('md-to-pdf', 'md-to-pdf'), '--css', css, '--launch-options', JSON.stringify({ executablePath: browser, args: ['--no-sandbox'] }), ...texts.map((_, index) => `${index}.md`)],
    }, copied('md-to-pdf')),
    program('Vivliostyle', 'peer', `${FEW} documents, one call each`, 'vivliostyle', {
      command: 'sh', cwd: out('vivliostyle'), env,
      args: ['-ec', few(texts, (index) => `"${node}" "${script('@vivliostyle/cli', 'vivliostyle')}" build ${index}.md -o ${index}.pdf -s A4 --css '${css}' --executable-browser "${browser}"`)],
    }, copied('vivliostyle')),
  ];
}

function few(texts, command) {
  return texts.slice(0, FEW).map((_, index) => command(index)).join('; ');
}

/** A workspace of documents as suite `check` has them, and the same texts without front matter for those who would print it. */
function writeTexts(dir, documents, seed) {
  const { files } = workspace({ documents, seed, defects: 0 });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, 'manual', path)), { recursive: true });
    writeFileSync(join(dir, 'manual', path), content);
  }
  const texts = Object.entries(files).filter(([path]) => path.endsWith('.md')).map(([, content]) => String(content).replace(/^---\n.*?\n---\n/s, ''));
  mkdirSync(join(dir, 'texts'));
  writeFileSync(join(dir, 'texts', 'style.css'), 'body{font-family:"Noto Serif SC"} @page{size:A4;margin:25mm}');
  texts.forEach((text, index) => writeFileSync(join(dir, 'texts', `${index}.md`), text));
  return texts;
}

/** The browser that we print with, and our fonts as fonts of the machine, also under the names that our pages call them by. */
async function browserEnvironment(dir, env) {
  Object.assign(process.env, { QMS_CACHE: env.QMS_CACHE });
  const { embeddedBrowser } = await import('../src/host/browser-embedded.ts');
  const files = await embeddedBrowser();
  const called = [['QMS Song', 'Noto Serif SC'], ['QMS Hei', 'Noto Sans SC'], ['QMS Mono', 'Noto Sans Mono']].map(([ours, real]) =>
    `<match target="pattern"><test name="family"><string>${ours}</string></test><edit name="family" mode="assign" binding="strong"><string>${real}</string></edit></match>`).join('');
  const configuration = join(dir, 'fonts.conf');
  writeFileSync(configuration, `<fontconfig><dir>${fonts}</dir><cachedir>${join(dir, 'font-cache')}</cachedir>${called}</fontconfig>\n`);
  return { FONTCONFIG_FILE: configuration, QMS_BENCH_BROWSER: process.env.QMS_BROWSER ?? files?.executable, ...(files?.libraries ? { LD_LIBRARY_PATH: files.libraries } : {}) };
}

async function pagesIn(folder) {
  let pages = 0;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.endsWith('.pdf')) pages += (await PDFDocument.load(readFileSync(join(folder, name)), { updateMetadata: false })).getPageCount();
  }
  return pages;
}
