import type { Diagnostic } from '#model/diagnostic.ts';
import type { Env, Given } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import type { Opened } from './workspace.ts';

/** A path as typed, from the root of the disk on: what is relative is so to the folder of `-C`, wherever the process stands. */
export function absolutePath(path: string, { cwd }: Pick<Env, 'cwd'>): string {
  if (path === '.') return cwd;
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path) ? path : `${cwd}/${path}`;
}

/** Keeps the findings of the files and folders that were named; a path that holds nothing is an error, never a green run. */
export async function withinPaths(diagnostics: readonly Diagnostic[], given: Given, { root, tree }: Opened, env: Env): Promise<readonly Diagnostic[]> {
  const paths = (given.args[0] ?? []) as readonly string[];
  if (paths.length === 0) return diagnostics;
  const wanted = paths.map((path) => {
    const inside = insideWorkspace(path, root, env);
    if (inside === null || !(inside === '' || tree.entries.some((entry) => entry.path === inside || entry.path.startsWith(`${inside}/`)))) {
      throw new UsageError({ en: '{path} is no file or folder of this workspace ({root}).', 'zh-CN': '{path} 不是该工作区（{root}）里的文件或文件夹。' }, { path, root });
    }
    return inside;
  });
  return diagnostics.filter(({ at }) => wanted.some((path) => path === '' || at.path === path || at.path.startsWith(`${path}/`)));
}

/** A path as typed → path from the workspace, null when it lies outside. */
export function insideWorkspace(typed: string, root: string, env: Env): string | null {
  const path = absolutePath(typed, env);
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const full = `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
  if (full === root) return '';
  return full.startsWith(`${root}/`) ? full.slice(root.length + 1) : null;
}
