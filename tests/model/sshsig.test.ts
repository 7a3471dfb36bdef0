import { generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { wireString } from '#model/ssh-wire.ts';
import { verifySignature } from '#model/sshsig.ts';
import { randomFrom } from '../../bench/random.mjs';
import { temporaryFolder } from '../temporary.ts';
import { mutations, type Material } from './mutations.ts';
import { armor, envelope, hasOpenssh, numbers, opensshSays, opensshSigner, positive, printedFingerprint, securityKey, unarmor, weSay, type Case, type Signer } from './openssh.ts';
import { recorded, recordedCase } from './recorded.ts';

const namespace = 'qms-approval';
const principal = 'p01@bureau';
const at = new Date('2004-06-01T08:30:00Z');
const message = Buffer.from('kind: approval\ndocument: AB-QP-01\nrevision: A/1\nrole: approve\nperson: p01\ntitle: 《文件控制程序》\n');
const folder = hasOpenssh ? temporaryFolder() : '';
const signers = new Map<string, Signer>();

function makeCase(signer: Signer, rest: Partial<Case> = {}): Case {
  return { signers: `${principal} ${signer.line}\n`, signature: signer.sign(message, namespace), message, principal, namespace, at, ...rest };
}

/** A verdict that ssh-keygen and we must share. */
function both(given: Case): string {
  const ours = weSay(given);
  return opensshSays(folder, given) === (ours === 'good') ? ours : `differs: ${ours}`;
}

/** A signer in software, to make what ssh-keygen would never write. */
function softRsa(bits: number): { line: string; make(hash: string, algorithm: string, pad?: boolean): Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const blob = (zeros: number): Buffer => Buffer.concat([wireString('ssh-rsa'), wireString(Buffer.concat([Buffer.alloc(zeros), Buffer.from(e, 'base64url')])), wireString(positive(Buffer.from(n, 'base64url')))]);
  return {
    line: `ssh-rsa ${blob(0).toString('base64')}`,
    make: (hash, algorithm, pad = false) => armor(envelope({ blob: blob(pad ? 1 : 0), namespace, message, prove: (signed) => Buffer.concat([wireString(algorithm), wireString(sign(hash, signed, privateKey))]) })),
  };
}

describe('kept signatures', () => {
  test('get the verdict that was kept with them', () => {
    expect(recorded.length).toBeGreaterThan(100);
    expect(recorded.map((entry) => ({ ...entry, ours: weSay(recordedCase(entry)) }))).toEqual(recorded);
  });

  test('whatever ssh-keygen refuses we refuse, and it accepts no more than a short RSA key', () => {
    const differing = recorded.filter(({ openssh, ours }) => openssh !== (ours === 'good'));
    expect(differing.map(({ signature, openssh, ours }) => [signature, openssh, ours])).toEqual([['rsa-1024', true, 'weak-key']]);
  });

  test.skipIf(!hasOpenssh)('still get the verdict of ssh-keygen that was kept with them', () => {
    expect(recorded.map((entry) => ({ ...entry, openssh: opensshSays(folder, recordedCase(entry)) }))).toEqual(recorded);
  });

  test('tell of a security key whether it was touched and whether it checked its user', () => {
    const told = ['ed25519', 'sk-ed25519', 'sk-ecdsa'].map((signature) => verifySignature(recordedCase({ signature, principal, openssh: true, ours: 'good' })));
    expect(told.map((verified) => verified.ok && [verified.touched, verified.userVerified])).toEqual([[undefined, undefined], [true, false], [true, true]]);
  });
});

describe.skipIf(!hasOpenssh)('beside ssh-keygen', () => {
  beforeAll(() => {
    const made: readonly (readonly [name: string, ...options: string[]])[] = [
      ['ssh-ed25519', '-t', 'ed25519'], ['ecdsa-256', '-t', 'ecdsa', '-b', '256'], ['ecdsa-384', '-t', 'ecdsa', '-b', '384'], ['ecdsa-521', '-t', 'ecdsa', '-b', '521'],
      ['rsa-2048', '-t', 'rsa', '-b', '2048'],
    ];
    for (const [name, ...options] of made) signers.set(name, opensshSigner(folder, name, ...options));
    signers.set('sk-ed25519', securityKey('ed25519', 1)).set('sk-ecdsa', securityKey('ecdsa', 5));
  });

  test('every kind of key is good, and its fingerprint is the one ssh-keygen prints', () => {
    expect(signers.size).toBe(7);
    for (const signer of signers.values()) {
      const given = makeCase(signer);
      expect(both(given)).toBe('good');
      const verified = verifySignature(given);
      expect(verified.ok && [verified.key.fingerprint, verified.key.type]).toEqual([printedFingerprint(signer.line), signer.line.split(' ')[0]]);
    }
  });

  test('two hundred and forty spoiled approvals get the same verdict', () => {
    const { below: next } = randomFrom(2004);
    const all = [...signers.values()];
    const materials = all.map((signer, index): Material => {
      const other = all[(index + 1) % all.length] as Signer;
      const good = makeCase(signer, { signers: `# who may approve\n${principal} namespaces="qms-approval",valid-after="20040101Z",valid-before="20041231Z" ${signer.line}\n` });
      return {
        good, signer, other, otherMessage: signer.sign(Buffer.from('another file'), namespace), otherNamespace: signer.sign(message, 'file'), sameByOther: other.sign(message, namespace),
      };
    });
    const seen = new Map<string, number>();
    const differing: string[] = [];
    for (let round = 0; round < 240; round++) {
      const [name, mutate] = Object.entries(mutations)[round % Object.keys(mutations).length] as [string, (typeof mutations)[string]];
      const material = materials[next(materials.length)] as Material;
      const verdict = both({ ...material.good, ...mutate(material, next) });
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
      if (verdict.startsWith('differs')) differing.push(`${round} ${name}: ${verdict}`);
    }
    expect(differing).toEqual([]);
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['good', 'malformed', 'unsupported-hash', 'wrong-namespace', 'bad-signature', 'unknown-key', 'expired', 'not-yet-valid']));
    expect(seen.get('good')).toBeLessThan(60);
  });

  test('ECDSA numbers that begin with zeros', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const type = 'ecdsa-sha2-nistp256';
    const blob = Buffer.concat([type, 'nistp256', Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])].map(wireString));
    const prove = (wanted: (halves: Buffer) => boolean, write = numbers) => (signed: Buffer): Buffer => {
      for (;;) {
        const halves = sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' });
        if (wanted(halves)) return Buffer.concat([wireString(type), wireString(write(halves))]);
      }
    };
    const say = (proof: (signed: Buffer) => Buffer): string => both(makeCase({ line: `${type} ${blob.toString('base64')}`, sign: () => armor(envelope({ blob, namespace, message, prove: proof })) }));
    expect(say(prove((halves) => halves[0] === 0))).toBe('good');
    expect(say(prove((halves) => halves[32] === 0))).toBe('good');
    expect(say(prove(() => true, (halves) => rawNumbers(halves, 3)))).toBe('good');
    expect(say(prove((halves) => (halves[0] as number) >= 0x80, (halves) => rawNumbers(halves, 0)))).toBe('bad-signature');
    expect(say(prove(() => true, () => Buffer.concat([wireString(Buffer.alloc(0)), wireString(Buffer.alloc(0))])))).toBe('bad-signature');
  });

  test('RSA: SHA-2 only', () => {
    const { line, make } = softRsa(2048);
    const say = (signature: Buffer): string => both(makeCase({ line, sign: () => signature }));
    expect([make('sha512', 'rsa-sha2-512'), make('sha256', 'rsa-sha2-256'), make('sha1', 'ssh-rsa'), make('sha512', 'rsa-sha2-256')].map(say)).toEqual(['good', 'good', 'unsupported-signature', 'bad-signature']);
  });

  const dates: readonly [option: string, at: string, verdict: string][] = [
    ['valid-after="20040601"', '2004-05-31T23:59:59Z', 'not-yet-valid'], ['valid-after="20040601"', '2004-06-01T00:00:00Z', 'good'],
    ['valid-after="200406010830Z"', '2004-06-01T08:29:59Z', 'not-yet-valid'], ['valid-after="200406010830Z"', '2004-06-01T08:30:00Z', 'good'],
    ['valid-after="20040601083007"', '2004-06-01T08:30:06Z', 'not-yet-valid'], ['valid-after="20040601083007utc"', '2004-06-01T08:30:07Z', 'good'],
    ['valid-before="20040601Z"', '2004-06-01T00:00:00Z', 'good'], ['valid-before="20040601Z"', '2004-06-01T00:00:01Z', 'expired'],
    ['valid-before="200406010830"', '2004-06-01T08:30:00Z', 'good'], ['valid-before="20040601083007z"', '2004-06-01T08:30:08Z', 'expired'],
    ['valid-after="20040201",valid-before="20040229"', '2004-02-29T00:00:00Z', 'good'], ['valid-after="20040201",valid-before="20040229"', '2004-02-29T00:00:01Z', 'expired'],
    ['Valid-After="20040201",VALID-BEFORE="20040229"', '2004-01-31T00:00:00Z', 'not-yet-valid'],
    ['valid-after="20040601",valid-before="20040601"', '2004-06-01T00:00:00Z', 'unknown-key'], ['valid-after="20040602",valid-before="20040601"', '2004-06-01T00:00:00Z', 'unknown-key'],
    ['valid-after="19700101Z"', '2004-06-01T00:00:00Z', 'unknown-key'], ['valid-after="2004060"', '2004-06-01T00:00:00Z', 'unknown-key'], ['valid-after="20041301"', '2005-06-01T00:00:00Z', 'unknown-key'],
    ['valid-after=20040601', '2004-06-01T00:00:00Z', 'unknown-key'], ['valid-after="20040101",valid-after="20040102"', '2004-06-01T00:00:00Z', 'unknown-key'],
  ];
  test.each(dates)('the window %s at %s: %s', (option, when, verdict) => {
    const signer = signers.get('ssh-ed25519') as Signer;
    expect(both(makeCase(signer, { signers: `${principal} ${option} ${signer.line}\n`, at: new Date(when) }))).toBe(verdict);
  });

  const lists: readonly [list: string, person: string, verdict: string][] = [
    ['*@bureau KEY', principal, 'good'], ['p??@bureau KEY', principal, 'good'], ['p?@bureau KEY', principal, 'unknown-key'], ['* KEY', principal, 'good'], ['*p*0*1*u KEY', principal, 'good'],
    ['p02@bureau,p01@bureau KEY', principal, 'good'], ['!p01@bureau,*@bureau KEY', principal, 'unknown-key'], ['*@bureau,!p01@bureau KEY', principal, 'unknown-key'], ['*@bureau,!p02@bureau KEY', principal, 'good'],
    ['!p02@bureau KEY', principal, 'unknown-key'], ['P01@BUREAU KEY', principal, 'unknown-key'], ['"p01@bureau" KEY', principal, 'good'], ['"局 长" KEY', '局 长', 'good'], ['局? KEY', '局长', 'unknown-key'], ['局* KEY', '局长', 'good'],
    [`p01@bureau OTHER\np01@bureau KEY`, principal, 'good'], ['p01@bureau KEY\np02@bureau KEY', 'p02@bureau', 'good'], ['p01@bureau KEY\np02@bureau OTHER', 'p02@bureau', 'unknown-key'],
    ['p01@bureau valid-before="20030101" KEY\np01@bureau KEY', principal, 'good'], ['p01@bureau KEY\np01@bureau valid-before="20030101" KEY', principal, 'good'], ['p01@bureau valid-before="20030101" KEY\np01@bureau namespaces="file" KEY', principal, 'expired'],
    ['p01@bureau namespaces="qms-approval" KEY', principal, 'good'], ['p01@bureau namespaces="qms-*,file" KEY', principal, 'good'], ['p01@bureau namespaces="*,!qms-approval" KEY', principal, 'wrong-namespace'], ['p01@bureau namespaces="" KEY', principal, 'wrong-namespace'],
    ['p01@bureau namespaces="a b,qms-approval" KEY', principal, 'good'], ['p01@bureau namespaces="a\\"b,*" KEY', principal, 'good'], ['p01@bureau namespaces="qms-approval KEY', principal, 'unknown-key'], ['p01@bureau namespaces="a",namespaces="qms-approval" KEY', principal, 'unknown-key'],
    ['p01@bureau namespaces="qms-approval", KEY', principal, 'unknown-key'], ['p01@bureau namespaces="qms-approval" , KEY', principal, 'unknown-key'], ['p01@bureau cert-authority KEY', principal, 'unknown-key'], ['p01@bureau restrict KEY', principal, 'unknown-key'],
    ['# p01@bureau KEY', principal, 'unknown-key'], ['', principal, 'unknown-key'], ['\n\n \t\r\n  p01@bureau\t \tKEY  comment here\r\n', principal, 'good'], ['p01@bureau', principal, 'unknown-key'], ['p01@bureau nonsense\np01@bureau KEY', principal, 'good'],
    ['"p01@bureau KEY\np01@bureau KEY', principal, 'good'], ['p01@bureau ssh-rsa BLOB', principal, 'unknown-key'], ['\ufeffp01@bureau KEY', principal, 'unknown-key'], ['p01@bureau\vKEY', principal, 'unknown-key'],
  ];
  test.each(lists)('the list %j for %s: %s', (list, person, verdict) => {
    const signer = signers.get('ssh-ed25519') as Signer;
    const other = signers.get('ecdsa-256') as Signer;
    const text = list.replaceAll('KEY', signer.line).replaceAll('OTHER', other.line).replaceAll('BLOB', signer.line.split(' ')[1] as string);
    expect(both(makeCase(signer, { signers: text, principal: person }))).toBe(verdict);
  });

  test('where we refuse and ssh-keygen does not: each difference is known', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const blob = Buffer.concat(['ssh-ed25519', Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url')].map(wireString));
    const line = `ssh-ed25519 ${blob.toString('base64')}`;
    const prove = (bend = (proof: Buffer): Buffer => proof) => (signed: Buffer): Buffer => Buffer.concat(['ssh-ed25519', bend(sign(null, signed, privateKey))].map(wireString));
    const plain = envelope({ blob, namespace, message, prove: prove() });
    const place = plain.indexOf(namespace);
    const rsa = softRsa(2048);
    const small = opensshSigner(folder, 'rsa-1024', '-t', 'rsa', '-b', '1024');
    const refused: Readonly<Record<string, Case>> = {
      'version 0': makeCase({ line, sign: () => armor(envelope({ blob, namespace, message, prove: prove(), version: 0 })) }),
      'second half not below the order': makeCase({ line, sign: () => armor(envelope({ blob, namespace, message, prove: prove(overOrder) })) }),
      'a NUL behind the namespace': makeCase({ line, sign: () => armor(Buffer.concat([plain.subarray(0, place - 4), wireString(`${namespace}\0`), plain.subarray(place + namespace.length)])) }),
      'a NUL at the end of the armour': makeCase({ line, sign: () => Buffer.from(armor(plain).toString().replace('\n-----END', '\0\n-----END')) }),
      'an RSA key with a needless zero': makeCase({ line: rsa.line, sign: () => rsa.make('sha512', 'rsa-sha2-512', true) }),
      'RSA below 2048 bits': makeCase(small),
      'a day that no calendar has': makeCase({ line, sign: () => armor(plain) }, { signers: `${principal} valid-after="20040230" ${line}\n` }),
      'a stray comma': makeCase({ line, sign: () => armor(plain) }, { signers: `${principal} ,namespaces="qms-approval" ${line}\n` }),
    };
    expect(Object.values(refused).map((given) => opensshSays(folder, given))).toEqual(Object.values(refused).map(() => true));
    expect(Object.values(refused).map(weSay)).toEqual(['malformed', 'bad-signature', 'malformed', 'malformed', 'malformed', 'weak-key', 'unknown-key', 'unknown-key']);
    const reserved = makeCase({ line, sign: () => armor(envelope({ blob, namespace, message, prove: prove(), reserved: 'later' })) });
    expect(both(reserved)).toBe('good');
  });

  test('verify-required, which ssh-keygen does not know, wants a security key that checked its user', () => {
    const verdicts = [securityKey('ed25519', 5), securityKey('ecdsa', 4), securityKey('ed25519', 1), signers.get('ssh-ed25519') as Signer]
      .map((signer) => makeCase(signer, { signers: `${principal} verify-required ${signer.line}\n` }));
    expect(verdicts.map(weSay)).toEqual(['good', 'good', 'not-verified', 'not-verified']);
    expect(verdicts.map((given) => opensshSays(folder, given))).toEqual([false, false, false, false]);
  });

  test('a signature cut at any byte is refused, never crashed on', () => {
    for (const signer of signers.values()) {
      const given = makeCase(signer);
      const blob = unarmor(given.signature);
      const verdicts = new Set(Array.from(blob, (_, length) => weSay({ ...given, signature: armor(blob.subarray(0, length)) })));
      expect([...verdicts]).toEqual(['malformed']);
    }
  });
});

/** The same ed25519 signature with the order of the group added to its second half: the equation still holds. */
function overOrder(proof: Buffer): Buffer {
  const half = BigInt(`0x${Buffer.from(proof.subarray(32).toReversed()).toString('hex')}`) + 2n ** 252n + 27742317777372353535851937790883648493n;
  return Buffer.concat([proof.subarray(0, 32), Buffer.from(half.toString(16).padStart(64, '0'), 'hex').toReversed()]);
}

/** Both halves as numbers with so many zeros in front, needed or not. */
function rawNumbers(halves: Buffer, zeros: number): Buffer {
  return Buffer.concat([halves.subarray(0, 32), halves.subarray(32)].map((half) => wireString(Buffer.concat([Buffer.alloc(zeros), half]))));
}
