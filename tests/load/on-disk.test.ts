import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '#commands/judge.ts';
import { findUpwards, readHead, readTree } from '#host/files.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import { fileRules } from '#rules/index.ts';
import { assets, testDay } from '../memory.ts';
import { makePipe, temporaryFolder } from '../temporary.ts';
import { witness, witnessed } from './witness.ts';

/** A workspace on disk, judged with all rules; only what loading says is kept. */
async function judgeDisk(root: string): Promise<string[]> {
  const begun = performance.now();
  const tree = readTree(root);
  const reading = await openWorkspace(tree, assets, fileRules);
  const { diagnostics } = judge({ root, tree, reading }, readFacts(tree, reading), testDay);
  if (performance.now() - begun > 5000) throw new Error(`took ${Math.round(performance.now() - begun)} ms`);
  const found = diagnostics.map(({ code, at }) => `${code} ${at.path}:${at.position.start.line}`).filter((place) => place.startsWith('load/'));
  expect(found).toContain(witnessed);
  return found.filter((place) => place !== witnessed);
}

const posix = process.platform !== 'win32';

describe.skipIf(!posix)('what is no regular file', () => {
  test('a pipe is not opened', async () => {
    const root = temporaryFolder(witness);
    for (const name of ['pipe.md', 'pipe.yaml', 'picture.png']) makePipe(join(root, name));
    expect(await judgeDisk(root)).toEqual(['load/not-a-file picture.png:1', 'load/not-a-file pipe.md:1', 'load/not-a-file pipe.yaml:1']);
  });
  test('links are not followed: to a file inside, outside, to themselves, in a circle, to a folder, to a device, to nothing', async () => {
    const outside = temporaryFolder({ 'secret.yaml': 'kind: suppliers\nsuppliers: []\nsecret: 1\n', 'folder/x.yaml': 'kind: suppliers\nsuppliers: []\nsecret: 1\n' });
    const root = temporaryFolder(witness);
    const links = { 'inside.yaml': 'witness.yaml', 'outside.yaml': join(outside, 'secret.yaml'), 'self.md': 'self.md', 'circle-a.md': 'circle-b.md', 'circle-b.md': 'circle-a.md', 'folder': join(outside, 'folder'), 'up': '.', 'device.md': '/dev/zero', 'nothing.md': 'nowhere' };
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
    expect(await judgeDisk(root)).toEqual(Object.keys(links).sort().map((path) => `load/symlink ${path}:1`));
  });
  test('a folder whose name ends in .md is a folder', async () => {
    const root = temporaryFolder({ ...witness, 'folder.md/inner.yaml': 'kind: suppliers\nsuppliers: []\nwrong: 1\n' });
    mkdirSync(join(root, 'empty.yaml'));
    expect(await judgeDisk(root)).toEqual(['load/schema folder.md/inner.yaml:3']);
  });
  test('qms.yaml as a pipe is found, neither waited for nor read', async () => {
    const { 'qms.yaml': _, ...others } = witness;
    const root = temporaryFolder(others);
    makePipe(join(root, 'qms.yaml'));
    expect(findUpwards(join(root, 'deep', 'down'), 'qms.yaml')).toBe(root);
    expect(readHead(join(root, 'qms.yaml'), 100)).toBeNull();
    expect(await judgeDisk(root)).toEqual(['load/not-a-file qms.yaml:1']);
  });
});

describe('size', () => {
  test('50 MB of text is refused without being read', async () => {
    const root = temporaryFolder(witness);
    for (const path of ['big.md', 'big.yaml']) {
      writeFileSync(join(root, path), 'kind: suppliers\n');
      truncateSync(join(root, path), 50 * 1024 * 1024);
    }
    expect(await judgeDisk(root)).toEqual(['load/too-large big.md:1', 'load/too-large big.yaml:1']);
  });
  test('5 GB, more than a buffer holds, is refused alike; a picture of that size is none of our business', async () => {
    const root = temporaryFolder(witness);
    for (const path of ['huge.md', 'picture.png']) {
      writeFileSync(join(root, path), '');
      truncateSync(join(root, path), 5 * 1024 ** 3);
    }
    expect(await judgeDisk(root)).toEqual(['load/too-large huge.md:1']);
  });
  test('qms.yaml of 50 MB', async () => {
    const root = temporaryFolder(witness);
    truncateSync(join(root, 'qms.yaml'), 50 * 1024 * 1024);
    expect(await judgeDisk(root)).toEqual(['load/too-large qms.yaml:1']);
  });
});

