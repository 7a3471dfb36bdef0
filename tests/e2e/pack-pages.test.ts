import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost } from '#host/host.ts';
import { evidenceOf } from '#commands/export/evidence.ts';
import { evidenceFiles } from '#commands/export/evidence-files.ts';
import { payloadOf } from '#commands/export/payload.ts';
import { printedDocuments } from '#commands/export/pdf-files.ts';
import { openForExport } from '#commands/export/scope.ts';
import { auditableClauses } from '#model/standard.ts';
import { memoryEnv } from '../env.ts';
import { assets } from '../memory.ts';
import { temporaryFolder } from '../temporary.ts';
import { axe, openBrowser, watchPage } from './browser.ts';

const folder = join(temporaryFolder(), 'pack');
const root = join(import.meta.dirname, '../../docs-qms');
const decoder = new TextDecoder();
let browser: Browser;
let files: Map<string, Uint8Array>;
let numbers: readonly string[];
const page = (path: string): string => decoder.decode(files.get(path));
const hrefs = (html: string): string[] => [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map((match) => match[1] as string);
/** Where a link leads, from the pack's folder; undefined for a place on the same page. */
const targetOf = (from: string, href: string): string | undefined => (href.startsWith('#') ? undefined : posix.join(dirname(from), decodeURIComponent(href.replace(/#.*/, ''))));

/** What `qms export` lays into a pack of the sample manual for readers; prints are made elsewhere and stand for themselves here. */
async function pack(options: Record<string, unknown> = {}): Promise<Map<string, Uint8Array>> {
  const host = { ...createHost(assets), commitAt: async () => null, head: async () => '' };
  const env = { ...memoryEnv({}), cwd: root, host };
  const given = { args: [], options };
  const scope = await openForExport(given, env);
  const evidence = evidenceOf(scope, given);
  const prints = printedDocuments(scope, evidence.scope);
  const { payload, beside } = evidenceFiles(scope, evidence, prints, env);
  numbers = auditableClauses(scope.project.standard).map(({ number }) => number);
  const printed = [...prints.map(({ path }) => path), ...evidence.papers.filter(({ formats }) => formats.includes('pdf')).map(({ path }) => `${path}.pdf`)];
  const made = [...payloadOf(scope, evidence.scope, payload, env), ...beside, ...[...printed, 'VERIFY.txt'].map((path) => ({ path, bytes: () => new Uint8Array() }))];
  return new Map(await Promise.all(made.map(async ({ path, bytes }) => [path, path.endsWith('.html') ? await bytes() : new Uint8Array()] as const)));
}

beforeAll(async () => {
  files = await pack();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  browser = await openBrowser();
}, 60_000);
afterAll(async () => { await browser?.close(); });

describe('the pages of a pack', () => {
  test('lead nowhere but to what lies in the pack, and to places that are there', () => {
    const broken: string[] = [];
    let links = 0;
    for (const path of [...files.keys()].filter((one) => one.endsWith('.html'))) {
      const html = page(path);
      for (const href of hrefs(html)) {
        links++;
        const target = targetOf(path, href);
        const there = target === undefined ? html.includes(` id="${href.slice(1)}"`) : files.has(target);
        if (!there || /^(?:[a-z]+:|\/)/i.test(href)) broken.push(`${path} → ${href}`);
      }
      expect(html.match(/\s(?:src|srcset|action|background|data|poster)\s*=|<(?:script|link|base|iframe|object|embed)\b|url\(/i), path).toBeNull();
    }
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(8000);
  });
  test.each([['index.html', 'zh-CN'], ['index.en.html', 'en']])('from %s every clause is one click away, and its evidence two', (start, language) => {
    const first = new Set(hrefs(page(start)).map((href) => targetOf(start, href)));
    for (const number of numbers) {
      const clause = `data/pages/${language}/${number}.html`;
      expect(first.has(clause), number).toBe(true);
      const second = hrefs(page(clause)).map((href) => targetOf(clause, href) ?? '');
      const [excluded] = [/删减理由|Excluded: the justification/.test(page(clause))];
      expect(second.some((target) => target.startsWith('data/pdf/')), number).toBe(true);
      expect(second.some((target) => (excluded ? target === 'data/source/exclusions.yaml' : /^data\/source\/.+\.md$/.test(target))), number).toBe(true);
      if (!excluded) expect(second.some((target) => target.startsWith('data/audits/')), number).toBe(true);
    }
    expect(numbers).toHaveLength(51);
  });
  test('are reached from the start page, every one of them, and every print and list too', () => {
    const reached = new Set(['index.html']);
    for (const path of reached) if (path.endsWith('.html')) for (const href of hrefs(page(path))) reached.add(targetOf(path, href) ?? path);
    expect([...files.keys()].filter((path) => !path.startsWith('data/source/') && !reached.has(path))).toEqual([]);
  });
  test('lead to the very heading of a print, and from a checklist that is named to its paper', () => {
    expect(page('data/pages/en/8.2.2.html')).toMatch(/<a href="[^"]*data\/audits\/NS-2004-06-legal-checklist\.html">NS-2004-06 legal/);
    expect(page('data/pages/zh-CN/8.2.2.html')).toMatch(/<a href="(?:\.\.\/){3}data\/pdf\/MSGS-QP-03-A-0\.pdf#nameddest=p0-h-[0-9a-f]{12}">/);
  });
  test('open from a disk without script, in both languages, and ask for nothing', async () => {
    for (const [path, words] of [['index.html', '按条款查证据'], ['index.en.html', 'Clause by clause'], ['data/pages/en/8.2.2.html', 'How each requirement is met'], ['data/nonconformities/NC-2004-001.html', 'NC-2004-001']] as const) {
      const opened = await browser.newPage();
      await opened.setJavaScriptEnabled(false);
      const { complaints, asked } = watchPage(opened);
      await opened.goto(`file://${folder}/${path}`);
      expect(await opened.$eval('body', (body) => body.textContent)).toContain(words);
      expect([complaints, asked]).toEqual([[], [`file://${folder}/${path}`]]);
      await opened.close();
    }
  });
  test.each(['index.html', 'index.en.html', 'data/pages/zh-CN/8.2.2.html', 'data/pages/en/7.6.html', 'data/pages/en/consumer.html', 'data/audits/NS-2004-03.html', 'data/audits/NS-2004-01-leadership-checklist.html', 'data/registers/matrix-units.html', 'data/report/completeness.html'])('%s breaks no rule of axe, in the light and in the dark, and fits a telephone', async (path) => {
    const opened = await browser.newPage();
    await opened.goto(`file://${folder}/${path}`);
    for (const look of /index\.en|matrix|completeness/.test(path) ? ['light'] as const : ['light', 'dark'] as const) { // large ones have no colour that others lack
      await opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look }]);
      expect(await axe(opened), look).toEqual([]);
    }
    await opened.setViewport({ width: 390, height: 800 });
    expect(await opened.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await opened.close();
  }, 30_000);
});

test('of a single audit only its clauses, papers and documents are there, every link still leads somewhere, and the first page says what was left out', async () => {
  const whole = files;
  files = await pack({ audit: 'NS-2004-04' });
  const own = [...files.keys()];
  expect(own.length).toBeLessThan(whole.size);
  expect(own.filter((path) => /NS-2004-0[1-3]/.test(path))).toEqual([]);
  expect(own).toContain('data/audits/NS-2004-04.html');
  expect(page('index.html')).toMatch(/未纳入的条款：.*只收录 NS-2004-04 的材料。.*未纳入的现行文件：\d+ 份/s);
  for (const path of own.filter((one) => one.endsWith('.html'))) for (const href of hrefs(page(path))) expect(targetOf(path, href) === undefined || files.has(targetOf(path, href) as string), `${path} → ${href}`).toBe(true);
  files = whole;
});
