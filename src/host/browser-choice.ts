import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { UsageError } from '#model/usage-error.ts';
import { embeddedBrowser, embeddedPackage, type BrowserFiles } from './browser-embedded.ts';
import { installedBrowser } from './browser-installed.ts';
import { browserLanguage } from './printing-packages.ts';

/** One browser: one that is running already (`url`), one that is installed, else the one that ships with the tool. */
export interface OneBrowser { readonly url?: string; readonly executable?: string }

/** The program to start: the one asked for, else the one that ships with the tool, else, where that cannot run, an installed one. */
export async function browserFiles({ executable }: OneBrowser): Promise<BrowserFiles> {
  const asked = executable ?? process.env['QMS_BROWSER'];
  if (asked) return { executable: asked };
  return await embeddedBrowser() ?? { executable: needInstalled() };
}

/** Names the very build that would print, without starting it: what it prints is kept as long as this stays the same. */
export async function browserBuild({ url, executable }: OneBrowser): Promise<string> {
  if (url !== undefined) {
    const browser = await joinBrowser(url);
    try {
      return await browser.version();
    } finally {
      await browser.disconnect();
    }
  }
  const asked = executable ?? process.env['QMS_BROWSER'];
  const shipped = asked ? null : embeddedPackage();
  if (shipped) return `${shipped.name} ${shipped.version}`;
  const path = asked || needInstalled();
  const stats = statSync(path, { throwIfNoEntry: false });
  return `${path} ${createHash('sha256').update(stats && stats.size < 2 ** 20 ? readFileSync(path) : `${stats?.size} ${stats?.mtimeMs}`).digest('hex')}`;
}

/** A browser that is running already, under ws://… or, where only that is known, http://…. */
export async function joinBrowser(url: string): Promise<Browser> {
  const { connect } = await browserLanguage();
  try {
    return await connect({ ...(/^https?:/.test(url) ? { browserURL: url } : { browserWSEndpoint: url }), defaultViewport: null });
  } catch (error) {
    throw new UsageError({ en: 'No browser answers at {url}: {problem}', 'zh-CN': '{url} 没有浏览器应答：{problem}' }, { url, problem: problemOf(error) },
      { en: 'It must be started with --remote-debugging-port; the address is ws://HOST:PORT/… or http://HOST:PORT.', 'zh-CN': '该浏览器须带 --remote-debugging-port 启动；地址形如 ws://主机:端口/… 或 http://主机:端口。' }, { cause: error });
  }
}

function problemOf(error: unknown): string {
  const { message, cause } = error as Error;
  return message || (cause instanceof Error ? cause.message : String(error));
}

function needInstalled(): string {
  const installed = installedBrowser();
  if (installed !== null) return installed;
  throw new UsageError({ en: 'No browser was installed with the tool on this system, and no other was found.', 'zh-CN': '此系统上没有随本工具安装浏览器，也没有找到其他浏览器。' }, {},
    { en: 'On Linux (x64) install qms-toolkit without --omit=optional. Elsewhere install Chrome, Edge or Chromium, name one with QMS_BROWSER, or use one elsewhere with --browser-url.', 'zh-CN': 'Linux（x64）上请不带 --omit=optional 安装 qms-toolkit。其他系统请安装 Chrome、Edge 或 Chromium，或用环境变量 QMS_BROWSER 指定，或用 --browser-url 使用别处的浏览器。' });
}
