import type { BrowserChoice, Printer } from '#model/printer.ts';
import { UsageError } from '#model/usage-error.ts';
import { browserBuild as buildOf } from './browser-choice.ts';
import { openPrinter as openOne } from './browser.ts';

interface Named { readonly url: string; readonly printer: Printer }

/** Starts or joins a browser; several that are running already work as one printer. Rejects with UsageError where one does not answer or is of another version than the rest. */
export async function openPrinter({ urls = [], executable }: BrowserChoice, signal: AbortSignal): Promise<Printer> {
  const [first] = urls;
  if (urls.length < 2) return openOne({ ...(first === undefined ? {} : { url: first }), ...(executable === undefined ? {} : { executable }) }, signal);
  const opening = await Promise.allSettled(urls.map(async (url): Promise<Named> => ({ url, printer: await openOne({ url }, signal) })));
  const joined = opening.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const close = async (): Promise<void> => { await Promise.all(joined.map(({ printer }) => printer.close())); };
  try {
    const failed = opening.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    refuseMixture(joined.map(({ url, printer }) => ({ url, version: printer.version })));
    return poolOf(joined.map(({ printer }) => printer), close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Names the very build that would print; one for all of several. */
export async function browserBuild({ urls = [], executable }: BrowserChoice): Promise<string> {
  if (urls.length === 0) return buildOf(executable === undefined ? {} : { executable });
  const builds = await Promise.all(urls.map(async (url) => ({ url, version: await buildOf({ url }) })));
  return refuseMixture(builds);
}

/** Each page goes to the browser that has the least to do. */
function poolOf(printers: readonly Printer[], close: () => Promise<void>): Printer {
  const atWork = new Map(printers.map((printer) => [printer, 0]));
  const change = (printer: Printer, by: number): void => { atWork.set(printer, (atWork.get(printer) ?? 0) + by); };
  const load = (printer: Printer): number => (atWork.get(printer) ?? 0) / printer.atOnce;
  return {
    version: (printers[0] as Printer).version, atOnce: printers.reduce((sum, { atOnce }) => sum + atOnce, 0), close,
    async print(...page) {
      const printer = printers.reduce((least, one) => (load(one) < load(least) ? one : least));
      change(printer, 1);
      try {
        return await printer.print(...page);
      } finally {
        change(printer, -1);
      }
    },
  };
}

/** Two versions print two kinds of bytes: which document got which would be chance. */
export function refuseMixture(browsers: readonly { readonly url: string; readonly version: string }[]): string {
  const [first] = browsers as [{ url: string; version: string }];
  const other = browsers.find(({ version }) => version !== first.version);
  if (!other) return first.version;
  throw new UsageError({ en: 'The browsers are of different versions: {url} is {version}, {other} is {another}.', 'zh-CN': '这些浏览器版本不同：{url} 是 {version}，{other} 是 {another}。' },
    { url: first.url, version: first.version, other: other.url, another: other.version }, { en: 'Only browsers of one version print the same bytes.', 'zh-CN': '只有版本相同的浏览器才能打印出相同的字节。' });
}
