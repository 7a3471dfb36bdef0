import type { Browser, HTTPRequest } from 'puppeteer-core';
import { deadProxy, type Layer } from './browser-arguments.ts';

const policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">";

/** A page that hangs may not even let itself be closed; the browser's end will do it. */
const CLOSE_MS = 3000;

/** Prints a page in a browser context of its own, behind the given layers, in at most `milliseconds`. */
export async function printPage(browser: Browser, html: string, layers: ReadonlySet<Layer>, milliseconds: number): Promise<Uint8Array> {
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
    await page.setContent(layers.has('policy') ? withPolicy(html) : html, { waitUntil: 'load', timeout: milliseconds });
    await page.evaluate(readyFonts);
    return await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true, waitForFonts: false, timeout: milliseconds });
  } finally {
    await Promise.race([context.close().catch(() => {}), new Promise((late) => setTimeout(late, CLOSE_MS).unref())]); // a browser that is gone has no contexts
  }
}

/** Runs in the page, as a string because nothing of ours may be compiled into it: a font is only fetched when something is laid out with it. */
const readyFonts = 'Promise.all([...document.fonts].map((font) => font.load())).then(() => document.fonts.size)';

function allowInlined(request: HTTPRequest): void {
  void (request.url().startsWith('data:') ? request.continue() : request.abort('blockedbyclient')).catch(() => {}); // the page may be gone
}

/** The policy must come before anything it is to judge. */
function withPolicy(html: string): string {
  const head = /^\s*<!doctype html>\s*<html\b[^>]*>\s*<head>/i.exec(html)?.[0];
  if (head === undefined) throw new Error('A page to be printed begins with <!doctype html><html lang="…"><head>.');
  return head + policy + html.slice(head.length);
}
