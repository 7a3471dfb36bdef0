import { optionText, type Given } from '#model/command.ts';
import type { BrowserChoice } from '#model/printer.ts';
import { UsageError } from '#model/usage-error.ts';

/** The browser that --browser names, or those that --browser-url names, repeated or with commas between. */
export function browserChoice(given: Given): BrowserChoice {
  const asked = given.options['browserUrl'] as string | readonly string[] | undefined;
  const urls = asked === undefined ? [] : [asked].flat().flatMap((text) => text.split(',')).map((url) => url.trim()).filter((url) => url !== '');
  if (asked !== undefined && urls.length === 0) throw new UsageError({ en: '--browser-url names no browser.', 'zh-CN': '--browser-url 没有给出浏览器地址。' });
  const executable = optionText(given, 'browser');
  if (urls.length > 0 && executable !== undefined) throw new UsageError({ en: '--browser and --browser-url exclude each other.', 'zh-CN': '--browser 和 --browser-url 不能同时使用。' });
  return { ...(urls.length === 0 ? {} : { urls }), ...(executable === undefined ? {} : { executable }) };
}
