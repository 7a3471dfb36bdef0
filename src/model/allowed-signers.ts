import { isKeyType, readKey, type SshKey } from './ssh-key.ts';
import { decodeBase64 } from './ssh-wire.ts';

/** One line of an allowed-signers file. Pattern lists as written; times are seconds since 1970 in UTC, both still inside the window. */
export interface Signer {
  readonly line: number; readonly principals: string; readonly key: SshKey;
  readonly namespaces?: string; readonly validAfter?: number; readonly validBefore?: number; readonly verifyRequired?: boolean;
}

/** A line that counts for nothing, and why. `unsupported`: a certificate authority, a certificate or DSA. */
export interface SignerProblem { readonly line: number; readonly problem: LineProblem }
export type LineProblem = 'no-key' | 'bad-key' | 'weak-key' | 'unsupported' | 'unknown-option' | 'repeated-option' | 'bad-time' | 'empty-window';

export type KeyVerdict = 'good' | 'unknown-key' | 'wrong-namespace' | 'not-yet-valid' | 'expired' | 'not-verified';

/** What a list of signers says of a key; `line` is the line that decided, absent when no line names the key for this person. */
export interface Judgement { readonly verdict: KeyVerdict; readonly line?: number }

/**
 * The list of signers of ssh-keygen(1), ALLOWED SIGNERS. Differences: a time without `Z` is taken as UTC, where ssh-keygen takes the
 * clock of the machine, so that the same file gives the same verdict everywhere (write the `Z`); a date that no calendar has is refused
 * instead of moved into the next month; `verify-required`, known from authorized_keys, is understood, where ssh-keygen
 * disregards the line; a line with a certificate authority is refused, as certificates are not read; so are a stray comma among the
 * options and a line above 16 KiB; nobody's name ('') matches no pattern.
 */
export function parseAllowedSigners(text: string): { readonly signers: readonly Signer[]; readonly problems: readonly SignerProblem[] } {
  const signers: Signer[] = [];
  const problems: SignerProblem[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.replace(/^[ \t\r]+/, '');
    if (content === '' || content.startsWith('#')) continue;
    const read = readLine(content, index + 1);
    if (typeof read === 'string') problems.push({ line: index + 1, problem: read });
    else signers.push(read);
  }
  return { signers, problems };
}

/**
 * Judges keys for one person, one purpose and one moment. A key may stand on several lines: one good line is enough, otherwise the line
 * that came nearest decides. `verify-required` wants a security key that checked its user, so a plain key on such a line is never good.
 */
export function allowedKeys(signers: readonly Signer[], principal: string, namespace: string, at: Date): (by: { key: SshKey; userVerified?: boolean }) => Judgement {
  const seconds = Math.floor(at.getTime() / 1000);
  const listed = principal === '' ? [] : signers.filter(({ principals }) => matchesList(principal, principals));
  return ({ key, userVerified }) => {
    let nearest: Judgement = { verdict: 'unknown-key' };
    for (const signer of listed) {
      if (signer.key.blob !== key.blob) continue;
      const verdict = judgeLine(signer, namespace, seconds, userVerified === true);
      if (verdict === 'good') return { verdict, line: signer.line };
      if (order.indexOf(verdict) > order.indexOf(nearest.verdict)) nearest = { verdict, line: signer.line };
    }
    return nearest;
  };
}

const MAX_LINE_LENGTH = 16 * 1024;

const order: readonly KeyVerdict[] = ['unknown-key', 'wrong-namespace', 'not-yet-valid', 'expired', 'not-verified'];

function judgeLine({ namespaces, validAfter, validBefore, verifyRequired }: Signer, namespace: string, at: number, userVerified: boolean): KeyVerdict {
  if (namespaces !== undefined && !matchesList(namespace, namespaces)) return 'wrong-namespace';
  if (validAfter !== undefined && at < validAfter) return 'not-yet-valid';
  if (validBefore !== undefined && at > validBefore) return 'expired';
  return verifyRequired && !userVerified ? 'not-verified' : 'good';
}

