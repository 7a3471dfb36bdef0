// npm run bench -- render: pages a second and peak memory of `qms render` beside md-to-pdf and Vivliostyle, on the same texts, in turn. See README.md.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import { workspace } from './generate.mjs';
import { node } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const fonts = join(root, 'node_modules', '@expo-google-fonts', 'noto-serif-sc');
/** Installed apart for the measurement, never a dependency; their own downloads of a browser are switched off. */
const peers = { 'md-to-pdf': '5.2.5', '@vivliostyle/cli': '11.3.3' };

async function renderBench(args) {
  const { values } = parseArgs({ args, options: { documents: { type: 'string', default: '40' }, runs: { type: 'string', default: '3' }, seed: { type: 'string', default: '1' }, peers: { type: 'string' }, json: { type: 'string' } } });
  const dir = mkdtempSync(join(tmpdir(), 'qms-bench-render-'));
  try {
    const texts = writeTexts(dir, Number(values.documents), Number(values.seed));
    const at = values.peers ?? installPeers(join(dir, 'peers'));
    const { embeddedBrowser } = await import('../src/host/browser-embedded.ts');
    const files = await embeddedBrowser();
    const browser = { executable: process.env.QMS_BROWSER ?? files.executable, libraries: files?.libraries, configuration: fontConfiguration(dir) };
    const programs = programsFor(dir, at, texts, browser);
    const samples = Object.fromEntries(programs.map(({ name }) => [name, []]));
    for (let round = 0; round < Number(values.runs); round++) {
      for (const program of programs) {
        process.stderr.write(`round ${round + 1}: ${program.name} … `);
        program.prepare?.();
        const used = await measureTree(program.command, program.args, program.cwd, program.env);
        const pages = await pagesIn(program.out);
        samples[program.name].push({ ...used, pages });
        process.stderr.write(used.status === 0 ? `${used.wall.toFixed(1)} s\n` : `ended with ${used.status}\n`);
      }
    }
    const report = { machine: `${platform()}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`, documents: texts.length, runs: Number(values.runs), seed: Number(values.seed), peers, samples };
    process.stdout.write(asText(report));
    if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    return Object.values(samples).flat().every(({ status }) => status === 0) ? 0 : 1;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A workspace of documents as the other benchmark has them, and the same texts without front matter for those who would print it. */
function writeTexts(dir, documents, seed) {
  const { files } = workspace({ documents, seed, defects: 0 });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, 'manual', path)), { recursive: true });
    writeFileSync(join(dir, 'manual', path), content);
  }
  const texts = Object.entries(files).filter(([path]) => path.endsWith('.md')).map(([, content]) => String(content).replace(/^---\n.*?\n---\n/s, ''));
  mkdirSync(join(dir, 'texts'));
  texts.forEach((text, index) => writeFileSync(join(dir, 'texts', `${index}.md`), text));
  return texts;
}

