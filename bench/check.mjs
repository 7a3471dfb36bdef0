// Suite `check`: validate and what reads a manual, on generated workspaces of any size, beside floors and what others check of the same files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.mjs';
import { node, root } from './measure.mjs';
import { qmsIn } from './own.mjs';
import { checkingPeers } from './peers.mjs';

/** Above this only what a target is about is measured. */
const BIG = 10_000;

/** @returns one case at a time: programs, ratios, facts of the workspace, what is to be done afterwards */
export async function* checkCases({ sizes = [200, 1000, 2000, 10_000], seed, peers, keep }) {
  for (const documents of sizes) {
    const dir = mkdtempSync(join(tmpdir(), 'qms-bench-'));
    try {
      const made = generate(dir, { documents, seed });
      yield { title: `${documents} documents`, documents, facts: { files: made.files, bytes: made.bytes }, programs: programsFor(made, dir, documents, peers), ratios: ratiosFor(documents), after: () => ({ recall: recallOf(made, dir) }) };
    } finally {
      if (keep) process.stderr.write(`kept: ${dir}\n`);
      else rmSync(dir, { recursive: true, force: true });
    }
  }
}

function programsFor({ root: workspace, planted }, dir, documents, peers) {
  const { qms, forget } = qmsIn(dir, workspace);
  const edited = editorOf(workspace, planted);
  const whole = documents <= BIG;
  return [
    { name: 'node -e 0', kind: 'floor', what: 'the start of Node', call: { command: node, args: ['-e', '0'] } },
    { name: 'git status', kind: 'floor', what: 'what a user waits for anyway', call: { command: 'git', args: ['--no-optional-locks', 'status', '--porcelain=v2'], cwd: workspace } },
    { name: 'plain read', kind: 'floor', what: 'every file read to text, by Node', call: { command: node, args: [join(root, 'bench', 'read.cjs'), workspace] } },
    { name: 'validate, cold', kind: 'qms', what: 'everything, nothing kept', call: qms('validate'), prepare: forget },
    { name: 'validate, unchanged', kind: 'qms', what: 'everything, nothing changed since', call: qms('validate') },
    { name: 'validate, one changed', kind: 'qms', what: 'everything, one document edited', call: qms('validate'), prepare: edited },
    ...(whole ? [
      { name: 'validate --format json', kind: 'qms', what: 'another report of the same', call: qms('validate', '--format', 'json') },
      { name: 'matrix', kind: 'qms', what: 'clauses × blocks, one document edited', call: qms('matrix'), prepare: edited },
      { name: 'register', kind: 'qms', what: 'list of documents, one document edited', call: qms('register'), prepare: edited },
      { name: 'impact', kind: 'qms', what: 'what the edit touches', call: qms('impact', '--since', 'HEAD'), prepare: edited },
    ] : []),
    ...(peers ? checkingPeers(peers, workspace).filter(({ limit }) => documents <= limit) : []),
  ];
}

function ratiosFor(documents) {
  const floor = ['git status', 'node -e 0'];
  const to = (name, over, target) => ({ label: `${name} ÷ ${over.join(' + ')}`, of: [name], over, ...target });
  return [
    to('validate, cold', ['rumdl'], documents === BIG ? { atMost: 0.25 } : {}),
    ...(documents <= 2000 ? [{ label: 'remark ÷ validate, cold', of: ['remark'], over: ['validate, cold'], ...(documents === 2000 ? { atLeast: 100 } : {}) }] : []),
    to('validate, cold', ['plain read'], {}),
    to('validate, unchanged', floor, documents === BIG ? { atMost: 1.5 } : {}),
    to('validate, one changed', floor, documents === BIG ? { atMost: 1.8 } : {}),
  ];
}

/** Each call makes the text of one healthy document another, as an editor would. */
function editorOf(workspace, planted) {
  const struck = new Set(planted.map(({ path }) => path));
  const list = spawnSync('git', ['ls-files', 'instructions'], { cwd: workspace, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout.trim().split('\n');
  const path = join(workspace, list.filter((name) => !struck.has(name)).at(-1));
  const text = readFileSync(path, 'utf8');
  let count = 0;
  return () => writeFileSync(path, `${text}\n本次改动编号为${++count}。\n`);
}

const identity = ({ code, path, line }) => JSON.stringify([code, path, line]);

/** What was planted and found at its line, what was missed, and what else is said because of the planted defects. */
function recallOf({ root: workspace, planted }, dir) {
  const { command, args, env } = qmsIn(dir, workspace).qms('validate', '--format', 'json');
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, env, shell: process.platform === 'win32' });
  if (status !== 1) throw new Error(`qms validate ended with ${status}: ${stderr}`);
  const diagnostics = JSON.parse(stdout).diagnostics.map(({ code, path, position }) => ({ code, path, line: position.start.line }));
  const told = new Set(diagnostics.map(identity));
  const wanted = new Set(planted.map(identity));
  const missed = planted.filter((defect) => !told.has(identity(defect)));
  return { planted: planted.length, kinds: new Set(planted.map(({ code }) => code)).size, found: planted.length - missed.length, missed, others: diagnostics.filter((one) => !wanted.has(identity(one))).length };
}
