import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allowedKeys, parseAllowedSigners } from '#model/allowed-signers.ts';
import type { SshKey } from '#model/ssh-key.ts';

const kept = readFileSync('tests/fixtures/sshsig/allowed_signers', 'utf8');
const [ed25519 = '', ecdsa256 = ''] = kept.split('\n').filter((line) => line.startsWith('p01@')).map((line) => line.split(' ').slice(-2).join(' '));
const rsa1024 = kept.split('\n').find((line) => line.startsWith('p07@'))?.slice('p07@bureau '.length) ?? '';
const keyOf = (line: string): SshKey => ({ type: '', blob: line.split(' ')[1] as string, fingerprint: '' });
const noon = new Date('2004-06-01T12:00:00Z');

test('the kept list: every line but the one with a short key', () => {
  const { signers, problems } = parseAllowedSigners(kept);
  expect(signers.map(({ line, principals }) => `${line} ${principals}`)).toEqual(['2 p01@bureau', '3 p01@bureau', '6 p02@bureau', '7 p03@bureau', '9 *@office,!p09@office', '11 p04@bureau', '13 p05@bureau', '14 p06@bureau', '18 p08@bureau']);
  expect(problems).toEqual([{ line: 16, problem: 'weak-key' }]);
  expect(signers[5]).toMatchObject({ validAfter: Date.UTC(2004, 0, 1) / 1000, validBefore: Date.UTC(2004, 5, 30) / 1000 });
});

test.each([
  ['p01', 'no-key'], ['p01 ', 'no-key'], ['"p01 KEY', 'no-key'], ['p01 ssh-ed25519', 'no-key'], ['p01 namespaces="a KEY', 'no-key'], ['p01 restrict', 'no-key'], ['p01 KEY'.padEnd(20_000, 'x').replace('KEY', 'y'), 'no-key'],
  ['p01 ssh-ed25519 AAAA', 'bad-key'], ['p01 ssh-ed25519 !!!!', 'bad-key'], ['p01 ssh-rsa BLOB', 'bad-key'], ['p01 RSA1024', 'weak-key'],
  ['p01 cert-authority KEY', 'unsupported'], ['p01 ssh-dss AAAAB3NzaC1kc3M=', 'unsupported'], ['p01 ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29t', 'unsupported'],
  ['p01 restrict KEY', 'unknown-option'], ['p01 namespaces=a KEY', 'unknown-option'], ['p01 verify-required, KEY', 'unknown-option'], ['p01 verify-requiredly KEY', 'unknown-option'],
  ['p01 namespaces="a",namespaces="b" KEY', 'repeated-option'], ['p01 valid-after="20040101",VALID-AFTER="20040101" KEY', 'repeated-option'],
  ['p01 valid-after="20040230" KEY', 'bad-time'], ['p01 valid-after="2004010124" KEY', 'bad-time'], ['p01 valid-before="20040101235960Z" KEY', 'bad-time'], ['p01 valid-before="2004-01-01" KEY', 'bad-time'],
  ['p01 valid-after="20040102",valid-before="20040102" KEY', 'empty-window'],
])('the line %j is reported: %s', (line, problem) => {
  const text = `# first\n\n${line.replace('KEY', ed25519).replace('BLOB', keyOf(ed25519).blob).replace('RSA1024', rsa1024)}\nother ${ed25519}\n`;
  expect(parseAllowedSigners(text)).toMatchObject({ problems: [{ line: 3, problem }], signers: [{ line: 4 }] });
});

test('several lines for one key: a good one is enough, else the nearest decides and is named', () => {
  const lines = [`p01 namespaces="file" ${ed25519}`, `p01 valid-before="20040101" ${ed25519}`, `p01 valid-after="20050101" ${ed25519}`, `p01 verify-required ${ed25519}`, `p01 ${ed25519}`, `p02 ${ed25519}`];
  const judge = (count: number, person = 'p01', userVerified?: boolean): unknown =>
    allowedKeys(parseAllowedSigners(lines.slice(0, count).join('\n')).signers, person, 'qms-approval', noon)({ key: keyOf(ed25519), ...(userVerified === undefined ? {} : { userVerified }) });
  expect([0, 1, 2, 3, 4, 5].map((count) => judge(count))).toEqual([
    { verdict: 'unknown-key' }, { verdict: 'wrong-namespace', line: 1 }, { verdict: 'expired', line: 2 }, { verdict: 'expired', line: 2 }, { verdict: 'not-verified', line: 4 }, { verdict: 'good', line: 5 },
  ]);
  expect(judge(4, 'p01', true)).toEqual({ verdict: 'good', line: 4 });
  expect([judge(6, 'p02'), judge(6, 'p03'), judge(6, '')]).toEqual([{ verdict: 'good', line: 6 }, { verdict: 'unknown-key' }, { verdict: 'unknown-key' }]);
});

test('a person may have two keys, each with its own days', () => {
  const { signers } = parseAllowedSigners(`p01 valid-before="20040531235959Z" ${ed25519}\np01 valid-after="20040601Z" ${ecdsa256}\n`);
  const judge = (key: string, day: string): string => allowedKeys(signers, 'p01', 'qms-approval', new Date(day))({ key: keyOf(key) }).verdict;
  expect([judge(ed25519, '2004-05-31T23:59:59.999Z'), judge(ed25519, '2004-06-01'), judge(ecdsa256, '2004-05-31T23:59:59Z'), judge(ecdsa256, '2004-06-01')]).toEqual(['good', 'expired', 'not-yet-valid', 'good']);
});

test('patterns full of stars take no time', () => {
  const { signers } = parseAllowedSigners(`${'*a'.repeat(2000)} ${ed25519}\n`);
  const started = performance.now();
  expect(allowedKeys(signers, 'a'.repeat(1900), 'qms-approval', noon)({ key: keyOf(ed25519) }).verdict).toBe('unknown-key');
  expect(performance.now() - started).toBeLessThan(2000);
});
