import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import type { Bag } from './open.ts';
import { isPayload, lineSpot, type Contents, type Line } from './contents.ts';
import type { Measured } from './digests.ts';
import { infoField } from './info.ts';
import { manifestName } from './manifest.ts';

/** What the operating system leaves behind, and nobody means to hand over. */
const systemFile = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]+|\.Trashes|\.Spotlight-V100)$/i;

/** Files against manifests: missing, altered, exchanged, renamed, added; one fault, one finding. */
export function compare(bag: Bag, contents: Contents): CodedFinding[] {
  const findings: CodedFinding[] = [];
  const { measured, lines } = contents;
  const payloadManifests = bag.manifests.filter(({ kind }) => kind === 'payload');
  const altered: string[] = [];
  const added: string[] = [];
  for (const [path, found] of measured) {
    const named = lines.get(path) ?? [];
    const wrong = named.filter((line) => digestOf(found, line) !== line.listed.digest);
    if (found.fault !== null && (wrong.length > 0 || found.fault !== 'sum')) findings.push(unreadable(path, found));
    else if (wrong.length > 0 && wrong.length < named.length) findings.push({ code: 'pack/bad-manifest', at: lineSpot(wrong[0] as Line), message: 'disagree', args: { name: path } });
    else if (wrong.length > 0) altered.push(path);
    else if (found.fault !== null) findings.push(unreadable(path, found));
    if (!isPayload(path) || payloadManifests.length === 0) continue;
    const without = payloadManifests.filter((manifest) => !named.some((line) => line.manifest === manifest));
    if (without.length === payloadManifests.length) added.push(path);
    else if (bag.version >= 1) findings.push(...without.map((manifest): CodedFinding => ({ code: 'pack/unlisted', at: lineStart(manifest.path, 1), message: 'found', args: { name: path, manifest: manifest.path } })));
    if (systemFile.test(path)) findings.push({ code: 'pack/system-file', at: lineStart(path, 1), message: 'found', args: { name: path } });
  }
  const lost = lostBytes(bag, measured);
  const missing = missingFiles(contents, bag);
  for (const path of altered) findings.push(alteredFinding(path, altered, contents, added.length + missing.length === 0 && altered.filter(isPayload).length === 1 ? lost : null));
  const spare = [...added, ...[...measured.keys()].filter((path) => !isPayload(path) && !lines.has(path) && !isUnlistedByNature(path))];
  const used = new Set<string>();
  for (const line of missing) {
    const from = line.listed.path;
    const to = spare.find((path) => !used.has(path) && digestOf(measured.get(path) as Measured, line) === line.listed.digest);
    if (to === undefined) findings.push({ code: 'pack/missing', at: lineSpot(line), message: 'found', args: { name: from, manifest: line.manifest.path } });
    else { used.add(to); findings.push({ code: 'pack/renamed', at: lineStart(to, 1), message: 'found', args: { name: to, from }, related: [lineSpot(line)] }); }
  }
  for (const path of added.filter((one) => !used.has(one))) findings.push({ code: 'pack/added', at: lineStart(path, 1), message: 'payload', args: { name: path } });
  return [...findings, ...fetchFindings(bag, contents), ...oxumFindings(bag, measured, findings.some(({ code }) => explained.has(code)))];
}

/** Findings that a wrong sum of the payload follows from. */
const explained = new Set(['pack/missing', 'pack/added', 'pack/altered', 'pack/renamed', 'pack/damaged', 'pack/truncated', 'pack/bomb']);

function digestOf(found: Measured, { manifest }: Line): string | undefined {
  return found.digests.get(manifest.algorithm);
}

function unreadable(path: string, { fault }: Measured): CodedFinding {
  const at = lineStart(path, 1);
  const args = { name: path };
  if (fault === 'longer') return { code: 'pack/bomb', at, message: 'longer', args };
  return fault === 'shorter' ? { code: 'pack/truncated', at, message: 'entry', args } : { code: 'pack/damaged', at, message: fault === 'sum' ? 'sum' : 'packed', args };
}

/** Where the content of another file was put, or how much is cut off, the reader is told so. */
function alteredFinding(path: string, altered: readonly string[], { measured, lines }: Contents, lost: number | null): CodedFinding {
  const [line] = lines.get(path) as [Line, ...Line[]];
  const digest = digestOf(measured.get(path) as Measured, line);
  const about = { code: 'pack/altered', at: lineStart(path, 1), related: [lineSpot(line)] };
  const other = altered.find((one) => one !== path && lines.get(one)?.some(({ manifest, listed }) => manifest === line.manifest && listed.digest === digest));
  if (other !== undefined) return { ...about, message: 'exchanged', args: { name: path, other } };
  if (lost !== null && lost !== 0 && isPayload(path)) return { ...about, message: lost > 0 ? 'shorter' : 'longer', args: { name: path, bytes: Math.abs(lost) } };
  return { ...about, message: 'found', args: { name: path, manifest: line.manifest.path } };
}

/** One line for each file that is named and not there, held back to be fetched ones aside. */
function missingFiles({ absent }: Contents, bag: Bag): Line[] {
  const held = new Set(bag.fetched.map(({ path }) => path));
  const seen = new Set<string>();
  return absent.filter(({ listed }) => !held.has(listed.path) && !seen.has(listed.path) && seen.add(listed.path));
}

function fetchFindings({ fetched, files, manifests, version }: Bag, { absent }: Contents): CodedFinding[] {
  const gone = new Set(absent.map(({ listed }) => listed.path));
  return fetched.flatMap(({ path, line }): CodedFinding[] => {
    const at = lineStart('fetch.txt', line);
    if (!files.has(path)) return [{ code: 'pack/not-fetched', at, message: gone.has(path) ? 'found' : 'unlisted', args: { name: path } }];
    const listed = manifests.some(({ kind, listed: all }) => kind === 'payload' && all.some((one) => one.path === path));
    return version >= 1 && !listed ? [{ code: 'pack/bad-fetch', at, message: 'unlisted', args: { name: path } }] : [];
  });
}

/** Bytes and number of payload files. */
export function payloadOf(measured: ReadonlyMap<string, Measured>): { readonly bytes: number; readonly files: number } {
  const sizes = [...measured].filter(([path]) => isPayload(path)).map(([, { size }]) => size);
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
}

function lostBytes({ info }: Bag, measured: ReadonlyMap<string, Measured>): number | null {
  const said = /^(\d+)\.\d+$/.exec(infoField(info, 'Payload-Oxum')?.value ?? '')?.[1];
  return said === undefined ? null : Number(said) - payloadOf(measured).bytes;
}

function oxumFindings({ info, infoPath }: Bag, measured: ReadonlyMap<string, Measured>, known: boolean): CodedFinding[] {
  const { bytes, files } = payloadOf(measured);
  return info.filter(({ label }) => label.toLowerCase() === 'payload-oxum').flatMap(({ value, line }): CodedFinding[] => {
    const at = lineStart(infoPath, line);
    if (!/^\d+\.\d+$/.test(value)) return [{ code: 'pack/oxum', at, message: 'form', args: { value } }];
    return value === `${bytes}.${files}` || known ? [] : [{ code: 'pack/oxum', at, message: 'found', args: { value, actual: `${bytes}.${files}` } }];
  });
}

/** Tag files that no manifest can or need list. */
function isUnlistedByNature(path: string): boolean {
  return manifestName(path)?.kind === 'tag';
}
