import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { embeddedBrowser } from '#host/browser-embedded.ts';

/** A browser as people have it, with script and a download folder, for pages that are opened from disk; it ends with `close`. */
export async function openBrowser(): Promise<{ browser: Browser; profile: string; close(): Promise<void> }> {
  const files = await embeddedBrowser();
  const executablePath = process.env['QMS_TEST_BROWSER'] ?? files?.executable;
  if (executablePath === undefined) throw new Error('no browser for this machine: set QMS_TEST_BROWSER to a Chromium');
  const profile = mkdtempSync(join(tmpdir(), 'qms-screen-'));
  const browser = await puppeteer.launch({
    executablePath, userDataDir: profile, pipe: true, headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
    env: { ...process.env, ...(files?.libraries ? { LD_LIBRARY_PATH: files.libraries } : {}), HOME: profile },
  });
  return { browser, profile, async close() {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  } };
}
