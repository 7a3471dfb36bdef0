import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { redactionLogPath } from '#model/redaction.ts';
import type { Bag } from './bag/open.ts';
import { infoField } from './bag/info.ts';
import { signaturePattern, sourceFolder, tagManifestPath } from './layout.ts';

/** Whether a bag says that this tool made it; then more is asked of it than of any bag. */
export function isOurs({ info }: Bag): boolean {
  return /^qms \d/.test(infoField(info, 'Tool-Version')?.value ?? '');
}

/** What a pack of ours must hold, and must not, besides what RFC 8493 demands: nothing in it is left to a reader's good will. */
export function judgeOwn(bag: Bag): CodedFinding[] {
  const { files, info, infoPath, manifests, version, container } = bag;
  const findings: CodedFinding[] = [];
  const lacks = (what: string, line = 1): void => { findings.push({ code: 'pack/incomplete', at: lineStart(infoPath, line), message: 'missing', args: { what } }); };
  for (const path of ['manifest-sha512.txt', tagManifestPath]) if (!files.has(path)) lacks(path);
  for (const label of ['Payload-Oxum', 'Bagging-Date']) if (!infoField(info, label)) lacks(label);
  if (version < 1) lacks('BagIt-Version: 1.0');
  const profile = infoField(info, 'Redaction-Profile');
  if (profile && !files.has(`${sourceFolder}/${redactionLogPath}`)) lacks(`${sourceFolder}/${redactionLogPath}`, profile.line);
  if (files.has('fetch.txt')) findings.push({ code: 'pack/bad-fetch', at: lineStart('fetch.txt', 1), message: 'present' });
  if (container.kind === 'zip' && container.top === '') lacks('QMS-evidence-…/');
  const sealed = new Set(manifests.filter(({ path }) => path === tagManifestPath).flatMap(({ listed }) => listed.map(({ path }) => path)));
  for (const path of files.keys()) {
    if (path.startsWith('data/') || path === tagManifestPath || signaturePattern.test(path) || sealed.has(path)) continue;
    findings.push({ code: 'pack/added', at: lineStart(path, 1), message: 'tag', args: { name: path } });
  }
  return findings;
}
