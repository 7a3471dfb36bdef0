import { createHash } from 'node:crypto';
import type { FolderListing } from '#model/byte-source.ts';
import { finish } from '#rules/finish.ts';
import { lineStart } from '#model/place.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import { codes } from '#commands/catalogue.ts';
import { folderContainer } from '#pack/folder-container.ts';
import type { Container } from '#pack/container.ts';
import type { Trusted } from '#pack/signatures.ts';
import { verifyPack } from '#pack/verify.ts';
import { zipContainer } from '#pack/zip/container.ts';

/** Files of a bag by path from its folder on. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
export const hash = (algorithm: string, content: string | Uint8Array): string => createHash(algorithm).update(bytesOf(content)).digest('hex');

export interface Making { readonly version?: string; readonly encoding?: string; readonly algorithms?: readonly string[]; readonly tagAlgorithms?: readonly string[]; readonly info?: string; readonly tags?: Files }

/** A bag around this payload, as it should be. */
export function makeBag(payload: Files, { version = '1.0', encoding = 'UTF-8', algorithms = ['sha512'], tagAlgorithms = algorithms, info, tags = {} }: Making = {}): Record<string, string | Uint8Array> {
  const data = Object.fromEntries(Object.entries(payload).map(([path, content]) => [`data/${path}`, content]));
  const octets = Object.values(data).reduce((sum, content) => sum + bytesOf(content).length, 0);
  const bag: Record<string, string | Uint8Array> = {
    ...data, ...tags,
    'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`,
    'bag-info.txt': info ?? `Bagging-Date: 2004-12-31\nPayload-Oxum: ${octets}.${Object.keys(data).length}\n`,
  };
  for (const algorithm of algorithms) bag[`manifest-${algorithm}.txt`] = manifestOf(data, algorithm);
  return withTagManifests(bag, tagAlgorithms);
}

/** Tag manifests over whatever stands in the bag now. */
export function withTagManifests(bag: Files, algorithms: readonly string[]): Record<string, string | Uint8Array> {
  const tags = Object.fromEntries(Object.entries(bag).filter(([path]) => !path.startsWith('data/') && !path.startsWith('tagmanifest') && !path.startsWith('signatures/')));
  return { ...bag, ...Object.fromEntries(algorithms.map((algorithm) => [`tagmanifest-${algorithm}.txt`, manifestOf(tags, algorithm)])) };
}

export function manifestOf(files: Files, algorithm: string): string {
  return Object.keys(files).sort().map((path) => `${hash(algorithm, files[path] as string)}  ${path}\n`).join('');
}

/** The bag as a folder, without a disk. */
export function asFolder(files: Files, folders: readonly string[] = ['data']): Container {
  const listing: FolderListing = {
    folders,
    files: Object.keys(files).sort().map((path) => {
      const bytes = bytesOf(files[path] as string);
      return { path, size: bytes.length, open: () => sourceOf(bytes) };
    }),
  };
  return folderContainer(listing, 'bag');
}

export function sourceOf(bytes: Uint8Array): { size: number; read(at: number, length: number): Uint8Array; close(): void } {
  return { size: bytes.length, read: (at, length) => bytes.subarray(Math.max(0, at), Math.max(0, at + length)), close: () => {} };
}

/** The bytes of a zip as the reader sees them. */
export function asZip(bytes: Uint8Array): Container {
  return zipContainer(sourceOf(bytes), 'bag.zip');
}

/** The verdict, ready to be told. */
export function judgePack(container: Container, trusted: Trusted = {}): Diagnostic[] {
  const { findings } = verifyPack(container, trusted, '2004-12-31', () => {});
  return finish(findings, { codes, practices: [], severities: {}, building: false, lineAt: () => '', locate: (spot) => ('position' in spot ? spot : lineStart(spot.path, 1)) });
}

/** `code path` of what is found, notes left out. */
export function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, at }) => `${code} ${at.path}`);
}
