// Programs of others, installed apart into a folder that the user names; never a dependency of the product.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './measure.mjs';

const versions = {
  rumdl: '0.2.75', 'markdownlint-cli2': '0.22.1', 'remark-cli': '12.0.1', 'remark-gfm': '4.0.1', 'remark-frontmatter': '5.0.0', 'remark-preset-lint-recommended': '7.0.1', 'remark-validate-links': '13.1.0',
  'remark-lint-frontmatter-schema': '3.15.4', '@stoplight/spectral-cli': '6.16.3', 'ajv-cli': '5.0.0', 'ajv-formats': '3.0.1', 'md-to-pdf': '5.2.5', '@vivliostyle/cli': '11.3.3',
};

/** Of the peers that a suite runs. What this machine has by itself is asked for its version. */
export function versionsFor(suite) {
  const printing = ['md-to-pdf', '@vivliostyle/cli'];
  const ofNpm = Object.entries(versions).filter(([name]) => (suite === 'render' ? printing.includes(name) : suite === 'check' && !printing.includes(name)));
  return Object.fromEntries([...ofNpm, ...(suite === 'render' && hasWeasyPrint() ? ['pandoc', 'weasyprint'].map((name) => [name, installedVersion(name)]) : [])]);
}

/** Whether pandoc and WeasyPrint are installed on this machine: npm does not have them. */
export function hasWeasyPrint() {
  return existsSync('/usr/bin/pandoc') && existsSync('/usr/bin/weasyprint');
}

function installedVersion(name) {
  return /\d[\d.]*/.exec(spawnSync(name, ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? '?';
}

/** Installs them where they are not; their own downloads of a browser are switched off. */
export function openPeers(folder) {
  if (!existsSync(join(folder, 'node_modules', 'rumdl'))) {
    process.stderr.write(`installing peers into ${folder} …\n`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`);
    const { status, stderr } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, encoding: 'utf8', env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' }, shell: process.platform === 'win32' });
    if (status !== 0) throw new Error(`the peers could not be installed: ${stderr}`);
  }
  const at = (...path) => join(folder, 'node_modules', ...path);
  /** A command of a package, run by the same Node as ours and not through a wrapper. */
  const script = (name, bin) => {
    const manifest = JSON.parse(readFileSync(at(name, 'package.json'), 'utf8'));
    return at(name, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin]);
  };
  return { folder, at, script };
}

/** What checks the same files: Markdown, or the YAML registers. `limit` is the most documents a peer is asked to check. */
export function checkingPeers(peers, workspace) {
  const { at, script, folder } = peers;
  const native = readdirSync(at('@rumdl')).map((name) => at('@rumdl', name, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl'))[0];
  const settings = writeSettings(folder);
  const program = (name, what, command, args, limit = 10_000, ok = [0, 1]) => ({ name, kind: 'peer', what, limit, call: { command, args, cwd: workspace, ok } });
  return [
    program('rumdl', 'Markdown style, no cache', native, ['check', '--no-cache', '--quiet', '.'], 10_000, [0, 1, 2]), // 2: it checks all, and could not read the one that is no UTF-8
    program('markdownlint-cli2', 'Markdown style', node, [script('markdownlint-cli2', 'markdownlint-cli2'), '**/*.md']),
    program('remark', 'Markdown style, front matter against a schema, links', node, [script('remark-cli', 'remark'), '.', '--quiet', '--frail', '--no-config', '--rc-path', settings.remark], 2000),
    program('Spectral', 'the YAML registers against rules', node, [script('@stoplight/spectral-cli', 'spectral'), 'lint', '--ruleset', settings.spectral, '--quiet', 'records/**/*.yaml'], 2000),
    program('ajv-cli', 'the YAML records against one schema', node, [script('ajv-cli', 'ajv'), 'validate', '--spec=draft2020', '--strict=false', '-s', settings.schema, '-d', 'records/**/*.yaml']),
  ];
}

/** Settings that ask of each what it can do of our work. */
function writeSettings(folder) {
  const write = (name, data) => {
    const path = join(folder, name);
    writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
    return path;
  };
  const schema = write('record.schema.json', { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } });
  const frontMatter = write('front-matter.schema.json', { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', required: ['type', 'id', 'title', 'revision', 'status', 'owner'], properties: { id: { type: 'string' }, revision: { type: 'string', pattern: '^[A-Z]/\\d+$' } } });
  const remark = write('remark.rc.json', { plugins: ['remark-gfm', 'remark-frontmatter', 'remark-preset-lint-recommended', ['remark-validate-links', { repository: false }], ['remark-lint-frontmatter-schema', { schemas: { [frontMatter]: ['**/*.md'] } }]] });
  const spectral = join(folder, 'spectral.yaml');
  writeFileSync(spectral, 'rules:\n  record:\n    given: $\n    severity: error\n    then: { function: schema, functionOptions: { schema: { type: object, required: [kind] } } }\n');
  return { schema, remark, spectral };
}
