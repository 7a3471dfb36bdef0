import { test } from 'vitest';
import { generateKeyPairSync, sign as nsign, createHash } from 'node:crypto';
import { temporaryFolder } from '../temporary.ts';
import * as o from './openssh.ts';
import { wireString } from '#model/ssh-wire.ts';
test('probe', () => {
  const f = temporaryFolder();
  const message = Buffer.from('hello');
  const at = new Date('2004-06-01T00:00:00Z');
  const ns = 'qms-approval';
  const base = { message, principal: 'p', namespace: ns, at };
  const out: unknown[] = [];
  const say = (name: string, c: Partial<o.Case> & { signers: string; signature: Uint8Array }) => { const k = { ...base, ...c }; out.push([name, o.opensshSays(f, k), o.weSay(k)]); };
  const all: Record<string, o.Signer> = {
    ed: o.opensshSigner(f, 'ed', '-t', 'ed25519'), p256: o.opensshSigner(f, 'p256', '-t', 'ecdsa', '-b', '256'), p384: o.opensshSigner(f, 'p384', '-t', 'ecdsa', '-b', '384'), p521: o.opensshSigner(f, 'p521', '-t', 'ecdsa', '-b', '521'),
    rsa: o.opensshSigner(f, 'rsa', '-t', 'rsa', '-b', '2048'), rsa1024: o.opensshSigner(f, 'rsa1024', '-t', 'rsa', '-b', '1024'), dsa: o.opensshSigner(f, 'dsa', '-t', 'dsa'),
    sked: o.securityKey('ed25519', 5), skec: o.securityKey('ecdsa', 1), sk0: o.securityKey('ed25519', 0),
  };
  for (const [n, s] of Object.entries(all)) say(n, { signers: `p ${s.line}\n`, signature: s.sign(message, ns) });
  const ed = all.ed as o.Signer; const sig = ed.sign(message, ns); const signers = `p ${ed.line}\n`; const line = ed.line;
  const text = sig.toString();
  say('crlf armor', { signers, signature: Buffer.from(text.replaceAll('\n', '\r\n')) });
  say('crlf after first', { signers, signature: Buffer.from(text.replaceAll('\n', '\r\n').replace('\r\n', '\n')) });
  say('crlf except footer', { signers, signature: Buffer.from(text.replaceAll('\n', '\r\n').replace('\r\n', '\n')) });
  say('trailing', { signers, signature: Buffer.from(text + 'xx') });
  say('leading', { signers, signature: Buffer.from('\n' + text) });
  say('bom', { signers, signature: Buffer.from('\ufeff' + text) });
  say('spaces', { signers, signature: Buffer.from(text.replace(/\n(?=[A-Za-z])/g, '\n \t\v\f')) });
  say('nul', { signers, signature: Buffer.from(text.replace('\n-----END', '\0\n-----END')) });
  const raw = o.unarmor(sig);
  const v0 = Buffer.from(raw); v0[9] = 0; say('version0', { signers, signature: o.armor(v0) });
  const v2 = Buffer.from(raw); v2[9] = 2; say('version2', { signers, signature: o.armor(v2) });
  say('trail blob', { signers, signature: o.armor(Buffer.concat([raw, Buffer.from([0])])) });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const x = Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url');
  const blob = Buffer.concat([wireString('ssh-ed25519'), wireString(x)]); const l2 = `p ssh-ed25519 ${blob.toString('base64')}\n`;
  const prove = (fix: (b: Buffer) => Buffer = (b) => b) => (d: Buffer) => Buffer.concat([wireString('ssh-ed25519'), wireString(fix(nsign(null, d, privateKey)))]);
  say('own', { signers: l2, signature: o.armor(o.envelope({ blob, namespace: ns, message, prove: prove() })) });
  say('own sha256', { signers: l2, signature: o.armor(o.envelope({ blob, namespace: ns, message, prove: prove(), hash: 'sha256' })) });
  say('own sha384', { signers: l2, signature: o.armor(o.envelope({ blob, namespace: ns, message, prove: prove(), hash: 'sha384' })) });
  say('reserved', { signers: l2, signature: o.armor(o.envelope({ blob, namespace: ns, message, prove: prove(), reserved: 'x' })) });
  const L = 2n ** 252n + 27742317777372353535851937790883648493n;
  const le = (b: Buffer) => BigInt('0x' + Buffer.from(b).reverse().toString('hex'));
  say('S+L', { signers: l2, signature: o.armor(o.envelope({ blob, namespace: ns, message, prove: prove((b) => Buffer.concat([b.subarray(0, 32), Buffer.from((le(b.subarray(32)) + L).toString(16).padStart(64, '0'), 'hex').reverse()])) })) });
  say('empty ns', { signers: l2, namespace: '', signature: o.armor(o.envelope({ blob, namespace: '', message, prove: prove() })) });
  // ns with trailing NUL
  const e = o.envelope({ blob, namespace: ns, message, prove: prove() }); const at0 = e.indexOf(ns); const e2 = Buffer.concat([e.subarray(0, at0 - 4), wireString(ns + '\0'), e.subarray(at0 + ns.length)]);
  say('ns NUL', { signers: l2, signature: o.armor(e2) });
  // rsa tricks
  const r = generateKeyPairSync('rsa', { modulusLength: 2048 }); const j = r.publicKey.export({ format: 'jwk' });
  const nb = o.positive(Buffer.from(j.n as string, 'base64url')); const eb = Buffer.from(j.e as string, 'base64url');
  const rb = (pad: boolean) => Buffer.concat([wireString('ssh-rsa'), wireString(pad ? Buffer.concat([Buffer.from([0]), eb]) : eb), wireString(nb)]);
  for (const [alg, h] of [['rsa-sha2-512', 'sha512'], ['rsa-sha2-256', 'sha256'], ['ssh-rsa', 'sha1'], ['rsa-sha2-256', 'sha512']] as const)
    say(`${alg}/${h}`, { signers: `p ssh-rsa ${rb(false).toString('base64')}`, signature: o.armor(o.envelope({ blob: rb(false), namespace: ns, message, prove: (d) => Buffer.concat([wireString(alg), wireString(nsign(h, d, r.privateKey))]) })) });
  say('rsa padded e', { signers: `p ssh-rsa ${rb(false).toString('base64')}`, signature: o.armor(o.envelope({ blob: rb(true), namespace: ns, message, prove: (d) => Buffer.concat([wireString('rsa-sha2-512'), wireString(nsign('sha512', d, r.privateKey))]) })) });
  // lists
  const L1 = (n: string, s: string, c: Partial<o.Case> = {}) => say(n, { signers: s, signature: sig, ...c });
  for (const o1 of ['cert-authority', 'verify-required', 'namespaces="qms-approval"', 'NAMESPACES="qms-*"', 'namespaces=""', 'namespaces="a,!qms-approval,*"', 'namespaces="x",namespaces="qms-approval"', ',namespaces="qms-approval"', 'namespaces="qms-approval",', 'namespaces="qms\\"-approval,*"',
    'valid-after="20040601"', 'valid-after="20040601Z"', 'valid-after="20040601z"', 'valid-after="20040601UTC"', 'valid-after="200406010000"', 'valid-after="20040601000001"', 'valid-before="20040601"', 'valid-before="20040531235959Z"', 'valid-after="20040230"', 'valid-after="20040230Z"', 'valid-after="19700101Z"', 'valid-after="1970010100000Z"', 'valid-after="20040531235960Z"', 'valid-after="2004 5 1"', 'valid-after="20040531",valid-before="20040530"', 'valid-after="20040531",valid-before="20040531"', 'valid-after=20040531', 'foo', 'restrict'])
    L1(o1, `p ${o1} ${line}\n`);
  L1('crlf list', `p ${line}\r\n`); L1('tabs', `\t p\t\t${line}\n`); L1('no nl', `p ${line}`); L1('quoted principal', `"p" ${line}\n`); L1('quoted sp', `"a p" ${line}\n`, { principal: 'a p' }); L1('half quoted', `a"p" ${line}`, { principal: 'ap' });
  L1('comment glued', `p#x ${line}`, { principal: 'p#x' }); L1('neg', `!p,* ${line}`); L1('neg2', `*,!q ${line}`); L1('only neg', `!q ${line}`); L1('? utf8', `张? ${line}`, { principal: '张三' }); L1('??? utf8', `张??? ${line}`, { principal: '张三' });
  L1('empty principal', `* ${line}`, { principal: '' }); L1('case', `P ${line}`); L1('bad then good', `p foo ${line}\np ${line}\n`); L1('vt', `p\v${line}`); L1('bom', `\ufeffp ${line}`); L1('bom2', `\ufeff#\np ${line}`);
  L1('mismatched type', `p ssh-rsa ${line.split(' ')[1]}`); L1('base64 no pad', `p ${(all.p256 as o.Signer).line.replace(/=+/, '')}`, { signature: (all.p256 as o.Signer).sign(message, ns) }); L1('p256 ok', `p ${(all.p256 as o.Signer).line}`, { signature: (all.p256 as o.Signer).sign(message, ns) });
  L1('option space', `p namespaces="a b,*" ${line}`); L1('optcomma', `p namespaces="*" , ${line}`); L1('cert case', `p Cert-Authority ${line}`); L1('\\', `p namespaces="\\*" ${line}`); L1('double comma principal', `,,p,, ${line}`); L1('dupkey blob ws', `p ${line.split(' ').slice(0, 2).join('  ')}   `);
  console.log(out.map((x) => JSON.stringify(x)).join('\n'));
});
