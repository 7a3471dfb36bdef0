import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstLook } from '#load/first-look.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import type { FileRule } from '#model/rule.ts';
import { fileRules } from '#rules/index.ts';
import { assets, memoryTree, parseFiles } from '../memory.ts';
import { spoiltTexts } from './spoilt-texts.ts';
import { document } from './witness.ts';

const ours = readdirSync('docs-qms', { recursive: true, encoding: 'utf8' }).sort().filter((path) => /\.(?:md|yaml)$/.test(path)).map((path) => readFileSync(`docs-qms/${path}`, 'utf8'));
const examples = fileRules.flatMap((rule) => rule.examples).flatMap(({ files }) => Object.values(parseFiles(files)));
const bits = [
  ...assets.words.vague, ...assets.words.placeholders, ...assets.words.vague.map((word) => word.toUpperCase()), 'todo', 'Tbd', 'TO', 'DO', '及', '时', '：req[', '：', 'req[', '\u0410', '\u30cb', '\u{1d400}', '\u{2f800}', '\ud835', '\udc00', '\u200b', '\u{e0041}', '\udb40', '\u3164', '\uff0d',
  '13800138000', '１３８００１３８０００', '电话：１３８ 0013－8000。', '１３８', '0013', '川A12B45', '川', 'Ａ', '投诉人：王小明，', '投诉人', '：', ':', '住址：某市锦江区春熙路12号3单元', '护照 G12345678', '身份证', ' ', '-', '（', '０', '\n',
];

/** Each alone in a document that nothing else is wrong with. */
const alone = bits.flatMap((bit) => [`正文${bit}。`, `a ${bit} b`].map((body) => document(`${body}\n`, 'type: procedure\nid: AB/QP-09\ntitle: 文件控制程序\nrevision: A/0\nstatus: approved\nowner: office\n')));

/** Findings of the file rules in each text, with and without the look before them. */
async function findings(texts: readonly string[], looking: boolean): Promise<string[]> {
  const tree = memoryTree(Object.fromEntries(texts.map((text, at) => [`${at}.${text.startsWith('---') ? 'md' : 'yaml'}`, text.toWellFormed()])));
  const rules = looking ? fileRules : fileRules.map((rule) => Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'seeks')) as unknown as FileRule);
  return readFacts(tree, await openWorkspace(tree, assets, rules)).map((facts) => JSON.stringify(facts.findings));
}

test('a rule that is not shown a text would have found nothing in it', async () => {
  const texts = [...alone, ...ours, ...examples, ...spoiltTexts([...ours.filter(({ length }) => length < 3000), ...examples, ...examples], bits, 1).take(3000)];
  const [looked, all] = [await findings(texts, true), await findings(texts, false)];
  expect(looked).toEqual(all);
  for (const { code, seeks } of fileRules) if (seeks) expect(all.filter((found) => found.includes(`"${code}"`)).length, code).toBeGreaterThan(5);
});

test('signs by their stretches, words in any case and only as a whole', () => {
  const look = firstLook([{ signs: ['\u200b\u200f', '\u00ad'] }, { words: ['TODO', '待定'] }, { words: ['to be done'] }]);
  expect(['', '待', '定待', 'to do', '待 定', 'TOD'].map(look)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(['a\u200d', '\u00ad', 'x待定', 'todo', 'ToDo', 'TO BE DONE', 'to be done TODO\u200f'].map(look)).toEqual([1, 1, 2, 2, 2, 4, 7]);
});
