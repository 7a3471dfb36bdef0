import type { Text } from './text.ts';

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controlSign = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** Not seen, or turning the direction of the text around it. */
const hiddenSign = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** What a path would do where it is written or unpacked: lead out of the folder, be another name or none, or trip up tools. */
export type NameFault = 'absolute' | 'parent' | 'drive' | 'home' | 'backslash' | 'control' | 'direction' | 'device' | 'ending' | 'character' | 'empty' | 'hyphen' | 'encoding';

const windows: Text = { en: 'what Windows does not allow in a name', 'zh-CN': 'Windows 不允许的写法' };
/** Each fault, the worst first: how it is seen in a path, and what the path then has. */
export const nameFaults: readonly (readonly [NameFault, RegExp, Text])[] = [
  ['absolute', /^[/\\]/, { en: 'its beginning outside of every folder', 'zh-CN': '绝对路径' }],
  ['parent', /(?:^|[/\\])\.\.(?:[/\\]|$)/, { en: 'a way out of the folder', 'zh-CN': '指向文件夹之外的“..”' }],
  ['drive', /^[a-z]:/i, windows],
  ['home', /^~/, { en: 'a leading tilde', 'zh-CN': '开头的波浪号' }],
  ['backslash', /\\/, windows],
  ['control', controlSign, { en: 'a control character or line break', 'zh-CN': '控制字符或换行' }],
  ['direction', hiddenSign, { en: 'an invisible character or one that turns the direction of text', 'zh-CN': '不可见字符或改变文字方向的字符' }],
  ['device', /(?:^|\/)(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.[^/]*)?(?:\/|$)/i, windows],
  ['ending', /[. ](?:\/|$)/, windows],
  ['character', /[<>:"|?*]/, windows],
  ['empty', /^$|\/\//, { en: 'an empty part', 'zh-CN': '空的路径段' }],
  ['hyphen', /(?:^|\/)-/, { en: 'a leading hyphen', 'zh-CN': '开头的连字符' }],
  ['encoding', /\ufffd|\p{Cs}/u, { en: 'bytes that are no UTF-8', 'zh-CN': '不是 UTF-8 的字节' }],
];

/** The worst that is to be said of a path; null when it is safe everywhere. `but` are faults that do not count here. */
export function nameFault(path: string, but: readonly NameFault[] = []): NameFault | null {
  return nameFaults.find(([fault, pattern]) => !but.includes(fault) && pattern.test(path))?.[0] ?? null;
}

/** What a path with this fault has. */
export function faultWords(fault: NameFault): Text {
  return (nameFaults.find(([name]) => name === fault) as typeof nameFaults[number])[2];
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
