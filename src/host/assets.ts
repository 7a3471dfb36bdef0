import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets, SchemaCheck, SchemaError } from '#model/assets.ts';
import type { RedactionProfile } from '#model/redaction.ts';
import type { Standard } from '#model/standard.ts';
import type { Words } from '#model/words.ts';
import { compiledVerdicts, complaintsOf, type Complaint } from './compiled.ts';
import { buildName, packageRoot, packageVersion } from './package-root.ts';

/** Reads what ships with the tool; each part only when it is asked for. */
export async function openAssets(): Promise<Assets> {
  const version = packageVersion();
  const standards = new Map<string, Standard>();
  let schemas: Record<string, unknown> | undefined;
  let words: Words | undefined;
  let redactions: readonly RedactionProfile[] | undefined;
  const allSchemas = (): Record<string, unknown> => (schemas ??= json('generated/schemas.json') as Record<string, unknown>);
  let ids: readonly string[] | undefined;
  const standardIds = (): readonly string[] => (ids ??= readdirSync(join(packageRoot, 'generated', 'standards')).map((file) => file.replace(/\.json$/, '')).sort());
  return {
    version,
    get standardIds() { return standardIds(); },
    get build() { return buildName(); },
    standard(id) {
      if (!standardIds().includes(id)) return undefined;
      if (!standards.has(id)) standards.set(id, json(`generated/standards/${id}.json`) as Standard);
      return standards.get(id);
    },
    check(name) {
      const { verdicts } = compiledVerdicts(name.includes('#') ? 'dossiers' : name === 'registers/workspace' ? 'settings' : 'files');
      const fits = Object.hasOwn(verdicts, name) ? verdicts[name] : undefined;
      return fits && ((data) => (fits(data) ? null : complain(name, data)));
    },
    demands: (name) => compiledVerdicts('settings').demands?.[name] ?? 0,
    schema: (name) => allSchemas()[name],
    names: (folder) => Object.keys(allSchemas()).filter((name) => name.startsWith(`${folder}/`)).sort(),
    get words() { return (words ??= json('generated/words.json') as Words); },
    get redactions() { return (redactions ??= json('generated/redaction.json') as RedactionProfile[]); },
    template: (name) => templateFiles(name),
    compile: compileSchema,
  };
}

/** All that is wrong with data that do not fit; the code for it is read only then. */
function complain(name: string, data: unknown): readonly SchemaError[] {
  const errors = asCheck(complaintsOf(name.split('#')[0] as string)[name] as Complaint)(data);
  if (errors === null) throw new Error(`Verdict and complaint of ${name} differ`);
  return errors;
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot, path), 'utf8'));
}

function asCheck(validate: Complaint): SchemaCheck {
  return (data) => (validate(data) ? null : [...(validate.errors ?? [])]);
}

/** A workspace's own schema, compiled when it is met: it may refer to nothing outside itself. */
async function compileSchema(schema: unknown): Promise<SchemaCheck> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const addFormats = (await import('ajv-formats')).default as unknown as { default: (ajv: unknown) => void };
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
  (typeof addFormats === 'function' ? addFormats as unknown as (ajv: unknown) => void : addFormats.default)(ajv);
  return asCheck(ajv.compile(schema as object) as unknown as Complaint);
}

function templateFiles(name: string): ReadonlyMap<string, string> {
  const root = join(packageRoot, 'templates', name);
  const below = (prefix: string): string[] => readdirSync(join(root, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix ? `${prefix}/${entry.name}` : entry.name;
    return entry.isDirectory() ? below(path) : [path];
  });
  return new Map(below('').sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
