import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter } from '#host/browser.ts';
import { browserBuild } from '#host/browser-choice.ts';
import { openPrinter as openPool } from '#host/browser-pool.ts';
import { embeddedBrowser } from '#host/browser-embedded.ts';
import { isOurs, privateFolder } from '#host/private-folder.ts';
import { printJobs, printOne } from '#commands/print/print.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace } from '../memory.ts';
import { temporaryFolder } from '../temporary.ts';
import { attackBy } from './attack.ts';
import { pageOf, preparePrinting, printingEnv } from './printing.ts';

const never = new AbortController().signal;
const profiles = (): string[] => readdirSync(join(privateFolder(), 'profiles')).filter((name) => name.startsWith(`${process.pid}-`));
/** Command lines of this machine's processes that speak of a profile of ours. */
const browsers = (): number => (process.platform !== 'linux' ? 0 : readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)).filter((pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(join('profiles', `${process.pid}-`));
  } catch {
    return false;
  }
}).length);

beforeAll(preparePrinting, 120_000);
afterEach(() => {
  expect([browsers(), profiles()]).toEqual([0, []]);
});

test('a browser that is closed leaves neither process nor folder, and closing twice is no fault', async () => {
  const printer = await openPrinter({}, never);
  expect(profiles()).toHaveLength(1);
  if (process.platform === 'linux') expect(browsers()).toBe(1);
  await printer.print(pageOf('<p>x</p>'));
  await Promise.all([printer.close(), printer.close()]);
});

test('Ctrl-C ends a print in the middle', async () => {
  const control = new AbortController();
  const printer = await openPrinter({}, control.signal);
  const printing = printer.print(pageOf('<p>x</p>'.repeat(50_000)), 'big');
  control.abort();
  await expect(printing).rejects.toMatchObject({ name: 'UsageError', text: { en: 'Interrupted; nothing was written.' } });
  await printer.close();
});

test('Ctrl-C before the start starts nothing', async () => {
  const control = new AbortController();
  control.abort();
  await expect(printOne({ html: pageOf('<p>x</p>'), meta: { title: 'x', language: 'en', author: 'x', created: '2004-05-01T00:00:00Z' } }, printingEnv(control.signal))).rejects.toMatchObject({ name: 'UsageError' });
});

test('a page that takes too long, or too much memory, is refused by name', async () => {
  const slow = await openPrinter({}, never, { milliseconds: 1500 });
  const endless = `<table>${'<tr><td>x</td></tr>'.repeat(300_000)}</table>`;
  await expect(slow.print(pageOf(endless), 'QP-01')).rejects.toMatchObject({ name: 'UsageError', args: { name: 'QP-01' } });
  if (process.platform !== 'linux') return;
  const fat = await openPrinter({}, never, { bytes: 60 * 2 ** 20 });
  await expect(fat.print(pageOf(endless), 'QP-02')).rejects.toMatchObject({ name: 'UsageError', args: { name: 'QP-02', megabytes: 60 } });
}, 60_000);

test('a program that is no browser is told as such', async () => {
  await expect(openPrinter({ executable: process.execPath }, never)).rejects.toMatchObject({ name: 'UsageError', args: { executable: process.execPath } });
  await expect(openPrinter({ executable: '/nowhere/chrome' }, never)).rejects.toMatchObject({ name: 'UsageError', args: { executable: '/nowhere/chrome' } });
  await expect(openPrinter({ url: 'ws://127.0.0.1:1/x' }, never)).rejects.toMatchObject({ name: 'UsageError', args: { url: 'ws://127.0.0.1:1/x' } });
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the browser that ships with the tool', () => {
  test('lies where nobody else can have put it', async () => {
    const files = await embeddedBrowser();
    expect(files && isOurs(files.executable)).toBe(true);
    expect(files?.executable.startsWith(privateFolder())).toBe(true);
    expect(await browserBuild({})).toMatch(/^@sparticuz\/chromium [\d.]+$/);
  });
  test('is unpacked anew when something about it is wrong', async () => {
    const before = process.env['QMS_CACHE'];
    process.env['QMS_CACHE'] = join(temporaryFolder(), 'cache');
    try {
      const { executable } = await embeddedBrowser() as { executable: string };
      const { size } = statSync(executable);
      writeFileSync(executable, 'torn');
      expect((await embeddedBrowser())?.executable).toBe(executable);
      expect(statSync(executable).size).toBe(size);
      chmodSync(executable, 0o777);
      await embeddedBrowser();
      expect(isOurs(executable)).toBe(true);
    } finally {
      if (before === undefined) delete process.env['QMS_CACHE'];
      else process.env['QMS_CACHE'] = before;
    }
  }, 60_000);
});

