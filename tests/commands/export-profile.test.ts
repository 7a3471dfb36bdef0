import { describe, expect, test } from 'vitest';
import { memoryEnv, runCommand } from '../env.ts';
import { everyByte } from '../pack/every-byte.ts';
import { bytesOf, inGit, packOf } from './packs.ts';
import { small } from './small.ts';

const values = ['王小明', '13800138000', '11010519491231002X', '锦江区春熙路12号3单元', '川A12B45', '2004-JC-041', '2004-JC-007', '星光电器商行'];
const files: Readonly<Record<string, string>> = {
  ...small,
  'cases.yaml': 'kind: case-ledger\nblock: enforcement\ncases:\n  - { no: 2004-JC-041, type: 一般程序案件, status: 归档, x-party: 星光电器商行 }\n',
  'records/XF-001.yaml': 'kind: record\nid: XF-001\nform: AB/QR-QP01-01\nedition: A/9\nfields:\n  complainant: 王小明\n  phone: "13800138000"\n  vehicle: 川A12B45\n',
  'procedures/QP-01.md': `${small['procedures/QP-01.md']}\n投诉人：王小明，身份证 11010519491231002X，住址：锦江区春熙路12号3单元。2004-JC-007 号案由星光电器商行赔付。\n`,
};

describe('export --profile', () => {
  test('leaves no value in any byte of the pack, and says what was withheld', async () => {
    expect((await everyByte((await packOf(inGit(files))).files)).includes('王小明')).toBe(true);
    const { files: bag, notes } = await packOf(inGit(files), { profile: 'certifier' });
    const all = await everyByte(bag);
    expect(values.filter((value) => all.includes(value))).toEqual([]);
    expect(all.includes('〔投诉人-1〕，身份证〔证件号-1〕')).toBe(true);
    expect(notes).toMatch(/Redacted by the profile certifier: \d\d places withheld/);
    expect(bag.get('bag-info.txt')?.toString()).toContain('Redaction-Profile: certifier\n');
    expect(bag.get('data/redaction/log.csv')?.toString()).toContain('records/XF-001.yaml,6,/fields/complainant,〔投诉人-1〕,field complainant');
    expect(bag.get('data/source/redaction-log.yaml')?.toString()).toContain('path: records/XF-001.yaml');
  });
  test('gives the same bytes again', async () => {
    const [one, two] = [await packOf(inGit(files), { profile: 'certifier' }), await packOf({ ...inGit(files), locale: 'zh-CN' }, { profile: 'certifier' })];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });
  test('refuses a profile that is not there, and names those that are', async () => {
    const own = { ...files, 'redaction.yaml': 'kind: redaction\nprofiles:\n  - { name: court, extends: certifier }\n' };
    await expect(packOf(inGit(own), { profile: 'nobody' })).rejects.toMatchObject({ args: { name: 'nobody', known: 'certifier, court' } });
    await expect(packOf(inGit({ ...files, 'redaction.yaml': 'kind: redaction\nprofiles:\n  - { name: certifier, patterns: [mobil] }\n' }), { profile: 'certifier' })).rejects.toMatchObject({ args: { path: 'redaction.yaml' } });
    expect(await bytesOf(await runCommand('export', memoryEnv(own), [], { output: 'p.zip', withFindings: true, pdf: false, profile: 'court' }))).not.toHaveLength(0);
  });
});
