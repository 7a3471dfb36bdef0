import { PDFDocument } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { fonts } from '#host/fonts.ts';
import type { Env, Outcome } from '#model/command.ts';
import type { FolderListing } from '#model/byte-source.ts';
import type { Commit } from '#model/host.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { memoryTree } from '../memory.ts';

/** The commit of `inGit`. */
export const commit: Commit = { commit: 'c'.repeat(40), date: '2004-12-01' };

/** A workspace as it lies there, and as its one commit holds it. */
export function inGit(there: Readonly<Record<string, string>>, stored: Readonly<Record<string, string>> = there): Env {
  const env = memoryEnv(there, 'en');
  return { ...env, host: { ...env.host, head: async () => commit.commit, commitAt: async (_, ref) => (ref === 'HEAD' || ref === commit.commit ? commit : null), readTreeAt: async () => memoryTree(stored) } };
}

/** A world with our fonts and a browser that prints an empty page, and what it was asked for. `disk`: files outside the workspace by absolute path. */
export function withPrinter(env: Env, atOnce = 2): { env: Env; printed: string[]; open: () => number; disk: Map<string, Uint8Array>; refuse: Set<string> } {
  const printed: string[] = [];
  const refuse = new Set<string>();
  const disk = new Map<string, Uint8Array>();
  let open = 0;
  const openPrinter: Env['host']['openPrinter'] = async () => {
    open++;
    return {
      version: 'none', atOnce, close: async () => { open--; },
      print: async (_, name = '') => {
        printed.push(name);
        if (refuse.has(name)) throw new Error(`planted: ${name}`);
        const pdf = await PDFDocument.create({ updateMetadata: false });
        pdf.addPage();
        return pdf.save();
      },
    };
  };
  return { printed, open: () => open, disk, refuse, env: { ...env, host: { ...env.host, fonts, openPrinter, readFile: async (path) => disk.get(path) ?? null, listFolder: async (folder) => listing(folder, disk) } } };
}

function listing(folder: string, disk: ReadonlyMap<string, Uint8Array>): FolderListing | null {
  const files = [...disk].filter(([path]) => path.startsWith(`${folder}/`)).map(([path, bytes]) => ({ path: path.slice(folder.length + 1), size: bytes.length, open: () => { throw new Error('not opened'); } }));
  return files.length === 0 ? null : { files, folders: [] };
}

/** All that a command streams. */
export async function bytesOf({ stream }: Outcome): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream?.pieces ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The pack as its files, without the folder, and what is said when it stands. */
export async function packOf(env: Env, options: Record<string, unknown> = {}): Promise<{ folder: string; files: Map<string, Buffer>; told: string; notes: string; bytes: Buffer }> {
  const outcome = await runCommand('export', env, [], { output: 'p.zip', withFindings: true, pdf: false, ...options });
  const bytes = await bytesOf(outcome);
  const entries = Object.entries(bytes.length > 0 ? unzipSync(bytes) : {});
  const [folder] = (entries[0]?.[0] ?? '').split('/') as [string];
  return { folder, bytes, notes: outcome.notes ?? '', told: outcome.stream?.told() ?? '', files: new Map(entries.map(([name, content]) => [name.slice(folder.length + 1), Buffer.from(content)])) };
}
