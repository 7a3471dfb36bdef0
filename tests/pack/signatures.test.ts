import { describe, expect, test } from 'vitest';
import { parseAllowedSigners } from '#model/allowed-signers.ts';
import { evidenceNamespace } from '#pack/layout.ts';
import { verifyPack } from '#pack/verify.ts';
import { hasOpenssh, opensshSays } from '../model/openssh.ts';
import { softwareKey } from '../model/software-key.ts';
import { temporaryFolder } from '../temporary.ts';
import { asFolder, bytesOf, hash, judgePack, makeBag, withTagManifests, type Files } from './bags.ts';

const [ours, theirs] = [softwareKey(), softwareKey()];
const fingerprint = (line: string): string => parseAllowedSigners(`p1 ${line}`).signers[0]?.key.fingerprint ?? '';
const own = 'Bagging-Date: 2004-12-31\nPayload-Oxum: 6.1\nTool-Version: qms 0.1.0\n';
const sigPath = 'signatures/tagmanifest-sha512.txt.p1.sig';

/** A pack with a list of keys, signed by one of them. */
function signedBag({ list = `p1 namespaces="qms-evidence" ${ours.line}\n`, key = ours, namespace = evidenceNamespace, info = own } = {}): Record<string, string | Uint8Array> {
  const bag = makeBag({ 'hello.txt': 'hello\n' }, { info, tags: { allowed_signers: list } });
  return { ...bag, [sigPath]: key.sign(bytesOf(bag['tagmanifest-sha512.txt'] as string), namespace) };
}
const said = (bag: Files, trusted = {}): string[] => judgePack(asFolder(bag), trusted).map(({ code, message, severity }) => `${severity} ${code}:${message}`);
const without = (bag: Files, path: string): Files => Object.fromEntries(Object.entries(bag).filter(([one]) => one !== path));