const principalsField = /^([^ \t\r"]*)(?:"([^"]*)"[ \t\r]*|[ \t\r]+)/;
const keyField = /^([^ \t]+)[ \t]+([^ \t]+)/;
const optionsField = /^((?:\\"|"(?:\\"|[^"\\]|\\(?!"))*"|[^ \t"\\]|\\(?!"))+)[ \t]+/;

function readLine(content: string, line: number): Signer | LineProblem {
  const who = content.length > MAX_LINE_LENGTH ? null : principalsField.exec(content);
  if (!who) return 'no-key';
  let rest = content.slice(who[0].length);
  let options: Options | LineProblem = {};
  if (!isKeyType(keyField.exec(rest)?.[1] ?? '')) {
    const field = optionsField.exec(rest);
    if (!field) return 'no-key';
    options = readOptions(field[1] as string);
    rest = rest.slice(field[0].length);
  }
  if (typeof options === 'string') return options;
  const [, type, base64] = keyField.exec(rest) ?? [];
  if (!type || !base64 || !isKeyType(type)) return 'no-key';
  const blob = decodeBase64(base64);
  const key = blob ? readKey(blob) : 'malformed';
  if (typeof key === 'string') return key === 'weak-key' ? key : key === 'unsupported-key' ? 'unsupported' : 'bad-key';
  if (key.type !== type) return 'bad-key';
  return { line, principals: who.slice(1).join(''), key: { type, blob: key.blob, fingerprint: key.fingerprint }, ...options };
}

type Options = Pick<Signer, 'namespaces' | 'validAfter' | 'validBefore' | 'verifyRequired'>;

function readOptions(field: string): Options | LineProblem {
  const option = /(?:(cert-authority)|(verify-required)|(namespaces|valid-after|valid-before)="((?:\\"|[^"\\]|\\(?!"))*)")(?:,(?=.)|$)/giy;
  const options: { -readonly [name in keyof Options]: Options[name] } = {};
  while (option.lastIndex < field.length) {
    const [all, authority, verify, name, quoted = ''] = option.exec(field) ?? [];
    if (all === undefined) return 'unknown-option';
    if (authority) return 'unsupported';
    if (verify) { options.verifyRequired = true; continue; }
    const value = quoted.replaceAll('\\"', '"');
    const property = ({ namespaces: 'namespaces', 'valid-after': 'validAfter', 'valid-before': 'validBefore' } as const)[name?.toLowerCase() as 'namespaces'];
    if (options[property] !== undefined) return 'repeated-option';
    const time = property === 'namespaces' ? 0 : readTime(value);
    if (Number.isNaN(time)) return 'bad-time';
    Object.assign(options, { [property]: property === 'namespaces' ? value : time });
  }
  return options.validAfter !== undefined && options.validBefore !== undefined && options.validBefore <= options.validAfter ? 'empty-window' : options;
}

/** YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with or without Z or UTC, as seconds since 1970; NaN when it is no time after that. */
function readTime(text: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:Z|UTC)?$/i.exec(text);
  if (!match) return Number.NaN;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const written = match.slice(1).map((part) => part ?? '00').join('');
  return time > 0 && new Date(time).toISOString().replace(/\D/g, '').slice(0, 14) === written ? time / 1000 : Number.NaN;
}

/** A pattern list of ssh_config(5): `*` and `?` (one byte), `!` in front refuses whatever the others say. */
function matchesList(text: string, patterns: string): boolean {
  const bytes = Buffer.from(text);
  const hit = patterns.split(',').filter((pattern) => matches(bytes, Buffer.from(pattern.replace(/^!/, '')))).map((pattern) => pattern.startsWith('!'));
  return hit.length > 0 && !hit.includes(true);
}

/** Two pointers: a star takes as little as possible and is given more only when the rest does not fit. */
function matches(text: Buffer, pattern: Buffer): boolean {
  let [at, step, star, from] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[step] === 0x2a) { star = step++; from = at; }
    else if (step < pattern.length && (pattern[step] === 0x3f || pattern[step] === text[at])) { step++; at++; }
    else if (star >= 0) { step = star + 1; at = ++from; }
    else return false;
  }
  while (pattern[step] === 0x2a) step++;
  return step === pattern.length;
}
