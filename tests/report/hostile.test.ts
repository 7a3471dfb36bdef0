import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import type { List, Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '#model/diagnostic.ts';
import { locales } from '#model/text.ts';
import { reporters } from '#report/index.ts';
import type { ReportInput } from '#report/report.ts';
import { hostile } from '../hostile/strings.ts';
import { diagnostics, reportInput } from './sample.ts';

function inputWith(text: string, locale: 'en' | 'zh-CN' = 'zh-CN'): ReportInput {
  const about = diagnostics.map((diagnostic): Diagnostic => ({
    ...diagnostic, args: { id: text, other: text, what: { en: text, 'zh-CN': text } }, clauses: [text], at: { ...diagnostic.at, path: `${text}.md` }, related: [{ ...diagnostic.at, path: `${text}/b.md` }],
  }));
  const input = reportInput(locale);
  return { ...input, diagnostics: about, lineAt: () => text, checked: { ...input.checked, standard: text, buildingUntil: text } };
}
const render = (name: string, text: string): string => reporters[name]?.(inputWith(text)) ?? '';
const named = hostile.map((text) => [JSON.stringify(text).slice(0, 40), text] as const);

/** What reaches the file or the terminal: lone surrogates do not survive UTF-8. */
const written = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
// oxlint-disable-next-line no-control-regex -- raw controls are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffd]|[\u{e0000}-\u{e007f}]/u;

describe('pretty', () => {
  test.each(named)('%s reaches no terminal raw', (_, text) => {
    for (const locale of locales) {
      const lines = written(reporters['pretty']?.(inputWith(text, locale)) ?? '').split('\n');
      expect(lines.filter((line) => controls.test(line))).toEqual([]);
      expect(lines.filter((line) => line.startsWith('::') || line.startsWith('##'))).toEqual([]);
    }
  });
});

describe('json and gitlab', () => {
  test.each(named)('%s comes back as it was', (_, text) => {
    const json = JSON.parse(written(render('json', text))) as { diagnostics: { path: string; args: { id: string } }[] };
    expect(json.diagnostics.map(({ args }) => args.id)).toEqual([text, text, text]);
    expect(json.diagnostics[0]?.path).toBe(`docs/${text}.md`);
    const issues = JSON.parse(written(render('gitlab', text))) as Record<string, unknown>[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    for (const issue of issues) {
      expect(issue).toEqual({
        description: expect.any(String), check_name: expect.stringMatching(/^test\//), fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/), severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
        location: { path: `docs/${text}.md`, lines: { begin: expect.any(Number), end: expect.any(Number) } },
      });
    }
  });
  test('gitlab fingerprints stay unique for findings that are alike', () => {
    const twice = [...diagnostics, ...diagnostics];
    const issues = JSON.parse(reporters['gitlab']?.(reportInput('en', { diagnostics: twice })) ?? '') as { fingerprint: string }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(6);
  });
});

describe('sarif', () => {
  // Draft-04 by name only: of what later drafts changed it uses nothing but `id`.
  const { $schema: _draft, id: _id, ...schema } = sarifSchema;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats as unknown as (instance: Ajv) => void)(ajv);
  const valid = ajv.compile(schema);
  test.each(named)('%s fits the schema of SARIF 2.1.0', (_, text) => {
    const log = JSON.parse(written(render('sarif', text))) as { runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] };
    valid(log);
    expect(valid.errors ?? []).toEqual([]);
    for (const { locations } of log.runs[0]?.results ?? []) {
      const { uri } = (locations[0] as (typeof locations)[0]).physicalLocation.artifactLocation;
      expect(uri).not.toMatch(/[^\x21-\x7e]|^[A-Za-z][\w+.-]*:/);
      expect(decodeURIComponent(uri)).toBe(`docs/${text}.md`.toWellFormed());
    }
  });
  test('the schema would tell', () => {
    const log = JSON.parse(reporters['sarif']?.(reportInput('en')) ?? '') as { runs: { results: { level: string }[] }[] };
    for (const run of log.runs) for (const result of run.results) result.level = 'fatal';
    expect(valid(log)).toBe(false);
  });
  test('no findings fit it too', () => {
    expect(valid(JSON.parse(reporters['sarif']?.(reportInput('en', { diagnostics: [] })) ?? ''))).toBe(true);
  });
});

/** Throws where the XML is not well-formed. */
function parseXml(text: string): { names: string[]; attributes: Record<string, string>[] } {
  const names: string[] = [];
  const attributes: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', (tag) => { names.push(tag.name); attributes.push(tag.attributes as Record<string, string>); });
  parser.write(text).close();
  return { names, attributes };
}

describe('junit', () => {
  test.each(named)('%s leaves the XML well-formed', (_, text) => {
    const { names, attributes } = parseXml(written(render('junit', text)));
    expect(names.filter((name) => name === 'testcase').length).toBe(3);
    expect(names.filter((name) => name === 'failure').length).toBe(1);
    expect(names.filter((name) => name === 'testsuites').length).toBe(1);
    expect(attributes[0]).toMatchObject({ tests: '3', failures: '1' });
  });
  test('a clean run is one passed case', () => {
    expect(parseXml(reporters['junit']?.(reportInput('zh-CN', { diagnostics: [] })) ?? '').names).toEqual(['testsuites', 'testsuite', 'testcase']);
  });
});

describe('markdown', () => {
  const parser = unified().use(remarkParse).use(remarkGfm);
  test.each(named)('%s stays text', (_, text) => {
    const output = written(render('md', text));
    expect(output.split('\n').filter((line) => controls.test(line))).toEqual([]);
    const kinds = new Set<string>();
    const visit = (node: Nodes): void => {
      if (node.type === 'link' && node.children.every((child) => child.type === 'text' && child.value === node.url)) return; // a bare address shows where it leads
      kinds.add(node.type);
      if ('children' in node) node.children.forEach(visit);
    };
    const tree = parser.parse(output);
    visit(tree);
    expect([...kinds].filter((kind) => !['root', 'heading', 'paragraph', 'text', 'list', 'listItem', 'inlineCode'].includes(kind))).toEqual([]);
    expect(tree.children.filter(({ type }) => type === 'list').flatMap((list) => (list as List).children).length).toBe(3);
  });
});

describe('github', () => {
  test.each(named)('%s makes one command per finding and no other', (_, text) => {
    const output = written(render('github', text));
    const lines = output.split(/\r\n|[\r\n]/).filter((line) => line !== '');
    expect(lines.length).toBe(4);
    expect(lines.slice(0, 3).map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual(['error', 'warning', 'notice']);
    expect(lines[3]).toMatch(/^qms: /);
    expect(lines.filter((line) => controls.test(line))).toEqual([]);
    for (const line of lines.slice(0, 3)) {
      const properties = (/^::\w+ ([^:]*)::/.exec(line)?.[1] ?? '').split(',').map((property) => property.split('=')[0]);
      expect(['file,line,endLine,col,endColumn,title', 'file,line,endLine,title']).toContain(properties.join(','));
    }
  });
});
