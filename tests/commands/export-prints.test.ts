import { expect, test } from 'vitest';
import { inGit, packOf, withPrinter } from './packs.ts';
import { runCommand } from '../env.ts';
import { small } from './small.ts';

const rule = (number: number, front: string, body = '正文。'): Record<string, string> => ({ [`ZD-${number}.md`]: `---\ntype: rule\nid: AB/ZD-0${number}\ntitle: 制度\nowner: office\nrevision: A/0\n${front}\n---\n# 制度\n\n${body}\n` });
const files = { ...small, ...rule(1, 'status: draft'), ...rule(2, 'status: obsolete'), ...rule(3, 'status: effective\neffective: "2004-12-02"'), ...rule(4, 'status: effective\neffective: "2004-07-01"') };
const pdfs = (paths: Iterable<string>): string[] => [...paths].filter((path) => path.startsWith('data/pdf/'));

test('what is in force on the day of the commit is printed, and nothing else; a later day asks for more', async () => {
  const world = withPrinter(inGit(files));
  const { files: bag } = await packOf(world.env, { pdf: undefined });
  expect(pdfs(bag.keys())).toEqual(['data/pdf/AB-QP-01-A-0.pdf', 'data/pdf/AB-QR-QP01-01-A-0.pdf', 'data/pdf/AB-ZD-04-A-0.pdf']);
  expect([world.printed.length, world.open()]).toEqual([3, 0]);
  expect(bag.get('bag-info.txt')?.toString()).toMatch(/^Browser-Build: none\nFont-Build: noto-serif-sc \d/m);
  expect(pdfs((await packOf(withPrinter(inGit(files)).env, { pdf: undefined, asOf: '2004-12-02' })).files.keys())).toContain('data/pdf/AB-ZD-03-A-0.pdf');
});

test('what was printed by `render` is taken as it is; what changed since, or was touched, is printed anew', async () => {
  const world = withPrinter(inGit(files));
  const { artifacts = [] } = await runCommand('render', { ...world.env, today: '2004-12-01' }, [[]], { all: true, output: '/out' });
  for (const { path, bytes } of artifacts) world.disk.set(path, bytes);
  world.printed.splice(0);
  const fresh = await packOf(withPrinter(inGit(files)).env, { pdf: undefined });
  expect((await packOf(world.env, { pdf: undefined, printed: '/out/' })).bytes.equals(fresh.bytes)).toBe(true);
  expect(world.printed).toEqual([]);
  world.disk.set('/out/AB-ZD-04-A-0.pdf', new Uint8Array([1]));
  expect((await packOf(world.env, { pdf: undefined, printed: '/out' })).bytes.equals(fresh.bytes)).toBe(true);
  expect(world.printed).toEqual(['data/pdf/AB-ZD-04-A-0.pdf']);
  await expect(packOf(world.env, { pdf: undefined, printed: '/none' })).rejects.toMatchObject({ args: { folder: '/none' } });
});

test('what cannot be printed stops it before the first page is', async () => {
  const world = withPrinter(inGit({ ...files, ...rule(5, 'status: effective\neffective: "2004-07-01"', '![图](none.png)') }));
  const { exit, notes, stream } = await runCommand('export', world.env, [], { output: 'p.zip', withFindings: true });
  expect([exit, stream, notes?.split('\n')[0]]).toEqual([1, undefined, 'ZD-5.md:12: The picture none.png cannot be printed: there is no such file.']);
  const boxes = withPrinter(inGit({ ...files, ...rule(5, 'status: effective\neffective: "2004-07-01"', '\u{12000}') }));
  await expect(packOf(boxes.env, { pdf: undefined })).rejects.toMatchObject({ args: { list: 'ZD-5.md:12: \u{12000} (U+12000)' } });
  expect([...world.printed, ...boxes.printed]).toEqual([]);
});

test('a page that fails while it is printed ends the browser and the pack', async () => {
  const world = withPrinter(inGit(files));
  world.refuse.add('data/pdf/AB-ZD-04-A-0.pdf');
  await expect(packOf(world.env, { pdf: undefined })).rejects.toThrow('planted');
  expect(world.open()).toBe(0);
});

test('no more pages are at work than are printed at once', async () => {
  const many = Object.assign({ ...small }, ...Array.from({ length: 9 }, (_, index) => rule(index, 'status: effective\neffective: "2004-07-01"')));
  const world = withPrinter(inGit(many), 3);
  const { stream } = await runCommand('export', world.env, [], { output: 'p.zip', withFindings: true });
  let packedSoFar = 0;
  for await (const piece of stream?.pieces ?? []) {
    if (Buffer.from(piece).toString('latin1').includes('data/pdf/') && piece.length < 200) packedSoFar++;
    if (packedSoFar > 0 && packedSoFar < 11) expect(world.printed.length).toBeLessThanOrEqual(packedSoFar + 3);
  }
  expect(world.printed).toHaveLength(11);
});

test('Ctrl-C ends browser and pack; nothing more is printed', async () => {
  const controller = new AbortController();
  const world = withPrinter(inGit(files), 1);
  const { stream } = await runCommand('export', { ...world.env, signal: controller.signal, progress: () => { if (world.printed.length === 1) controller.abort(); } }, [], { output: 'p.zip', withFindings: true });
  const reading = (async () => { for await (const _ of stream?.pieces ?? []) { /* thrown away */ } })();
  await expect(reading).rejects.toThrow('Interrupted');
  expect([world.printed.length, world.open()]).toEqual([1, 0]);
});
