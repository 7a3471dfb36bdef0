import axeCore from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { embeddedBrowser } from '#host/browser-embedded.ts';

/** A real browser as a reader has it: scripts run, files of the disk open. */
export async function openBrowser(): Promise<Browser> {
  const files = await embeddedBrowser();
  if (!files) throw new Error('the browser that ships with the tool does not run on this machine');
  const env = { ...process.env, LD_LIBRARY_PATH: [files.libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
  return puppeteer.launch({ executablePath: files.executable, headless: 'shell', args: ['--no-sandbox', '--disable-gpu'], env });
}

/** What the browser itself complains of on a page, and every address it asked for. */
export function watchPage(page: Page): { readonly complaints: string[]; readonly asked: string[] } {
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  return { complaints, asked };
}

/** Every rule of axe-core that the page breaks, each with its first place. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'], preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' (' + nodes.length + ')'))`) as Promise<string[]>;
}
