import type { Browser, BrowserContext, HTTPRequest, Page } from 'puppeteer-core';
import { fontFamilies, type FaceUse, type FontRole, type Proofs } from '#model/printer.ts';
import { deadProxy, type Layer } from './browser-arguments.ts';
import { facesAdded, facesInUse, fontsReady, pagesExpected, tocFilled } from './page-scripts.ts';

/** A page that hangs may not even let itself be closed; the browser's end will do it. */
const CLOSE_MS = 3000;
const LAID_OUT_MS = 200;
/** How often page numbers may move the pages they tell of. */
const MAX_PRINTS = 6;

const policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">";

/** What holds for every page: behind which layers, and how long a step may take. */
export interface PageLimits { readonly layers: ReadonlySet<Layer>; readonly milliseconds: number }

/** An empty page in a browser context of its own, behind the layers. */
export async function openPage(browser: Browser, { layers, milliseconds }: PageLimits): Promise<Page> {
  const context = await browser.createBrowserContext({ downloadBehavior: { policy: 'deny' }, ...(layers.has('proxy') ? { proxyServer: deadProxy, proxyBypassList: ['<-loopback>'] } : {}) });
  const page = await withoutScreen(browser, context) ?? await context.newPage();
  page.setDefaultTimeout(milliseconds);
  if (layers.has('script')) await page.setJavaScriptEnabled(false);
  if (layers.has('interception')) {
    page.on('request', allowInlined);
    await page.setRequestInterception(true);
  }
  if (layers.has('offline')) await page.setOfflineMode(true);
  await page.emulateMediaType('print'); // the faces that are asked for are those of the paper, not of the screen
  return page;
}

/** A page that is drawn on no screen, which is a fifth of all that a browser does; undefined where the browser cannot. */
async function withoutScreen(browser: Browser, context: BrowserContext): Promise<Page | undefined> {
  if (context.id === undefined) return undefined;
  try {
    const session = await browser.target().createCDPSession(); // not to be detached: Puppeteer would believe the browser gone; it ends with the connection
    await session.send('Target.createTarget', { url: 'about:blank', browserContextId: context.id, enableBeginFrameControl: true });
    return await (await context.waitForTarget((target) => target.type() === 'page')).page() ?? undefined;
  } catch {
    return undefined;
  }
}

/** Prints a text on an opened page; it may be used again for the next. */
export async function printOn(page: Page, html: string, proofs: Proofs | undefined, { layers, milliseconds }: PageLimits): Promise<Uint8Array> {
  await load(page, layers.has('policy') ? withPolicy(html) : html, milliseconds);
  await page.evaluate(proofs ? facesAdded(proofs.faces(usesOf(await page.evaluate(facesInUse)))) : fontsReady);
  const expected = proofs?.expected && await page.evaluate(pagesExpected) as readonly [string, number][] | null;
  if (expected) await page.evaluate(tocFilled(proofs?.expected?.(new Map(expected)) ?? []));
  return printUntilRight(page, proofs, milliseconds);
}

/** Some of what a page may ask for it asks when it is laid out; where nothing is drawn, that has to be called for. */
async function load(page: Page, html: string, timeout: number): Promise<void> {
  const laying = setInterval(() => { void page.evaluate('document.documentElement?.offsetTop').catch(() => {}); }, LAID_OUT_MS);
  try {
    await page.setContent(html, { waitUntil: 'load', timeout });
  } finally {
    clearInterval(laying);
  }
}

/** Closes a page with its context. */
export async function closePage(page: Page): Promise<void> {
  await Promise.race([page.browserContext().close().catch(() => {}), new Promise((late) => setTimeout(late, CLOSE_MS).unref())]); // a browser that is gone has no contexts
}

async function printUntilRight(page: Page, proofs: Proofs | undefined, timeout: number): Promise<Uint8Array> {
  for (let count = 1; count <= MAX_PRINTS; count++) {
    const bytes = await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true, waitForFonts: false, timeout });
    const numbers = await proofs?.numbers?.(bytes);
    if (!numbers) return bytes;
    await page.evaluate(tocFilled(numbers));
  }
  throw new Error('The page numbers of a table of contents do not come to rest.');
}

/** What the page says of its texts, by face. A family that is none of ours is left to the check of the finished file. */
function usesOf(told: unknown): FaceUse[] {
  const roles = Object.entries(fontFamilies) as [FontRole, string][];
  return (told as readonly (readonly [string, string, string])[]).flatMap(([families, weight, text]): FaceUse[] => {
    if (families === '*') return roles.flatMap(([role]) => ([400, 700] as const).map((one) => ({ role, weight: one, text })));
    const role = families.split(',').map((family) => family.trim().replace(/^["']|["']$/g, '')).map((family) => roles.find(([, ours]) => ours === family)?.[0]).find((known) => known !== undefined);
    return role === undefined ? [] : [{ role, weight: weight.startsWith('bold') || Number(weight) > 500 ? 700 : 400, text }];
  });
}

function allowInlined(request: HTTPRequest): void {
  void (request.url().startsWith('data:') ? request.continue() : request.abort('blockedbyclient')).catch(() => {}); // the page may be gone
}

/** The policy must come before anything it is to judge. */
function withPolicy(html: string): string {
  const head = /^\s*<!doctype html>\s*<html\b[^>]*>\s*<head>/i.exec(html)?.[0];
  if (head === undefined) throw new Error('A page to be printed begins with <!doctype html><html lang="…"><head>.');
  return head + policy + html.slice(head.length);
}
