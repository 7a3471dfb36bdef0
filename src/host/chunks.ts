import { readFileSync } from 'node:fs';
import { createRequire, enableCompileCache, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { packageRoot } from './package-root.ts';
import { codeFolder, readCode, writeCode } from './code-cache.ts';

export interface Chunks {
  /** What a chunk of the bundle exports. */
  load(name: string): unknown;
  /** The command that is at work: each uses other functions of the same chunks. */
  nameWork(command: string): void;
  /** Keeps the bytecode of what ran for the next run of this command. */
  keep(): void;
}

interface Loaded { readonly name: string; readonly script: Script; readonly works: readonly string[] }
type Wrapper = (exports: unknown, require: (id: string) => unknown, module: { exports: unknown }, filename: string, dirname: string) => void;

/** So many commands may add their functions to the bytecode of a chunk: there are not many more. */
const MAX_WORKS = 60;

/**
 * Runs the chunks of dist/cli from bytecode that includes the functions which earlier runs called.
 * Node's own compile cache is made before anything has run and so holds none of them: each run would compile anew what it calls.
 */
export function openChunks(): Chunks {
  const folder = join(packageRoot, 'dist', 'cli');
  const cache = codeFolder();
  const modules = new Map<string, { exports: unknown }>();
  const loaded: Loaded[] = [];
  const outside = createRequire(join(folder, 'cli.cjs'));
  let work = '';
  let foreign = false;

  const require = (id: string): unknown => {
    const chunk = /^(?:\.\/)?([^/]+\.cjs)$/.exec(id)?.[1];
    if (chunk !== undefined) return load(chunk, join(folder, chunk));
    if (id.startsWith('complaints/')) return load(id.replaceAll('/', '+'), join(packageRoot, 'generated', id), wrapped);
    if (!foreign && cache !== undefined && !isBuiltin(id)) {
      foreign = true;
      enableCompileCache(join(cache, 'packages'));
    }
    return outside(id);
  };
  const load = (name: string, filename: string, dress = (code: string): string => code): unknown => {
    const known = modules.get(name);
    if (known) return known.exports;
    const kept = cache === undefined ? undefined : readCode(cache, name);
    const script = new Script(dress(readFileSync(filename, 'latin1')), { filename, cachedData: kept?.code }); // all of it is plain ASCII
    loaded.push({ name, script, works: kept && script.cachedDataRejected === false ? kept.works : [] });
    const module = { exports: {} as unknown };
    modules.set(name, module);
    (script.runInThisContext() as Wrapper)(module.exports, require, module, filename, folder);
    return module.exports;
  };
  return {
    load: (name) => load(name, join(folder, name)),
    nameWork: (command) => { work = command; },
    keep() {
      if (cache === undefined) return;
      for (const { name, script, works } of loaded) {
        if (!works.includes(work) && works.length < MAX_WORKS) writeCode(cache, name, { code: script.createCachedData(), works: [...works, work] });
      }
    },
  };
}

/** As the chunks of the bundle are wrapped already. */
function wrapped(code: string): string {
  return `(function (exports, require, module) {${code}\n})`;
}
