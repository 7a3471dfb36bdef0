import { createHash, verify } from 'node:crypto';
import { readKey, type KeyProblem, type SshKey, type UsableKey } from './ssh-key.ts';
import { decodeBase64, WireReader, wireString } from './ssh-wire.ts';

/** Why a signature is not accepted. `unsupported-signature` covers RSA with SHA-1 and signatures wrapped by a browser (WebAuthn). */
export type SignatureProblem = KeyProblem | 'unsupported-hash' | 'unsupported-signature' | 'wrong-namespace' | 'bad-signature';

/** Taken apart, nothing proven yet. `proof` is the inner signature, which names its algorithm itself. */
export interface ParsedSignature { readonly key: UsableKey; readonly namespace: string; readonly hash: string; readonly proof: Buffer }

/** The key that signed; with keys in a security key also whether it was touched and whether it checked who touched it (PIN, finger). */
export interface Verified { readonly ok: true; readonly key: SshKey; readonly touched?: boolean; readonly userVerified?: boolean }
export interface Refused { readonly ok: false; readonly reason: SignatureProblem }

const preamble = 'SSHSIG';
const begin = '-----BEGIN SSH SIGNATURE-----\n';
const end = '\n-----END SSH SIGNATURE-----';
const MAX_ARMOR_BYTES = 64 * 1024;

/**
 * The bytes of a `.sig` file as `ssh-keygen -Y sign` writes it (OpenSSH's PROTOCOL.sshsig, version 1). As with ssh-keygen the first line
 * ends with LF, what follows the closing line counts for nothing, and so does the reserved field.
 */
export function parseSignature(armored: Uint8Array): ParsedSignature | SignatureProblem {
  if (armored.length > MAX_ARMOR_BYTES) return 'malformed';
  const text = Buffer.from(armored).toString('latin1');
  const close = text.indexOf(end, begin.length);
  const blob = text.startsWith(begin) && close >= 0 ? decodeBase64(text.slice(begin.length, close)) : null;
  if (!blob) return 'malformed';
  const wire = new WireReader(blob);
  const magic = wire.take(preamble.length).toString('latin1');
  const version = wire.uint32();
  const keyBlob = wire.string();
  const namespace = wire.text();
  wire.string();
  const hash = wire.text();
  const proof = wire.string();
  if (!wire.done() || magic !== preamble || version !== 1 || namespace === '') return 'malformed';
  if (hash !== 'sha256' && hash !== 'sha512') return 'unsupported-hash';
  const key = readKey(keyBlob);
  return typeof key === 'string' ? key : { key, namespace, hash, proof };
}

/**
 * Whether this key signed these bytes for this purpose. Whose key it is, and whether it was good on the day, says `allowedKeys`.
 * Differs from `ssh-keygen -Y verify` by refusing more: RSA below 2048 bits, DSA, certificates, WebAuthn signatures, version 0, RSA keys
 * with needless zeros, names or armour that end in NUL, files above 64 KiB, and ed25519 signatures whose second half is not below the
 * order of the group (RFC 8032 section 5.1.7). Like ssh-keygen it does not ask whether a security key was touched: the caller may.
 */
export function verifySignature({ signature, message, namespace }: { signature: Uint8Array; message: Uint8Array; namespace: string }): Verified | Refused {
  const parsed = parseSignature(signature);
  if (typeof parsed === 'string') return { ok: false, reason: parsed };
  if (parsed.namespace !== namespace) return { ok: false, reason: 'wrong-namespace' };
  const digest = createHash(parsed.hash).update(message).digest();
  const signed = Buffer.concat([Buffer.from(preamble), ...[namespace, '', parsed.hash, digest].map(wireString)]);
  return prove(parsed.key, parsed.proof, signed);
}

function prove(key: UsableKey, proof: Buffer, signed: Buffer): Verified | Refused {
  const wire = new WireReader(proof);
  const algorithm = wire.text();
  const inner = wire.string();
  if (wire.broken) return { ok: false, reason: 'malformed' };
  if (!(key.type === 'ssh-rsa' ? ['rsa-sha2-256', 'rsa-sha2-512'] : [key.type]).includes(algorithm)) return { ok: false, reason: 'unsupported-signature' };
  const state = key.application ? wire.take(5) : undefined;
  const flags = state?.[0] ?? 0;
  if (!wire.done()) return { ok: false, reason: 'malformed' };
  const data = state && key.application ? Buffer.concat([sha256(key.application), state, sha256(signed)]) : signed;
  if (!holds(key, algorithm, inner, data)) return { ok: false, reason: 'bad-signature' };
  const { type, blob, fingerprint } = key;
  return { ok: true, key: { type, blob, fingerprint }, ...(state ? { touched: (flags & 1) !== 0, userVerified: (flags & 4) !== 0 } : {}) };
}

function holds({ type, object, curve }: UsableKey, algorithm: string, inner: Buffer, data: Buffer): boolean {
  if (curve) {
    const wire = new WireReader(inner);
    const numbers = [wire.mpint(false), wire.mpint(false)].map((number) => widened(number, curve.size));
    return wire.done() && numbers.every((number) => number.length === curve.size)
      && verify(curve.hash, data, { key: object, dsaEncoding: 'ieee-p1363' }, Buffer.concat(numbers));
  }
  if (type !== 'ssh-rsa') return inner.length === 64 && verify(null, data, object, inner);
  const size = Math.ceil((object.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
  return inner.length <= size && verify(algorithm === 'rsa-sha2-256' ? 'sha256' : 'sha512', data, object, widened(inner, size));
}

function widened(number: Buffer, size: number): Buffer {
  return Buffer.concat([Buffer.alloc(Math.max(0, size - number.length)), number]);
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
