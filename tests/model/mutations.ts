import { armor, blobOf, unarmor, type Case, type Signer } from './openssh.ts';
import { wireString } from '#model/ssh-wire.ts';

/** What a mutation may draw on: a good case, its signer, and signatures that would be good elsewhere. */
export interface Material { readonly good: Case; readonly signer: Signer; readonly other: Signer; readonly otherMessage: Uint8Array; readonly otherNamespace: Uint8Array; readonly sameByOther: Uint8Array }
type Mutation = (material: Material, next: (below: number) => number) => Partial<Case>;

function flip(bytes: Uint8Array, from: number, to: number, next: (below: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = from + next(to - from);
  copy[at] = (copy[at] as number) ^ (1 << next(8));
  return copy;
}

/** A bit of the blob is flipped between two marks. The lowest bit of the version is left alone: ssh-keygen takes version 0 for good. */
function flipBlob(part: (blob: Buffer, key: number) => [from: number, to: number]): Mutation {
  return ({ good, signer }, next) => {
    const blob = unarmor(good.signature);
    const flipped = flip(blob, ...part(blob, blobOf(signer.line).length), next);
    return { signature: armor(flipped.readUInt32BE(6) === 0 ? blob.subarray(0, -1) : flipped) };
  };
}

function editText(edit: (text: string, next: (below: number) => number) => string): Mutation {
  return ({ good }, next) => ({ signature: Buffer.from(edit(Buffer.from(good.signature).toString('latin1'), next), 'latin1') });
}

function replaced(signature: Uint8Array, old: Uint8Array, by: Uint8Array): Buffer {
  const blob = unarmor(signature);
  const at = blob.indexOf(wireString(old));
  return armor(Buffer.concat([blob.subarray(0, at), wireString(by), blob.subarray(at + 4 + old.length)]));
}

/** Ways to spoil a signed approval, and a few that do no harm. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'message: a bit': ({ good }, next) => ({ message: flip(good.message, 0, good.message.length, next) }),
  'message: shorter': ({ good }, next) => ({ message: good.message.slice(0, next(good.message.length)) }),
  'message: longer': ({ good }) => ({ message: Buffer.concat([good.message, Buffer.from('\n')]) }),
  'blob: a bit anywhere': flipBlob((blob) => [0, blob.length]),
  'blob: a bit of the head': flipBlob(() => [0, 14]),
  'blob: a bit of the key': flipBlob((_, key) => [14, 14 + key]),
  'blob: a bit between key and proof': flipBlob((_, key) => [14 + key, 14 + key + 4 + 12 + 4 + 4 + 6 + 4]),
  'blob: a bit of the proof': flipBlob((blob, key) => [14 + key + 34, blob.length]),
  'blob: shorter': ({ good }, next) => ({ signature: armor(unarmor(good.signature).subarray(0, -1 - next(40))) }),
  'blob: longer': ({ good }) => ({ signature: armor(Buffer.concat([unarmor(good.signature), Buffer.from([0])])) }),
  'blob: other namespace': ({ good }) => ({ signature: replaced(good.signature, Buffer.from(good.namespace), Buffer.from('file')) }),
  'blob: other hash': ({ good }) => ({ signature: replaced(good.signature, Buffer.from('sha512'), Buffer.from('sha256')) }),
  'blob: unknown hash': ({ good }) => ({ signature: replaced(good.signature, Buffer.from('sha512'), Buffer.from('sha1')) }),
  'blob: key of another': ({ good, signer, other }) => ({ signature: replaced(good.signature, blobOf(signer.line), blobOf(other.line)) }),
  'armour: a character': editText((text, next) => {
    const at = next(text.length);
    return `${text.slice(0, at)}${'AZaz09+/=-\n\r *'[next(14)]}${text.slice(at + 1)}`;
  }),
  'armour: a character less': editText((text, next) => {
    const at = next(text.length);
    return text.slice(0, at) + text.slice(at + 1);
  }),
  'armour: cut off': editText((text, next) => text.slice(0, next(text.length))),
  'armour: CRLF': editText((text) => text.replaceAll('\n', '\r\n')),
  'armour: one line': editText((text) => text.replace(/(?<=[\w+/=])\n(?=[\w+/])/g, '')),
  'armour: text in front': editText((text) => `signed:\n${text}`),
  'armour: text behind': editText((text) => `${text}and more\n`),
  'armour: blanks': editText((text) => text.replace(/\n(?=[A-Za-z0-9])/g, ' \n\t')),
  'signature of another file': ({ otherMessage }) => ({ signature: otherMessage }),
  'signature for another purpose': ({ otherNamespace }) => ({ signature: otherNamespace }),
  'signature by another key': ({ sameByOther }) => ({ signature: sameByOther }),
  'asked for another purpose': () => ({ namespace: 'qms-evidence' }),
  'asked for another person': (_, next) => ({ principal: ['p02@bureau', 'p01', 'P01@bureau', ' p01@bureau', 'p01@bureau ', '*'][next(6)] as string }),
  'list: a bit of the key': ({ good, signer }, next) => {
    const [type, base64] = signer.line.split(' ') as [string, string];
    return { signers: good.signers.replace(`${type} ${base64}`, `${type} ${flip(Buffer.from(base64, 'base64'), 0, blobOf(signer.line).length, next).toString('base64')}`) };
  },
  'list: key under a comment sign': ({ good }) => ({ signers: good.signers.replaceAll('p01@bureau', '#p01@bureau') }),
  'time: far off': (_, next) => ({ at: new Date(Date.UTC(1990 + 30 * next(2), 0, 1)) }),
};
