import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { format } from '#i18n/format.ts';
import { codes } from '#commands/catalogue.ts';
import { byPath } from '#load/by-path.ts';
import { entryBytes } from '#load/entry.ts';
import { locator } from '#load/locate.ts';
import type { CodedFinding, Covering, Diagnostic } from '#model/diagnostic.ts';
import type { Project } from '#model/project.ts';
import type { Standard } from '#model/standard.ts';
import type { Text } from '#model/text.ts';
import { blockUnmet } from '#rules/block/unmet.ts';
import { clauseAdvised } from '#rules/clause/advised.ts';
import { clauseUnmet } from '#rules/clause/unmet.ts';
import { finish } from '#rules/finish.ts';
import { runRules } from '#rules/run.ts';
import { assets, bareWorkspace, judgeFiles, memoryTree, parseFiles } from './memory.ts';

/**
 * Each schema of a clause or block against its own fixtures: `good.txt` is a workspace that satisfies it, `bad.yaml` breaks that
 * workspace in one place at a time and says which demand must then be told, where, and in what words.
 */
interface Demand { readonly 'x-requirement'?: string; readonly 'x-basis'?: string; readonly 'x-say': Text; readonly 'x-covered-by'?: Covering }
interface Edit { readonly file: string; readonly find?: string; readonly replace?: string; readonly remove?: boolean }
interface Case { readonly breaks: string; readonly edit: Edit | readonly Edit[]; readonly at: { readonly file: string; readonly line: string }; readonly says: string }
interface Subject {
  readonly name: string; readonly schema: string; readonly folder: string;
  /** Whether a diagnostic is the judgement of this schema. */
  owns(diagnostic: Diagnostic): boolean;
  /** Whether a case's `breaks` means this demand. */
  means(demand: Demand, breaks: string): boolean;
}
type Files = Readonly<Record<string, string>>;

const fixtures = join(import.meta.dirname, 'fixtures');
const standard = assets.standard('iso9001-2000') as Standard;

const subjects: readonly Subject[] = [
  ...standard.clauses.filter(({ auditable }) => auditable).map(({ number }): Subject => ({
    name: number, schema: `standards/${standard.id}/clauses/${number}`, folder: `clauses/${number}`,
    owns: ({ code, clauses }) => (code === 'clause/unmet' || code === 'clause/advised') && clauses.length === 1 && clauses[0] === number,
    means: (demand, breaks) => demand['x-requirement'] === breaks,
  })),
  ...standard.blocks.filter(({ id }) => id !== 'top').map(({ id, title }): Subject => ({
    name: id, schema: `blocks/${id}`, folder: `blocks/${id}`,
    owns: ({ code, args }) => code.startsWith('block/') && (args?.['block'] as Text | undefined)?.en === title.en,
    means: (demand, breaks) => demand['x-say']['zh-CN'].startsWith(breaks),
  })),
];

function read(subject: Subject, name: string): string {
  return readFileSync(join(fixtures, subject.folder, name), 'utf8');
}

/** The fixture as a whole workspace: what it does not bring itself is the least there can be. */
function workspace(subject: Subject): Files {
  const own = parseFiles(read(subject, 'good.txt'));
  const organized = Object.values(own).some((text) => /^kind: organization$/m.test(text));
  return { 'qms.yaml': bareWorkspace['qms.yaml'] as string, ...(organized ? {} : { 'organization.yaml': bareWorkspace['organization.yaml'] as string }), ...own };
}

function edited(files: Files, edits: Edit | readonly Edit[]): Files {
  const result: Record<string, string> = { ...files };
  for (const { file, find, replace, remove } of [edits].flat() as Edit[]) {
    const text = result[file];
    if (text === undefined) throw new Error(`no file ${file} to edit`);
    if (remove) { delete result[file]; continue; }
    if (find === undefined || text.split(find).length !== 2) throw new Error(`"${find ?? ''}" occurs ${text.split(find ?? '').length - 1} times in ${file}, not once`);
    result[file] = text.replace(find, () => replace ?? '');
  }
  return result;
}

async function judged(subject: Subject, files: Files): Promise<Told[]> {
  const { diagnostics, project, lineAt } = await judgeFiles(files);
  const own = parseFiles(read(subject, 'good.txt'));
  // A file that does not load says nothing: a case made so would break for the wrong reason.
  const unsound = diagnostics.filter(({ code, at }) => at.path in own && (code.startsWith('load/') || code === 'workspace/unclaimed-file'));
  expect(unsound.map(({ code, at, args }) => `${code} ${at.path}:${at.position.start.line} ${JSON.stringify(args)}`)).toEqual([]);
  return judgedAlone(files, project as Project, lineAt).filter((diagnostic) => subject.owns(diagnostic)).map((diagnostic) => ({
    code: diagnostic.code, say: (diagnostic.args?.['say'] as Text | undefined)?.['zh-CN'] ?? '', file: diagnostic.at.path, line: lineAt(diagnostic.at.path, diagnostic.at.position.start.line),
    sentence: format(codes.get(diagnostic.code)?.messages[diagnostic.message] as Text, diagnostic.args ?? {}, 'zh-CN'),
  }));
}