describe('a browser that is already running', () => {
  let remote: ReturnType<typeof spawn>;
  let url = '';
  const profile = mkdtempSync(join(tmpdir(), 'qms-remote-'));
  beforeAll(async () => {
    const files = await embeddedBrowser();
    const program = files?.executable ?? process.env['QMS_BROWSER'] as string;
    remote = spawn(program, ['--headless', '--no-sandbox', '--remote-debugging-port=0', '--font-render-hinting=none', `--user-data-dir=${profile}`, '--disable-gpu', '--disable-software-rasterizer'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LD_LIBRARY_PATH: files?.libraries } });
    url = await new Promise<string>((found, fail) => {
      let said = '';
      remote.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const at = /ws:\/\/\S+/.exec(said)?.[0];
        if (at) found(at);
      });
      remote.on('exit', () => fail(new Error(said)));
    });
    return () => {
      remote.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    };
  }, 60_000);

  test('prints the same bytes, and goes on running', async () => {
    const job = { html: pageOf('<h1>章</h1><p>文 <b>粗</b></p>'), meta: { title: 'x', language: 'zh-CN' as const, author: 'x', created: '2004-05-01T00:00:00Z' } };
    const ours = await printOne(job, printingEnv());
    expect(Buffer.compare(await printOne(job, printingEnv(), { urls: [url] }), ours)).toBe(0);
    expect(Buffer.compare(await printOne(job, printingEnv(), { urls: [url.replace(/^ws(:\/\/[^/]+)\/.*/, 'http$1')] }), ours)).toBe(0);
    expect(remote.exitCode).toBeNull();
    const { connect } = await import('puppeteer-core');
    const looking = await connect({ browserWSEndpoint: url, defaultViewport: null });
    expect(looking.browserContexts()).toHaveLength(1);
    await looking.disconnect();
    expect(await browserBuild({ url })).toMatch(/Chrome\/[\d.]+$/);
  }, 60_000);
  test('shares the work with others; one that does not answer is named', async () => {
    const pool = await openPool({ urls: [url, url, url] }, never);
    const one = await openPrinter({ url }, never);
    expect([pool.version, pool.atOnce]).toEqual([one.version, 3 * one.atOnce]);
    await Promise.all([pool.close(), one.close()]);
    const jobs = Array.from({ length: 8 }, (_, nth) => ({ path: `${nth}.pdf`, html: pageOf(`<h1>第${nth}章</h1><p>文</p>`), meta: { title: 'x', language: 'zh-CN' as const, author: 'x', created: '2004-05-01T00:00:00Z' } }));
    const [alone, shared] = [await printJobs(jobs, printingEnv()), await printJobs(jobs, printingEnv(), { urls: [url, url] })];
    expect(shared).toEqual(alone);
    await expect(openPool({ urls: [url, 'ws://127.0.0.1:1/x'] }, never)).rejects.toMatchObject({ name: 'UsageError', args: { url: 'ws://127.0.0.1:1/x' } });
  }, 60_000);
  test('serves every command that prints', async () => {
    const env = memoryEnv(bareWorkspace);
    const asked: unknown[] = [];
    const host = { ...env.host, fonts: printingEnv().host.fonts, openPrinter: async (...given: Parameters<typeof openPool>) => { asked.push(given[0]); return openPool(...given); } };
    const { artifacts } = await runCommand('register', { ...env, host }, ['forms'], { format: 'pdf', output: 'x.pdf', browserUrl: [`${url},${url}`] });
    expect(asked).toEqual([{ urls: [url, url] }]);
    expect(Buffer.from(artifacts?.[0]?.bytes ?? []).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);
  test('is kept from network and disk like ours', async () => {
    const printer = await openPrinter({ url }, never);
    const { connected, leaked, unprinted } = await attackBy((html) => printer.print(pageOf(html)));
    await printer.close();
    expect({ connected, leaked, unprinted }).toEqual({ connected: [], leaked: [], unprinted: ['css @font-face'] });
  }, 120_000);
});
