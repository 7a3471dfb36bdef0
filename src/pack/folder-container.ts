import type { FolderFile, FolderListing } from '#model/byte-source.ts';
import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { CHUNK, type Container, type PackedFile, type ReadFault } from './container.ts';
import { twins } from './entry-names.ts';

/** What an unpacked pack holds; links, pipes and what cannot be read are told of and left out. */
export function folderContainer({ files, folders }: FolderListing, name: string): Container {
  const findings = files.flatMap(({ path, problem }): CodedFinding[] => (problem === undefined ? []
    : [{ code: problem === 'symlink' ? 'pack/symlink' : 'pack/unreadable-entry', message: problem === 'symlink' ? 'folder' : 'special', at: lineStart(path, 1), args: { name: path } }]));
  return {
    kind: 'folder', name, top: '', folders, findings: [...findings, ...twins(files.map(({ path }) => path), 'pack/near-twins')],
    files: files.filter(({ problem }) => problem === undefined).map((file): PackedFile => ({ path: file.path, size: file.size, chunks: () => chunksOf(file) })),
  };
}

function* chunksOf(file: FolderFile): Generator<Uint8Array, ReadFault | null> {
  const source = file.open();
  try {
    for (let at = 0; at < source.size; at += CHUNK) yield source.read(at, Math.min(CHUNK, source.size - at));
    return null;
  } finally {
    source.close();
  }
}
