// The bag-writing part of `qms export` alone: a folder as the payload of a pack. node pack-folder.mjs FOLDER PACK.zip
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeStreamSafely } from '#host/write-stream.ts';
import { packed } from '#pack/pack.ts';

const [, , folder, to] = process.argv;
const payload = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: `data/${relative(folder, path)}`, bytes: () => readFileSync(path) }));
await writeStreamSafely(to, packed({ folder: 'pack', day: '2004-12-31', payload, info: [], tags: () => [] }).pieces);
