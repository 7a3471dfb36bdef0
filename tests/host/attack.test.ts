import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { allLayers, type Layer } from '#host/browser-arguments.ts';
import { embeddedBrowser } from '#host/browser-embedded.ts';
import { attack, attackBy } from './attack.ts';
import { attacks } from './attack-vectors.ts';
import { pageOf, preparePrinting } from './printing.ts';

beforeAll(preparePrinting, 120_000);

const everywhere = (html: string): string => pageOf(`<h1>${html}</h1>${html}<table><tr><th>${html}</th><td title="${html.replaceAll('"', '&quot;')}">${html}</td></tr></table><svg><foreignObject>${html}</foreignObject></svg>`, html);
const scripted = Object.keys(attacks).filter((name) => name.includes('script') || name === 'form');

test('52 attacks in heading, text, table, drawing and head: nobody is called, nothing is shown', async () => {
  expect(Object.keys(attacks)).toHaveLength(52);
  // A font that cannot be fetched leaves a text without letters: such a page is not printed.
  expect(await attack(allLayers, everywhere)).toEqual({ connected: [], leaked: [], unprinted: ['css @font-face'] });
}, 120_000);

/** What each layer lets through when it stands alone. A layer that is lost lets through what none would, and more than is written here. */
const alone: Record<Layer, readonly string[]> = {
  script: Object.keys(attacks).filter((name) => !scripted.includes(name)),
  interception: ['link prefetch', 'script WebSocket', 'speculation rules'],
  policy: ['meta refresh'],
  offline: ['speculation rules'],
  proxy: [],
};

describe('each layer is at work', () => {
  test('without any, most attacks get through: the listener listens', async () => {
    const { connected } = await attack(new Set(), pageOf);
    expect(connected.length).toBeGreaterThanOrEqual(33);
    expect(connected).toEqual(expect.arrayContaining(['script fetch', 'script WebSocket', 'meta refresh', 'img', 'css @import', 'svg image', 'iframe', 'link prefetch']));
  }, 120_000);
  test.each(Object.keys(alone) as Layer[])('alone: %s', async (layer) => {
    const { connected, leaked } = await attack(new Set([layer]), pageOf);
    expect(connected.filter((name) => !alone[layer].includes(name))).toEqual([]);
    expect(leaked).toEqual([]);
  }, 120_000);
});

test('a page opened from disk would show files: the look-out sees them', async () => {
  const files = await embeddedBrowser();
  const { launch } = await import('puppeteer-core');
  const folder = mkdtempSync(join(tmpdir(), 'qms-naive-'));
  const browser = await launch({ executablePath: files?.executable ?? process.env['QMS_BROWSER'] ?? '', pipe: true, args: ['--no-sandbox'], env: { ...process.env, LD_LIBRARY_PATH: files?.libraries } });
  let count = 0;
  try {
    const { leaked } = await attackBy(async (html) => {
      const path = join(folder, `${count++}.html`);
      writeFileSync(path, pageOf(html));
      const page = await browser.newPage();
      await page.goto(`file://${path}`, { waitUntil: 'load', timeout: 5000 });
      const bytes = await page.pdf();
      await page.close();
      return bytes;
    });
    expect(leaked).toEqual(expect.arrayContaining(['file as picture']));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
