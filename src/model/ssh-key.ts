import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { WireReader } from './ssh-wire.ts';

/** A public key as others see it: `blob` in base64 as it stands in a `.pub` file, `fingerprint` as `ssh-keygen -l` prints it. */
export interface SshKey { readonly type: string; readonly blob: string; readonly fingerprint: string }

/** A key that can verify. `application` is there for keys that live in a security key (FIDO). */
export interface UsableKey extends SshKey { readonly object: KeyObject; readonly curve?: Curve; readonly application?: Buffer }

/** `weak-key`: RSA below 2048 bits. `unsupported-key`: DSA, certificates, RSA above 16384 bits, and what we do not know. */
export type KeyProblem = 'malformed' | 'unsupported-key' | 'weak-key';

export interface Curve { readonly name: string; readonly jwk: string; readonly size: number; readonly hash: string }

const p256: Curve = { name: 'nistp256', jwk: 'P-256', size: 32, hash: 'sha256' };
const curves: Readonly<Record<string, Curve>> = {
  'ecdsa-sha2-nistp256': p256,
  'ecdsa-sha2-nistp384': { name: 'nistp384', jwk: 'P-384', size: 48, hash: 'sha384' },
  'ecdsa-sha2-nistp521': { name: 'nistp521', jwk: 'P-521', size: 66, hash: 'sha512' },
  'sk-ecdsa-sha2-nistp256@openssh.com': p256,
};
const supported: ReadonlySet<string> = new Set(['ssh-ed25519', 'sk-ssh-ed25519@openssh.com', 'ssh-rsa', ...Object.keys(curves)]);

/** Whether a word names a kind of key, usable here or not; in a list of signers anything else there is an option. */
export function isKeyType(word: string): boolean {
  return supported.has(word) || word === 'ssh-dss' || word.endsWith('-cert-v01@openssh.com');
}

/** A key from its blob (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4, OpenSSH's PROTOCOL.u2f). */
export function readKey(blob: Uint8Array): UsableKey | KeyProblem {
  const wire = new WireReader(blob);
  const type = wire.text();
  if (wire.broken) return 'malformed';
  if (!supported.has(type)) return 'unsupported-key';
  const curve = curves[type];
  const jwk = curve ? ellipticKey(wire, curve) : type === 'ssh-rsa' ? rsaKey(wire) : edwardsKey(wire);
  const application = type.startsWith('sk-') ? Buffer.from(wire.text()) : undefined;
  if (typeof jwk === 'string') return jwk;
  const object = wire.done() ? keyObject(jwk) : null;
  if (!object) return 'malformed';
  return {
    type, blob: Buffer.from(blob).toString('base64'), fingerprint: fingerprint(blob), object,
    ...(curve ? { curve } : {}), ...(application ? { application } : {}),
  };
}

function fingerprint(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

function edwardsKey(wire: WireReader): JsonWebKey | KeyProblem {
  const point = wire.string();
  return point.length === 32 ? { kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') } : 'malformed';
}

function ellipticKey(wire: WireReader, { name, jwk, size }: Curve): JsonWebKey | KeyProblem {
  const named = wire.text();
  const point = wire.string();
  if (named !== name || point.length !== 1 + 2 * size || point[0] !== 4) return 'malformed';
  return { kty: 'EC', crv: jwk, x: point.subarray(1, 1 + size).toString('base64url'), y: point.subarray(1 + size).toString('base64url') };
}

function rsaKey(wire: WireReader): JsonWebKey | KeyProblem {
  const e = wire.mpint(true);
  const n = wire.mpint(true);
  if (!wire.done()) return 'malformed';
  const bits = 8 * n.length - Math.clz32(n[0] as number) + 24;
  if (bits < 2048) return 'weak-key';
  return bits > 16_384 ? 'unsupported-key' : { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') };
}

/** Node tells of a point off its curve by throwing: their content, not our bug. */
function keyObject(jwk: JsonWebKey): KeyObject | null {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return null;
  }
}
