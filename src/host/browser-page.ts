import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { fontFamilies, type FaceUse, type FontRole, type Proofs } from '#model/printer.ts';
import { deadProxy, type Layer } from './browser-arguments.ts';
import { facesInUse, fontsReady, styleAdded, tocFilled } from './page-scripts.ts';

/** A page that hangs may not even let itself be closed; the browser's end will do it. */
const CLOSE_MS = 3000;
/** How often page numbers may move the pages they tell of. */
const MAX_PRINTS = 6;

const policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">";

/** Prints a page in a browser context of its own, behind the given layers, in at most `milliseconds` a step. */
export async function printPage(browser: Browser, html: string, proofs: Proofs | undefined, { layers, milliseconds }: { readonly layers: ReadonlySet<Layer>; readonly milliseconds: number }): Promise<Uint8Array> {
  const context = await browser.createBrowserContext({ downloadBehavior: { policy: 'deny' }, ...(layers.has('proxy') ? { proxyServer: deadProxy, proxyBypassList: ['<-loopback>'] } : {}) });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(milliseconds);
    if (layers.has('script')) await page.setJavaScriptEnabled(false);
    if (layers.has('interception')) {
      page.on('request', allowInlined);
      await page.setRequestInterception(true);
    }
    if (layers.has('offline')) await page.setOfflineMode(true);
    await page.emulateMediaType('print'); // the faces that are asked for are those of the paper, not of the screen
    await page.setContent(layers.has('policy') ? withPolicy(html) : html, { waitUntil: 'load', timeout: milliseconds });
    if (proofs) await page.evaluate(styleAdded(await proofs.faces(usesOf(await page.evaluate(facesInUse)))));
    await page.evaluate(fontsReady);
    return await printUntilRight(page, proofs, milliseconds);
  } finally {
    await Promise.race([context.close().catch(() => {}), new Promise((late) => setTimeout(late, CLOSE_MS).unref())]); // a browser that is gone has no contexts
  }
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
  const roles = new Map(Object.entries(fontFamilies).map(([role, family]) => [family as string, role as FontRole]));
  return (told as readonly (readonly [string, number, string])[]).flatMap(([families, weight, text]) => {
    const role = families.split(',').map((family) => roles.get(family.trim().replace(/^["']|["']$/g, ''))).find((known) => known !== undefined);
    return role === undefined ? [] : [{ role, weight: weight > 500 ? 700 : 400, text }];
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