function installPeers(at) {
  process.stderr.write('installing peers … ');
  mkdirSync(at);
  const { status, stderr } = spawnSync('npm', ['install', '--prefix', at, '--ignore-scripts', '--no-audit', '--no-fund', ...Object.entries(peers).map(([name, version]) => `${name}@${version}`)],
    { encoding: 'utf8', env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' }, shell: platform() === 'win32' });
  if (status !== 0) throw new Error(`the peers could not be installed: ${stderr}`);
  process.stderr.write('done\n');
  return at;
}

/** The same Chinese font for all: ours brings its own, theirs see it as one of the machine. */
function fontConfiguration(dir) {
  const path = join(dir, 'fonts.conf');
  writeFileSync(path, `<fontconfig><dir>${fonts}</dir><cachedir>${join(dir, 'font-cache')}</cachedir></fontconfig>\n`);
  return path;
}

function programsFor(dir, at, texts, { executable, libraries, configuration }) {
  const theirs = { ...process.env, FONTCONFIG_FILE: configuration, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  const out = (name) => join(dir, name);
  const css = 'body{font-family:"Noto Serif SC"} @page{size:A4;margin:25mm}';
  const some = texts.slice(0, 3); // each call starts everything anew: three show it
  return [
    { name: 'qms render', out: out('qms'), prepare: () => rmSync(out('qms'), { recursive: true, force: true }), command: node, args: [join(root, 'bin', 'qms.js'), '-C', join(dir, 'manual'), 'render', '--all', '-o', out('qms')], cwd: dir, env: process.env },
    { name: 'qms render, unchanged', out: out('qms'), command: node, args: [join(root, 'bin', 'qms.js'), '-C', join(dir, 'manual'), 'render', '--all', '-o', out('qms')], cwd: dir, env: process.env },
    {
      name: 'md-to-pdf', out: out('md-to-pdf'), prepare: () => copyTexts(dir, 'md-to-pdf'), command: node, cwd: out('md-to-pdf'), env: theirs,
      args: [join(at, 'node_modules', 'md-to-pdf', 'dist', 'cli.js'), '--css', css, '--launch-options', JSON.stringify({ executablePath: executable, args: ['--no-sandbox'] }), ...texts.map((_, index) => `${index}.md`)],
    },
    {
      name: `Vivliostyle (${some.length} documents)`, out: out('vivliostyle'), prepare: () => copyTexts(dir, 'vivliostyle'), command: 'sh', cwd: out('vivliostyle'), env: theirs,
      args: ['-ec', some.map((_, index) => `"${node}" "${join(at, 'node_modules', '@vivliostyle', 'cli', 'dist', 'cli.js')}" build ${index}.md -o ${index}.pdf -s A4 --css '${css}' --executable-browser "${executable}"`).join('; ')],
    },
  ];
}

function copyTexts(dir, name) {
  rmSync(join(dir, name), { recursive: true, force: true });
  cpSync(join(dir, 'texts'), join(dir, name), { recursive: true });
}

async function pagesIn(folder) {
  let pages = 0;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.endsWith('.pdf')) pages += (await PDFDocument.load(readFileSync(join(folder, name)), { updateMetadata: false })).getPageCount();
  }
  return pages;
}

/** Wall time of a program and the most memory that it and all it started had of their own at one time (Linux; shared pages are not counted). */
function measureTree(command, args, cwd, env) {
  return new Promise((done) => {
    const begin = process.hrtime.bigint();
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'ignore'] });
    let memory = 0;
    const timer = setInterval(() => { memory = Math.max(memory, memoryOf(child.pid)); }, 100);
    const limit = setTimeout(() => child.kill('SIGKILL'), 600_000);
    child.on('close', (status) => {
      clearInterval(timer);
      clearTimeout(limit);
      done({ status, wall: Number(process.hrtime.bigint() - begin) / 1e9, memory: memory || null });
    });
  });
}

function memoryOf(pid) {
  try {
    const [, resident, shared] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ').map(Number);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean));
    return children.reduce((sum, child) => sum + memoryOf(child), (resident - shared) * 4096);
  } catch {
    return 0; // ended meanwhile, or no Linux
  }
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted.length % 2 === 1 ? sorted[sorted.length >> 1] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
}

/** Ratios are taken within each round: the machine may change its pace from one to the next. */
function asText({ machine, documents, runs, seed, samples }) {
  const own = samples['qms render'];
  const rows = Object.entries(samples).map(([name, list]) => {
    const speed = (one) => one.pages / one.wall;
    const known = list.map(({ memory }) => memory).filter((memory) => memory !== null);
    return [name, String(median(list.map(({ pages }) => pages))), median(list.map(({ wall }) => wall)).toFixed(2), median(list.map(speed)).toFixed(1),
      name === 'qms render' ? '' : `${median(list.map((one, round) => speed(own[round]) / speed(one))).toFixed(2)}×`, known.length > 0 ? (median(known) / 2 ** 20).toFixed(0) : '–'];
  });
  const all = [['', 'pages', 'wall s', 'pages/s', 'qms ÷ pages/s', 'peak MB'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const table = all.map((row) => `  ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))).join('  ')}`.trimEnd()).join('\n');
  return `\n${documents} documents, ${machine}; medians of ${runs} rounds, seed ${seed}; md-to-pdf ${peers['md-to-pdf']}, Vivliostyle CLI ${peers['@vivliostyle/cli']}, one browser and one font for all\n\n${table}\n`;
}

process.exitCode = await renderBench(process.argv.slice(3));
