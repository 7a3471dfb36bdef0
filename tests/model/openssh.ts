import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedKeys, parseAllowedSigners, type KeyVerdict } from '#model/allowed-signers.ts';
import { wireString } from '#model/ssh-wire.ts';
import { verifySignature, type SignatureProblem } from '#model/sshsig.ts';

const program = 'ssh-keygen';
/** Whether the real ssh-keygen is on this machine. */
export const hasOpenssh: boolean = spawnSync(program, ['-Y', 'none']).error === undefined;
if (!hasOpenssh) process.stderr.write('no ssh-keygen here: our verdicts on signatures were NOT held against it, and signing by command was not tested\n');

/** All that a verdict depends on. */
export interface Case { readonly signers: string; readonly signature: Uint8Array; readonly message: Uint8Array; readonly principal: string; readonly namespace: string; readonly at: Date }

/** What ssh-keygen says, with UTC as the clock of the machine. */
export function opensshSays(folder: string, { signers, signature, message, principal, namespace, at }: Case): boolean {
  writeFileSync(join(folder, 'signers'), signers);
  writeFileSync(join(folder, 'signature'), signature);
  writeFileSync(join(folder, 'input'), message);
  const time = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const args = ['-Y', 'verify', '-f', 'signers', '-I', principal, '-n', namespace, '-s', 'signature', `-Overify-time=${time}Z`];
  const input = openSync(join(folder, 'input'), 'r'); // no pipe: ssh-keygen may end before it has read one
  const { status, error } = spawnSync(program, args, { cwd: folder, stdio: [input, 'ignore', 'ignore'], env: { ...process.env, TZ: 'UTC' } });
  closeSync(input);
  if (error) throw error;
  return status === 0;
}

/** The fingerprint of a public key as ssh-keygen prints it. */
export function printedFingerprint(line: string): string {
  return spawnSync(program, ['-l', '-f', '-'], { input: line }).stdout.toString().split(' ')[1] ?? '';
}

/** What we say: 'good', or why not. */
export function weSay({ signers, signature, message, principal, namespace, at }: Case): KeyVerdict | SignatureProblem {
  const verified = verifySignature({ signature, message, namespace });
  return verified.ok ? allowedKeys(parseAllowedSigners(signers).signers, principal, namespace, at)(verified).verdict : verified.reason;
}

/** Signs with a new pair of keys; `line` is the public key as a list of signers holds it. */
export interface Signer { readonly line: string; sign(message: Uint8Array, namespace: string): Buffer }

/** A signer whose keys and signatures are ssh-keygen's own. */
export function opensshSigner(folder: string, name: string, ...options: string[]): Signer {
  const run = (args: readonly string[]): void => {
    const { status, stderr } = spawnSync(program, args, { cwd: folder });
    if (status !== 0) throw new Error(stderr.toString());
  };
  run(['-q', '-N', '', '-C', name, '-f', name, ...options]);
  return {
    line: readFileSync(join(folder, `${name}.pub`), 'utf8').trim(),
    sign: (message, namespace) => {
      writeFileSync(join(folder, 'message'), message);
      rmSync(join(folder, 'message.sig'), { force: true });
      run(['-Y', 'sign', '-q', '-f', name, '-n', namespace, 'message']);
      return readFileSync(join(folder, 'message.sig'));
    },
  };
}

/** A security key in software (OpenSSH's PROTOCOL.u2f): what the device would sign, signed by node. Flags: 1 touched, 4 user checked. */
export function securityKey(kind: 'ed25519' | 'ecdsa', flags: number, application = 'ssh:'): Signer {
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const type = kind === 'ed25519' ? 'sk-ssh-ed25519@openssh.com' : 'sk-ecdsa-sha2-nistp256@openssh.com';
  const blob = Buffer.concat([wireString(type), ...publicParts(pair.publicKey), wireString(application)]);
  const prove = (signed: Buffer): Buffer => {
    const state = Buffer.from([flags, 0, 0, 0, 7]);
    const data = Buffer.concat([sha256(application), state, sha256(signed)]);
    const inner = kind === 'ed25519' ? sign(null, data, pair.privateKey) : numbers(sign('sha256', data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }));
    return Buffer.concat([wireString(type), wireString(inner), state]);
  };
  return { line: `${type} ${blob.toString('base64')}`, sign: (message, namespace) => armor(envelope({ blob, namespace, message, prove })) };
}

/** A signature file's bytes before they are armoured. */
export function envelope({ blob, namespace, message, prove, hash = 'sha512', version = 1, reserved = '' }: {
  blob: Uint8Array; namespace: string; message: Uint8Array; prove: (signed: Buffer) => Uint8Array; hash?: string; version?: number; reserved?: string;
}): Buffer {
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...[namespace, '', hash, createHash(hash).update(message).digest()].map(wireString)]);
  return Buffer.concat([Buffer.from('SSHSIG'), Buffer.from([0, 0, 0, version]), ...[blob, namespace, reserved, hash, prove(signed)].map(wireString)]);
}

/** Bytes as ssh-keygen writes them into a `.sig` file. */
export function armor(bytes: Uint8Array): Buffer {
  const lines = Buffer.from(bytes).toString('base64').replace(/.{70}(?=.)/g, '$&\n');
  return Buffer.from(`-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`);
}

export function unarmor(file: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(file).toString().replace(/^-.*$/gm, ''), 'base64');
}

/** The blob of a public key inside a `.pub` line. */
export function blobOf(line: string): Buffer {
  return Buffer.from(line.split(' ')[1] as string, 'base64');
}

/** Two halves as the numbers an ECDSA signature holds. */
export function numbers(halves: Buffer): Buffer {
  return Buffer.concat([halves.subarray(0, halves.length / 2), halves.subarray(halves.length / 2)].map((half) => wireString(positive(half))));
}

/** A number as SSH writes it: no needless zeros, one zero in front where the first bit is set. */
export function positive(number: Buffer): Buffer {
  const start = number.findIndex((byte) => byte !== 0);
  const bare = number.subarray(start);
  return (bare[0] as number) >= 0x80 ? Buffer.concat([Buffer.from([0]), bare]) : bare;
}

function publicParts(key: KeyObject): Buffer[] {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = Buffer.from(x, 'base64url');
  return y === '' ? [wireString(point)] : [wireString('nistp256'), wireString(Buffer.concat([Buffer.from([4]), point, Buffer.from(y, 'base64url')]))];
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
