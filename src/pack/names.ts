import { faultWords, nameFault, twinKey } from '#model/file-name.ts';
import type { Text } from '#model/text.ts';

/** A path that a pack cannot hold, and why. */
export interface RefusedName { readonly path: string; readonly what: Text; readonly twin?: string }

/**
 * What cannot be unpacked everywhere as it was packed, and checked there by `sha512sum`: besides what a path should not have, `%` (BagIt writes it as %25,
 * which `sha512sum` does not read), names that are not in composed form (NFC), and names that Windows or macOS would take for one.
 */
export function refusedNames(paths: readonly string[]): RefusedName[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path): RefusedName[] => {
    const twin = seen.get(twinKey(path));
    seen.set(twinKey(path), path);
    const fault = nameFault(path);
    const what = fault ? faultWords(fault) : (path.includes('%') ? percent : path === path.normalize('NFC') ? null : decomposed);
    if (what) return [{ path, what }];
    return twin === undefined ? [] : [{ path, what: twins, twin }];
  });
}

const percent: Text = { en: 'a per cent sign', 'zh-CN': '百分号' };
const decomposed: Text = { en: 'letters and accents as separate characters (not NFC)', 'zh-CN': '未合成的字符（不是 NFC 形式）' };
const twins: Text = { en: 'the same name as {twin} on Windows or macOS', 'zh-CN': '在 Windows 或 macOS 上与 {twin} 同名' };
