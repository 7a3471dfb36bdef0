import { generateKeyPairSync, sign } from 'node:crypto';
import { wireString } from '#model/ssh-wire.ts';
import { armor, envelope, type Signer } from './openssh.ts';

/** A plain ed25519 key made by Node: signatures for tests where no ssh-keygen is. tests/model/sshsig.test.ts holds such signatures against ssh-keygen. */
export function softwareKey(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const blob = Buffer.concat([wireString('ssh-ed25519'), wireString(Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url'))]);
  const prove = (signed: Buffer): Buffer => Buffer.concat([wireString('ssh-ed25519'), wireString(sign(null, signed, privateKey))]);
  return { line: `ssh-ed25519 ${blob.toString('base64')}`, sign: (message, namespace) => armor(envelope({ blob, namespace, message, prove })) };
}
