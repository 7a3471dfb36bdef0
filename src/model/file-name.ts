import type { Text } from './text.ts';

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
export const controlSign: RegExp = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** Not seen, or turning the direction of the text around it. */
export const hiddenSign: RegExp = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

const faults: readonly (readonly [RegExp, Text])[] = [
  [/^-/, { en: 'a leading hyphen', 'zh-CN': '开头的连字符' }],
  [controlSign, { en: 'a control character or line break', 'zh-CN': '控制字符或换行' }],
  [hiddenSign, { en: 'an invisible character or one that turns the direction of text', 'zh-CN': '不可见字符或改变文字方向的字符' }],
  [/\ufffd|\p{Cs}/u, { en: 'bytes that are no UTF-8', 'zh-CN': '不是 UTF-8 的字节' }],
  [/[<>:"|?*\\]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i, { en: 'what Windows does not allow in a name', 'zh-CN': 'Windows 不允许的写法' }],
];

/** What tools stumble over in a path; null when there is nothing against it. */
export function nameFault(path: string): Text | null {
  const parts = path.split('/');
  return faults.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1] ?? null;
}

/** Equal for names that Windows or macOS would take for one: equal but for case, or for composed and decomposed characters. */
export function twinKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The name, or one with a number behind it, that no other of `taken` is a twin of; it is taken then. */
export function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}-${number}`;
    if (taken.has(twinKey(tried))) continue;
    taken.add(twinKey(tried));
    return tried;
  }
}
