// src/ → dist/: few files instead of a thousand. What stands in `dependencies` and `optionalDependencies` stays outside; every other package that src/ imports is put in,
// and named with its licence in dist/THIRD-PARTY.txt. Run after scripts/generate.mjs (npm run build).
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const outside = Object.keys({ ...dependencies, ...optionalDependencies });
/** Of these packages some modules are put in: the rest of ajv only compiles house schemas, satteri's program stays where npm put it. */
const inside = /^(?:ajv\/dist\/runtime\/|ajv-formats\/dist\/formats\.js$|satteri$)/;
const external = (id) => /^verdicts-\w+\.cjs$/.test(id) || !inside.test(id) && outside.some((name) => id === name || id.startsWith(`${name}/`));

/** satteri looks for its program beside itself, wherever it is bundled to. */
const satteri = {
  name: 'satteri',
  transform: {
    filter: { id: /node_modules[\\/]satteri[\\/]index\.js$/ },
    handler: (code) => ({ code: code.replace('createRequire(import.meta.url)', 'createRequire(createRequire(import.meta.url).resolve("satteri"))').replace("new URL('.', import.meta.url).pathname", "''"), map: null }),
  },
};

/** commander wants to start programs, which ours has none of: what loads a network is then not loaded. */
const commander = {
  name: 'commander',
  transform: {
    filter: { id: /node_modules[\\/]commander[\\/]lib[\\/]command\.js$/ },
    handler: (code) => ({ code: code.replace(/const childProcess = require\('(?:node:)?child_process'\);/, 'const childProcess = undefined;'), map: null }),
  },
};

/** The verdicts are chunks of their own; complaints stay where they are. Both are brought by host/chunks.ts, which keeps their bytecode too. */
const verdicts = {
  name: 'verdicts',
  transform: {
    filter: { id: /src[\\/]host[\\/]compiled\.ts$/ },
    handler: () => ({ code: "export const compiledVerdicts = (part) => require(`verdicts-${part}.cjs`); export const complaintsOf = (schema) => require(`complaints/${schema}.cjs`);", map: null }),
  },
};

async function bundle(input, output, define = {}, plugins = []) {
  const made = await rolldown({ cwd: root, input, platform: 'node', external, plugins: [satteri, commander, ...plugins], resolve: { conditionNames: ['dev', 'node', 'import', 'default'] }, transform: { define }, logLevel: 'warn' });
  const { output: files } = await made.generate({ sourcemap: true, ...output });
  await made.close();
  return files;
}

/** One byte a character: read, hashed and kept by V8 at half the cost. */
function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function write(folder, files, wrap = (code) => code) {
  for (const file of files) {
    const path = join(dist, folder, file.fileName);
    mkdirSync(dirname(path), { recursive: true });
    if (file.type === 'chunk') {
      writeFileSync(path, wrap(file.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, ''), file.fileName));
      if (!file.map || file.fileName.startsWith('verdicts-')) continue; // nothing of ours in it
      const { version, names, mappings, sources } = JSON.parse(file.map.toString());
      writeFileSync(`${path}.map`, JSON.stringify({ version, sources: sources.map((source) => relative(root, join(dist, source))), names, mappings }));
    }
  }
}

rmSync(dist, { recursive: true, force: true });
const cli = await bundle({ cli: 'src/cli.ts', worker: 'src/worker.ts', ...Object.fromEntries(['settings', 'files', 'dossiers'].map((part) => [`verdicts-${part}`, `generated/verdicts/${part}.js`])) }, { format: 'cjs', dynamicImportInCjs: false, entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' }, {}, [verdicts]);
const wrapped = (code) => `(function (exports, require, module, __filename, __dirname) {${ascii(code)}\n})\n`;
write('cli', cli, (code, name) => wrapped(name.startsWith('verdicts-') ? minifySync(name, code).code : code)); // compiled schemas: nobody reads them
const build = createHash('sha256');
for (const name of readdirSync(join(dist, 'cli')).sort()) build.update(`${name}\n`).update(readFileSync(join(dist, 'cli', name)));
const starter = await bundle({ start: 'src/start.ts' }, { format: 'cjs', dynamicImportInCjs: false, entryFileNames: '[name].cjs', chunkFileNames: 'start-[name].cjs' }, { BUILD: JSON.stringify(build.digest('hex').slice(0, 16)) });
write('.', starter);
const library = await bundle({ index: 'src/index.ts' }, { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'library/[name].js' });
write('.', library);
writeFileSync(join(dist, 'THIRD-PARTY.txt'), notices([...cli, ...library, ...starter]));

/** Name, version, licence and its text of every package of which something was put in. */
function notices(files) {
  const folders = new Set(files.flatMap((file) => file.moduleIds ?? []).map((id) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0]).filter(Boolean));
  return [...folders].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `${license}, ${typeof author === 'object' ? author.name : author ?? 'its authors'}`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  }).join(`\n${'-'.repeat(72)}\n\n`);
}