describe('a signature over a pack is', () => {
  test('good, by a key that only the pack vouches for, until somebody else does', () => {
    const bag = signedBag();
    expect(said(bag)).toEqual(['warning pack/signer-unknown:found']);
    expect(said(bag, { fingerprints: [fingerprint(ours.line)] })).toEqual([]);
    expect(said(bag, { signers: `p1 ${ours.line}\n` })).toEqual([]);
    const { signatures } = verifyPack(asFolder(signedBag({ list: `p1 namespaces="qms-evidence",valid-after="20040101Z",valid-before="20060101Z" ${ours.line}\n` })), { fingerprints: [fingerprint(ours.line)] }, '2026-01-01', () => {});
    expect(signatures).toEqual([{ path: sigPath, person: 'p1', state: 'good', fingerprint: fingerprint(ours.line), from: '2004-01-01', until: '2006-01-01' }]);
  });
  test('enough when one of several is by a key that was named', () => {
    const list = `p1 ${ours.line}\np2 ${theirs.line}\n`;
    const bag = signedBag({ list });
    const both = { ...bag, 'signatures/tagmanifest-sha512.txt.p2.sig': theirs.sign(bytesOf(bag['tagmanifest-sha512.txt'] as string), evidenceNamespace) };
    expect(said(both, { fingerprints: [fingerprint(ours.line)] })).toEqual(['warning pack/signer-unknown:found']);
    expect(said(both, { signers: list })).toEqual([]);
    expect(said(both, { fingerprints: [fingerprint(softwareKey().line)] })).toEqual(['error pack/signer-refused:fingerprint', 'error pack/signer-refused:fingerprint']);
  });
  test('refused where it is not by the key that was named', () => {
    expect(said(signedBag(), { fingerprints: [fingerprint(theirs.line)] })).toEqual(['error pack/signer-refused:fingerprint']);
    expect(said(signedBag(), { signers: `p2 ${ours.line}\np1 ${theirs.line}\n` })).toEqual(['error pack/signer-refused:signers']);
    expect(said(signedBag(), { signers: `p1 namespaces="qms-approval" ${ours.line}\n` })).toEqual(['error pack/signer-refused:signers']);
  });
  test.each<[string, Files, string]>([
    ['of another text', { ...signedBag(), [sigPath]: ours.sign(Buffer.from('else'), evidenceNamespace) }, 'bad-signature'],
    ['damaged', { ...signedBag(), [sigPath]: 'no signature' }, 'malformed'],
    ['empty', { ...signedBag(), [sigPath]: '' }, 'malformed'],
    ['for another purpose', signedBag({ namespace: 'qms-approval' }), 'wrong-namespace'],
    ['by a key that is not listed', signedBag({ key: theirs }), 'unlisted'],
    ['by a key listed for somebody else', signedBag({ list: `p2 ${ours.line}\n` }), 'unlisted'],
    ['by a key listed for approvals only', signedBag({ list: `p1 namespaces="qms-approval" ${ours.line}\n` }), 'unlisted'],
    ['by a key that had run out', signedBag({ list: `p1 valid-before="20041201Z" ${ours.line}\n` }), 'expired'],
    ['by a key that was not valid yet', signedBag({ list: `p1 valid-after="20050101Z" ${ours.line}\n` }), 'not-yet-valid'],
    ['by a key that ran out afterwards: still good', signedBag({ list: `p1 valid-before="20050101Z" ${ours.line}\n` }), ''],
  ])('judged at the end of the Bagging-Date: %s', (_, bag, message) => {
    expect(said(bag)).toEqual([message === '' ? 'warning pack/signer-unknown:found' : `error pack/signature-bad:${message}`]);
  });
  test.skipIf(!hasOpenssh)('judged as ssh-keygen does', () => {
    const folder = temporaryFolder();
    for (const list of [`p1 ${ours.line}`, `p1 namespaces="qms-evidence" ${ours.line}`, `p1 namespaces="x" ${ours.line}`, `p2 ${ours.line}`, `p1 ${theirs.line}`, `p1 valid-before="20041201Z" ${ours.line}`, `p1 valid-before="20050101Z" ${ours.line}`, `p1 valid-after="20050101Z" ${ours.line}`]) {
      const bag = signedBag({ list: `${list}\n` });
      const they = opensshSays(folder, { signers: `${list}\n`, signature: bytesOf(bag[sigPath] as Uint8Array), message: bytesOf(bag['tagmanifest-sha512.txt'] as string), principal: 'p1', namespace: evidenceNamespace, at: new Date('2004-12-31T23:59:59Z') });
      expect([list, !said(bag).some((one) => one.startsWith('error'))]).toEqual([list, they]);
    }
  });
  test('not needed where the letter states the digest of the tag manifest', () => {
    const bag = without(signedBag(), sigPath);
    const digest = hash('sha512', bag['tagmanifest-sha512.txt'] as string);
    expect(said(bag, { digest })).toEqual(['info pack/unsigned:found']);
    expect(said(bag, { digest: digest.replace(/^./, (first) => (first === '0' ? '1' : '0')) })).toContain('error pack/other-pack:found');
    expect(said(without(bag, 'tagmanifest-sha512.txt'), { digest })).toContain('error pack/other-pack:found');
  });
  test('missed where one was promised or asked for, and only noted where not', () => {
    expect(said(without(signedBag(), sigPath))).toEqual(['info pack/unsigned:found']);
    expect(said(without(signedBag(), sigPath), { fingerprints: [fingerprint(ours.line)] })).toEqual(['error pack/signature-missing:asked']);
    expect(said(without(signedBag({ info: `${own}Signed-By: p1\n` }), sigPath))).toEqual(['error pack/signature-missing:promised']);
    expect(said(signedBag({ info: `${own}Signed-By: p1\n` }))).toEqual(['warning pack/signer-unknown:found']);
  });
});

describe('a pack of ours holds what it must', () => {
  const rebuilt = (bag: Files): Files => ({ ...withTagManifests(bag, ['sha512']) });
  test.each<[string, Files, string]>([
    ['no tag manifest', without(signedBag(), 'tagmanifest-sha512.txt'), 'error pack/incomplete:missing'],
    ['no Payload-Oxum', rebuilt(without(signedBag({ info: own.replace(/Payload-Oxum.*\n/, '') }), sigPath)), 'error pack/incomplete:missing'],
    ['a redaction profile and no log', rebuilt(without(signedBag({ info: `${own}Redaction-Profile: certifier\n` }), sigPath)), 'error pack/incomplete:missing'],
    ['a file beside data/ that nobody sealed', { ...signedBag(), 'README.txt': 'trust me' }, 'error pack/added:tag'],
    ['a file among the signatures that is none', { ...signedBag(), 'signatures/readme.txt': 'x' }, 'error pack/added:tag'],
    ['something to fetch', rebuilt({ ...without(signedBag(), sigPath), 'fetch.txt': 'https://example.org/x 6 data/hello.txt\n' }), 'error pack/bad-fetch:present'],
  ])('%s', (_, bag, expected) => expect(said(bag)).toContain(expected));
  test('of a foreign bag none of it is asked', () => {
    expect(said({ ...makeBag({ 'hello.txt': 'hello\n' }), 'README.txt': 'x' })).toEqual(['info pack/unsigned:found']);
  });
});
