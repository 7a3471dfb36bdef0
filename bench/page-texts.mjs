// What `qms render` gives to the browser for each document of a workspace, as files: node --conditions=dev page-texts.mjs WORKSPACE FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '#commands/render.ts';
import { openAssets } from '#host/assets.ts';
import { createHost } from '#host/host.ts';

const [workspace, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const host = createHost(await openAssets());
let count = 0;
/** A printer that keeps the page and breaks off nothing: the real one prints it. */
const recording = async (choice, signal) => {
  const printer = await host.openPrinter(choice, signal);
  return { ...printer, version: printer.version, print: (html, name, proofs) => {
    writeFileSync(join(folder, `${String(count++).padStart(4, '0')}.html`), html);
    return printer.print(html, name, proofs);
  } };
};
const env = { cwd: workspace, locale: 'zh-CN', color: false, today: '2005-01-01', now: () => '2005-01-01T00:00:00Z', host: { ...host, openPrinter: recording }, signal: new AbortController().signal, progress: () => {}, emit: () => {} };
await run({ args: [[]], options: { all: true, format: 'pdf', output: join(folder, 'printed') } }, env);
