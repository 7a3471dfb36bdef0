import type { ByteSource } from '#model/byte-source.ts';
import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import type { Container, PackedFile } from '../container.ts';
import { judgeNames, twins } from '../entry-names.ts';
import { readDirectory, type DirectoryFault, type ZipRecord } from '#model/zip-directory.ts';
import { entryChunks, stretchOf, type Stretch } from './entry.ts';

/** Deflate packs no honest text of ours better than this; below a megabyte nobody cares. */
const MAX_RATIO = 200;
const CARELESS = 1024 * 1024;
const ENCRYPTED = 1;
const FOLLOWS = 8;

const directoryFaults: Readonly<Record<DirectoryFault, readonly [code: string, message: string]>> = {
  'no-zip': ['pack/no-bag', 'no-zip'], truncated: ['pack/truncated', 'archive'], count: ['pack/truncated', 'count'], disks: ['pack/unreadable-entry', 'disks'], entries: ['pack/bomb', 'entries'],
};

/** What a zip holds. Nothing is unpacked; entries that would deceive whoever unpacks it are told of and left out. */
export function zipContainer(source: ByteSource, name: string): Container {
  const findings: CodedFinding[] = [];
  const about = (code: string, message: string, args = {}, path = name): void => { findings.push({ code, message, args, at: lineStart(path, 1) }); };
  const directory = readDirectory(source);
  if (typeof directory === 'string') {
    about(...directoryFaults[directory], { name });
    return { kind: 'zip', name, top: '', files: [], folders: [], findings };
  }
  if (directory.stray > 0) about('pack/stray-bytes', 'after', { name, bytes: directory.stray });
  const named = directory.records.map((record) => ({ record, path: record.name ?? Buffer.from(record.rawName).toString('latin1'), stretch: stretchOf(source, record) }));
  const top = topFolder(named.map(({ path }) => path));
  const inside = (path: string): string => (top !== '' && path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path);
  findings.push(...judgeStretches(named.map((one) => ({ ...one, path: inside(one.path) })), directory.start, name));
  findings.push(...judgeNames(named.map(({ path }) => path.replace(/\/$/, ''))).map((finding) => ({ ...finding, at: lineStart(inside((finding.at as { path: string }).path), 1) })));
  findings.push(...twins(named.map(({ path }) => inside(path)), 'pack/twin-name'));
  const files: PackedFile[] = [];
  const seen = new Set<string>();
  for (const { record, path, stretch } of named) {
    const here = inside(path);
    const fault = entryFault(record, stretch);
    if (fault) about(fault[0], fault[1], { name: here, ...fault[2] }, here);
    if (path.endsWith('/') || seen.has(here)) continue;
    seen.add(here);
    if (fault && fault[0] !== 'pack/header-mismatch' && fault[0] !== 'pack/bad-name') continue;
    files.push({ path: here, size: record.size, chunks: () => entryChunks(source, record, stretch) });
  }
  return { kind: 'zip', name, top, files, findings, folders: [...new Set(named.flatMap(({ path }) => parents(inside(path))))] };
}

type Fault = readonly [code: string, message: string, args?: Record<string, string | number>];

/** What is wrong with one entry alone. */
function entryFault(record: ZipRecord, { mismatch }: Stretch): Fault | null {
  const type = record.mode & 0xf000;
  const folder = record.name?.endsWith('/') === true;
  if (type === 0xa000) return ['pack/symlink', 'zip'];
  if (type !== 0 && type !== (folder ? 0x4000 : 0x8000)) return ['pack/unreadable-entry', 'special'];
  if (record.flags & ENCRYPTED) return ['pack/unreadable-entry', 'encrypted'];
  if (record.method !== 0 && record.method !== 8) return ['pack/unreadable-entry', 'method', { method: record.method }];
  if (folder && record.size > 0) return ['pack/unreadable-entry', 'special'];
  if (record.method === 0 && record.size !== record.packed) return ['pack/bomb', 'stored', { size: record.size, packed: record.packed }];
  if (record.method === 8 && record.size > CARELESS && record.size > record.packed * MAX_RATIO) return ['pack/bomb', 'ratio', { size: record.size, packed: record.packed }];
  if (mismatch) return ['pack/header-mismatch', mismatch];
  if (record.otherName) return ['pack/header-mismatch', 'other-name'];
  return record.name === null ? ['pack/bad-name', 'encoding'] : null;
}

interface Named { readonly path: string; readonly record: ZipRecord; readonly stretch: Stretch }

/** Every byte before the directory belongs to exactly one entry. */
function judgeStretches(named: readonly Named[], end: number, archive: string): CodedFinding[] {
  const findings: CodedFinding[] = [];
  const sorted = named.filter(({ stretch }) => stretch.mismatch !== 'header').sort((a, b) => a.stretch.from - b.stretch.from);
  let at = 0;
  let follows = false;
  for (const { path, record, stretch } of sorted) {
    if (stretch.from < at) findings.push({ code: 'pack/bomb', message: 'overlap', at: lineStart(path, 1), args: { name: path } });
    else if (!gapAllowed(stretch.from - at, follows)) findings.push({ code: 'pack/stray-bytes', message: 'between', at: lineStart(archive, 1), args: { name: archive, bytes: stretch.from - at, entry: path } });
    at = Math.max(at, stretch.to);
    follows = (record.flags & FOLLOWS) !== 0;
  }
  if (at > end) findings.push({ code: 'pack/truncated', message: 'entry', at: lineStart(sorted.at(-1)?.path ?? archive, 1), args: { name: sorted.at(-1)?.path ?? archive } });
  else if (sorted.length === named.length && !gapAllowed(end - at, follows)) findings.push({ code: 'pack/stray-bytes', message: 'before-directory', at: lineStart(archive, 1), args: { name: archive, bytes: end - at } });
  return findings;
}

/** Sizes and sum that follow the data take twelve to twenty-four bytes. */
function gapAllowed(bytes: number, follows: boolean): boolean {
  return bytes === 0 || (follows && [12, 16, 20, 24].includes(bytes));
}

/** The one folder that holds everything; '' when there is none. */
function topFolder(paths: readonly string[]): string {
  const tops = new Set(paths.map((path) => path.split('/')[0] as string));
  const [top] = tops;
  return tops.size === 1 && top !== undefined && top !== '..' && paths.every((path) => path.includes('/')) ? top : '';
}

function parents(path: string): string[] {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}
