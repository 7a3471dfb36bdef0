import { hash } from 'node:crypto';
import type { Assets } from '#model/assets.ts';
import type { Host } from '#model/host.ts';
import { listFolder, openFile } from './byte-source.ts';
import type { Kept } from '#model/kept.ts';
import { findUpwards, isFile, lstatOrNull, readFileOrNull, readTree } from './files.ts';
import { openKept } from './kept/kept.ts';
import { isUntouched } from './kept/untouched.ts';
import { keptPlace } from './kept/place.ts';
import { fonts } from './fonts.ts';
import { fileStamp } from './stamp.ts';

/** What is known of a run when it begins: what was `typed`, where that means one question, and a workspace that was seen to be `touched` since it was kept. */
export interface Beginning { readonly typed?: string | null; readonly touched?: string | undefined }

/**
 * The real world. Without `tool`, which names the very build at work, nothing is kept between runs.
 * What few commands need (git, keys, browser) is loaded when one asks for it.
 */
export function createHost(assets: Assets, tool: string | null = null, { typed = null, touched }: Beginning = {}): Host {
  const kept = new Map<string, Kept | null>();
  return {
    kept(root) {
      const place = tool === null || kept.has(root) ? null : keptPlace(root, tool);
      if (!kept.has(root)) kept.set(root, place && openKept(place, (index) => root !== touched && isUntouched(root, index), typed));
      return kept.get(root) ?? null;
    },
    findWorkspace: async (from) => findUpwards(from, 'qms.yaml'),
    readTree: async (root, ignore) => readTree(root, ignore),
    takeByThreads: async (...asked) => (await import('./threads.ts')).takeByThreads(...asked),
    readTreeAt: async (root, ref) => (await import('./git.ts')).treeAt(root, ref),
    commitAt: async (root, ref) => (await import('./git-day.ts')).commitAt(root, ref),
    stateOn: async (root, day) => (await import('./git-day.ts')).stateOn(root, day),
    fileVersions: async (root, path) => (await import('./git.ts')).fileVersions(root, path),
    head: async (root) => (await import('./git.ts')).headCommit(root),
    readFile: readFileOrNull,
    openFile: async (path) => openFile(path),
    listFolder,
    stampOf: async (path) => fileStamp(path),
    async digestOf(path) {
      const bytes = isFile(path) ? await readFileOrNull(path) : null;
      return bytes && hash('sha256', bytes, 'hex');
    },
    exists: async (path) => lstatOrNull(path) !== null,
    sign: async (message, key, namespace) => (await import('./ssh.ts')).sshSign(message, key, namespace),
    async* watch(root, signal) { yield* (await import('./watch.ts')).changesBelow(root, signal); },
    openPrinter: async (choice, signal) => (await import('./browser-pool.ts')).openPrinter(choice, signal),
    browserBuild: async (choice) => (await import('./browser-pool.ts')).browserBuild(choice),
    fonts,
    assets: () => assets,
  };
}
