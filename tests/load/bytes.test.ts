import { expect, test } from 'vitest';
import { document, factsOf, judgeBad, witnessed } from './witness.ts';

const gbk = { 文: [0xce, 0xc4], 件: [0xbc, 0xfe] };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be', bom: boolean): Uint8Array => {
  const bytes = Buffer.from(`${bom ? '\ufeff' : ''}${text}`, 'utf16le');
  return new Uint8Array(order === 'be' ? bytes.swap16() : bytes);
};
const joined = (...parts: (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part as Uint8Array)))));

const chinese = document('# 文件控制程序\n\n各单位对所保管的文件负责，旧版收回后当场销毁。\n');

const refused: readonly (readonly [name: string, path: string, content: Uint8Array, found: readonly string[]])[] = [
  ['GBK document', 'a.md', joined(document('# '), gbk.文, gbk.件, '\n'), ['load/not-utf-8 a.md:9']],
  ['GBK register', 'a.yaml', joined('kind: suppliers\ncriteria: ', gbk.文, gbk.件, '\n'), ['load/not-utf-8 a.yaml:2']],
  ['UTF-16 LE with BOM', 'a.md', utf16(chinese, 'le', true), ['load/utf-16 a.md:1']],
  ['UTF-16 BE with BOM', 'a.md', utf16(chinese, 'be', true), ['load/utf-16 a.md:1']],
  ['UTF-16 LE without BOM', 'a.md', utf16(chinese, 'le', false), ['load/utf-16 a.md:1']],
  ['UTF-16 BE without BOM', 'a.yaml', utf16('kind: suppliers\nsuppliers: []\n', 'be', false), ['load/utf-16 a.yaml:1']],
  ['UTF-16 LE without BOM, Chinese nearly throughout', 'a.md', utf16('文件控制程序\n各单位对所保管的文件负责，旧版收回后当场销毁。\n', 'le', false), ['load/utf-16 a.md:1']],
  ['UTF-16 LE without BOM and without a line break', 'a.md', utf16('文件控制程序各单位对所保管的文件负责', 'le', false), ['load/utf-16 a.md:1']],
  ['NUL byte in a document', 'a.md', utf8(document('# 一\n\n坏\u0000了\n')), ['load/nul-byte a.md:11']],
  ['NUL byte in a register', 'a.yaml', utf8('kind: suppliers\nsuppliers:\u0000 []\n'), ['load/nul-byte a.yaml:2']],
  ['NUL byte after CR line ends', 'a.yaml', utf8('kind: suppliers\rsuppliers:\u0000 []\r'), ['load/nul-byte a.yaml:2']],
  ['invalid byte in the middle', 'a.md', joined(document('# 文件控制程序\n\n第一行好。\n第二行坏：'), [0xff], '。\n'), ['load/not-utf-8 a.md:12']],
  ['lone surrogate as CESU-8', 'a.md', joined(document('# 文件控制程序\n\n坏：'), [0xed, 0xa0, 0x80], '\n'), ['load/not-utf-8 a.md:11']],
  ['overlong form of a slash', 'a.yaml', joined('kind: suppliers\ncriteria: ', [0xc0, 0xaf], '\n'), ['load/not-utf-8 a.yaml:2']],
  ['cut off inside a character', 'a.md', utf8(chinese).slice(0, -3), ['load/not-utf-8 a.md:11']],
  ['empty document', 'a.md', utf8(''), ['workspace/unclaimed-file a.md:1']],
  ['empty register', 'a.yaml', utf8(''), ['workspace/unclaimed-file a.yaml:1']],
  ['blank document', 'a.md', utf8('\n\n \n'), ['workspace/unclaimed-file a.md:1']],
  ['only a comment', 'a.yaml', utf8('# kind: suppliers\n'), ['workspace/unclaimed-file a.yaml:1']],
];

test.each(refused)('%s', async (_, path, content, expected) => {
  const { found, others } = await judgeBad(path, content);
  expect(found).toEqual(expected);
  expect(others).toEqual([witnessed]);
});

