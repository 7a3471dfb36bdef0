// A workspace of any size from a seed: the same seed gives the same bytes. With planted defects and the list of them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defects as kinds, roleOf } from './defects.mjs';
import { makeDocuments } from './documents.mjs';
import { randomFrom } from './random.mjs';
import { makeRegisters } from './registers.mjs';
import { blocks } from './vocabulary.mjs';

/** One per cent of the documents, but every kind of defect at least once. */
export function defaultDefects(documents) {
  return Math.max(kinds.length, Math.floor(documents / 100));
}

/** The workspace in memory: path → text or bytes, and what was planted where. */
export function workspace({ documents, seed = 1, defects = defaultDefects(documents) }) {
  const random = randomFrom(seed);
  const made = makeDocuments(documents, random);
  const files = [...made, ...makeRegisters(Math.floor(documents / 5), made, random)];
  const planted = plant(files, defects, random);
  return { files: Object.fromEntries(files.map(({ path, lines, bytes }) => [path, bytes ?? `${lines.join('\n').trimEnd()}\n`])), planted };
}

/** Goes round the kinds of defects; each strikes another file that no defect has struck yet. */
function plant(files, count, random) {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const first = (role, block) => ordered.find((file) => file.role === role && (block === undefined || file.block === block));
  const kept = new Set(['rule', 'instruction', 'procedure'].flatMap((role) => blocks.map((block) => first(role, block)))); // originals that copies are made from, and what links point to
  const free = grouped(ordered.filter((file) => !kept.has(file)));
  const planted = [];
  for (let index = 0; index < count; index++) {
    const [code, roles, spoil] = kinds[index % kinds.length];
    const targets = roles.flatMap((role) => (free.get(role)?.length ? [free.get(role)] : []));
    if (targets.length === 0) continue;
    const file = random.pick(targets.flat());
    const list = free.get(roleOf(file));
    list.splice(list.indexOf(file), 1);
    planted.push({ code, path: file.path, line: spoil(file, { first }) + 1 });
  }
  return planted;
}

function grouped(files) {
  const groups = new Map();
  for (const file of files) {
    const role = roleOf(file);
    if (groups.has(role)) groups.get(role).push(file);
    else groups.set(role, [file]);
  }
  return groups;
}

/** Writes the workspace to `dir/manual`, commits it, and writes the list of planted defects to `dir/planted.json`. */
export function generate(dir, options) {
  const { files, planted } = workspace(options);
  const root = join(dir, 'manual');
  const folders = new Set(Object.keys(files).map((path) => dirname(join(root, path))));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const past = new Date('2004-12-31T00:00:00Z'); // git reads files anew that are as young as its index
  for (const [path, content] of Object.entries(files)) {
    writeFileSync(join(root, path), content);
    utimesSync(join(root, path), past, past);
  }
  writeFileSync(join(dir, 'planted.json'), `${JSON.stringify(planted, null, 1)}\n`);
  commit(root);
  return { root, planted, files: Object.keys(files).length, bytes: Object.values(files).reduce((sum, content) => sum + Buffer.byteLength(content), 0) };
}

/** A repository that owes nothing to the settings of the machine or its user. */
function commit(root) {
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: join(root, '.git', 'no-such-file'), LC_ALL: 'C' };
  const git = (...args) => execFileSync('git', args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  git('init', '--quiet');
  for (const [name, value] of [['user.name', 'bench'], ['user.email', 'bench@example.invalid'], ['core.autocrlf', 'false'], ['core.safecrlf', 'false'], ['commit.gpgsign', 'false'], ['gc.auto', '0']]) git('config', '--local', name, value);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Generated workspace');
}
