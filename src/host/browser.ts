import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import type { BrowserChoice, Printer } from '#model/printer.ts';
import { UsageError } from '#model/usage-error.ts';
import { allLayers, browserArguments, type Layer } from './browser-arguments.ts';
import { embeddedBrowser, type BrowserFiles } from './browser-embedded.ts';
import { installedBrowser } from './browser-installed.ts';
import { printPage } from './browser-page.ts';
import { startBrowser, type BrowserProcess, type Owner } from './browser-process.ts';
import { fontConfiguration, newProfile } from './browser-profile.ts';
import { isRoot } from './private-folder.ts';

/** No page of a manual takes this long; a page that does is an attack or a fault. */
const PAGE_MS = 120_000;
/** An administrator's browser runs as nobody: only so can it put itself into its own sandbox. */
const owner: Owner | undefined = isRoot ? { uid: 65_534, gid: 65_534 } : undefined;

/** Starts or joins a browser behind all layers; `layers` is there for the test that takes them away one by one. */
export async function openPrinter({ url, executable }: BrowserChoice, signal: AbortSignal, layers: ReadonlySet<Layer> = allLayers): Promise<Printer> {
  const { connect } = await import('puppeteer-core');
  if (url !== undefined) {
    const browser = await connect({ browserWSEndpoint: url, defaultViewport: null }).catch((error: unknown) => {
      throw new UsageError({ en: 'No browser answers at {url}: {problem}', 'zh-CN': '{url} 没有浏览器应答：{problem}' }, { url, problem: (error as Error).message },
        { en: 'The address begins with ws:// or wss://.', 'zh-CN': '地址以 ws:// 或 wss:// 开头。' }, { cause: error });
    });
    return printerOn(browser, signal, layers, async () => { await browser.disconnect(); });
  }
  const files = await browserFiles(executable ?? process.env['QMS_BROWSER']);
  const profile = await newProfile(owner);
  const process_ = startBrowser(files.executable, [...browserArguments(profile, layers), ...(process.env['QMS_SANDBOX'] === 'off' ? ['--no-sandbox'] : [])], environment(profile, files), owner);
  const end = async (): Promise<void> => {
    process_.kill();
    await process_.ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  try {
    const started = connect({ transport: process_.transport, defaultViewport: null });
    started.catch(() => {}); // told below
    const browser = await Promise.race([started, process_.ended.then(() => { throw notStarted(files, process_); })]);
    return await printerOn(browser, signal, layers, end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function printerOn(browser: Browser, signal: AbortSignal, layers: ReadonlySet<Layer>, end: () => Promise<void>): Promise<Printer> {
  const version = await browser.version();
  let ending: Promise<void> | undefined;
  const close = (): Promise<void> => (ending ??= end().catch(() => {}).finally(() => signal.removeEventListener('abort', stop)));
  const stop = (): void => { void close(); };
  signal.addEventListener('abort', stop);
  if (signal.aborted) await close();
  return {
    version, close,
    async print(html) {
      try {
        return await printPage(browser, html, layers, PAGE_MS);
      } catch (error) {
        if (signal.aborted) throw new UsageError({ en: 'Interrupted; nothing was written.', 'zh-CN': '已中断；没有写入任何内容。' }, {}, undefined, { cause: error });
        throw error;
      }
    },
  };
}

async function browserFiles(executable: string | undefined): Promise<BrowserFiles> {
  if (executable) return { executable };
  const embedded = await embeddedBrowser();
  if (embedded) return embedded;
  const installed = installedBrowser();
  if (installed !== null) return { executable: installed };
  throw new UsageError({ en: 'On this system no browser ships with the tool, and none was found.', 'zh-CN': '本工具在此系统上不带浏览器，也没有找到已安装的浏览器。' }, {},
    { en: 'Install Chrome, Edge or Chromium, name one with QMS_BROWSER, or use one elsewhere with --browser-url.', 'zh-CN': '请安装 Chrome、Edge 或 Chromium，或用环境变量 QMS_BROWSER 指定，或用 --browser-url 使用别处的浏览器。' });
}

function notStarted({ executable }: BrowserFiles, { lastWords }: BrowserProcess): UsageError {
  const said = lastWords();
  if (/sandbox/i.test(said)) {
    return new UsageError({ en: 'This machine does not let the browser shut itself in (sandbox).', 'zh-CN': '这台机器不允许浏览器建立沙箱。' }, {},
      { en: 'Allow user namespaces to ordinary users. Only if you trust the manual, print without this protection: QMS_SANDBOX=off. Script, network and disk stay closed to the page either way.', 'zh-CN': '请允许普通用户使用 user namespace。只有信任手册来源时，才可用环境变量 QMS_SANDBOX=off 不用沙箱打印；无论如何，页面都不能运行脚本、访问网络和磁盘。' });
  }
  return new UsageError({ en: '{executable} did not start: {problem}', 'zh-CN': '{executable} 未能启动：{problem}' }, { executable, problem: said.trim().split('\n').at(-1) ?? '' },
    { en: 'Name another Chrome, Edge or Chromium with QMS_BROWSER.', 'zh-CN': '请用环境变量 QMS_BROWSER 指定其他 Chrome、Edge 或 Chromium。' });
}

/** What the browser is told of our surroundings: next to nothing. */
function environment(profile: string, { libraries }: BrowserFiles): Record<string, string> {
  const kept = process.platform === 'win32' ? ['SYSTEMROOT', 'PATH', 'PROGRAMFILES', 'LOCALAPPDATA'] : [];
  return {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    HOME: profile, TMPDIR: profile, TEMP: profile, TMP: profile, TZ: 'UTC', LC_ALL: 'C.UTF-8', FONTCONFIG_FILE: fontConfiguration(profile),
    ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
  };
}
