import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codes } from '#commands/catalogue.ts';
import { judge, judgeAgain, type Judged } from '#commands/judge.ts';
import { openAt } from '#commands/workspace.ts';
import { readTree } from '#host/files.ts';
import { openKept } from '#host/kept/kept.ts';
import type { Place } from '#host/kept/place.ts';
import { stamper, trustIn } from '#host/stamp.ts';
import { freshFacts, openWorkspace } from '#load/load.ts';
import type { Env } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Kept } from '#model/kept.ts';
import type { Run } from '#model/run.ts';
import type { Tree } from '#model/tree.ts';
import { reporters } from '#report/index.ts';
import { fileRules } from '#rules/index.ts';
import { randomFrom } from '../../bench/random.mjs';
import { memoryEnv } from '../env.ts';
import { assets } from '../memory.ts';
import { randomEdit, type Texts } from './random-edit.ts';

export interface Both { readonly what: string; readonly again: Readonly<Record<string, string>>; readonly anew: Readonly<Record<string, string>>; /** Rules whose findings were taken from the run before; -1 where everything was judged anew. */ readonly reused: number }

/** The files of a folder as texts. Those that are none are left alone. */
export function textsOf(root: string, only: (path: string) => boolean = () => true): Map<string, string> {
  return new Map(readTree(root).entries.filter(({ path, problem }) => !problem && /\.(?:md|yaml)$/.test(path) && only(path)).map((entry) => [entry.path, Buffer.from(entry.read()).toString()]));
}

/**
 * Random edits of a workspace, and after each what is said of it by a run that builds on the one before, and by one that knows nothing. Some runs follow each other in
 * one process, as with --watch. Every file counts as long unchanged, so that stamps are believed.
 */
export async function* sideBySide(root: string, place: Place, seed: number, steps: number): AsyncGenerator<Both> {
  const random = randomFrom(seed);
  const look = (): Tree => readTree(root, undefined, stamper(root, trustIn(root, Date.now() + 60_000)));
  const originals = textsOf(root);
  let texts: Texts = originals;
  let day = '2004-12-31';
  let kept = openKept(place);
  const facts = new Map<string, FileFacts>();
  for (let step = 0; step <= steps; step++) {
    const done: string[] = [];
    const edits = step === 0 ? 0 : random.below(4) === 0 ? 1 + random.below(4) : 1;
    for (let nth = 0; nth < edits; nth++) {
      const { what, texts: changed } = randomEdit(texts, originals, random);
      texts = applied(root, texts, changed);
      done.push(what);
    }
    if (random.below(25) === 0) done.push(`on ${day = `200${4 + random.below(3)}-06-30`}`);
    if (random.below(3) > 0) kept = openKept(place);
    const { watched, reused } = watching(kept);
    const env = envAt(root, day, look, watched);
    const opened = await openAt(env);
    const again = reports(await judgeAgain(opened, env, day, true));
    kept.save();
    const reading = await openWorkspace(opened.tree, assets, fileRules);
    const cold = look().entries.filter(({ path }) => !reading.ignored(path)).map((entry): FileFacts => {
      const name = createHash('sha256').update(`${reading.key} ${entry.path} `).update(entry.read()).digest('hex');
      const known = facts.get(name) ?? freshFacts(entry, reading)?.facts as FileFacts;
      facts.set(name, known);
      return known;
    });
    yield { what: `${step}: ${done.join(', ')}`, again, anew: reports(judge({ root, tree: look(), reading }, cold, day, true)), reused: reused() };
  }
}

/** Writes what an edit changed; what is the same is written too. */
function applied(root: string, texts: Texts, changed: Readonly<Record<string, string | null>>): Texts {
  const after = new Map(texts);
  for (const [path, text] of Object.entries(changed)) {
    if (text === null) {
      after.delete(path);
      rmSync(join(root, path), { force: true });
      continue;
    }
    after.set(path, text);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (texts.get(path) !== text || Object.keys(changed).length === 1) writeFileSync(join(root, path), text);
  }
  return after;
}

/** Tells how many rules of a run were not run again. */
function watching(kept: Kept): { watched: Kept; reused(): number } {
  let [before, after]: (Run | undefined)[] = [];
  const watched: Kept = {
    ...kept,
    past(...asked) {
      const past = kept.past(...asked);
      before = past?.run;
      return past;
    },
    keepRun(tree, name, run) {
      after = run;
      kept.keepRun(tree, name, run);
    },
  };
  return { watched, reused: () => (before && before.general === after?.general ? after.rules.filter((rule) => before?.rules.includes(rule)).length : -1) };
}

function envAt(root: string, day: string, look: () => Tree, kept: Kept): Env {
  const env = memoryEnv({});
  return { ...env, cwd: root, today: day, host: { ...env.host, findWorkspace: async () => root, readTree: async () => look(), kept: () => kept } };
}

function reports({ diagnostics, checked, lineAt }: Judged): Record<string, string> {
  return Object.fromEntries(['pretty', 'json', 'sarif'].map((name) => [name, reporters[name]?.({ diagnostics, checked, lineAt, codes, locale: 'zh-CN', color: false, version: '0', base: '' }) ?? '']));
}
