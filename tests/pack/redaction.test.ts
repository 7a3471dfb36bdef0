import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RedactionProfile } from '#model/redaction.ts';
import type { Tree } from '#model/tree.ts';
import { profileNamed } from '#pack/redaction/profile.ts';
import { redact, type Redacted } from '#pack/redaction/redact.ts';
import { fitsPointer } from '#pack/redaction/scalars.ts';
import { assets, memoryTree } from '../memory.ts';

const certifier = profileNamed('certifier', [], assets.redactions) as RedactionProfile;
const redacted = (files: Record<string, string | Uint8Array>, profile: RedactionProfile = certifier): Redacted => redact(memoryTree(files), profile, assets.words.personal, 'zh-CN');
const textIn = (tree: Tree, path: string): string => Buffer.from(tree.get(path)?.read() ?? []).toString('utf8');
const allOf = (tree: Tree): string => tree.entries.map(({ path, read }) => `${path}\n${Buffer.from(read()).toString('utf8')}`).join('\n');

const record = `kind: record
id: XF-2004-001
form: AB/QR-QP13-01
fields:
  complainant: 王小明 # 本人到场
  phone: 13800138000
  party: "某市星光电器商行"
  brief: |
    王小明于2004年11月1日投诉星光电器。
    身份证 11010519491231002X。
`;

describe('values are withheld', () => {
  test('by field, by look, and then wherever they stand, with one stand-in each', () => {
    const { tree, log } = redacted({
      'records/a.yaml': record,
      'a.md': '---\ntype: rule\nid: AB/R-1\n---\n\n王小明、王**小**明、王\n小明，电话 138-0013-8000、１３８００１３８０００；某市星光电器商行赔付。\n',
      'list.csv': '王小明,13800138000\n',
      '王小明.txt': 'x',
    });
    expect(textIn(tree, 'records/a.yaml')).toContain('complainant: 〔投诉人-1〕 # 本人到场\n  phone: 〔电话-1〕\n  party: 〔当事人-1〕\n');
    expect(textIn(tree, 'records/a.yaml')).toContain('    〔投诉人-1〕于2004年11月1日投诉星光电器。\n    身份证 〔证件号-1〕。\n');
    expect(textIn(tree, 'a.md')).toContain('〔投诉人-1〕、〔投诉人-1〕、〔投诉人-1〕，电话 〔电话-1〕、〔电话-1〕；〔当事人-1〕赔付。');
    expect(textIn(tree, 'list.csv')).toBe('〔投诉人-1〕,〔电话-1〕\n');
    expect(tree.get('〔投诉人-1〕.txt')).toBeDefined();
    expect(log.withheld.map(({ path, line, rule, token }) => `${path}:${line} ${rule} ${token}`)).toEqual(expect.arrayContaining([
      'records/a.yaml:5 field complainant 〔投诉人-1〕', 'records/a.yaml:7 field party 〔当事人-1〕', 'records/a.yaml:10 pattern id-number 〔证件号-1〕', 'list.csv:1 field complainant 〔投诉人-1〕',
    ]));
    expect(parse(textIn(tree, 'redaction-log.yaml'))).toMatchObject({ kind: 'redaction-log', profile: 'certifier' });
    expect(allOf(tree)).not.toMatch(/王小明|13800138000|11010519491231002X|星光电器商行/);
  });
  test('and the log fits its schema and holds no value', () => {
    const { tree } = redacted({ 'records/a.yaml': record });
    expect(assets.check('registers/redaction-log')?.(parse(textIn(tree, 'redaction-log.yaml')))).toBeNull();
    expect(textIn(tree, 'redaction-log.yaml')).not.toMatch(/王小明|13800138000|11010519491231002X/);
  });
  test('in files of any kind: left out, replaced by a notice, or gone along unseen', () => {
    const { tree, log } = redacted({
      'records/a.yaml': record, 'scan.pdf': Buffer.from([0x25, 0, 1, 2]), 'ok.docx': Buffer.from([0x50, 0, 1]), 'secret.md': 'x', 'photo.png': Buffer.from([0x89, 0x50, 0]),
      'tagged.png': Buffer.concat([Buffer.from([0x89, 0]), Buffer.from('13800138000')]),
    }, { ...certifier, files: ['secret.md'], cleared: ['ok.docx'] });
    expect(tree.get('secret.md')).toBeUndefined();
    expect(textIn(tree, 'scan.pdf')).toBe('已隐去，见 redaction-log.yaml。\n');
    expect(tree.get('ok.docx')?.size).toBe(3);
    expect([log.unseen, log.files.map(({ path }) => path)]).toEqual([['photo.png'], ['scan.pdf', 'secret.md', 'tagged.png']]);
  });
  test('but not what the profile keeps, nor numbers inside longer ones', () => {
    const digest = 'a13800138000b'.padEnd(64, '0');
    const { tree } = redacted({ 'records/a.yaml': record.replace('王小明 #', '匿名 #'), 'approvals/x.yaml': `sha256: ${digest}\nnumber: 913800138000\n` });
    expect(textIn(tree, 'records/a.yaml')).toContain('complainant: 匿名 #');
    expect(textIn(tree, 'approvals/x.yaml')).toBe(`sha256: ${digest}\nnumber: 913800138000\n`);
  });
  test('or nothing is packed: what is disguised, or cannot be read, stops', () => {
    for (const way of ['&#29579;小明', '"\\u738b\\u5c0f\\u660e"', encodeURIComponent('王小明')]) expect(() => redacted({ 'a.yaml': record, 'b.txt': way })).toThrow(/escapes or character references/);
    expect(() => redacted({ 'a.yaml': record, 'b.yaml': 'kind: record\n  bad: [' })).toThrow(/cannot be read as YAML/);
  });
  test('by make: what is numbered like the cases of a ledger is a case, wherever it stands', () => {
    const { tree } = redacted({ 'cases.yaml': 'kind: case-ledger\nblock: enforcement\ncases:\n  - { no: 2004-JC-041, type: 一般程序案件 }\n', 'a.md': '抽查2004-JC-007、2004-JC-041，物品2004-JC-018-003；NC-2004-005、2004-JC-0411、12004-JC-041 不是案号。' });
    expect(textIn(tree, 'a.md')).toBe('抽查〔案号-2〕、〔案号-1〕，物品〔案号-3〕-003；NC-2004-005、2004-JC-0411、12004-JC-041 不是案号。');
  });
  test('by name in a sentence, and each of several names in one field', () => {
    const { tree } = redacted({ 'a.yaml': 'kind: record\nfields: { complainant: 赵一凡、钱多多 }\n', 'b.md': '钱多多来电；投诉人孙小圣称，当事人李某某于当日赔付。投诉人应当说明理由。' });
    expect(textIn(tree, 'b.md')).toBe('〔投诉人-3〕来电；投诉人〔当事人-1〕称，当事人〔当事人-2〕于当日赔付。投诉人应当说明理由。');
  });
  test('but not the parts of a sentence that a field holds', () => {
    const { tree } = redacted({ 'a.yaml': 'kind: record\nfields: { party: 对事实没有异议，请求从轻处罚，并已经主动撤回全部宣传册和网页上的广告内容 }\n', 'b.md': '请求从轻处罚的，由法制机构复核。' });
    expect(textIn(tree, 'b.md')).toBe('请求从轻处罚的，由法制机构复核。');
  });
  test('by words of the workspace own profile, whose register does not betray them', () => {
    const own = 'kind: redaction\nprofiles:\n  - name: court\n    extends: certifier\n    words: [{ values: [蓝天大酒店], as: 场所 }]\n';
    const profile = profileNamed('court', (parse(own) as { profiles: RedactionProfile[] }).profiles, assets.redactions) as RedactionProfile;
    const { tree } = redacted({ 'redaction.yaml': own, 'a.md': '在蓝天大酒店查获。' }, profile);
    expect(allOf(tree)).not.toContain('蓝天大酒店');
    expect(textIn(tree, 'a.md')).toBe('在〔场所-1〕查获。');
  });
});