test('GBK is named as such; a damaged UTF-8 file is not taken for it', async () => {
  const { findings: [foreign] } = await judgeBad('a.md', joined('---\ntitle: ', gbk.文, gbk.件, '\n---\n'));
  expect(foreign).toMatchObject({ message: 'found', args: { guess: 'GBK / GB 18030' } });
  const { findings: [damaged] } = await judgeBad('a.md', joined(document('# 文件控制程序\n坏：'), [0xff], '\n'));
  expect(damaged).toMatchObject({ message: 'damaged' });
});

test('a byte-order mark is told, and the file is read all the same', async () => {
  const { found, others } = await judgeBad('a.yaml', `\ufeff${'kind: suppliers\nsuppliers: []\nwrong: 1\n'}`);
  expect(found).toEqual(['load/bom a.yaml:1', 'load/schema a.yaml:3']);
  expect(others).toEqual([witnessed]);
});

test.each([['CR LF', '\r\n'], ['CR', '\r']])('%s line ends are told, and lines are counted right', async (_, end) => {
  const { found, others } = await judgeBad('a.yaml', ['kind: suppliers', 'suppliers: []', 'wrong: 1', ''].join(end));
  expect(found).toEqual(['load/crlf a.yaml:1', 'load/schema a.yaml:3']);
  expect(others).toEqual([witnessed]);
  const fromLine3 = await judgeBad('b.yaml', `kind: suppliers\nsuppliers: []\nwrong: 1${end}`);
  expect(fromLine3.found).toEqual(['load/crlf b.yaml:3', 'load/schema b.yaml:3']);
});

test('a truncation at any byte is a finding or a smaller file, never a crash', async () => {
  const bytes = utf8(`${chinese}\n| 步骤 | 记录 |\n|---|---|\n| 一 | AB/QR-QP09-01 |\n\n:req[4.2.3-a] [链接](b.md)\n`);
  for (let length = 0; length < bytes.length; length++) {
    const { form, findings } = await factsOf('a.md', bytes.slice(0, length));
    expect(form === 'broken' ? findings.length : 1, `cut at ${length}`).toBeGreaterThan(0);
  }
});

test('a flipped bit anywhere is a finding or another text, never a crash', async () => {
  const bytes = utf8('kind: suppliers\nsuppliers:\n  - {id: s1, name: 甲公司, provides: "印刷", since: "2003-01-01"}\n');
  for (let at = 0; at < bytes.length; at++) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] as number) ^ (1 << at % 8);
    const { form, findings } = await factsOf('a.yaml', flipped);
    expect(form === 'broken' ? findings.length : 1, `bit of byte ${at}`).toBeGreaterThan(0);
  }
});

test('lines of nearly a million characters', async () => {
  const long = '文件4.2.3《质量手册》AB/QP-01 '.repeat(40_000);
  expect((await judgeBad('a.md', document(`# 长\n\n${long.slice(0, 130_000)}\n`))).others).toEqual([witnessed]);
  expect((await judgeBad('a.md', document(`# 长\n\n《甲乙${'《甲'.repeat(29_900)}\n`))).others).toEqual([witnessed]);
  expect((await judgeBad('a.yaml', `kind: suppliers\nsuppliers: []\ncriteria: ${long}\n`)).found).toEqual([]);
  expect((await judgeBad('a.yaml', `kind: suppliers\nsuppliers: []\n${'x'.repeat(990_000)}: 1\n`)).others).toEqual([witnessed]);
  expect((await judgeBad('a.yaml', `kind: ${'x'.repeat(990_000)}\n`)).found).toEqual(['workspace/unknown-kind a.yaml:1']);
  expect((await judgeBad('a.yaml', `kind: suppliers\nsuppliers: []\n# qms-ignore ${'a:'.repeat(490_000)}\u2028\n`)).others).toEqual([witnessed]);
  expect((await judgeBad('a.md', document(`<!-- qms-ignore a: ${' '.repeat(990_000)}\n`))).others).toEqual([witnessed]);
  expect((await judgeBad('a.md', `---${'x'.repeat(990_000)}\n`)).found).toEqual(['load/front-matter-language a.md:1']);
});
