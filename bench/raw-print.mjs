// Chromium's own limit: ready pages, fonts known to it as fonts of the machine, printed once each and thrown at the disk. node --conditions=dev raw-print.mjs FOLDER OUT AT_ONCE
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const [folder, out, atOnce] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await puppeteer.launch({ executablePath: process.env.QMS_BENCH_BROWSER, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'], env: process.env });
const names = readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
let next = 0;
await Promise.all(Array.from({ length: Number(atOnce) }, async () => {
  const page = await browser.newPage();
  for (let name = names[next++]; name !== undefined; name = names[next++]) {
    await page.setContent(readFileSync(join(folder, name), 'utf8'), { waitUntil: 'load' });
    writeFileSync(join(out, name.replace('.html', '.pdf')), await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true }));
  }
}));
await browser.close();
