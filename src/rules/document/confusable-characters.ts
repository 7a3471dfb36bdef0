import { bad, good, type FileRule } from '#model/rule.ts';
import { stretch } from '../shared/prose.ts';

const lookalikes = (strange: string, plain: string): ReadonlyMap<string, string> => new Map([...strange].map((letter, index) => [letter, [...plain][index] as string]));
/** Cyrillic and Greek letters that look like Latin ones. */
const latin = lookalikes('\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u051d\u04bb\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf', 'ABEKMHOPCTYXSIJaeopcyxsijdqwhABEZHIKMNOPTYXo');
/** Kana and Bopomofo that look like Chinese characters. */
const han = lookalikes('\u30cb\u30cf\u30ed\u30a8\u30ab\u30bf\u30c8\u30fc\u3127', '二八口工力夕卜一一');

/** Something that may be meant to deceive stands in the line. */
const suspicious = /[\u0370-\u052f\u2e80-\u2fdf\u30a0-\u312f\uf900-\ufaff\u{1d400}-\u{1d7ff}\u{2f800}-\u{2fa1f}]/u;
/** The same by UTF-16 units: what lies beyond them is known by its first. */
const suspiciousSigns = ['\u0370\u052f', '\u2e80\u2fdf', '\u30a0\u312f', '\uf900\ufaff', '\ud835', '\ud87e'];

/** Letters that look like others: a number so written is found by no search, and two texts that look alike are not the same. */
export const confusableCharacters: FileRule = {
  code: 'document/confusable-characters', severity: 'warning', basis: 'tool', scope: 'file',
  title: { en: 'Characters that look like others', 'zh-CN': '形近混淆字符' },
  why: {
    en: 'A number with a letter of another alphabet looks right and is found by no search; whoever approves a text approves what it seems to say.',
    'zh-CN': '编号里混入别种文字的字母，看着没错，却查不到；批准的人批准的是看到的样子。',
  },
  messages: {
    found: { en: '{name} only looks like "{plain}". Type "{plain}" instead.', 'zh-CN': '这里的 {name} 只是看着像“{plain}”。请改成“{plain}”。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---

见 \u0410B/QP-02。 <!-- expect document/confusable-characters -->

\u0410/1 版起施行。 <!-- expect document/confusable-characters -->

\u30cb十日内办结。 <!-- expect document/confusable-characters -->

发\u2f42机关。 <!-- expect document/confusable-characters -->
=== suppliers.yaml
kind: suppliers
suppliers:
  - {id: "GF-01", name: 甲印务\uf9ae司, provides: 证照印制} # expect document/confusable-characters
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---

误差不超过 5 \u03bcm，电阻 2 k\u03a9，系数 \u03b1。俄文名称 \u041c\u043e\u0441\u043a\u0432\u0430，日文商标 \u30c8\u30e8\u30bf、\u30ab\u30e1\u30e9。
`),
  ],
  seeks: () => ({ signs: suspiciousSigns }),
  *check(file, seen) {
    const { facts } = file;
    if (!seen) return;
    for (const [index, text] of file.lines.entries()) {
      if (!suspicious.test(text)) continue;
      for (const { at, letter, plain } of confusablesIn(text)) yield { at: stretch(facts.path, index + 1, at, letter.length), message: 'found', args: { name: nameOf(letter), plain } };
    }
  },
};

function* confusablesIn(text: string): Iterable<{ at: number; letter: string; plain: string }> {
  // A word counts as Latin when it has Latin letters, or none but look-alikes.
  for (const { 0: word, index } of text.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu)) {
    if (!/\p{Script=Latin}/u.test(word) && [...word].some((letter) => !latin.has(letter))) continue;
    const at = [...word].findIndex((letter) => latin.has(letter));
    const letter = [...word][at];
    if (letter !== undefined) yield { at: index + at, letter, plain: latin.get(letter) as string };
  }
  for (const { 0: letter, index } of text.matchAll(/(?<=\p{Script=Han})[\u30a1-\u30fc\u3127](?![\u30a0-\u30ff])|(?<![\u30a0-\u30ff])[\u30a1-\u30fc\u3127](?=\p{Script=Han})/gu)) {
    const plain = han.get(letter);
    if (plain !== undefined) yield { at: index, letter, plain };
  }
  // Radicals, compatibility and mathematical characters: another code for the same sign.
  for (const { 0: letter, index } of text.matchAll(/[\u2e80-\u2fdf\uf900-\ufaff\u{1d400}-\u{1d7ff}\u{2f800}-\u{2fa1f}]/gu)) {
    const plain = letter.normalize('NFKC');
    if (plain !== letter) yield { at: index, letter, plain };
  }
}

function nameOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
