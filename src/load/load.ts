import type { Assets, SchemaCheck } from '#model/assets.ts';
import type { Config } from '#model/config.ts';
import type { CodedFinding } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';
import { globMatcher } from '#model/glob.ts';
import type { KnownFacts } from '#model/kept.ts';
import { lineStart } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { FileRule } from '#model/rule.ts';
import type { Tree, TreeEntry } from '#model/tree.ts';
import { idPattern, readConfig } from './config.ts';
import { decode } from './decode.ts';
import { sha256 } from './digest.ts';
import { entryBytes, MAX_TEXT_BYTES, readEntry, type ReadBytes } from './entry.ts';
import { extract, type Extraction } from './extract.ts';
import { buildJudges } from './judges.ts';
import { link } from './link.ts';
import { badName, nameTwins } from './names.ts';
import { salvage } from './salvage.ts';
import { parseYaml } from './yaml.ts';

/** What reading depends on besides the files: configuration, schemas, file rules. */
export interface Reading {
  readonly config: Config; readonly assets: Assets; readonly extraction: Extraction; readonly findings: readonly CodedFinding[]; readonly ignored: (path: string) => boolean;
  /** Names all that facts depend on besides a file's bytes and path and this version of the tool. */
  readonly key: string;
  /** Facts that need not be taken again. */
  readonly known?: KnownFacts;
}

/** Reads qms.yaml and what it asks for; the first step, before any other file is looked at. */
export async function openWorkspace(tree: Tree, assets: Assets, rules: readonly FileRule[]): Promise<Reading> {
  const config = readConfig(configData(tree, assets));
  const findings: CodedFinding[] = [];
  const house = new Map<string, SchemaCheck[]>();
  const houseTexts: (readonly [name: string, digest: string])[] = [];
  for (const [index, { for: name, file }] of config.schemas.entries()) {
    try {
      const bytes = entryBytes(tree.get(file));
      if (bytes === null) throw new Error('file not found');
      const check = await assets.compile(JSON.parse(new TextDecoder().decode(bytes)));
      house.set(name, [...(house.get(name) ?? []), check]);
      houseTexts.push([name, sha256(bytes)]);
    } catch (error) {
      findings.push({ code: 'workspace/bad-schema', at: { path: 'qms.yaml', pointer: `/schemas/${index}/file` }, message: 'found', args: { file, problem: (error as Error).message } });
    }
  }
  const ids = idPattern(config.numbering);
  const key = sha256(Buffer.from(JSON.stringify([ids.source, ids.flags, houseTexts, rules.map(({ code }) => code)])));
  return { config, assets, findings, key, ignored: globMatcher(config.ignore), extraction: { assets, rules, ids, house: (name) => house.get(name) ?? [] } };
}

/** The map step over many files. `mine` picks the files of a shard. */
export function readFacts(tree: Tree, reading: Reading, mine: (index: number) => boolean = () => true): FileFacts[] {
  return tree.entries.filter(({ path }) => !reading.ignored(path)).filter((_, index) => mine(index)).map((entry) => knownFacts(entry, reading));
}

/** Facts of an earlier run where they are those of this file, else taken now. */
function knownFacts(entry: TreeEntry, reading: Reading): FileFacts {
  const { known } = reading;
  const before = known?.byStamp(entry);
  if (before || !known) return before ?? factsOf(entry, reading);
  const made = freshFacts(entry, reading, known.digestOf(entry));
  const facts = made && (made.facts ?? known.byDigest(entry, made.digest));
  if (made && !facts) return knownFacts(entry, { ...reading, known: { ...known, digestOf: () => '' } }); // what was kept is damaged
  if (made?.facts) known.keep(entry, made.digest, made.facts);
  return facts ?? factsOf(entry, reading);
}

/**
 * Facts of one file and the digest of the very bytes they were taken from. No facts where the digest is the one that is known; null where nothing is read.
 */
export function freshFacts(entry: TreeEntry, reading: Reading, known?: string): { readonly digest: string; readonly facts: FileFacts | null } | null {
  const read = readEntry(entry);
  return read && { digest: read.digest, facts: read.digest === known ? null : factsOf(entry, reading, read) };
}

/** The reduce step: facts of all files → project and what is wrong with the set as a whole. */
export function linkFacts(facts: readonly FileFacts[], reading: Reading, today: string): { project: Project | null; findings: CodedFinding[] } {
  const project = projectFrom(() => facts, reading, today);
  return { project, findings: [...reading.findings, ...facts.flatMap((file) => file.findings), ...generalFindings(facts, reading, project)] };
}

/** The project, for which facts are taken when something of it is asked for; null where the standard is unknown. */
export function projectFrom(facts: () => readonly FileFacts[], reading: Reading, today: string): Project | null {
  const { assets, config } = reading;
  const standard = assets.standard(config.standard);
  return standard ? link(facts, config, standard, today, assets, buildJudges(assets, standard, reading.extraction.house)) : null;
}

/** What is wrong with the set of files as a whole. */
export function generalFindings(facts: readonly FileFacts[], { assets, config }: Reading, project: Project | null): CodedFinding[] {
  const twins = nameTwins(facts.map(({ path }) => path));
  if (!project) return [...twins, { code: 'workspace/unknown-standard', at: { path: 'qms.yaml', pointer: '/standard' }, message: 'found', args: { id: config.standard, known: assets.standardIds.join(', ') } }];
  return project.documents.length > 0 ? twins : [...twins, { code: 'workspace/no-documents', at: lineStart('qms.yaml', 1), message: 'found' }];
}

/** What can be trusted of qms.yaml; the complaints are told when its facts are taken. */
function configData(tree: Tree, assets: Assets): unknown {
  const bytes = entryBytes(tree.get('qms.yaml'));
  const text = bytes && decode(bytes, 'qms.yaml').text;
  const data = typeof text === 'string' ? parseYaml(text, 'qms.yaml').data : null;
  const check = assets.check('registers/workspace');
  return check && data !== null && check(data) ? salvage(data, check) : data;
}

/** Facts of one file, taken now. */
export function factsOf(entry: TreeEntry, { extraction }: Reading, read: ReadBytes | null = readEntry(entry)): FileFacts {
  const { path } = entry;
  const broken = (...findings: CodedFinding[]): FileFacts => ({ path, form: 'broken', kind: '', digest: '', data: null, body: null, findings, ignores: [] });
  const about = (code: string, args = {}): CodedFinding => ({ code, at: lineStart(path, 1), message: 'found', args });
  if (entry.problem) return broken(about(`load/${entry.problem}`));
  const name = badName(path);
  if (name) return broken(name);
  if (!/\.(?:md|ya?ml)$/i.test(path)) return assetFacts(path, read);
  if (entry.size > MAX_TEXT_BYTES) return broken(about('load/too-large', { size: Math.ceil(entry.size / 1024 / 1024), limit: MAX_TEXT_BYTES / 1024 / 1024 }));
  return read === null ? broken(about('load/unreadable')) : extract(read, path, extraction);
}

/** A picture, an attachment, a signature: its digest is what an approval of the page stands on. Only small texts are kept. */
function assetFacts(path: string, read: ReadBytes | null): FileFacts {
  const kind = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const raw = read && isSignatureFile(path) ? { raw: Buffer.from(read.bytes).toString('base64') } : {};
  return { path, form: 'asset', kind, digest: read?.digest ?? '', data: null, ...raw, body: null, findings: [], ignores: [] };
}

/** A detached signature, or the list of who may sign. */
function isSignatureFile(path: string): boolean {
  return path.endsWith('.yaml.sig') || /(?:^|\/)allowed_signers$/.test(path);
}
