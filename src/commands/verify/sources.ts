import type { Env } from '#model/command.ts';
import { treeOf, type Tree, type TreeEntry } from '#model/tree.ts';
import { MAX_TEXT_BYTES } from '#load/entry.ts';
import { infoField } from '#pack/bag/info.ts';
import type { Bag } from '#pack/bag/open.ts';
import { wholeOf, type PackedFile } from '#pack/container.ts';
import { sourceFolder } from '#pack/layout.ts';
import { openWorkspace } from '#load/load.ts';
import { fileRules } from '#rules/index.ts';
import type { Opened } from '../workspace.ts';

/** The workspace that lies in a pack; null where there is none. Files are read when they are asked for. */
export async function sourcesIn(bag: Bag, env: Env): Promise<Opened | null> {
  const tree = sourceTree(bag);
  if (!tree.get('qms.yaml')) return null;
  return { root: sourceFolder, tree, reading: await openWorkspace(tree, env.host.assets(), fileRules) };
}

/** The day as of which a pack was made, YYYY-MM-DD. */
export function stateOf({ info }: Bag, env: Env): string {
  const day = infoField(info, 'State-Of')?.value ?? infoField(info, 'Bagging-Date')?.value ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : env.today;
}

function sourceTree({ files }: Bag): Tree {
  const prefix = `${sourceFolder}/`;
  return treeOf([...files.values()].filter(({ path }) => path.startsWith(prefix)).map((file): TreeEntry => ({ path: file.path.slice(prefix.length), size: file.size, read: () => bytesOf(file) })));
}

function bytesOf(file: PackedFile): Uint8Array {
  const bytes = wholeOf(file, MAX_TEXT_BYTES);
  if (bytes === null) throw new Error(`unreadable: ${file.path}`); // told by the pack's own findings; the loader tells of what it cannot read
  return bytes;
}
