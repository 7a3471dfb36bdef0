import { allowedKeys, parseAllowedSigners, type Signer } from '#model/allowed-signers.ts';
import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { verifySignature, type Verified } from '#model/sshsig.ts';
import type { Bag } from './bag/open.ts';
import { infoField } from './bag/info.ts';
import { wholeOf } from './container.ts';
import { evidenceNamespace, signaturePattern, signersPath } from './layout.ts';

/** What the reader knows from outside the pack: the text of a list of signers, fingerprints of keys, the sha512 (hex) of the tag manifest that the hand-over letter states. */
export interface Trusted { readonly signers?: string; readonly fingerprints?: readonly string[]; readonly digest?: string }

/** What is known of one signature. `known`: the reader vouches for the key. Days (YYYY-MM-DD) between which its list lets the key sign. */
export interface SignatureReport {
  readonly path: string; readonly person: string; readonly state: 'good' | 'unknown-key' | 'bad';
  readonly fingerprint?: string; readonly from?: string; readonly until?: string;
}

const MAX_SIGNATURE_BYTES = 64 * 1024;
const MAX_LIST_BYTES = 8 * 1024 * 1024;

/**
 * Judges every signature of a pack at the end of its Bagging-Date, as `ssh-keygen -Y verify -Overify-time=` does. The pack's own list of signers must name each key,
 * what the reader trusts decides whether it is known.
 */
export function judgeSignatures(bag: Bag, trusted: Trusted, today: string): { readonly reports: readonly SignatureReport[]; readonly findings: readonly CodedFinding[] } {
  const dated = /^\d{4}-\d\d-\d\d$/.exec(infoField(bag.info, 'Bagging-Date')?.value ?? '')?.[0];
  const day = dated !== undefined && !Number.isNaN(Date.parse(dated)) ? dated : today;
  const list = bag.files.get(signersPath);
  const inside = parseAllowedSigners(Buffer.from((list && wholeOf(list, MAX_LIST_BYTES)) ?? []).toString('utf8'));
  const findings: CodedFinding[] = inside.problems.map(({ line, problem }) => ({ code: 'pack/bad-signers', at: lineStart(signersPath, line), message: 'found', args: { line, name: signersPath, reason: problem } }));
  const reports = [...bag.files.keys()].filter((path) => path.startsWith('signatures/')).flatMap((path): SignatureReport[] => {
    const judged = judgeOne(path, { bag, trusted, day, inside: inside.signers });
    if (judged?.finding) findings.push(judged.finding);
    return judged ? [judged.report] : [];
  });
  findings.push(...promisedAndMissing(bag, reports));
  if (reports.length === 0 && !findings.some(({ code }) => code === 'pack/signature-missing')) findings.push(unsigned(bag, trusted));
  // One signature by somebody the reader trusts is enough; the others are then told as what they are, by keys nobody vouched for.
  const known = reports.some(({ state }) => state === 'good');
  return { reports, findings: known ? findings.map((one) => (one.code === 'pack/signer-refused' ? { ...one, code: 'pack/signer-unknown', message: 'found' } : one)) : findings };
}

interface Judging { readonly bag: Bag; readonly trusted: Trusted; readonly day: string; readonly inside: readonly Signer[] }

/** Null for a file that bears no signature's name, which is told as added. */
function judgeOne(path: string, { bag, trusted, day, inside }: Judging): { report: SignatureReport; finding?: CodedFinding } | null {
  const [, signed, person] = signaturePattern.exec(path) ?? [];
  if (signed === undefined || person === undefined) return null;
  const at = lineStart(path, 1);
  const bad = (message: string, args = {}, fingerprint?: string): { report: SignatureReport; finding: CodedFinding } => ({
    report: { path, person, state: 'bad', ...(fingerprint === undefined ? {} : { fingerprint }) },
    finding: { code: 'pack/signature-bad', at, message, args: { name: path, signed, person, day, ...args } },
  });
  const [target, file] = [bag.files.get(signed), bag.files.get(path)];
  const message = target && wholeOf(target, Number.MAX_SAFE_INTEGER);
  const signature = file && wholeOf(file, MAX_SIGNATURE_BYTES);
  if (!message) return bad('target');
  const verified = verifySignature({ signature: signature ?? new Uint8Array(), message, namespace: evidenceNamespace });
  if (!verified.ok) {
    const { reason } = verified;
    return reason === 'bad-signature' || reason === 'malformed' ? bad(reason) : reason === 'wrong-namespace' ? bad(reason, { namespace: evidenceNamespace }) : bad('unsupported', { reason });
  }
  const { fingerprint } = verified.key;
  const verdict = allowedKeys(inside, person, evidenceNamespace, endOf(day))(verified);
  const line = inside.find((one) => one.line === verdict.line);
  if (verdict.verdict === 'expired' || verdict.verdict === 'not-yet-valid') return bad(verdict.verdict, { fingerprint }, fingerprint);
  if (verdict.verdict !== 'good') return bad('unlisted', { fingerprint }, fingerprint);
  const report = { path, person, fingerprint, ...span(line) };
  const refusal = refusalOf(verified, person, trusted, day);
  if (refusal === null) return { report: { ...report, state: 'good' } };
  if (refusal === 'nobody') return { report: { ...report, state: 'unknown-key' }, finding: { code: 'pack/signer-unknown', at, message: 'found', args: { person, fingerprint } } };
  return { report: { ...report, state: 'unknown-key' }, finding: { code: 'pack/signer-refused', at, message: refusal.by, args: { person, fingerprint, reason: refusal.reason } } };
}

/** Why what the reader trusts does not cover this key; 'nobody' when the reader named nobody, null when it is covered. */
function refusalOf(verified: Verified, person: string, { signers, fingerprints }: Trusted, day: string): null | 'nobody' | { by: 'fingerprint' | 'signers'; reason: string } {
  if (signers === undefined && fingerprints === undefined) return 'nobody';
  if (fingerprints?.includes(verified.key.fingerprint)) return null;
  if (signers === undefined) return { by: 'fingerprint', reason: '' };
  const { verdict } = allowedKeys(parseAllowedSigners(signers).signers, person, evidenceNamespace, endOf(day))(verified);
  return verdict === 'good' ? null : { by: 'signers', reason: verdict };
}

/** Who exported a signed pack wrote so into what was signed. */
function promisedAndMissing({ info, infoPath }: Bag, reports: readonly SignatureReport[]): CodedFinding[] {
  return info.filter(({ label, value }) => label === 'Signed-By' && !reports.some(({ person }) => person === value))
    .map(({ value, line }) => ({ code: 'pack/signature-missing', at: lineStart(infoPath, line), message: 'promised', args: { person: value } }));
}

function unsigned({ container }: Bag, { signers, fingerprints }: Trusted): CodedFinding {
  const at = lineStart(container.name, 1);
  return signers !== undefined || fingerprints !== undefined ? { code: 'pack/signature-missing', at, message: 'asked' } : { code: 'pack/unsigned', at, message: 'found' };
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59Z`);
}

function span(line: Signer | undefined): Pick<SignatureReport, 'from' | 'until'> {
  const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
  return { ...(line?.validAfter === undefined ? {} : { from: day(line.validAfter) }), ...(line?.validBefore === undefined ? {} : { until: day(line.validBefore) }) };
}