/** What the schemas say by themselves: demands that another rule tells better are told here too. */
function judgedAlone(files: Files, project: Project, lineAt: (path: string, line: number) => string): Diagnostic[] {
  const tree = memoryTree(files);
  const findings = runRules(project, [clauseUnmet, clauseAdvised, blockUnmet]).flatMap(({ findings: found }) => found).map((finding): CodedFinding => ({ ...finding, coveredBy: {} }));
  return finish(findings, { codes, practices: standard.practices, severities: {}, building: false, locate: locator((path) => entryBytes(tree.get(path)), byPath(project.files)), lineAt });
}
interface Told { readonly code: string; readonly say: string; readonly file: string; readonly line: string; readonly sentence: string }

function demandsOf(subject: Subject): readonly Demand[] {
  return (assets.schema(subject.schema) as { allOf?: Demand[] } | undefined)?.allOf ?? [];
}

describe.each(subjects.map((subject) => [subject.name, subject] as const))('schema of %s', (_, subject) => {
  const demands = demandsOf(subject);
  const items = standard.clauses.find(({ number }) => number === subject.name)?.items?.map(({ id }) => id);
  const cases = existsSync(join(fixtures, subject.folder, 'bad.yaml')) ? parse(read(subject, 'bad.yaml'), { schema: 'core' }) as Case[] : [];

  test('demands something, in both languages, and each thing once', () => {
    expect(demands.length).toBeGreaterThan(1);
    expect(new Set(demands.map((demand) => demand['x-say']['zh-CN'])).size).toBe(demands.length);
    expect(new Set(demands.map((demand) => demand['x-say'].en)).size).toBe(demands.length);
    for (const { 'x-say': say } of demands) {
      expect(say['zh-CN']).toMatch(/^(?!.*[,;:?!()] ?[\u4e00-\u9fff]).*[\u4e00-\u9fff].*[^。.；;]$/);
      expect(say.en).toMatch(/^[A-Z0-9][^\u4e00-\u9fff]*[^.。;]$/);
    }
  });
  test('cites requirements of its own clause, and tells custom from standard', () => {
    for (const demand of demands) {
      if (items) expect(items).toContain(demand['x-requirement']);
      expect(items ? ['standard', 'practice'] : ['standard', 'practice', 'law', 'own-rule']).toContain(demand['x-basis']);
    }
  });
  test('is satisfied by the good fixture, which is a sound workspace', async () => {
    expect((await judged(subject, workspace(subject))).map(({ file, line, sentence }) => `${file}: ${line.trim()}: ${sentence}`)).toEqual([]);
  });
  test.each(cases.map((bad, index) => [index + 1, bad.breaks, bad] as const))('case %i breaks %s', async (_index, _breaks, bad) => {
    const told = await judged(subject, edited(workspace(subject), bad.edit));
    const meant = demands.filter((demand) => subject.means(demand, bad.breaks));
    const practice = new Set(meant.filter((demand) => demand['x-basis'] === 'practice').map((demand) => demand['x-say']['zh-CN']));
    const hits = told.filter(({ code, say, file, line, sentence }) => meant.some((demand) => demand['x-say']['zh-CN'] === say)
      && file === bad.at.file && line.includes(bad.at.line) && sentence.includes(bad.says) && (code === 'clause/advised') === (practice.has(say) && items !== undefined));
    expect(hits.length, `told instead: ${JSON.stringify(told, null, 1)}`).toBeGreaterThan(0);
  });
  test('has a case for every demand', () => {
    const unbroken = demands.filter((demand) => !cases.some((bad) => subject.means(demand, bad.breaks) && demand['x-say']['zh-CN'].includes(bad.says)));
    expect(unbroken.map((demand) => `${demand['x-requirement'] ?? ''} ${demand['x-say']['zh-CN']}`)).toEqual([]);
  });
});

test('what covers a demand exists, and no two demands cover each other', () => {
  const all = subjects.flatMap((subject) => demandsOf(subject));
  const required = new Set(all.map((demand) => demand['x-requirement']));
  const wrong = all.flatMap((demand) => Object.entries(demand['x-covered-by'] ?? {})).filter(([name, extent]) => {
    const [, code = '', message, requirement] = /^([^:@]+)(?::(.+)|@(.+))?$/.exec(name) ?? [];
    const def = codes.get(code);
    return !def || (message !== undefined && !def.messages[message]) || (requirement !== undefined && !required.has(requirement)) || !['workspace', 'clause', 'item', 'entry'].includes(extent);
  });
  expect(wrong).toEqual([]);
  // Only a demand of the standard is told as clause/unmet, and so can cover another.
  const covering = Map.groupBy(subjects.filter(({ schema }) => schema.startsWith('standards/')).flatMap(demandsOf).filter((demand) => demand['x-basis'] !== 'practice'), (demand) => demand['x-requirement'] ?? '');
  const above = (requirement: string): string[] => (covering.get(requirement) ?? []).flatMap((demand) => Object.keys(demand['x-covered-by'] ?? {}).flatMap((name) => name.split('@')[1] ?? []));
  const loops = [...covering.keys()].filter((start) => {
    const seen = new Set<string>();
    for (let open = above(start); open.length > 0; open = open.flatMap((one) => (seen.has(one) ? [] : (seen.add(one), above(one))))) if (open.includes(start)) return true;
    return false;
  });
  expect(loops).toEqual([]);
});
