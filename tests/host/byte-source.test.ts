import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFolder, openFile } from '#host/byte-source.ts';
import { folderContainer } from '#pack/folder-container.ts';
import type { FolderListing } from '#model/byte-source.ts';
import { judgePack, makeBag, told } from '../pack/bags.ts';
import { makePipe, temporaryFolder } from '../temporary.ts';

const posix = process.platform !== 'win32';

test('a folder is listed as it lies there, hidden files too; links and pipes are told, not followed or waited for', async () => {
  const root = temporaryFolder(makeBag({ 'hello.txt': 'hello\n' }));
  const judged = async (): Promise<string[]> => told(judgePack(folderContainer(await listFolder(root) as FolderListing, 'bag')));
  expect(await judged()).toEqual([]);
  if (posix) {
    symlinkSync('/etc/passwd', join(root, 'data', 'link'));
    makePipe(join(root, 'data', 'pipe'));
  }
  const hidden = temporaryFolder({ ...makeBag({ 'hello.txt': 'hello\n' }), 'data/.git/config': 'x', 'data/node_modules/y.js': 'y' });
  expect(told(judgePack(folderContainer(await listFolder(hidden) as FolderListing, 'bag')))).toEqual(['pack/added data/.git/config', 'pack/added data/node_modules/y.js']);
  if (posix) expect(await judged()).toEqual(['pack/symlink data/link', 'pack/unreadable-entry data/pipe']);
});

test('a file is read at any place; what is none is told, what is not there is null', async () => {
  const root = temporaryFolder({ 'a.bin': '0123456789' });
  const source = await openFile(join(root, 'a.bin'));
  expect([source?.size, Buffer.from(source?.read(4, 3) ?? []).toString(), source?.read(8, 10).length, source?.read(20, 5).length]).toEqual([10, '456', 2, 0]);
  source?.close();
  expect(await openFile(join(root, 'none'))).toBeNull();
  expect(await listFolder(join(root, 'a.bin'))).toBeNull();
  if (!posix) return;
  makePipe(join(root, 'pipe'));
  await expect(openFile(join(root, 'pipe'))).rejects.toThrow('is no regular file');
});
