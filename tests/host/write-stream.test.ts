import fs from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, test, vi } from 'vitest';
import { writeStreamSafely } from '#host/write-stream.ts';
import { makePipe, temporaryFolder } from '../temporary.ts';

/** Calls that fail, by name; of fsyncSync that of a folder. */
const failing = vi.hoisted(() => new Set<string>());
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const planted = (name: string): Error => Object.assign(new Error(`EIO: planted, ${name}`), { code: 'EIO' });
  const guarded = <T extends 'linkSync' | 'renameSync'>(name: T): unknown => (...args: Parameters<typeof real[T]>) => {
    if (failing.delete(name)) throw planted(name);
    return (real[name] as (...all: unknown[]) => unknown)(...args);
  };
  const fsyncSync = (handle: number): void => {
    if (real.fstatSync(handle).isDirectory() && failing.delete('fsyncSync')) throw planted('fsyncSync');
    real.fsyncSync(handle);
  };
  return { ...real, linkSync: guarded('linkSync'), renameSync: guarded('renameSync'), fsyncSync };
});

const { readdirSync, readFileSync, mkdirSync, chmodSync, statSync } = fs;
let asked = 0;
async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    asked++;
    if (text === 'throw') throw new Error('made nothing');
    yield Buffer.from(text);
  }
}
const state = (folder: string): Record<string, string> => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
beforeEach(() => {
  failing.clear();
  asked = 0;
});

test('all pieces, small and large, in their order, into folders that are made; the mode of what stood there is kept', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a', 'b.zip');
  const large = 'x'.repeat(300_000);
  await writeStreamSafely(path, pieces('1', '2', large, '3'));
  expect(readFileSync(path, 'utf8')).toBe(`12${large}3`);
  chmodSync(path, 0o640);
  await writeStreamSafely(path, pieces('new'));
  expect([state(join(folder, 'a')), statSync(path).mode & 0o777]).toEqual([{ 'b.zip': 'new' }, 0o640]);
});

test.for([
  ['what makes the pieces', [], 'throw', 'made nothing'],
  ['the move', ['renameSync'], 'more', '{path}'],
  ['the folder\'s fsync', ['fsyncSync'], 'more', '{path}'],
] as const)('%s fails: what stood there stands, what did not does not, nothing is left over', async ([, calls, second, problem]) => {
  const folder = temporaryFolder({ 'there.zip': 'old' });
  for (const name of ['there.zip', 'none.zip']) {
    for (const call of calls) failing.add(call);
    await expect(writeStreamSafely(join(folder, name), pieces('new', second))).rejects.toThrow(problem);
  }
  expect(state(folder)).toEqual({ 'there.zip': 'old' });
});

test('on a disk without second names it is written all the same; where its folder then fails, the new file stays, whole, and the failure is told', async () => {
  const folder = temporaryFolder({ 'there.zip': 'old' });
  failing.add('linkSync');
  await writeStreamSafely(join(folder, 'there.zip'), pieces('new'));
  expect(state(folder)).toEqual({ 'there.zip': 'new' });
  failing.add('linkSync').add('fsyncSync');
  await expect(writeStreamSafely(join(folder, 'there.zip'), pieces('newer'))).rejects.toThrow('Cannot write');
  expect(state(folder)).toEqual({ 'there.zip': 'newer' });
});

test('a folder in its place is told before anything is made', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'p.zip'));
  await expect(writeStreamSafely(join(folder, 'p.zip'), pieces('new'))).rejects.toThrow('is a folder');
  expect([asked, readdirSync(folder)]).toEqual([0, ['p.zip']]);
});

test('a pipe is written to and not replaced', async () => {
  const path = join(temporaryFolder(), 'pipe');
  makePipe(path);
  const reading = promisify(execFile)('cat', [path]);
  await writeStreamSafely(path, pieces('through ', 'the pipe'));
  expect([(await reading).stdout, statSync(path).isFIFO()]).toEqual(['through the pipe', true]);
});
