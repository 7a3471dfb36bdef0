import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { readdir } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { axe, openBrowser, watchPage } from './browser.ts';
import { qms } from './run.ts';

const folder = join(temporaryFolder(), 'site');
let browser: Browser;
let pages: Map<string, string>;

beforeAll(async () => {
  expect(await qms(['-C', 'docs-qms', 'render', '--all', '--format', 'html', '--output', folder], { timeout: 110_000 })).toMatchObject({ status: 0, stdout: '' });
  const paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.html')).sort();
  pages = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  browser = await openBrowser();
}, 120_000);
afterAll(async () => { await browser?.close(); });

async function open(path: string, look: 'light' | 'dark' = 'light'): Promise<{ page: Page; complaints: string[]; asked: string[] }> {
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look }]);
  const seen = watchPage(page);
  await page.goto(`file://${folder}/${path}`);
  return { page, ...seen };
}
const found = (page: Page): Promise<string> => page.$eval('#count', (element) => element.textContent ?? '');
const backgroundOf = (page: Page): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor') as Promise<string>;

describe('the site of the sample manual', () => {
  test('has a page for every document, list and report', () => {
    expect(pages.size).toBeGreaterThan(260);
    for (const path of ['index.html', 'blocks.html', 'search.html', 'matrix.html', 'matrix-units.html', 'matrix-items.html', 'exclusions.html', 'register-documents.html', 'documents/MSGS-QP-01.html', 'documents/MSGS-QR-QP01-01.html', 'nonconformities/NC-2004-001.html']) expect([...pages.keys()]).toContain(path);
  });
  test('every link within it leads to a page and a place that are there', () => {
    const ids = new Map([...pages].map(([path, html]) => [path, new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]))]));
    const broken: string[] = [];
    let links = 0;
    for (const [path, html] of pages) {
      for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
        if (/^(?:https?|mailto):/.test(href)) continue;
        links++;
        const [file = '', anchor] = href.split('#').map(decodeURIComponent);
        const target = file === '' ? path : posix.join(dirname(path), file);
        if (!ids.has(target) || (anchor !== undefined && anchor !== 'text' && !ids.get(target)?.has(anchor))) broken.push(`${path} → ${href}`);
      }
    }
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(5000);
  });
  test('cells of the matrix lead to the very section', () => {
    const [, href = ''] = /<a href="([^"]*)">MSGS\/QP-01 procedures/.exec(pages.get('matrix.html') as string) ?? [];
    expect(decodeURIComponent(href)).toMatch(/^documents\/MSGS-QP-01\.html#p0-/);
  });
  test('each page says whether the text is in force and that prints are uncontrolled', () => {
    for (const [path, html] of pages) {
      expect(html, path).toContain('自行打印件为非受控文件');
      if (path.startsWith('documents/')) expect(html, path).toMatch(/<span class="badge (?:good|bad|muted)">[^<]+<\/span>/);
    }
  });
  test.each(['index.html', 'blocks.html', 'search.html', 'documents/MSGS-QP-01.html', 'documents/MSGS-QM-01-08.html', 'documents/MSGS-QR-QP01-01.html', 'matrix.html', 'matrix-units.html', 'exclusions.html', 'register-external.html', 'nonconformities.html', 'nonconformity-figures.html', 'nonconformities/NC-2004-001.html', 'audit-programme-2004.html', 'audit-status.html', 'audits/NS-2004-03.html', 'audits/NS-2004-03-plan.html', 'objectives.html', 'review-2004.html'])('%s breaks no rule of axe, in the light and in the dark, and asks for nothing but its own files', async (path) => {
    for (const look of ['light', 'dark'] as const) {
      const { page, complaints, asked } = await open(path, look);
      expect(await axe(page), look).toEqual([]);
      expect(complaints).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(`file://${folder}/`))).toEqual([]);
      await page.close();
    }
  });
  test('the search finds Chinese words inside sentences, from any page, and says how many', async () => {
    const { page, complaints } = await open('documents/MSGS-QP-01.html');
    await page.type('#search input', '收回　作废');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await found(page)).toMatch(/^找到 \d+ 处。$/);
    expect(await page.$$eval('#results a', (links) => links.map((link) => link.textContent))).toContain('MSGS/QP-01 文件控制程序 › 4.8 作废文件');
    expect(await page.$$eval('#results mark', (marks) => [...new Set(marks.map((mark) => mark.textContent))].sort())).toEqual(['作废', '收回'].sort());
    await Promise.all([page.waitForNavigation(), page.click('#results li:nth-child(1) a')]);
    expect(page.url()).toContain('/documents/');
    expect(complaints).toEqual([]);
    await page.close();
  });
  test('what is not there word for word brings what comes near; nonsense brings nothing; markup stays words', async () => {
    const { page, complaints } = await open('search.html');
    const look = async (words: string): Promise<string> => {
      await page.evaluate(`{ const field = document.querySelector('#search input'); field.value = ${JSON.stringify(words)}; field.dispatchEvent(new Event('input')); }`);
      return found(page);
    };
    expect(await look('ｑｐ-01')).toMatch(/^找到/);
    expect(await look('作废文件的收回时间')).toContain('以下相近');
    expect(await look('龘龘龘龘')).toBe('没有找到。');
    expect(await look('<img src=x onerror=alert(1)>')).toBe('没有找到。');
    expect(await look('   ')).toContain('请输入');
    expect(complaints).toEqual([]);
    await page.close();
  });
  test('the switch turns the page dark and the browser remembers it on the next page', async () => {
    const { page } = await open('index.html');
    const light = await backgroundOf(page);
    await page.click('#theme');
    const dark = await backgroundOf(page);
    expect(dark).not.toBe(light);
    await page.goto(`file://${folder}/matrix.html`);
    expect(await backgroundOf(page)).toBe(dark);
    expect(await page.$eval('#theme', (button) => button.getAttribute('aria-pressed'))).toBe('true');
    await page.click('#theme');
    expect(await backgroundOf(page)).toBe(light);
    await page.close();
  });
  test('flowcharts are drawn in the colours of the page, in the light and in the dark', async () => {
    for (const look of ['light', 'dark'] as const) {
      const { page } = await open('documents/MSGS-QP-11.html', look);
      const [node, back, text] = await page.evaluate(`[['.flowchart .node', 'fill'], ['body', 'backgroundColor'], ['body', 'color']].map(([name, what]) => getComputedStyle(document.querySelector(name))[what])`) as string[];
      expect(node).toBe(back);
      expect(node).not.toBe(text);
      await page.close();
    }
  });
  test('on paper the navigation is gone and the text stays', async () => {
    const { page } = await open('documents/MSGS-QP-01.html');
    await page.emulateMediaType('print');
    expect(await page.evaluate(`['.pages', '.top', '.text'].map((name) => getComputedStyle(document.querySelector(name)).display)`)).toEqual(['none', 'none', 'block']);
    await page.close();
  });
});

test('the same workspace is the same site, byte for byte', async () => {
  const again = join(temporaryFolder(), 'again');
  expect(await qms(['-C', 'docs-qms', 'render', '--all', '--format', 'html', '--output', again], { timeout: 110_000 })).toMatchObject({ status: 0 });
  for (const path of [...pages.keys(), 'search.js', 'site.css', 'site.js']) expect(readFileSync(join(again, path)).equals(readFileSync(join(folder, path))), path).toBe(true);
}, 120_000);
