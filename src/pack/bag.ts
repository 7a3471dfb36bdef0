import { getHashes, hash, subtle } from 'node:crypto';
import { compareCodePoints } from '#model/diagnostic.ts';
import { signaturePath, tagManifestPath } from './layout.ts';
import { textFile, type PackFile } from './file.ts';

/** How much a pack holds below data/: BagIt's Payload-Oxum is `bytes.files`. */
export interface Extent { readonly files: number; readonly bytes: number }
/** The same with the number of files that the bag itself lays beside data/, signatures left out. */
export interface Beside extends Extent { readonly own: number }

/** A bag to be filled. */
export interface BagPlan {
  /** Files below data/, in any order. */
  readonly payload: readonly PackFile[];
  /** Lines of bag-info.txt in the order given; the Payload-Oxum is added. */
  readonly info: readonly (readonly [label: string, value: string])[];
  /** What lies beside data/ for readers: made last, when it is known how much there is. */
  tags(extent: Beside): readonly PackFile[];
  /** Signs the tag manifest, which stands for all the rest. */
  readonly signature?: { readonly person: string; sign(tagManifest: Uint8Array): Promise<Uint8Array> };
}

/** A file of a bag with its bytes at hand. */
export interface BagFile { readonly path: string; readonly bytes: Uint8Array }

/** What is told of a bag when it is filled; digests in hex. */
export interface BagSummary extends Extent { readonly tagManifestSha512: string }

/**
 * The files of a bag (BagIt 1.0, RFC 8493) one by one: the payload in bytewise order of names, each let go before the next is made, then the tag files in the same order, the tag manifest and
 * the signature last. Besides SHA-512 a list of SM3 digests (GB/T 32905) is kept where this build of OpenSSL knows SM3.
 */
export async function* bag(plan: BagPlan, done: (summary: BagSummary) => void): AsyncGenerator<BagFile> {
  const manifest = sumList(sha512);
  const sm3 = getHashes().includes('sm3') ? sumList((content) => hash('sm3', content)) : null;
  let bytes = 0;
  for (const file of inOrder(plan.payload)) {
    const content = await file.bytes();
    await Promise.all([manifest.add(file.path, content), sm3?.add(file.path, content)]);
    bytes += content.length;
    yield { path: file.path, bytes: content };
  }
  const extent = { files: plan.payload.length, bytes };
  const info = [...plan.info, ['Payload-Oxum', `${extent.bytes}.${extent.files}`] as const].map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('');
  const tagManifest = sumList(sha512);
  const own = [
    textFile('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'), textFile('bag-info.txt', info), textFile('manifest-sha512.txt', manifest.text()),
    ...(sm3 ? [textFile('metadata/sm3sums.txt', sm3.text())] : []),
  ];
  for (const file of inOrder([...own, ...plan.tags({ ...extent, own: own.length + 1 })])) {
    const content = await file.bytes();
    await tagManifest.add(file.path, content);
    yield { path: file.path, bytes: content };
  }
  const sealed = new TextEncoder().encode(tagManifest.text());
  yield { path: tagManifestPath, bytes: sealed };
  if (plan.signature) yield { path: signaturePath(plan.signature.person), bytes: await plan.signature.sign(sealed) };
  done({ ...extent, tagManifestSha512: await sha512(sealed) });
}

function inOrder(files: readonly PackFile[]): PackFile[] {
  return files.toSorted((a, b) => compareCodePoints(a.path, b.path));
}

/** Lines as `sha512sum` writes and reads them. */
function sumList(digest: (bytes: Uint8Array) => string | Promise<string>): { add(path: string, bytes: Uint8Array): Promise<void>; text(): string } {
  const lines: string[] = [];
  return { add: async (path, bytes) => { lines.push(`${await digest(bytes)}  ${path}\n`); }, text: () => lines.join('') };
}

/** Below this many bytes another core is not worth the way to it. */
const LARGE = 64 * 1024;

/** SHA-512 in hex, of much on another core: meanwhile this one can be at the other list. */
function sha512(bytes: Uint8Array): string | Promise<string> {
  return bytes.length < LARGE ? hash('sha512', bytes) : subtle.digest('SHA-512', bytes as Uint8Array<ArrayBuffer>).then((digest) => Buffer.from(digest).toString('hex'));
}
