import { readFileSync } from 'node:fs';
import { armor, unarmor, type Case } from './openssh.ts';

/** A case kept with the verdict of ssh-keygen. `flip` turns a bit of the blob before it is armoured: place and mask. */
export interface Recorded {
  readonly signature: string; readonly principal: string; readonly namespace?: string; readonly at?: string; readonly message?: string; readonly flip?: readonly [place: number, mask: number];
  readonly openssh: boolean; readonly ours: string;
}

const folder = 'tests/fixtures/sshsig';
export const recorded: readonly Recorded[] = JSON.parse(readFileSync(`${folder}/verdicts.json`, 'utf8'));

export function recordedCase({ signature, principal, namespace = 'qms-approval', at = '2004-06-01T08:30:00Z', message, flip }: Recorded): Case {
  const file = readFileSync(`${folder}/${signature}.sig`);
  const blob = unarmor(file);
  if (flip) blob[flip[0]] = (blob[flip[0]] as number) ^ flip[1];
  return {
    signers: readFileSync(`${folder}/allowed_signers`, 'utf8'), signature: flip ? armor(blob) : file, principal, namespace, at: new Date(at),
    message: message === undefined ? readFileSync(`${folder}/approval.yaml`) : Buffer.from(message),
  };
}
