import picomatch from 'picomatch';
import type { Assets, SchemaCheck } from '#model/assets.ts';
import type { Config } from '#model/config.ts';
import { compareCodePoints, type CodedFinding } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';
import { lineStart } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { FileRule } from '#model/rule.ts';
import type { Tree, TreeEntry } from '#model/tree.ts';
import { idPattern, readConfig } from './config.ts';
import { decode } from './decode.ts';
import { extract, type Extraction } from './extract.ts';
import { buildJudges } from './judges.ts';
import { link } from './link.ts';
import { parseYaml } from './yaml.ts';

/** Larger text files are refused: no register or chapter written by people comes near it. */
const MAX_TEXT_BYTES = 10 * 1024 * 1024;

/** What reading depends on besides the files: configuration, schemas, file rules. */
export interface Reading { readonly config: Config; readonly assets: Assets; readonly extraction: Extraction; readonly findings: readonly CodedFinding[]; readonly ignored: (path: string) => boolean }

/** Reads qms.yaml and what it asks for; the first step, before any other file is looked at. */
export async function openWorkspace(tree: Tree, assets: Assets, rules: readonly FileRule[]): Promise<Reading> {
  const config = readConfig(configData(tree));
  const findings: CodedFinding[] = [];
  const house = new Map<string, SchemaCheck[]>();
  for (const [index, { for: name, file }] of config.schemas.entries()) {
    try {
      const entry = tree.get(file);
      if (!entry) throw new Error('file not found');
      const check = await assets.compile(JSON.parse(new TextDecoder().decode(entry.read())));
      house.set(name, [...(house.get(name) ?? []), check]);
    } catch (error) {
      findings.push({ code: 'workspace/bad-schema', at: { path: 'qms.yaml', pointer: `/schemas/${index}/file` }, message: 'found', args: { file, problem: (error as Error).message } });
    }
  }
  const ignored = config.ignore.length > 0 ? picomatch([...config.ignore], { dot: true }) : () => false;
  return { config, assets, findings, ignored, extraction: { assets, rules, ids: idPattern(config.numbering), house: (name) => house.get(name) ?? [] } };
}

/** The map step over many files. `mine` picks the files of a shard. */
export function readFacts(tree: Tree, reading: Reading, mine: (index: number) => boolean = () => true): FileFacts[] {
  return tree.entries.filter(({ path }) => !reading.ignored(path)).filter((_, index) => mine(index)).map((entry) => factsOf(entry, reading));
}

/** The reduce step: facts of all files → project and what is wrong with the set as a whole. */
export function linkFacts(facts: readonly FileFacts[], reading: Reading, today: string): { project: Project | null; findings: CodedFinding[] } {
  const { assets, config } = reading;
  const findings = [...reading.findings, ...facts.flatMap((file) => file.findings), ...nameTwins(facts)];
  const standard = assets.standard(config.standard);
  if (!standard) {
    findings.push({ code: 'workspace/unknown-standard', at: { path: 'qms.yaml', pointer: '/standard' }, message: 'found', args: { id: config.standard, known: assets.standardIds.join(', ') } });
    return { project: null, findings };
  }
  const project = link(facts, config, standard, today, assets, buildJudges(assets, standard, reading.extraction.house));
  if (project.documents.length === 0) findings.push({ code: 'workspace/no-documents', at: lineStart('qms.yaml', 1), message: 'found' });
  return { project, findings };
}

function configData(tree: Tree): unknown {
  const entry = tree.get('qms.yaml');
  if (!entry || entry.problem) return null;
  const { text } = decode(entry.read(), 'qms.yaml');
  return text === null ? null : parseYaml(text, 'qms.yaml').data;
}

function factsOf(entry: TreeEntry, { extraction }: Reading): FileFacts {
  const { path } = entry;
  const broken = (findings: CodedFinding[]): FileFacts => ({ path, form: 'broken', kind: '', data: null, body: null, findings, ignores: [] });
  if (entry.problem) return broken([{ code: `load/${entry.problem}`, at: lineStart(path, 1), message: 'found', args: { ...nameArgs(path), ...sizeArgs(entry.size) } }]);
  if (!/\.(?:md|ya?ml)$/i.test(path)) return { path, form: 'asset', kind: path.slice(path.lastIndexOf('.') + 1).toLowerCase(), data: null, body: null, findings: [], ignores: [] };
  if (entry.size > MAX_TEXT_BYTES) return broken([{ code: 'load/too-large', at: lineStart(path, 1), message: 'found', args: sizeArgs(entry.size) }]);
  return extract(entry.read(), path, extraction);
}

function sizeArgs(size: number): Record<string, number> {
  return { size: Math.ceil(size / 1024 / 1024), limit: MAX_TEXT_BYTES / 1024 / 1024 };
}

function nameArgs(path: string): Record<string, string | { en: string; 'zh-CN': string }> {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return {
    name: JSON.stringify(path),
    what: base.startsWith('-') ? { en: 'a leading hyphen', 'zh-CN': '开头的连字符' } : { en: 'a control character or line break', 'zh-CN': '控制字符或换行' },
  };
}

/** Names that Windows or macOS would take for one: equal but for case, or for composed and decomposed characters. */
function nameTwins(facts: readonly FileFacts[]): CodedFinding[] {
  const groups = Map.groupBy(facts.map(({ path }) => path).sort(compareCodePoints), (path) => path.normalize('NFC').toLowerCase());
  return [...groups.values()].flatMap(([first, ...twins]) => twins.map((path): CodedFinding =>
    ({ code: 'load/name-twins', at: lineStart(path, 1), message: 'found', args: { other: first as string } })));
}
