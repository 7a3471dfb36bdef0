import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Every file of a folder, path → bytes as latin1 text, hidden ones too. */
export type State = ReadonlyMap<string, string>;
export interface Ended { readonly status: number | null; readonly signal: NodeJS.Signals | null; readonly stdout: string; readonly stderr: string; readonly took: number }
export interface WritingCommand { readonly name: string; readonly from: 'nothing' | 'draft' | 'approved'; readonly args: readonly string[] }
export interface Tally { readonly command: string; runs: number; killed: number; old: number; new: number; between: number; strays: number; readonly faults: string[] }

const bin = join(import.meta.dirname, '../../bin/qms.js');
const strayName = /(?:^|\/)\.qms-[^/]*\.tmp$/;
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|LC_|LANG|NO_COLOR|FORCE_COLOR|npm_|NODE_)/.test(name)));
const environment = { ...clean, LANG: 'C.UTF-8', SOURCE_DATE_EPOCH: String(Date.UTC(2004, 6, 2, 8) / 1000) };

/** Every command that writes, with the state it starts from. */
export const writingCommands: readonly WritingCommand[] = [
  { name: 'init', from: 'nothing', args: ['init', '--organization', 'Office', '--prefix', 'AB'] },
  { name: 'new', from: 'draft', args: ['new', 'procedure', '--title', 'Handling of complaints', '--owner', 'qms-office'] },
  { name: 'submit', from: 'draft', args: ['submit', 'AB/QP-07', '--effective', '2004-07-02'] },
  { name: 'approve', from: 'approved', args: ['approve', 'AB/QP-07', '--role', 'prepare', '--as', 'p1'] },
  { name: 'confirm', from: 'approved', args: ['confirm', 'AB/QP-07', '--as', 'p1'] },
  { name: 'revise', from: 'approved', args: ['revise', 'AB/QP-07', '--section', '4', '--summary', 'later day', '--reason', 'holidays'] },
  { name: 'withdraw', from: 'approved', args: ['withdraw', 'AB/QP-07'] },
  { name: 'validate --write-baseline', from: 'draft', args: ['validate', '--write-baseline', 'baseline.yaml', '--owner', 'A', '--expires', '2005-01-01'] },
  { name: 'matrix --output', from: 'draft', args: ['matrix', '--format', 'html', '--output', 'matrix.html'] },
];

/** One run of the tool; killed after `killAfter` milliseconds. `early` is code that runs before it. */
export function run(root: string, args: readonly string[], { killAfter, early }: { killAfter?: number; early?: string } = {}): Promise<Ended> {
  return new Promise((done, fail) => {
    const began = performance.now();
    const child = spawn(process.execPath, [...(early ? ['--import', `data:text/javascript,${encodeURIComponent(early)}`] : []), bin, '-C', root, '--lang', 'en', ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    const said: [string, string] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => { said[0] += part; });
    child.stderr.setEncoding('utf8').on('data', (part: string) => { said[1] += part; });
    child.on('error', fail);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      done({ status, signal, stdout: said[0], stderr: said[1], took: performance.now() - began });
    });
  });
}

/** Code that makes the n-th call that changes the disk fail, or the process die right before it. */
export function disturb(n: number, how: 'ENOSPC' | 'EIO' | 'kill'): string {
  return `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
let left = ${n};
const disturb = (name, counts = () => true) => { const real = fs[name]; fs[name] = (...args) => {
  if (counts(args) && --left === 0) {
    if ('${how}' === 'kill') process.kill(process.pid, 'SIGKILL');
    throw Object.assign(new Error('${how}: planted, ' + name), { code: '${how}', syscall: name.replace('Sync', '') });
  }
  return real(...args);
}; };
disturb('openSync', ([path, flags]) => flags === 'wx' || flags === 'a' || (flags === 'r' && fs.statSync(path).isDirectory()));
for (const name of ['writeSync', 'fsyncSync', 'renameSync', 'linkSync']) disturb(name);
syncBuiltinESMExports();`;
}

export function readState(root: string, folder = ''): Map<string, string> {
  return new Map(readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? [...readState(root, path)] : [[path, readFileSync(join(root, path), 'latin1')]];
  }));
}

