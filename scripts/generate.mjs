// Compiles what ships as data into what starts fast: JSON Schemas → standalone validators, YAML packs and word lists → JSON.
// Writes generated/; run before tsc (npm run build).
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
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
const ajv = new Ajv2020.default({ allErrors: true, messages: false, strict: true, strictRequired: false, strictTypes: false, inlineRefs: false, code: { source: true, esm: true } });
addFormats.default(ajv);
for (const keyword of ['x-title', 'x-description', 'x-requirement', 'x-basis', 'x-say', 'x-severity', 'x-covered-by']) ajv.addKeyword(keyword);

// Words for people are no part of a check; leaving them out makes the compiled code a third of the size.
const annotations = new Set(['title', 'description', 'examples', 'x-title', 'x-description', 'x-requirement', 'x-basis', 'x-say', 'x-severity', 'x-covered-by']);
const nameMaps = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);
function bare(schema, names = false) {
  if (Array.isArray(schema)) return schema.map((item) => bare(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => names || !annotations.has(key))
    .map(([key, value]) => [key, ['enum', 'const', 'required', 'default'].includes(key) && !names ? value : bare(value, nameMaps.has(key) && !names)]));
}

const exportsByName = {};
const add = (name, schema) => {
  ajv.addSchema(bare(schema), `${base}${name}.schema.json`);
  exportsByName[name] = `${base}${name}.schema.json`;
};
for (const [name, schema] of schemas) {
  if (name.startsWith('standards/') || name.startsWith('blocks/')) {
    // A dossier schema is judged demand by demand, so that each failure names its requirement.
    (schema.allOf ?? []).forEach((demand, index) => add(`${name}#${index}`.replace('#', '--'), { $defs: schema.$defs ?? {}, ...demand }));
  } else {
    add(name, schema);
  }
}

const names = Object.keys(exportsByName).filter((name) => name !== 'common');
const identifiers = Object.fromEntries(names.map((name, index) => [`v${index}`, exportsByName[name]]));
const code = standaloneCode.default(ajv, identifiers);
const table = names.map((name, index) => `  ${JSON.stringify(name.replace('--', '#'))}: v${index},`).join('\n');

rmSync(out, { recursive: true, force: true });
const write = (path, text) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
};
write('package.json', '{ "type": "module" }\n');
write('validators.js', `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n${code}\nexport const checks = {\n${table}\n};\n`);
write('schemas.json', JSON.stringify(Object.fromEntries([...schemas].map(([name, schema]) => [name, schema]))));

for (const dir of readdirSync(join(schemasDir, 'standards'))) {
  const read = (file) => parse(readFileSync(join(schemasDir, 'standards', dir, file), 'utf8'), { schema: 'core' });
  write(`standards/${dir}.json`, JSON.stringify({ ...read('standard.yaml'), practices: read('practices.yaml').practices, questions: read('questions.yaml'), evidence: read('evidence.yaml') }));
}
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