describe.skipIf(!posix)('names', () => {
  const register = 'kind: suppliers\nsuppliers: []\n';
  const names = [
    'a\nb.yaml', '-rf.yaml', 'esc\u001b[31m.yaml', 'c1\u009b.yaml', 'bidi\u202egnp.yaml', 'zero\u200bwidth.yaml', 'mark\u200f.yaml', 'con.yaml', 'AUX.yaml', 'what?.yaml', 'dot.yaml.', 'space ', 'back\\slash.yaml', '-folder/x.yaml',
  ];
  test.each(names.map((name) => [JSON.stringify(name), name]))('%s is told', async (_, name) => {
    const root = temporaryFolder({ ...witness, [name]: register });
    const found = await judgeDisk(root);
    expect(found).toEqual([`load/bad-name ${name}:1`]);
  });
  test('a name that is no UTF-8 is told', async () => {
    const root = temporaryFolder(witness);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xce, 0xc4]), Buffer.from('.yaml')]), register);
    expect((await judgeDisk(root)).map((place) => place.split(' ')[0])).toEqual(['load/bad-name']);
  });
  test('255 bytes of Chinese are a name like any other', async () => {
    const root = temporaryFolder({ ...witness, [`${'文'.repeat(83)}.yaml`]: register });
    expect(await judgeDisk(root)).toEqual([]);
  });
  test('twins in case and in composition are told of the second', async () => {
    const root = temporaryFolder({ ...witness, 'Chapter.yaml': register, 'chapter.yaml': register, 'caf\u00e9.yaml': register, 'cafe\u0301.yaml': register });
    expect(readdirSync(root).length).toBe(Object.keys(witness).length + 4);
    expect(await judgeDisk(root)).toEqual(['load/name-twins caf\u00e9.yaml:1', 'load/name-twins chapter.yaml:1']);
  });
});

describe.skipIf(!posix)('permissions', () => {
  const nobody = 65_534;
  const root = temporaryFolder({ ...witness, 'closed.yaml': 'kind: suppliers\nsuppliers: []\n', 'closed/x.yaml': 'kind: suppliers\n', 'listed/x.yaml': 'kind: suppliers\nsuppliers: []\n' });
  chmodSync(root, 0o755);
  chmodSync(join(root, 'closed.yaml'), 0o000);
  chmodSync(join(root, 'closed'), 0o000);
  chmodSync(join(root, 'listed'), 0o744);
  const asRoot = process.getuid?.() === 0;
  /** Root may read everything, so the tool is run as somebody else; where it cannot be, this proves nothing and is left out. */
  const run = () => spawnSync(process.execPath, [resolve('bin/qms.js'), '-C', root, '--lang', 'en', 'validate', '--format', 'json'], { encoding: 'utf8', ...(asRoot ? { uid: nobody, gid: nobody } : {}) });
  const works = spawnSync(process.execPath, [resolve('bin/qms.js'), '--version'], asRoot ? { uid: nobody, gid: nobody } : {}).status === 0;
  test.skipIf(!works)('a file and folders that the system keeps closed are told, all else is checked', () => {
    const { status, stdout, stderr } = run();
    chmodSync(join(root, 'closed'), 0o755);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    const found = (JSON.parse(stdout) as { diagnostics: { code: string; path: string; position: { start: { line: number } } }[] }).diagnostics
      .filter(({ code }) => code.startsWith('load/')).map(({ code, path, position }) => `${code} ${path}:${position.start.line}`);
    expect(found).toEqual(['load/unreadable closed:1', 'load/unreadable closed.yaml:1', 'load/unreadable listed/x.yaml:1', witnessed]);
  });
});
