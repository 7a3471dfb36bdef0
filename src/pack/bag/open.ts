import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { wholeOf, type Container, type PackedFile } from '../container.ts';
import { declarationPath, readDeclaration } from './declaration.ts';
import { fetchPath, readFetch, type Fetched } from './fetch.ts';
import { readInfo, type InfoField } from './info.ts';
import { digestLengths, manifestName, readManifest, type Manifest } from './manifest.ts';
import { tagText } from './tag-text.ts';

/** A bag whose tag files were read and whose payload was not. `infoPath` is where its metadata stand, '' where it has none. */
export interface Bag {
  readonly container: Container; readonly files: ReadonlyMap<string, PackedFile>; readonly version: number; readonly encoding: string;
  readonly manifests: readonly Manifest[]; readonly infoPath: string; readonly info: readonly InfoField[]; readonly fetched: readonly Fetched[];
  readonly findings: readonly CodedFinding[];
  /** Text of a tag file; null where there is none or it cannot be read. */
  text(path: string): string | null;
}

/** A manifest of half a million files fits. */
const MAX_TAG_BYTES = 128 * 1024 * 1024;

/** Reads the tag files of a bag; null when the container holds none, which its findings then tell. */
export function openBag(container: Container): { readonly bag: Bag | null; readonly findings: readonly CodedFinding[] } {
  const files = new Map(container.files.map((file) => [file.path, file]));
  const declared = files.get(declarationPath);
  const bytes = declared && wholeOf(declared, MAX_TAG_BYTES);
  if (!bytes) {
    const broken = container.findings.some(({ code, at }) => code !== 'pack/stray-bytes' && (at.path === declarationPath || at.path === container.name));
    return { bag: null, findings: broken ? [] : [{ code: 'pack/no-bag', at: lineStart(container.name, 1), message: 'declaration', args: { name: container.name } }] };
  }
  const { declaration, findings: first } = readDeclaration(bytes);
  const { version, encoding } = declaration;
  const findings = [...first];
  if (container.kind === 'zip' && container.top === '') findings.push({ code: 'pack/odd-top', at: lineStart(container.name, 1), message: 'found', args: { name: container.name } });
  const texts = new Map<string, string | null>();
  const text = (path: string): string | null => {
    if (!texts.has(path)) {
      const file = files.get(path);
      const whole = file ? wholeOf(file, MAX_TAG_BYTES) : null;
      texts.set(path, whole && (tagText(whole, encoding)?.text ?? null));
    }
    return texts.get(path) ?? null;
  };
  const read = <T extends { findings: readonly CodedFinding[] }>(path: string, parse: (text: string) => T): T | null => {
    if (!files.has(path)) return null;
    const found = text(path);
    if (found === null) findings.push({ code: 'pack/bad-manifest', at: lineStart(path, 1), message: 'encoding', args: { name: path, encoding } });
    const parsed = found === null ? null : parse(found);
    findings.push(...parsed?.findings ?? []);
    return parsed;
  };
  const manifests: Manifest[] = [];
  for (const path of files.keys()) {
    const named = manifestName(path);
    if (!named) continue;
    if (digestLengths[named.algorithm] === undefined) findings.push({ code: 'pack/unknown-algorithm', at: lineStart(path, 1), message: 'found', args: { algorithm: named.algorithm, known: Object.keys(digestLengths).join(', ') } });
    else manifests.push(...[read(path, (found) => readManifest(found, path, version))?.manifest ?? []].flat());
  }
  const payload = manifests.filter(({ kind }) => kind === 'payload');
  if (payload.length === 0) findings.push({ code: 'pack/no-bag', at: lineStart(declarationPath, 1), message: 'manifest' });
  else if (payload.every(({ algorithm }) => ['md5', 'sha1'].includes(algorithm))) findings.push({ code: 'pack/weak-digest', at: lineStart((payload[0] as Manifest).path, 1), message: 'found', args: { algorithm: payload.map(({ algorithm }) => algorithm).join(', ') } });
  if (!container.folders.includes('data')) findings.push({ code: 'pack/no-bag', at: lineStart(declarationPath, 1), message: 'payload' });
  const infoPath = ['bag-info.txt', 'package-info.txt'].find((path) => files.has(path)) ?? '';
  const info = read(infoPath, (found) => readInfo(found, infoPath, version))?.fields ?? [];
  const fetched = read(fetchPath, readFetch)?.fetched ?? [];
  return { bag: { container, files, version, encoding, manifests, infoPath, info, fetched, findings, text }, findings };
}
