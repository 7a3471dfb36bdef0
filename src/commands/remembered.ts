import { createHash } from 'node:crypto';
import type { Artifact, CommandSpec, Env, Given, Outcome } from '#model/command.ts';
import type { Host } from '#model/host.ts';
import type { Ask, Said } from '#model/kept.ts';
import type { Tree } from '#model/tree.ts';
import { absolutePath } from './paths.ts';

/** What a command may ask the world without its answer depending on more than the build and the files of the workspace. */
const harmless: ReadonlySet<string> = new Set(['findWorkspace', 'kept', 'takeByThreads', 'assets', 'fonts', 'stampOf', 'digestOf'] satisfies (keyof Host)[]);
/** What costs little to be asked again: git for a name of a commit, the disk for a file. */
const askedAgain: ReadonlySet<string> = new Set(['exists', 'head', 'commitAt', 'stateOn', 'browserBuild'] satisfies Ask['name'][]);

/** What a command that prints uses besides, and answers for: that it would say the same if the paper were there already. */
const ofPrinting: ReadonlySet<string> = new Set(['openPrinter', 'signal']);

/**
 * Runs a command, or gives what it said to the same question when all files were as they are now and the world answered as it does now. Remembered is nothing
 * that was made of the clock, of an answer of the reader, or of a browser, and nothing that is to be written; but what a command says it will answer once that is written, is.
 */
export async function remembered(spec: CommandSpec, given: Given, env: Env): Promise<Outcome> {
  const root = await env.host.findWorkspace(env.cwd);
  const kept = root === null ? null : env.host.kept(root);
  if (root === null || kept === null) return (await spec.load()).run(given, env);
  const { locale, color, today, cwd } = env;
  const question = JSON.stringify([spec.name, given.args, given.options, { locale, color, today, cwd, root }]);
  const stillSaid = async (said: Said | null, tree?: Tree): Promise<Outcome | null> => {
    const asks = said && await holding(said.asks, env);
    if (!said || !asks) return null;
    if (asks.some((ask, nth) => ask !== said.asks[nth])) kept.keepOutcome(tree ?? await env.host.readTree(root), question, { ...said, asks });
    return said.outcome;
  };
  const seen = await stillSaid(kept.glance(question));
  if (seen) return seen;
  const tree = await env.host.readTree(root);
  const before = await stillSaid(kept.outcome(tree, question), tree);
  if (before) return before;
  const watched = watch(env, root, tree);
  const outcome = await (await spec.load()).run(given, watched.env);
  const { afterwards, artifacts = [] } = outcome;
  if (watched.isMemorable() && onlyTells(outcome)) kept.keepOutcome(tree, question, { outcome, asks: watched.asks });
  else if (watched.isMemorable(ofPrinting) && afterwards && onlyTells(afterwards)) kept.keepOutcome(tree, question, { outcome: afterwards, asks: onceWritten(watched.asks, artifacts, env) });
  return outcome;
}

/** What there is to ask when the artifacts are written: files that were asked for are then others. */
function onceWritten(asks: readonly Ask[], artifacts: readonly Artifact[], env: Env): Ask[] {
  const written = new Map(artifacts.map(({ path, bytes }) => [absolutePath(path, env), createHash('sha256').update(bytes).digest('hex')]));
  return [...asks.filter(({ name, args: [path] }) => !((name === 'stampOf' || name === 'digestOf') && written.has(path as string))), ...[...written].map(([path, answer]): Ask => ({ name: 'digestOf', args: [path], answer }))];
}

/** The questions, if the world still answers them so; a file that was known by its bytes only is by its stamp as soon as that can be trusted. */
async function holding(asks: readonly Ask[], { host }: Env): Promise<readonly Ask[] | null> {
  const now: Ask[] = [];
  for (const one of asks) {
    const stamp = one.name === 'digestOf' ? await host.stampOf(one.args[0] as string) : null; // before the bytes: what comes between shows later
    const ask = host[one.name] as (...args: readonly unknown[]) => Promise<unknown>;
    if (JSON.stringify(await ask(...one.args)) !== JSON.stringify(one.answer)) return null;
    now.push(stamp?.trusted ? { name: 'stampOf', args: one.args, answer: stamp } : one);
  }
  return now;
}

/** The parts of an outcome that only tell and do nothing, as long as there is no artifact in it. */
const words: ReadonlySet<string> = new Set(['exit', 'text', 'notes', 'artifacts'] satisfies (keyof Outcome)[]);

function onlyTells(outcome: Outcome): boolean {
  return !outcome.artifacts?.length && Object.keys(outcome).every((part) => words.has(part));
}

interface Watched { readonly env: Env; readonly asks: readonly Ask[]; /** True where nothing was used that no memory can stand on, but for what is let pass. */ isMemorable(passed?: ReadonlySet<string>): boolean }

/** The same world, which notes what it is asked. The tree that was read already is handed over once. */
function watch(env: Env, root: string, tree: Tree): Watched {
  const asks: Ask[] = [];
  const fleeting = new Set<string>();
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
      if (!first) fleeting.add('readTree');
      return first ?? real.readTree(...asked);
    },
    async readTreeAt(at, ref) {
      await note('commitAt', [at, ref], real.commitAt(at, ref));
      return real.readTreeAt(at, ref);
    },
    async readFile(path) {
      const stamp = await real.stampOf(path);
      const bytes = await real.readFile(path);
      if (stamp?.trusted === false) asks.push({ name: 'digestOf', args: [path], answer: bytes && createHash('sha256').update(bytes).digest('hex') }); // just written: only its bytes are sure
      else asks.push({ name: 'stampOf', args: [path], answer: stamp });
      return bytes;
    },
  };
  const host = new Proxy(real, {
    get(target, name: keyof Host) {
      if (name in noted) return noted[name];
      if (askedAgain.has(name)) return (...args: readonly unknown[]) => note(name as Ask['name'], args, (target[name] as (...asked: readonly unknown[]) => Promise<unknown>)(...args));
      if (!harmless.has(name)) fleeting.add(name);
      return target[name];
    },
  });
  const seen = new Proxy(env, {
    get(target, name: keyof Env) {
      if (name === 'host') return host;
      if (name === 'now' || name === 'signal' || name === 'ask' || name === 'emit') fleeting.add(name);
      return target[name];
    },
  });
  return { env: seen, asks, isMemorable: (passed = new Set()) => [...fleeting].every((name) => passed.has(name)) };
}
