import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lstatOrNull } from '../files.ts';
import { attempt, WHERE, type Place } from './place.ts';

/** What another run may just be writing or reading is left alone, ms. */
const AT_WORK = 10 * 60_000;
const DAY = 24 * 60 * 60_000;
/** A workspace that nobody asked about for so long is forgotten, ms. */
const FORGOTTEN = 30 * DAY;
/** All workspaces together, bytes. */
const MOST = 2 * 2 ** 30;
/** Answers kept of one workspace. */
const ANSWERS = 64;

/** Removes what is of no use any more: in this place whatever is not `living`, once a day also whole workspaces that are gone, forgotten or too much. */
export function sweep({ folder }: Place, living: ReadonlySet<string>, now: number = Date.now()): void {
  attempt(() => {
    const files = readdirSync(folder).flatMap((name) => filesAt(join(folder, name)).map((file) => ({ ...file, name })));
    const answers = files.filter(({ name }) => name.endsWith('.said')).sort((a, b) => b.used - a.used).slice(0, ANSWERS).map(({ name }) => name);
    for (const { name, path, used } of files) if (!living.has(name) && !answers.includes(name) && now - used > AT_WORK) rmSync(path, { force: true });
    const all = join(folder, '..', '..');
    if (now - (lstatOrNull(join(all, 'swept'))?.mtimeMs ?? 0) < DAY) return;
    writeFileSync(join(all, 'swept'), '', { mode: 0o600 });
    sweepAll(all, folder, now);
  });
}

function sweepAll(all: string, kept: string, now: number): void {
  const folders = readdirSync(all).filter((name) => /^[0-9a-f]{32}$/.test(name)).flatMap((workspace) => {
    const above = join(all, workspace);
    const gone = isGoneFolder(above);
    return readdirSync(above).filter((name) => /^[0-9a-f]{32}$/.test(name)).map((tool) => {
      const files = readdirSync(join(above, tool)).flatMap((name) => filesAt(join(above, tool, name)));
      return { path: join(above, tool), gone, used: Math.max(0, ...files.map(({ used }) => used)), size: files.reduce((sum, { size }) => sum + size, 0) };
    });
  }).filter(({ path }) => path !== kept).sort((a, b) => b.used - a.used);
  let sum = 0;
  for (const { path, gone, used, size } of folders) {
    sum += size;
    if (now - used > AT_WORK && (gone || now - used > FORGOTTEN || sum > MOST)) attempt(() => removeTool(path));
  }
}

/** With the folder of the workspace, where nothing else is left in it. */
function removeTool(path: string): void {
  rmSync(path, { recursive: true, force: true });
  const above = join(path, '..');
  if (readdirSync(above).every((name) => name === WHERE)) rmSync(above, { recursive: true, force: true });
}

/** True where the folder whose facts lie here is no longer there. */
function isGoneFolder(above: string): boolean {
  const where = attempt(() => readFileSync(join(above, WHERE), 'utf8'));
  return where === null || lstatOrNull(where) === null;
}

function filesAt(path: string): { path: string; used: number; size: number }[] {
  const stats = attempt(() => lstatSync(path));
  return stats ? [{ path, used: stats.mtimeMs, size: stats.size }] : [];
}
