import type { Assets } from '#model/assets.ts';
import type { Host } from '#model/host.ts';
import { listFolder, openFile } from './byte-source.ts';
import type { Kept } from '#model/kept.ts';
import { findUpwards, lstatOrNull, readFileOrNull, readTree } from './files.ts';
import { openKept } from './kept/kept.ts';
import { keptPlace } from './kept/place.ts';
import { browserBuild } from './browser-choice.ts';
import { openPrinter } from './browser.ts';
import { fonts } from './fonts.ts';
import { sshSign } from './ssh.ts';
import { changesBelow } from './watch.ts';
import { fileVersions, headCommit, treeAt } from './git.ts';
import { commitAt, stateOn } from './git-day.ts';

/** The real world. Without `tool`, which names the very build at work, nothing is kept between runs. */
export function createHost(assets: Assets, tool: string | null = null): Host {
  const kept = new Map<string, Kept | null>();
  return {
    kept(root) {
      const place = tool === null || kept.has(root) ? null : keptPlace(root, tool);
      if (!kept.has(root)) kept.set(root, place && openKept(place, () => readTree(root)));
      return kept.get(root) ?? null;
    },
    findWorkspace: async (from) => findUpwards(from, 'qms.yaml'),
    readTree: async (root, ignore) => readTree(root, ignore),
    readTreeAt: treeAt,
    commitAt,
    stateOn,
    fileVersions,
    head: headCommit,
    readFile: readFileOrNull,
    openFile: async (path) => openFile(path),
    listFolder,
    exists: async (path) => lstatOrNull(path) !== null,
    sign: sshSign,
    watch: changesBelow,
    openPrinter,
    browserBuild,
    fonts,
    assets: () => assets,
  };
}
