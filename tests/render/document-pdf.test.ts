import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createHost } from '#host/host.ts';
import type { Env } from '#model/command.ts';
import { runCommand } from '../env.ts';
import { preparePrinting } from '../host/printing.ts';
import { assets } from '../memory.ts';
import { bodyPages } from './pdf-body.ts';
import { dictionaries, readPdf, type ReadPdf } from './read-pdf.ts';
import { bare, sourceSentences } from './source-sentences.ts';

/** The sample manual on disk, printed by the real browser. */
const env: Env = {
  cwd: 'docs-qms', locale: 'zh-CN', color: false, today: '2004-12-31', now: () => '2004-12-31T08:00:00Z', signal: new AbortController().signal, emit: () => {}, progress: () => {}, host: createHost(assets),
};
/** One of each kind, and those with flowcharts, notes of trial, long tables. */
const chosen: Readonly<Record<string, string>> = {
  'MSGS/QP-01': 'procedures/QP-01.md', 'MSGS/QP-03': 'procedures/QP-03.md', 'MSGS/QP-11': 'licensing/QP-11.md', 'MSGS/QP-12': 'enforcement/QP-12.md', 'MSGS/QP-13': 'consumer/QP-13.md', 'MSGS/WI-XK-002': 'licensing/WI-XK-002.md',
  'MSGS/ZD-XK-003': 'licensing/ZD-XK-003.md', 'MSGS/ZD-ZF-001': 'enforcement/ZD-ZF-001.md', 'MSGS/ZD-BZ-001': 'support/ZD-BZ-001.md', 'MSGS/JH-10': 'support/JH-10.md', 'MSGS/QR-QP12-07': 'forms/QR-QP12-07.md', 'MSGS/QR-QP01-01': 'forms/QR-QP01-01.md',
};
const parts = ['manual/QM-01.md', 'manual/QM-01-04.md', 'manual/QM-01-05.md', 'manual/QM-01-06.md', 'manual/QM-01-07.md', 'manual/QM-01-08.md'];

const print = async (args: string[], options: Record<string, unknown>): Promise<Map<string, Uint8Array>> => {
  const { artifacts = [], notes } = await runCommand('render', env, [args], { output: 'out', ...options });
  expect(artifacts.length, notes).toBeGreaterThan(0);
  return new Map(artifacts.map(({ path, bytes }) => [path, bytes]));
};
const source = (path: string): string => readFileSync(`docs-qms/${path}`, 'utf8');

beforeAll(preparePrinting, 120_000);

describe('what is printed is what was written', () => {
  let printed: Map<string, Uint8Array>;
  beforeAll(async () => { printed = await print(Object.keys(chosen), {}); }, 240_000);

  test.each(Object.entries(chosen))('%s: every sentence stands in the PDF, and each page says which it is', async (id, path) => {
    const [bytes] = [...printed].filter(([name]) => name.includes(`${id.replaceAll('/', '-')}-`)).map(([, found]) => found);
    const text = bare((await bodyPages(bytes as Uint8Array)).join(''));
    const sentences = sourceSentences(source(path));
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
    const { pages } = await readPdf(bytes as Uint8Array);
    const numbered = pages.map((page, index) => ({ page: bare(page), at: index + 1 })).filter(({ at }) => at > 1 || path.startsWith('forms/'));
    expect(numbered.filter(({ page, at }) => !page.includes(`第${at}页共${pages.length}页`) || !page.includes(`编号${id}`)).map(({ at }) => at)).toEqual([]);
    expect((await dictionaries(bytes as Uint8Array, 'Type', 'Font')).map((font) => font.get('Subtype')?.toString())).not.toContain('/Type3');
  });
});

describe('the manual as a book', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  let body: string[];
  beforeAll(async () => {
    bytes = [...(await print([], { book: 'manual', copy: '010' })).values()][0] as Uint8Array;
    [pdf, body] = [await readPdf(bytes), (await bodyPages(bytes)).map(bare)];
  }, 240_000);

  test('holds every sentence of every part', () => {
    const text = body.join('');
    expect(parts.flatMap((path) => sourceSentences(source(path))).filter((sentence) => !text.includes(sentence))).toEqual([]);
  });
  test('its contents name the page on which each heading stands', () => {
    const headings = parts.flatMap((path) => [...source(path).matchAll(/^#{1,2} (.+)$/gm)].map((match) => bare(match[1] as string)));
    const contents = body.slice(1, 4).join('');
    const wrong = headings.filter((heading) => {
      const page = Number(new RegExp(`${heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\d+?)(?=\\D|\\d\\.\\d|$)`).exec(contents.slice(contents.indexOf('目录')))?.[1] ?? 0);
      return !(body[page - 1] ?? '').includes(heading);
    });
    expect(wrong).toEqual([]);
  });
  test('its outline is complete and leads to the same pages', () => {
    const headings = parts.flatMap((path) => [...source(path).matchAll(/^#{1,4} (.+)$/gm)].map((match) => bare(match[1] as string)));
    const outline = pdf.outline.map((line) => /^\s*(.*) (\d+)$/.exec(line)).map((match) => ({ title: bare(match?.[1] ?? ''), page: Number(match?.[2]) }));
    expect(headings.filter((heading) => !outline.some(({ title }) => title === heading))).toEqual([]);
    expect(outline.filter(({ title, page }) => !body[page - 1]?.includes(title))).toEqual([]);
  });
  test('each page tells its number in the part and in the book, the copy and its holder', () => {
    const marks = pdf.pages.map((page) => /第(\d+)页共(\d+)页全册(\d+)\/(\d+)/.exec(bare(page))?.slice(1).map(Number));
    const inParts = marks.map((mark, index) => ({ mark, at: index + 1 })).filter((one): one is { mark: number[]; at: number } => one.mark !== undefined);
    expect(inParts.length).toBeGreaterThan(40);
    for (const { mark: [, , page, all], at } of inParts) expect([page, all]).toEqual([at, pdf.pages.length]);
    const runs: number[][] = [];
    for (const { mark } of inParts) { if (mark[0] === 1) runs.push([]); runs.at(-1)?.push(mark[0] as number); }
    expect(runs).toHaveLength(parts.length);
    const totals = inParts.filter(({ mark }) => mark[0] === 1).map(({ mark }) => mark[1]);
    expect(runs.map((run) => run.length)).toEqual(totals);
    for (const run of runs) expect(run).toEqual(run.map((_, index) => index + 1));
    expect(pdf.pages.slice(1).filter((page) => !bare(page).includes('受控010企业注册登记处'))).toEqual([]);
  });
  test('the auditor edition has every claim in the margin and in the index', async () => {
    const [audited] = [...(await print(['MSGS/QP-03'], { auditor: true })).values()];
    const text = (await bodyPages(audited as Uint8Array)).map(bare);
    const claims = [...source('procedures/QP-03.md').matchAll(/:req\[([^\]]+)\]/g)].map((match) => match[1] as string);
    expect(claims.length).toBeGreaterThan(10);
    const all = text.join('');
    expect(claims.filter((claim) => all.split(claim).length < 3)).toEqual([]);
  }, 120_000);
});
