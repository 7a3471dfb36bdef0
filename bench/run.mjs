// npm run bench: time, memory and recall of `qms validate` on generated workspaces, beside what the same machine needs for less. See README.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';
import { measureNode, measureOther, memoryOfOther, node } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const qms = join(root, 'bin', 'qms.js');
const status = ['--no-optional-locks', 'status', '--porcelain=v2'];
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '200,2000,10000' }, runs: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' },
    json: { type: 'string' }, keep: { type: 'boolean', default: false },
  },
});
const wholeNumber = (name, text) => {
  if (!/^\d+$/.test(text) || (Number(text) === 0 && name !== 'seed')) throw new Error(`--${name} takes whole numbers, not "${text}"`);
  return Number(text);
};
const sizes = options.sizes.split(',').map((size) => wholeNumber('sizes', size));
const runs = wholeNumber('runs', options.runs);
const seed = wholeNumber('seed', options.seed);

const results = sizes.map(benchmark);
const report = {
  qms: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version, node: spawnSync(node, ['--version'], { encoding: 'utf8', shell: platform() === 'win32' }).stdout.trim(),
  machine: `${platform()}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`, seed, runs, results,
};
process.stdout.write(asText(report));
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
process.exitCode = results.every(({ missed }) => missed.length === 0) ? 0 : 1;

function benchmark(documents) {
  const dir = mkdtempSync(join(tmpdir(), 'qms-bench-'));
  try {
    process.stderr.write(`${documents} documents: generating … `);
    const made = generate(dir, { documents, seed });
    process.stderr.write('measuring … ');
    const programs = programsFor(made.root, join(dir, 'usage.json'));
    for (const { run } of programs) run(); // files into the cache of the system, code into that of Node
    const samples = Object.fromEntries(programs.map(({ name }) => [name, []]));
    for (let round = 0; round < runs; round++) for (const { name, run } of programs) samples[name].push(run());
    process.stderr.write('recall … ');
    const result = { documents, files: made.files, bytes: made.bytes, ...recallOf(made), samples, ...figures(samples, documents) };
    result.median['git status'].memory = memoryOfOther('git', status, made.root);
    process.stderr.write('done\n');
    return result;
  } finally {
    if (options.keep) process.stderr.write(`kept: ${dir}\n`);
    else rmSync(dir, { recursive: true, force: true });
  }
}

function programsFor(workspace, usageFile) {
  return [
    { name: 'plain read', run: () => measureNode([join(root, 'bench', 'read.cjs'), workspace], usageFile) },
    { name: 'node -e 0', run: () => measureNode(['-e', '0'], usageFile) },
    { name: 'git status', run: () => measureOther('git', status, workspace) },
    { name: 'qms validate', run: () => measureNode([qms, '-C', workspace, 'validate', '--format', 'json'], usageFile) },
  ];
}

/** Medians, and ratios of qms to each floor: taken round by round, so that a machine that changes its pace changes both. */
function figures(samples, documents) {
  const own = samples['qms validate'];
  const median = Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, { wall: middle(list, 'wall'), cpu: middle(list, 'cpu'), memory: middle(list, 'memory') }]));
  const ratios = Object.fromEntries(Object.entries(samples).filter(([name]) => name !== 'qms validate').map(([name, list]) => [name, Object.fromEntries(['wall', 'cpu'].map((what) =>
    [what, middle(list.map((floor, round) => ({ [what]: floor[what] ? own[round][what] / floor[what] : null })), what)]))]));
  const net = (median['qms validate'].wall - median['node -e 0'].wall) / documents;
  return { median, ratios, perDocument: median['qms validate'].wall / documents, perDocumentNet: net };
}

function middle(list, what) {
  const known = list.map((one) => one[what]).filter((value) => value !== null && value !== undefined).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const half = known.length >> 1;
  return known.length % 2 === 1 ? known[half] : (known[half - 1] + known[half]) / 2;
}

function identity({ code, path, line }) {
  return JSON.stringify([code, path, line]);
}

/** What was planted and found, what was missed, and what else is said because of the planted defects. */
function recallOf({ root: workspace, planted }) {
  const { stdout, stderr, status: exit } = spawnSync(node, [qms, '-C', workspace, 'validate', '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 30, shell: platform() === 'win32' });
  if (exit !== 1) throw new Error(`qms validate ended with ${exit}: ${stderr}`);
  const diagnostics = JSON.parse(stdout).diagnostics.map(({ code, path, position }) => ({ code, path, line: position.start.line }));
  const told = new Set(diagnostics.map(identity));
  const wanted = new Set(planted.map(identity));
  return {
    planted: planted.length, kinds: new Set(planted.map(({ code }) => code)).size, found: planted.filter((defect) => told.has(identity(defect))).length,
    missed: planted.filter((defect) => !told.has(identity(defect))), others: diagnostics.filter((diagnostic) => !wanted.has(identity(diagnostic))).length,
  };
}

function asText({ qms: version, node: nodeVersion, machine, results: all }) {
  const blocks = all.map((result) => {
    const { documents, files, bytes, median, ratios, planted, kinds, found, missed, others } = result;
    const rows = Object.entries(median).map(([name, { wall, cpu, memory }]) => [
      name, seconds(wall), seconds(cpu), megabytes(memory), ...(ratios[name] ? [times(ratios[name].wall), times(ratios[name].cpu)] : ['', '']),
    ]);
    return [
      `${documents} documents (${files} files, ${(bytes / 1e6).toFixed(1)} MB)`,
      table([['', 'wall s', 'CPU s', 'peak MB', 'qms ÷ wall', 'qms ÷ CPU'], ...rows]),
      `recall: ${found} of ${planted} planted defects (${kinds} codes) found at their line; ${others} other findings`,
      ...missed.map(({ code, path, line }) => `  missed: ${code} ${path}:${line}`),
    ].join('\n');
  });
  const growth = table([['documents', 'ms a document', 'without start'], ...all.map(({ documents, perDocument, perDocumentNet }) => [String(documents), (perDocument * 1000).toFixed(3), (perDocumentNet * 1000).toFixed(3)])]);
  return `\nqms ${version}, Node ${nodeVersion}, ${machine}; medians of ${runs} rounds, seed ${seed}\n\n${blocks.join('\n\n')}\n\n${growth}\n`;
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => `  ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))).join('  ')}`.trimEnd()).join('\n');
}

function seconds(value) {
  return value === null ? '–' : value.toFixed(3);
}
function megabytes(value) {
  return value === null ? '–' : (value / 1048576).toFixed(0);
}
function times(value) {
  return value === null ? '–' : `${value.toFixed(value < 10 ? 2 : 0)}×`;
}
