import { openAssets } from '#host/assets.ts';
import { judge, type Judged } from '#commands/judge.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import type { Assets } from '#model/assets.ts';
import type { FileFacts } from '#model/facts.ts';
import { treeOf, type Tree } from '#model/tree.ts';
import { fileRules } from '#rules/index.ts';

const assets: Assets = await openAssets();
/** The day on which tests judge, unless they say otherwise. */
export const testDay = '2004-12-31';

/** The least that makes a workspace. */
export const bareWorkspace: Readonly<Record<string, string>> = {
  'qms.yaml': 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\n',
  'organization.yaml': 'kind: organization\nname: 某局\nunits:\n  - { id: office, name: 办公室, block: support, kind: office }\nposts:\n  - { id: clerk, name: 文件管理员, unit: office }\n  - { id: head, name: 办公室主任, unit: office }\n',
};

/** `=== path` starts a file; what follows is its text. */
export function parseFiles(text: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const part of text.split(/^=== /m).slice(1)) {
    const end = part.indexOf('\n');
    files[part.slice(0, end).trim()] = part.slice(end + 1);
  }
  return files;
}

/** Files in memory as a tree; texts are UTF-8. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): Tree {
  const encoder = new TextEncoder();
  return treeOf(Object.keys(files).sort().map((path) => {
    const content = files[path] as string | Uint8Array;
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    return { path, size: bytes.length, read: () => bytes };
  }));
}

/** The whole way from files to a verdict, without a disk. */
export async function judgeFiles(files: Readonly<Record<string, string | Uint8Array>>, day: string = testDay): Promise<Judged & { facts: FileFacts[] }> {
  const tree = memoryTree(files);
  const reading = await openWorkspace(tree, assets, fileRules);
  const facts = readFacts(tree, reading);
  return { ...judge({ root: '/', tree, reading }, facts, day), facts };
}

export { assets };
