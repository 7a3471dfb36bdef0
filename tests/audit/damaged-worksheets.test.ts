import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import { runCommand } from '../env.ts';
import { envWith, filled, repacked, savedForm, workbookOf, type Draft } from './forms.ts';
import { auditWorkspace } from './workspace.ts';

const book = await workbookOf();
const sheet1 = 'xl/worksheets/sheet1.xml';
const answer = (edit: (sheet: Draft) => void = () => {}): Promise<Uint8Array> => savedForm((sheet) => {
  Object.assign(sheet.rows[0] as object, { judgement: 'conform', evidence: '受控清单第3、9号' });
  edit(sheet);
});
const row = (sheet: Draft, item: string): Draft['rows'][number] => sheet.rows.find((one) => one.item === item) as Draft['rows'][number];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const gbk = Uint8Array.from([...encode('no,item,judgement\n1,8.2.4-a,'), 0xb7, 0xfb, 0xba, 0xcf, 0x0a]); // 符合

/** A zip whose directory claims less than unpacking gives. */
function lyingBomb(): Uint8Array {
  const bytes = repacked(book, { [sheet1]: 'A'.repeat(60_000_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 60_000_000) view.setUint32(at + 24, 1000, true);
  return bytes;
}
/** A zip whose end record counts fewer parts than the directory lists: who goes by the number and who goes to the end would see two different workbooks. */
function miscounted(): Uint8Array {
  const copy = Uint8Array.from(book);
  const view = new DataView(copy.buffer, copy.length - 22);
  for (const at of [8, 10]) view.setUint16(at, view.getUint16(at, true) - 1, true);
  return copy;
}
function flag(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | bit, true);
  return copy;
}

const cases: readonly (readonly [kind: string, bytes: () => Uint8Array | Promise<Uint8Array>, reason: RegExp])[] = [
  ['an empty file', () => new Uint8Array(), /empty/],
  ['10 MB and a byte', () => new Uint8Array(10 * 1024 * 1024 + 1), /larger than 10 MB/],
  ['an old .xls or a workbook with a password', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /password/],
  ['a csv in GBK called xlsx', () => gbk, /GBK/],
  ['a csv in UTF-8', () => encode('no,item\n1,8.2.4-a\n'), /neither a workbook/],
  ['a picture', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /neither a workbook/],
  ['the empty html form itself', async () => encode((await runCommand('audit checklist', envWith({}), ['NS-2004-01'], { unit: 'hall', format: 'html' })).text as string), /form itself/],
  ['a workbook cut off in the middle', () => book.slice(0, book.length / 2), /cut off/],
  ['a workbook with a damaged part', () => { const bytes = Uint8Array.from(book); bytes.fill(0xff, 200, 600); return bytes; }, /damaged|cut off/],
  ['an archive that is no workbook', () => zipSync({ 'readme.txt': encode('hello') }), /not a workbook/],
  ['a locked archive', () => flag(book, 1), /password/],
  ['a zip bomb', () => repacked(book, { [sheet1]: 'A'.repeat(60_000_000) }), /larger than any checklist/],
  ['a zip bomb that claims to be small', lyingBomb, /larger than any checklist/],
  ['an archive with a path that leads out', () => repacked(book, { '../evil.xml': 'x' }), /lead out/],
  ['an archive that holds more parts than it counts', miscounted, /cut off/],
  ['an archive of a thousand parts', () => repacked(book, Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x/${at}.xml`, '']))), /more parts/],
  ['macros', () => repacked(book, { 'xl/vbaProject.bin': new Uint8Array(4) }), /macros/],
  ['a macro content type', () => repacked(book, { '[Content_Types].xml': (xml) => xml.replace('sheet.main+xml', 'sheet.macroEnabled.main+xml') }), /macros/],
  ['an external link', () => repacked(book, { 'xl/externalLinks/externalLink1.xml': '<x/>' }), /other files/],
  ['a relationship that leads outside', () => repacked(book, { 'xl/_rels/workbook.xml.rels': (xml) => xml.replace('</Relationships>', '<Relationship Id="e" Type="x" Target="http://example.invalid/" TargetMode="External"/></Relationships>') }), /links to http/],
  ['an embedded object', () => repacked(book, { 'xl/embeddings/a.xml': 'x' }), /embedded/],
  ['a picture pasted into the workbook', () => repacked(book, { 'xl/media/image1.png': 'x' }), /pictures/],
  ['a data connection', () => repacked(book, { 'xl/connections.xml': '<x/>' }), /fetches data/],
  ['a formula', () => repacked(book, { [sheet1]: (xml) => xml.replace(/<c r="G7" s="(\d+)"\/>/, '<c r="G7" s="$1"><f>1+1</f><v>2</v></c>') }), /G7 .*formula/],
  ['an error value', () => repacked(book, { [sheet1]: (xml) => xml.replace(/<c r="G7" s="(\d+)"\/>/, '<c r="G7" s="$1" t="e"><v>#REF!</v></c>') }), /#REF!/],
  ['entities of its own', () => repacked(book, { [sheet1]: (xml) => xml.replace('?>\n', '?>\n<!DOCTYPE x [<!ENTITY a "b">]>') }), /DOCTYPE/],
  ['XML that is not well-formed', () => repacked(book, { [sheet1]: (xml) => xml.replace('</worksheet>', '') }), /damaged/],
  ['a workbook of somebody else', () => repacked(book, { 'xl/workbook.xml': (xml) => xml.replace('name="qms"', 'name="other"') }), /no checklist of ours/],
  ['a later layout', () => repacked(book, { 'xl/worksheets/sheet3.xml': (xml) => xml.replace('qms-worksheet/1', 'qms-worksheet/9') }), /qms-worksheet\/9/],
  ['a sheet that was renamed', () => repacked(book, { 'xl/workbook.xml': (xml) => xml.replace('NS-2004-01 hall', 'renamed') }), /missing/],
  ['an edited id', () => filled(book, { B7: '8.2.4-e' }), /no longer fit/],
  ['an edited requirement', () => filled(book, { J7: '8.2.4-e' }), /no longer fit/],
  ['a cleared row', () => filled(book, { B7: '', A7: '', J7: '', K7: '' }), /no longer fit/],
  ['words below the last row', () => repacked(book, { [sheet1]: (xml) => xml.replace('</sheetData>', '<row r="999"><c r="A999" t="inlineStr"><is><t>more</t></is></c></row></sheetData>') }), /A999/],
  ['a judgement that is none', () => filled(book, { H7: '基本符合' }), /基本符合/],
  ['JSON cut off', async () => (await answer()).slice(0, 500), /cut off/],
  ['JSON of something else', () => encode('{"a":1}'), /no filled checklist/],
  ['another audit', async () => answer((sheet) => { sheet.audit = 'NS-2004-02'; sheet.digest = '0'.repeat(64); }), /no longer fit/],
  ['a unit the audit does not cover', () => encode('kind: audit-checklist\naudit: NS-2004-01\nunit: legal\nauditor: p2\non: 2004-10-11\nrows:\n  - { no: 1, item: 8.2.4-a, judgement: conform, evidence: x }\n'), /does not cover the unit/],
  ['another audit in YAML', () => encode('kind: audit-checklist\naudit: NS-2004-02\nunit: hall\nauditor: p2\non: 2004-10-11\nrows:\n  - { no: 1, item: 8.2.4-a, judgement: conform, evidence: x }\n'), /belongs to audit NS-2004-02/],
  ['an unknown row', () => encode('kind: audit-checklist\naudit: NS-2004-01\nunit: hall\nauditor: p2\non: 2004-10-11\nrows:\n  - { no: 1, item: 7.3.1-a, judgement: conform, evidence: x }\n'), /7\.3\.1-a.*no such row/],
  ['a workbook that nobody filled in', () => book, /No row is filled in/],
  ['judgement without evidence', async () => answer((sheet) => { row(sheet, '8.2.4-d').judgement = 'nonconform'; }), /row \d+ \(8\.2\.4-d\): Judged without evidence/],
  ['not applicable without reason', async () => answer((sheet) => { row(sheet, '8.2.4-d').judgement = 'not-applicable'; }), /without a reason/],
  ['invisible characters', async () => answer((sheet) => { Object.assign(row(sheet, '8.2.4-d'), { judgement: 'conform', evidence: 'a\u202eb' }); }), /nobody can see/],
  ['a stranger as auditor', async () => answer((sheet) => { sheet.auditor = 'p9'; }), /"p9" is not in the team/],
  ['a day in the future', async () => answer((sheet) => { sheet.on = '2005-10-11'; }), /future/],
  ['a day before the audit', async () => answer((sheet) => { sheet.on = '2004-09-11'; }), /before the audit/],
  ['a day that is none', async () => answer((sheet) => { sheet.on = '2004-02-30'; }), /no day/],
  ['a photo that is no picture', async () => answer((sheet) => { row(sheet, '8.2.4-d').photos = [{ name: 'a.jpg', data: btoa('<svg onload=x>') }]; }), /neither a JPEG/],
  ['a photo that is too large', async () => answer((sheet) => { row(sheet, '8.2.4-d').photos = [{ name: 'a.jpg', data: `/9j/${'A'.repeat(1_500_000)}` }]; }), /too large/],
  ['more photos than a row takes', async () => answer((sheet) => { row(sheet, '8.2.4-d').photos = Array.from({ length: 7 }, (_, at) => ({ name: `${at}`, data: '/9j/4AAA' })); }), /More than 6/],
];

describe('a damaged or foreign worksheet is refused with its reason, and nothing is written', () => {
  test.each(cases)('%s', async (_, bytes, reason) => {
    const env = envWith({ 'in.xlsx': await bytes() }, { ...auditWorkspace });
    const refused = await runCommand('audit record', env, ['NS-2004-01', 'in.xlsx']).then(() => null, (error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    const { text, args } = refused as UsageError;
    expect(format(text, args, 'en')).toMatch(/nothing was written/);
    expect(String(args['reasons'])).toMatch(reason);
  });
  test('the same files untouched are taken in', async () => {
    await expect(runCommand('audit record', envWith({ 'in.xlsx': filled(book, { G7: '受控清单第3、9号', H7: 'conforms' }) }), ['NS-2004-01', 'in.xlsx'])).resolves.toMatchObject({ exit: 0 });
    await expect(runCommand('audit record', envWith({ 'in.json': await answer() }), ['NS-2004-01', 'in.json'])).resolves.toMatchObject({ exit: 0 });
  });
});
