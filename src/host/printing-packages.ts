import { createRequire } from 'node:module';
import { UsageError } from '#model/usage-error.ts';

const require = createRequire(import.meta.url);

/** Path of a file of a package that only printing needs. UsageError where that package was left out of the installation. */
export function inPrintingPackage(name: string, file: string): string {
  try {
    return require.resolve(`${name}/${file}`);
  } catch (error) {
    throw leftOut(name, error);
  }
}

/** What speaks to the browser. UsageError where it was left out. */
export async function browserLanguage(): Promise<typeof import('puppeteer-core')> {
  try {
    return await import('puppeteer-core');
  } catch (error) {
    throw leftOut('puppeteer-core', error);
  }
}

function leftOut(name: string, error: unknown): unknown {
  if (!/^(?:ERR_)?MODULE_NOT_FOUND$/.test((error as NodeJS.ErrnoException).code ?? '')) return error;
  return new UsageError({ en: 'Printing needs the package {name}, which is not installed here.', 'zh-CN': '打印需要软件包 {name}，这里没有安装。' }, { name },
    { en: 'It is left out by --omit=optional. Install qms-toolkit again without that option; checking works without it.', 'zh-CN': '安装时用了 --omit=optional 就会缺少它。请不带该选项重新安装 qms-toolkit；检查手册不需要它。' }, { cause: error });
}