/** Puts a state back; what killed runs left behind stays, for the next run to find. */
export function restore(root: string, state: State): void {
  for (const [path, text] of readState(root)) {
    if (!strayName.test(path) && state.get(path) !== text) rmSync(join(root, path));
  }
  for (const [path, text] of state) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, 'latin1');
  }
}

export const straysIn = (state: State): string[] => [...state.keys()].filter((path) => strayName.test(path));

/** Which state a folder is in, strays aside; 'half' when one file is neither old nor new. */
export function judge(now: State, before: State, after: State): 'old' | 'new' | 'between' | 'half' {
  const paths = new Set([...now.keys(), ...before.keys(), ...after.keys()].filter((path) => !strayName.test(path)));
  const same = (path: string, state: State): boolean => now.get(path) === state.get(path);
  if ([...paths].every((path) => same(path, before))) return 'old';
  if ([...paths].every((path) => same(path, after))) return 'new';
  return [...paths].every((path) => same(path, before) || same(path, after)) ? 'between' : 'half';
}

/** The states the commands start from: nothing, a workspace with a draft, the same with the draft submitted. */
export async function startingStates(): Promise<Record<WritingCommand['from'], State>> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  try {
    await mustRun(root, ['init', '--organization', 'Office', '--prefix', 'AB']);
    const organization = join(root, 'organization.yaml');
    writeFileSync(organization, readFileSync(organization, 'utf8').replace('people: []', 'people:\n  - { id: p1, name: A, unit: qms-office }'));
    mkdirSync(join(root, 'procedures'), { recursive: true });
    writeFileSync(join(root, 'procedures', 'QP-07.md'), procedure);
    writeFileSync(join(root, 'procedures', 'QR-QP07-01.md'), form);
    const draft = readState(root);
    await mustRun(root, ['submit', 'AB/QP-07', '--effective', '2004-07-02']);
    return { nothing: new Map(), draft, approved: readState(root) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Kills one command at random points and judges what is left; then runs it undisturbed and asks that nothing stray remains. */
export async function killRuns(command: WritingCommand, before: State, runs: number, random: () => number): Promise<Tally> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const tally: Tally = { command: command.name, runs, killed: 0, old: 0, new: 0, between: 0, strays: 0, faults: [] };
  try {
    const { after, took } = await undisturbed(root, command, before);
    for (let i = 0; i < runs; i++) {
      restore(root, before);
      // Half of the kills fall anywhere, half in the last third, where the writing is.
      const { signal } = await run(root, command.args, { killAfter: took * (i % 2 ? random() * 1.1 : 0.65 + random() * 0.4) });
      count(tally, readState(root), before, after, signal, `run ${i}`);
    }
    await checkNext(root, command, before, after, tally);
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Kills one command right before each call that changes the disk, in steps, and lets it run again without cleaning up. */
export async function killAtCalls(command: WritingCommand, before: State, step: number): Promise<Tally> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const tally: Tally = { command: command.name, runs: 0, killed: 0, old: 0, new: 0, between: 0, strays: 0, faults: [] };
  try {
    const { after } = await undisturbed(root, command, before);
    for (let n = 1; ; n += step) {
      restore(root, before);
      const { signal } = await run(root, command.args, { early: disturb(n, 'kill') });
      tally.runs++;
      if (signal === null) break;
      const state = readState(root);
      count(tally, state, before, after, signal, `call ${n}`);
      if (judge(state, before, after) === 'new') continue;
      const next = await run(root, command.args);
      const now = readState(root);
      if (next.status !== 0 || judge(now, before, after) !== 'new') tally.faults.push(`call ${n}: the next run ended ${next.status}: ${next.stderr}`);
      if (straysIn(now).length > 0) tally.faults.push(`call ${n}: left after the next run: ${straysIn(now).join(', ')}`);
    }
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Lets each call that changes the disk fail once, in steps; returns what breaks "2 and old, or 0 and new". */
export async function failAtCalls(command: WritingCommand, before: State, step: number): Promise<{ runs: number; faults: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  const faults: string[] = [];
  try {
    const { after } = await undisturbed(root, command, before);
    for (let n = 1, runs = 1; ; n += step, runs++) {
      restore(root, before);
      const how = n % 2 ? 'ENOSPC' : 'EIO';
      const { status, stderr } = await run(root, command.args, { early: disturb(n, how) });
      const now = readState(root);
      const state = straysIn(now).length > 0 ? 'strays' : judge(now, before, after);
      const told = status === 0 || /^qms: .*planted/.test(stderr);
      if (!told || `${status} ${state}` !== (status === 0 ? '0 new' : '2 old')) faults.push(`call ${n} ${how}: exit ${status}, ${state}: ${stderr}`);
      if (status === 0 && stderr !== '') return { runs, faults }; // the command had its say: no call was left to fail
      if (runs > 200) throw new Error('every call fails, without end');
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** As many `new procedure` at once; the numbers and files that came of it. */
export async function parallelNew(before: State, runs: number): Promise<{ failed: string[]; numbers: Set<string>; files: number; strays: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'qms-kill-'));
  try {
    restore(root, before);
    const ends = await Promise.all(Array.from({ length: runs }, () => run(root, ['new', 'procedure', '--title', 'The same', '--owner', 'qms-office'])));
    const state = readState(root);
    const made = [...state].filter(([path]) => !before.has(path) && !strayName.test(path));
    return {
      failed: ends.filter(({ status }) => status !== 0).map(({ stderr }) => stderr),
      numbers: new Set(made.map(([, text]) => /^id: *(\S+)/m.exec(text)?.[1] ?? '')),
      files: made.length,
      strays: straysIn(state),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The same numbers on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function undisturbed(root: string, command: WritingCommand, before: State): Promise<{ after: State; took: number }> {
  restore(root, before);
  const { took } = await mustRun(root, command.args);
  return { after: readState(root), took };
}

async function mustRun(root: string, args: readonly string[]): Promise<Ended> {
  const ended = await run(root, args);
  if (ended.status !== 0) throw new Error(`${args.join(' ')} ended ${ended.status}: ${ended.stderr}`);
  return ended;
}

function count(tally: Tally, state: State, before: State, after: State, signal: NodeJS.Signals | null, when: string): void {
  if (signal !== null) tally.killed++;
  if (straysIn(state).length > 0) tally.strays++;
  const verdict = judge(state, before, after);
  if (verdict === 'half') tally.faults.push(`${when}: a file is neither old nor new`);
  else tally[verdict]++;
  // Of several files, the one that makes a workspace comes last.
  if (verdict === 'between' && state.get('qms.yaml') !== before.get('qms.yaml')) tally.faults.push(`${when}: a workspace with files missing`);
}

async function checkNext(root: string, command: WritingCommand, before: State, after: State, tally: Tally): Promise<void> {
  restore(root, before);
  await mustRun(root, command.args);
  const now = readState(root);
  if (judge(now, before, after) !== 'new') tally.faults.push('the next run did not bring the new state');
  if (straysIn(now).length > 0) tally.faults.push(`left after the next run: ${straysIn(now).join(', ')}`);
}

const procedure = `---
type: procedure
id: AB/QP-07
title: Training
revision: A/0
status: draft
owner: qms-office
records: [AB/QR-QP07-01]
changes:
  - { revision: A/0, section: all, summary: first issue }
---

# Training

## 1 Purpose

To have every post filled by people who can do the work it asks for, and to be able to show it at any time.

## 2 Scope

All posts of the office.

## 3 Responsibilities

The quality officer plans training and judges its effect; each head of unit names the needs of the unit.

## 4 Procedure

| Step | Work | Post | Limit | Record |
|---|---|---|---|---|
| 1 | Ask each unit for its needs | Quality officer | by 10 January | AB/QR-QP07-01 |

## 5 Related documents

AB/QM-01.

## 6 Related records

AB/QR-QP07-01.
`;

const form = `---
type: form
id: AB/QR-QP07-01
title: Training needs
revision: A/0
status: draft
owner: qms-office
procedure: AB/QP-07
retention: { years: 3 }
keeper: qms-office
disposal: destroy
fields: []
---

| Unit | Need |
|---|---|
`;
