import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { collect, environment, type Run } from './run.ts';

interface Manifest { readonly version: string; readonly scripts: Record<string, string>; readonly dependencies: Record<string, string>; readonly optionalDependencies: Record<string, string>; readonly devDependencies: Record<string, string> }
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { dependencies, optionalDependencies, devDependencies } = manifest;

describe('what we depend on', () => {
  test('is named by exact versions, and nothing of ours runs at an installation', () => {
    expect(Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name))).toEqual([]);
  });
  test('stands in CONTRIBUTING.md with its reason and size, and nothing else does', () => {
    const rows = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| `([@\w/-]+)` \| ([^|]+) \| ([^|]+) \|/gm)].map(([, name, reason, size]) => ({ name, reason, size }));
    const bundled = [...readFileSync('dist/THIRD-PARTY.txt', 'utf8').matchAll(/^(\S+) \d\S* \(\S+\)$/gm)].map((match) => match[1] as string).filter((name) => Object.hasOwn(devDependencies, name));
    expect(rows.map(({ name }) => name).sort()).toEqual([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...bundled].sort());
    expect(rows.filter(({ reason, size }) => !reason?.trim() || !/^(?:[\d.]+ [KM]B|–)\s*$/.test(size ?? ''))).toEqual([]);
  });
});

describe('the package', () => {
  const npm = (args: readonly string[], cwd: string): Promise<Run> => collect('npm', args, { cwd, env: { ...environment, npm_config_update_notifier: 'false' }, timeout: 120_000 });
  const packed = pack();

  async function pack(): Promise<string> {
    const folder = temporaryFolder();
    await npm(['pack', '--ignore-scripts', '--pack-destination', folder], resolve('.'));
    return join(folder, readdirSync(folder)[0] as string);
  }

  test('holds no file that only developers need, and is under 5 MB', async () => {
    const { stdout } = await collect('tar', ['-tzf', await packed]);
    const files = stdout.trim().split('\n').map((path) => path.replace(/^package\//, ''));
    expect([...new Set(files.map((path) => path.split('/')[0]))].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'bin', 'dist', 'generated', 'package.json', 'recipes', 'schemas', 'templates'].filter((name) => files.some((path) => path.startsWith(name))));
    expect(files.filter((path) => /(?:^|\/)(?:tests?|bench|scripts|src|node_modules)\//.test(path) || /\.(?:tmp|test\.\w+)$/.test(path) || path === 'tsconfig.json')).toEqual([]);
    expect(statSync(await packed).size).toBeLessThan(5e6);
  });

  test('is installed from its file into an empty folder without what only prints, checks a manual, and says what printing lacks', async () => {
    const folder = temporaryFolder({ 'package.json': '{"private":true,"type":"module"}' });
    const way = await install(folder);
    process.stderr.write(`  installed by ${way}\n`);
    const qms = (...args: string[]): Promise<Run> => collect(process.execPath, [join(folder, 'node_modules/qms-toolkit/bin/qms.js'), ...args], { cwd: folder, env: { ...environment, QMS_CACHE: 'off', PATH: dirname(process.execPath) } });
    expect((await qms('--version')).stdout).toBe(`${manifest.version}\n`);
    expect((await qms('init', 'manual', '--lang', 'en', '--organization', 'City', '--prefix', 'CMO')).status).toBe(0);
    expect((await qms('-C', 'manual', 'validate')).stdout).toMatch(/\n0 errors, \d+ warnings/);
    expect(await qms('-C', 'manual', 'matrix', '--format', 'pdf', '-o', 'matrix.pdf')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^qms: Printing needs the package \S+, which is not installed here\.\n {2}hint: .*--omit=optional/) });
    writeFileSync(join(folder, 'use.ts'), 'import { rules, type Rule } from "qms-toolkit";\nconst all: readonly Rule[] = rules;\nif (all.length < 100) throw new Error("rules are missing");\n');
    expect(await collect(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2024,esnext', '--typeRoots', resolve('node_modules/@types'), '--types', 'node', 'use.ts'], { cwd: folder })).toMatchObject({ status: 0, stdout: '' });
    expect(await collect(process.execPath, ['use.ts'], { cwd: folder })).toMatchObject({ status: 0 });
  });

  /** With npm where a registry or its cache gives the packages; else the packages of this checkout are linked. */
  async function install(folder: string): Promise<'npm' | 'links'> {
    const native = readdirSync('node_modules/@bruits').map((name) => `@bruits/${name}@${(JSON.parse(readFileSync(`node_modules/@bruits/${name}/package.json`, 'utf8')) as Manifest).version}`);
    const { status } = await npm(['install', '--omit=optional', '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=0', await packed, ...native], folder);
    if (status === 0) return 'npm';
    const modules = join(folder, 'node_modules');
    mkdirSync(modules, { recursive: true });
    await collect('tar', ['-xzf', await packed], { cwd: modules });
    cpSync(join(modules, 'package'), join(modules, 'qms-toolkit'), { recursive: true });
    for (const name of ['@bruits', ...Object.keys(dependencies), 'fast-deep-equal', 'fast-uri', 'json-schema-traverse', 'require-from-string']) symlinkSync(resolve('node_modules', name), join(modules, name));
    return 'links';
  }
});
