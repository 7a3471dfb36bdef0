// npm run bench [-- check|start|render|pack] [options]; npm run bench -- report FILE…: see README.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, platform, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCases } from './check.mjs';
import { node, root } from './measure.mjs';
import { openPeers, versionsFor } from './peers.mjs';
import { packCases } from './pack.mjs';
import { renderCases } from './render.mjs';
import { asText, intoDocument } from './report.mjs';
import { inTurn } from './rounds.mjs';
import { startCases } from './start-up.mjs';

const suites = { start: startCases, check: checkCases, render: renderCases, pack: packCases };
const { values: options, positionals: [asked = 'all', ...files] } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' }, documents: { type: 'string' }, runs: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' },
    peers: { type: 'string' }, json: { type: 'string' }, into: { type: 'string' }, keep: { type: 'boolean', default: false },
  },
});

if (asked === 'report') {
  const results = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
  if (options.into) writeFileSync(options.into, intoDocument(readFileSync(options.into, 'utf8'), results));
  else process.stdout.write(results.map((result) => asText(result)).join('\n'));
} else {
  const chosen = asked === 'all' ? Object.keys(suites) : [asked];
  if (chosen.some((name) => !Object.hasOwn(suites, name))) throw new Error(`There is no suite ${asked}: ${Object.keys(suites).join(', ')}, report`);
  const results = [];
  for (const suite of chosen) results.push(await measured(suite));
  process.stdout.write(`\n${results.map((result) => asText(result)).join('\n')}`);
  if (options.json) mkdirSync(dirname(resolve(options.json)), { recursive: true });
  if (options.json) writeFileSync(options.json, `${JSON.stringify(results.length === 1 ? results[0] : results, null, 1)}\n`);
  process.exitCode = results.flatMap(({ cases }) => cases).every(({ recall, rows }) => (recall?.missed.length ?? 0) === 0 && rows.every(({ note, kind }) => kind !== 'qms' || note === undefined)) ? 0 : 1;
}

async function measured(suite) {
  const wholeNumber = (name, text) => {
    if (!/^\d+$/.test(text) || (Number(text) === 0 && name !== 'seed')) throw new Error(`--${name} takes whole numbers, not "${text}"`);
    return Number(text);
  };
  const runs = wholeNumber('runs', options.runs);
  const seed = wholeNumber('seed', options.seed);
  const given = {
    seed, keep: options.keep, ...(options.sizes ? { sizes: options.sizes.split(',').map((size) => wholeNumber('sizes', size)) } : {}), ...(options.documents ? { documents: wholeNumber('documents', options.documents) } : {}),
    ...(options.peers ? { peers: openPeers(resolve(options.peers)) } : {}),
  };
  const cases = [];
  for await (const { title, documents, facts, programs, ratios, after } of suites[suite](given)) {
    const say = (text) => process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${suite}, ${title}: ${text}` : '');
    const found = await inTurn(programs, ratios, runs, say);
    cases.push({ title, ...(documents ? { documents } : {}), facts, ...found, ...after?.() });
    process.stderr.write(process.stderr.isTTY ? '\r\u001b[K' : `${suite}, ${title}: done\n`);
  }
  const version = (command, ...args) => spawnSync(command, args, { encoding: 'utf8', shell: platform() === 'win32' }).stdout?.trim();
  return {
    suite, command: `npm run bench -- ${process.argv.slice(2).join(' ')}`, date: new Date().toISOString().slice(0, 10), runs, seed, peers: options.peers ? versionsFor(suite) : {},
    qms: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version, commit: version('git', '-C', root, 'rev-parse', '--short', 'HEAD'), node: version(node, '--version'), git: version('git', '--version'),
    machine: `${cpus().length} × ${cpus()[0]?.model?.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}`, cases,
  };
}