test('pointers: one step, any number, and what lies below', () => {
  expect(['/fields/*', '/**/complainant', '/fields'].map((pattern) => fitsPointer('/fields/complainant/name', pattern))).toEqual([true, true, true]);
  expect(['/field/*', '/**/party', '/fields/*/name/x'].map((pattern) => fitsPointer('/fields/complainant/name', pattern))).toEqual([false, false, false]);
});

test('profiles: own before shipped, extended, unknown', () => {
  expect(profileNamed('nobody', [], assets.redactions)).toBeNull();
  expect(profileNamed('certifier', [{ name: 'certifier', extends: 'certifier', keep: ['x'] }], assets.redactions)).toMatchObject({ keep: expect.arrayContaining(['x', '匿名']) as unknown, patterns: certifier.patterns });
  expect(profileNamed('a', [{ name: 'a', extends: 'nobody' }], assets.redactions)).toBeNull();
});

test('whatever the values and however they are spelt, none is left in any byte, and equal bytes come of equal trees', () => {
  const name = fc.stringMatching(/^[\u4e00-\u9fa5]{2,4}$/u).filter((one) => !certifier.keep?.includes(one));
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/);
  const spellings = [(v: string) => v, (v: string) => [...v].join('\n'), (v: string) => [...v].join('**'), (v: string) => [...v].join('\u200b'), (v: string) => `<b>${v}</b>`, (v: string) => v.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))];
  fc.assert(fc.property(fc.uniqueArray(fc.record({ name, phone, way: fc.nat(spellings.length - 1) }), { minLength: 1, maxLength: 6, selector: ({ name: one }) => one }), (people) => {
    const files: Record<string, string> = {};
    for (const [index, one] of people.entries()) {
      const way = spellings[one.way] as (v: string) => string;
      files[`r${index}.yaml`] = `kind: record\nfields: { complainant: ${one.name}, phone: "${one.phone}" }\n`;
      files[`t${index}.md`] = `A ${way(one.name)} B ${way(one.phone)} C\n`;
    }
    const { tree } = redacted(files);
    const left = allOf(tree).normalize('NFKC').replace(/〔[^〔〕]+-\d+〕/g, '|').replace(/<[^>]+>|[\s*\u200b-]/g, '');
    for (const one of people) expect(left.includes(one.phone) || left.includes(`A${one.name}B`)).toBe(false);
    expect(allOf(redacted(files).tree)).toBe(allOf(tree));
  }), { numRuns: 60 });
});

test('the schema of profiles knows the kinds of personal data that there are', () => {
  const text = JSON.stringify(assets.schema('registers/redaction'));
  const listed = /"patterns":\{[^[]*"enum":(\[[^\]]*\])/.exec(text)?.[1] ?? '[]';
  expect(JSON.parse(listed)).toEqual(assets.words.personal.map(({ id }) => id));
  expect(certifier.patterns).toEqual(assets.words.personal.map(({ id }) => id).filter((id) => certifier.patterns?.includes(id)));
});
