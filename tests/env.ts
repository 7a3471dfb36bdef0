import { commands } from '#commands/index.ts';
import type { Env, Given, Outcome } from '#model/command.ts';
import type { Locale } from '#model/text.ts';
import { assets, memoryTree, testDay } from './memory.ts';

/** A world that consists of one workspace in memory at /w. */
export function memoryEnv(files: Readonly<Record<string, string>>, locale: Locale = 'zh-CN'): Env {
  const tree = memoryTree(files);
  return {
    cwd: '/w', locale, color: false, today: testDay, now: () => `${testDay}T08:00:00Z`, signal: new AbortController().signal, emit: () => {}, progress: () => {},
    host: {
      findWorkspace: async () => (tree.get('qms.yaml') ? '/w' : null),
      readTree: async () => tree,
      kept: () => null,
      takeByThreads: async () => new Map(),
      readTreeAt: async () => tree,
      commitAt: async () => null,
      stateOn: async () => ({ kind: 'no-git' }),
      fileVersions: async () => [],
      head: async () => '',
      readFile: async () => null,
      openFile: async () => null,
      listFolder: async () => null,
      stampOf: async () => null,
      digestOf: async () => null,
      exists: async (path) => path === '/w' || tree.get(path.replace('/w/', '')) !== undefined,
      sign: async () => new Uint8Array(),
      watch: async function* () {},
      openPrinter: async () => { throw new Error('no browser in memory'); },
      browserBuild: async () => 'none',
      fonts: () => [],
      assets: () => assets,
    },
  };
}

/** Runs a command by name as the command line would, defaults of its options filled in. */
export async function runCommand(name: string, env: Env, args: Given['args'] = [], options: Record<string, unknown> = {}): Promise<Outcome> {
  const spec = commands.find((command) => command.name === name);
  if (!spec) throw new Error(`no command ${name}`);
  const defaults = Object.fromEntries((spec.options ?? []).flatMap(({ flags, fallback }) => (fallback === undefined ? [] : [[camel(flags), fallback]])));
  const { run } = await spec.load();
  return run({ args, options: { ...defaults, ...options } }, env);
}

function camel(flags: string): string {
  return (/--([\w-]+)/.exec(flags)?.[1] ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
