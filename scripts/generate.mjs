// Compiles what ships as data into what starts fast: JSON Schemas → standalone validators, YAML packs and word lists → JSON.
// Writes generated/; run before tsc (npm run build).
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { minifySync } from 'rolldown/utils';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const schemasDir = join(root, 'schemas');
const final = join(root, 'generated');
const out = join(root, `generated.${process.pid}.tmp`);

function filesBelow(dir, suffix, prefix = '') {
  return readdirSync(join(dir, prefix), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    const path = prefix ? `${prefix}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesBelow(dir, suffix, path) : path.endsWith(suffix) ? [path] : [];
  });
}

rmSync(join(root, 'dist', 'build.txt'), { force: true }); // until all is built anew, nothing that was kept is believed

const schemas = new Map(filesBelow(schemasDir, '.schema.json').map((path) =>
  [path.slice(0, -'.schema.json'.length), JSON.parse(readFileSync(join(schemasDir, path), 'utf8'))]));

const base = 'https://qms.invalid/';
function schemaCompiler(options) {
  const ajv = new Ajv2020.default({ messages: false, strict: true, strictRequired: false, strictTypes: false, inlineRefs: false, ...options });
  addFormats.default(ajv);
  for (const keyword of ['x-title', 'x-description', 'x-requirement', 'x-basis', 'x-say', 'x-severity', 'x-covered-by']) ajv.addKeyword(keyword);
  return ajv;
}
/** Says yes or no, in one module: what fits needs nothing else. */
const verdicts = schemaCompiler({ allErrors: false, code: { source: true, esm: true } });
/** Says all that is wrong, a file for each schema: loaded when something is. */
const complaints = schemaCompiler({ allErrors: true, code: { source: true } });

// Words for people are no part of a check; leaving them out makes the compiled code a third of the size.
const annotations = new Set(['title', 'description', 'examples', 'x-title', 'x-description', 'x-requirement', 'x-basis', 'x-say', 'x-severity', 'x-covered-by']);
const nameMaps = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);
function bare(schema, names = false) {
  if (Array.isArray(schema)) return schema.map((item) => bare(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => names || !annotations.has(key))
    .map(([key, value]) => [key, ['enum', 'const', 'required', 'default'].includes(key) && !names ? value : bare(value, nameMaps.has(key) && !names)]));
}

/** Compiled check → its schema's id. A dossier schema is judged demand by demand (`name#0`), so that each failure names its requirement. */
const ids = new Map();
function add(name, schema, id) {
  for (const ajv of [verdicts, complaints]) ajv.addSchema(bare(schema), `${base}${id}.schema.json`);
  ids.set(name, `${base}${id}.schema.json`);
}
for (const [name, schema] of schemas) {
  if (name.startsWith('standards/') || name.startsWith('blocks/')) {
    (schema.allOf ?? []).forEach((demand, index) => add(`${name}#${index}`, { $defs: schema.$defs ?? {}, ...demand }, `${name}--${index}`));
  } else {
    add(name, schema, name);
  }
}
ids.delete('common');

rmSync(out, { recursive: true, force: true });
const write = (path, text) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
};
write('package.json', '{ "type": "module" }\n');
writeVerdicts('settings', ['registers/workspace'], `\nexport const demands = ${JSON.stringify(demands())};\n`);
writeVerdicts('files', [...ids.keys()].filter((name) => !name.includes('#') && name !== 'registers/workspace'));
writeVerdicts('dossiers', [...ids.keys()].filter((name) => name.includes('#')));
for (const [file, names] of Map.groupBy(ids.keys(), (name) => name.split('#')[0])) {
  const code = gathered(standaloneCode.default(complaints, Object.fromEntries(names.map((name, index) => [`v${index}`, ids.get(name)]))));
  write(`complaints/${file}.cjs`, small(`complaints.cjs`, `${code}\nmodule.exports = { ${names.map((name, index) => `${JSON.stringify(name)}: exports.v${index}`).join(', ')} };\n`));
}
write('schemas.json', JSON.stringify(Object.fromEntries([...schemas].map(([name, schema]) => [name, schema]))));

for (const dir of readdirSync(join(schemasDir, 'standards'))) {
  const read = (file) => parse(readFileSync(join(schemasDir, 'standards', dir, file), 'utf8'), { schema: 'core' });
  write(`standards/${dir}.json`, JSON.stringify({ ...read('standard.yaml'), practices: read('practices.yaml').practices, questions: read('questions.yaml'), evidence: read('evidence.yaml') }));
}
write('redaction.json', JSON.stringify(parse(readFileSync(join(schemasDir, 'redaction.yaml'), 'utf8'), { schema: 'core' }).profiles));
write('words.json', JSON.stringify(parse(readFileSync(join(schemasDir, 'words.yaml'), 'utf8'), { schema: 'core' })));

// The old folder goes only when the new one is whole.
rmSync(`${final}.old`, { recursive: true, force: true });
try {
  renameSync(final, `${final}.old`);
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
renameSync(out, final);
rmSync(`${final}.old`, { recursive: true, force: true });

/** How many demands each dossier schema makes. */
function demands() {
  const counts = {};
  for (const name of ids.keys()) if (name.includes('#')) counts[name.split('#')[0]] = (counts[name.split('#')[0]] ?? 0) + 1;
  return counts;
}

/** Nobody reads compiled schemas; one byte a character is read and kept at half the cost. */
function small(name, code) {
  return minifySync(name, code).code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What a verdict would say of an error is thrown away: nobody reads it, and it is half of the code. Calls of one check by another lose their place with it, which only errors need. */
function writeVerdicts(part, names, more = '') {
  const code = standaloneCode.default(verdicts, Object.fromEntries(names.map((name, index) => [`v${index}`, ids.get(name)])));
  const mute = code.replace(/\{instancePath:(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '{}');
  const imports = new Map();
  const asModule = mute.replace(/require\(("[^"]+")\)/g, (_, id) => {
    if (!imports.has(id)) imports.set(id, `outside${imports.size}`);
    return imports.get(id);
  });
  const source = `${[...imports].map(([id, name]) => `import ${name} from ${id.replace(/"$/, '.js"')};`).join('\n')}\n${asModule}\nexport const verdicts = {\n${names.map((name, index) => `  ${JSON.stringify(name)}: v${index},`).join('\n')}\n};\n`;
  write(`verdicts/${part}.js`, minifySync(`${part}.js`, `${source.replaceAll('export const v', 'const v').replace('const verdicts', 'export const verdicts')}${more}`, { module: true }).code);
}

/** Where one check calls another, ajv copies all errors so far for each call; a register of 10,000 faulty entries took a minute. They are added instead: a list of errors is made anew by every call. */
function gathered(code) {
  return code.replace(/vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g, '{ if (vErrors === null) vErrors = $1.errors; else for (const one of $1.errors) vErrors.push(one); }');
}
