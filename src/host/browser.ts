import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'puppeteer-core';
import type { Printer } from '#model/printer.ts';
import { UsageError } from '#model/usage-error.ts';
import { allLayers, browserArguments, type Layer } from './browser-arguments.ts';
import { browserFiles, joinBrowser, type OneBrowser } from './browser-choice.ts';
import type { BrowserFiles } from './browser-embedded.ts';
import { watchMemory } from './browser-memory.ts';
import { closePage, openPage, printOn } from './browser-page.ts';
import { startBrowser, type BrowserProcess, type Owner } from './browser-process.ts';
import { fontConfiguration, newProfile } from './browser-profile.ts';
import { openUsualFonts } from './fonts.ts';
import { browserLanguage } from './printing-packages.ts';
import { isRoot } from './private-folder.ts';

/** What keeps a page in. No page of a manual takes as long or as much memory as this; one that does is an attack or a fault. Only tests ask for less. */
export interface Limits { readonly layers: ReadonlySet<Layer>; readonly milliseconds: number; readonly bytes: number }
const limits: Limits = { layers: allLayers, milliseconds: 120_000, bytes: 3 * 2 ** 30 };
/** More pages at once than this need memory and bring no speed (measured: bench/README.md). */
const MAX_AT_ONCE = 4;
/** An administrator's browser runs as nobody: only so can it put itself into its own sandbox. */
const owner: Owner | undefined = isRoot ? { uid: 65_534, gid: 65_534 } : undefined;

/** Why the browser was ended before its time. */
type Fault = 'memory' | 'gone';
interface Running { readonly browser: Browser; readonly fault: () => Fault | undefined; readonly end: () => Promise<void> }

/** Starts or joins a browser, to print behind all layers. */
export async function openPrinter(choice: OneBrowser, signal: AbortSignal, less: Partial<Limits> = {}): Promise<Printer> {
  const within = { ...limits, ...less };
  const { browser, fault, end } = choice.url === undefined ? await start(choice, within) : await join(choice.url);
  const idle: Page[] = []; // a page that has printed prints the next: to open one takes as long as to print one
  let ending: Promise<void> | undefined;
  const close = (): Promise<void> => (ending ??= closing().catch(() => {}).finally(() => signal.removeEventListener('abort', stop)));
  const closing = async (): Promise<void> => {
    if (choice.url !== undefined) await Promise.all(idle.map(closePage)); // ours ends with all its pages, others' goes on
    await end();
  };
  const stop = (): void => { void close(); };
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return {
      version: await browser.version(), atOnce: Math.min(MAX_AT_ONCE, availableParallelism()), close,
      async print(html, name = '', proofs) {
        let page = idle.pop();
        try {
          page ??= await openPage(browser, within);
          const bytes = await printOn(page, html, proofs, within);
          idle.push(page);
          return bytes;
        } catch (error) {
          if (page) void closePage(page);
          if (signal.aborted) throw interrupted(error);
          const refused = refusal(error, fault(), within, name);
          if (refused instanceof UsageError) await close(); // what is left of the page may still be at it
          throw refused;
        }
      },
    };
  } catch (error) {
    await close();
    throw signal.aborted ? interrupted(error) : error;
  }
}

async function start(choice: OneBrowser, { layers, bytes }: Limits): Promise<Running> {
  const { connect } = await browserLanguage();
  const files = await browserFiles(choice);
  const profile = newProfile(owner);
  const sandbox = process.env['QMS_SANDBOX'] === 'off' ? ['--no-sandbox'] : [];
  const child = startBrowser(files.executable, [...browserArguments(profile, layers), ...sandbox], environment(profile, files), owner);
  let fault: Fault | undefined;
  const unwatch = watchMemory(child.pid, bytes, () => {
    fault = 'memory';
    child.kill();
  });
  const end = async (): Promise<void> => {
    unwatch();
    child.kill();
    await child.ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  void child.ended.then(() => { fault ??= 'gone'; });
  try {
    const connected = connect({ transport: child.transport, defaultViewport: null });
    connected.catch(() => {}); // told below
    openUsualFonts(); // while it starts
    return { browser: await Promise.race([connected, child.ended.then(() => { throw notStarted(files, child); })]), fault: () => fault, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function join(url: string): Promise<Running> {
  const browser = await joinBrowser(url);
  return { browser, fault: () => (browser.connected ? undefined : 'gone'), end: async () => { await browser.disconnect(); } };
}

function interrupted(cause: unknown): UsageError {
  return new UsageError({ en: 'Interrupted; nothing was written.', 'zh-CN': '已中断；没有写入任何内容。' }, {}, undefined, { cause });
}

/** Why a page could not be printed; a fault of ours stays what it is. */
function refusal(error: unknown, fault: Fault | undefined, { milliseconds, bytes }: Limits, name: string): unknown {
  const tell = (en: string, chinese: string, args: Record<string, string | number>): UsageError => new UsageError({ en, 'zh-CN': chinese }, { name, ...args },
    { en: 'Is there a picture or a table of monstrous size in it?', 'zh-CN': '其中是否有过大的图片或表格？' }, { cause: error });
  if (fault === 'memory') return tell('{name}: printing needs more than {megabytes} MB of memory; the browser was ended.', '{name}：打印所需内存超过 {megabytes} MB，已终止浏览器。', { megabytes: Math.round(bytes / 2 ** 20) });
  if ((error as Error).name === 'TimeoutError') return tell('{name}: printing takes more than {seconds} s; the browser was ended.', '{name}：打印超过 {seconds} 秒，已终止浏览器。', { seconds: milliseconds / 1000 });
  if (fault === 'gone') return tell('{name}: the browser broke down while printing.', '{name}：打印时浏览器意外退出。', {});
  return error;
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
