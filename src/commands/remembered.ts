import type { CommandSpec, Env, Given, Outcome } from '#model/command.ts';
import type { Host } from '#model/host.ts';
import type { Tree } from '#model/tree.ts';

/** What a command may ask the world without its answer depending on more than the files of the workspace. */
const harmless: ReadonlySet<string> = new Set(['findWorkspace', 'readTree', 'kept', 'takeByThreads', 'assets'] satisfies (keyof Host)[]);

/** The parts of an outcome that only tell and do nothing. */
const words: ReadonlySet<string> = new Set(['exit', 'text', 'notes'] satisfies (keyof Outcome)[]);

/**
 * Runs a command, or gives what it said to the same question when all files were as they are now. Remembered is only what was made of nothing but the question, the
 * day and the files: no git, no clock, no answer of the reader, nothing to be written, and no file that could not be read just then.
 */
export async function remembered(spec: CommandSpec, given: Given, env: Env): Promise<Outcome> {
  const root = await env.host.findWorkspace(env.cwd);
  const kept = root === null ? null : env.host.kept(root);
  if (root === null || kept === null) return (await spec.load()).run(given, env);
  const { locale, color, today, cwd } = env;
  const question = JSON.stringify([spec.name, given.args, given.options, { locale, color, today, cwd, root }]);
  const seen = kept.glance(question);
  if (seen) return seen;
  const tree = await env.host.readTree(root);
  const before = kept.outcome(tree, question);
  if (before) return before;
  const watched = watch(env, root, tree);
  const outcome = await (await spec.load()).run(given, watched.env);
  if (!watched.asked() && !tree.failed?.() && Object.keys(outcome).every((part) => words.has(part))) kept.keepOutcome(tree, question, outcome);
  return outcome;
}

/** The same world, of which is known whether it was asked for more than the files. The tree that was read already is handed over once. */
function watch(env: Env, root: string, tree: Tree): { readonly env: Env; asked(): boolean } {
  let asked = false;
  let ready: Tree | undefined = tree;
  const host = new Proxy(env.host, {
    get(target, name: keyof Host) {
      if (!harmless.has(name)) asked = true;
      if (name !== 'readTree') return target[name];
      return async (...given: Parameters<Host['readTree']>) => {
        const first = given[0] === root && given.length === 1 ? ready : undefined;
        ready = undefined;
        if (!first) asked = true;
        return first ?? target.readTree(...given);
      };
    },
  });
  const seen = new Proxy(env, {
    get(target, name: keyof Env) {
      if (name === 'host') return host;
      if (name === 'now' || name === 'signal' || name === 'ask' || name === 'emit') asked = true;
      return target[name];
    },
  });
  return { env: seen, asked: () => asked };
}
