import type { CommandSpec, Env, Given, Outcome } from '#model/command.ts';
import type { Host } from '#model/host.ts';
import type { Ask } from '#model/kept.ts';
import type { Tree } from '#model/tree.ts';

/** What a command may ask the world without its answer depending on more than the build and the files of the workspace. */
const harmless: ReadonlySet<string> = new Set(['findWorkspace', 'kept', 'takeByThreads', 'assets', 'fonts', 'stampOf'] satisfies (keyof Host)[]);
/** What costs little to be asked again: git for a name of a commit, the disk for a file. */
const askedAgain: ReadonlySet<string> = new Set(['exists', 'head', 'commitAt', 'stateOn', 'browserBuild'] satisfies Ask['name'][]);

/**
 * Runs a command, or gives what it said to the same question when all files were as they are now and the world answered as it does now. Remembered is nothing
 * that was made of the clock, of an answer of the reader, or of a browser, and nothing that is to be written.
 */
export async function remembered(spec: CommandSpec, given: Given, env: Env): Promise<Outcome> {
  const root = await env.host.findWorkspace(env.cwd);
  const kept = root === null ? null : env.host.kept(root);
  if (root === null || kept === null) return (await spec.load()).run(given, env);
  const { locale, color, today, cwd } = env;
  const question = JSON.stringify([spec.name, given.args, given.options, { locale, color, today, cwd, root }]);
  const seen = kept.glance(question);
  if (seen && await holds(seen.asks, env)) return seen.outcome;
  const tree = await env.host.readTree(root);
  const before = kept.outcome(tree, question);
  if (before && await holds(before.asks, env)) return before.outcome;
  const watched = watch(env, root, tree);
  const outcome = await (await spec.load()).run(given, watched.env);
  if (watched.isMemorable() && onlyTells(outcome)) kept.keepOutcome(tree, question, { outcome, asks: watched.asks });
  return outcome;
}

async function holds(asks: readonly Ask[], { host }: Env): Promise<boolean> {
  for (const { name, args, answer } of asks) {
    const ask = host[name] as (...args: readonly unknown[]) => Promise<unknown>;
    if (JSON.stringify(await ask(...args)) !== JSON.stringify(answer)) return false;
  }
  return true;
}

/** The parts of an outcome that only tell and do nothing, as long as there is no artifact in it. */
const words: ReadonlySet<string> = new Set(['exit', 'text', 'notes', 'artifacts'] satisfies (keyof Outcome)[]);

function onlyTells(outcome: Outcome): boolean {
  return !outcome.artifacts?.length && Object.keys(outcome).every((part) => words.has(part));
}

interface Watched { readonly env: Env; readonly asks: readonly Ask[]; isMemorable(): boolean }

/** The same world, which notes what it is asked. The tree that was read already is handed over once. */
function watch(env: Env, root: string, tree: Tree): Watched {
  const asks: Ask[] = [];
  let memorable = true;
  let ready: Tree | undefined = tree;
  const real = env.host;
  const note = async <T>(name: Ask['name'], args: readonly unknown[], answer: Promise<T>): Promise<T> => {
    asks.push({ name, args, answer: await answer });
    return answer;
  };
  const noted: Partial<Host> = {
    async readTree(...asked) {
      const first = asked[0] === root && asked.length === 1 ? ready : undefined;
      ready = undefined;
      if (!first) memorable = false;
      return first ?? real.readTree(...asked);
    },
    async readTreeAt(at, ref) {
      await note('commitAt', [at, ref], real.commitAt(at, ref));
      return real.readTreeAt(at, ref);
    },
    async readFile(path) {
      const stamp = await note('stampOf', [path], real.stampOf(path));
      if (stamp?.trusted === false) memorable = false;
      return real.readFile(path);
    },
  };
  const host = new Proxy(real, {
    get(target, name: keyof Host) {
      if (name in noted) return noted[name];
      if (askedAgain.has(name)) return (...args: readonly unknown[]) => note(name as Ask['name'], args, (target[name] as (...asked: readonly unknown[]) => Promise<unknown>)(...args));
      if (!harmless.has(name)) memorable = false;
      return target[name];
    },
  });
  const seen = new Proxy(env, {
    get(target, name: keyof Env) {
      if (name === 'host') return host;
      if (name === 'now' || name === 'signal' || name === 'ask' || name === 'emit') memorable = false;
      return target[name];
    },
  });
  return { env: seen, asks, isMemorable: () => memorable };
}
