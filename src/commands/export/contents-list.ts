import type { Env } from '#model/command.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import { format } from '#i18n/format.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { PackFile } from '#pack/file.ts';

/** What would go below data/, a line each with its bytes; what must be printed to be measured has none. */
export async function contentsList(payload: readonly PackFile[], { locale }: Env): Promise<string> {
  const lines: string[] = [];
  let [bytes, unknown] = [0, 0];
  for (const { path, size, bytes: make } of payload.toSorted((a, b) => compareCodePoints(a.path, b.path))) {
    const length = size === undefined ? (await make()).length : size;
    bytes += length ?? 0;
    if (length === null) unknown++;
    lines.push(`${String(length ?? '-').padStart(10)}  ${safeText(path)}\n`);
  }
  const sum = { en: '{files} files, {bytes} bytes', 'zh-CN': '共 {files} 个文件，{bytes} 字节' };
  const more = { en: ', without {unknown} pages that are printed first', 'zh-CN': '（不含须先打印的 {unknown} 份 PDF）' };
  const args = { files: payload.length, bytes, unknown };
  return `${lines.join('')}${format(sum, args, locale)}${unknown > 0 ? format(more, args, locale) : ''}\n`;
}
