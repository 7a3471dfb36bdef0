import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { byPlace, severities, type Severity } from '#model/diagnostic.ts';
import type { ByteSource } from '#model/byte-source.ts';
import { lineStart } from '#model/place.ts';
import { UsageError } from '#model/usage-error.ts';
import type { Bag } from '#pack/bag/open.ts';
import type { Container } from '#pack/container.ts';
import { folderContainer } from '#pack/folder-container.ts';
import { isOurs } from '#pack/own.ts';
import type { Trusted } from '#pack/signatures.ts';
import { verifyPack, type PackVerdict } from '#pack/verify.ts';
import { zipContainer } from '#pack/zip/container.ts';
import { reporters } from '#report/index.ts';
import type { ReportInput } from '#report/report.ts';
import { finish } from '#rules/finish.ts';
import { compareWith } from './verify/against.ts';
import { judgeApprovals } from './verify/approvals.ts';
import { looked } from './verify/looked.ts';
import { codes } from './catalogue.ts';
import { absolutePath } from './paths.ts';

/** `qms verify`: reads a pack and unpacks nothing. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const name = given.args[0] as string;
  const { verdict, close } = await judgePack(name, await trustedBy(given, env), env);
  try {
    return report(name, verdict, given, env, verdict.bag ? await beyondTheBag(verdict.bag, verdict, given, env) : {});
  } finally {
    close();
  }
}

/** What is judged of the content of a pack of ours: its approvals, and with --against what the repository has. */
async function beyondTheBag(bag: Bag, verdict: PackVerdict, given: Given, env: Env): Promise<Beyond> {
  const against = optionText(given, 'against');
  // Of files that are not what they should be no approval need be asked: that none fits follows.
  const broken = verdict.findings.some(({ code }) => codes.get(code)?.severity === 'error');
  const approvals = isOurs(bag) && !broken ? await judgeApprovals(bag, env) : null;
  return { ...(approvals ? { approvals } : {}), ...(against === undefined ? {} : { compared: await compareWith(against, bag, verdict, env) }) };
}

/** What was found in the content of a pack. */
interface Beyond { readonly approvals?: NonNullable<Awaited<ReturnType<typeof judgeApprovals>>>; readonly compared?: Awaited<ReturnType<typeof compareWith>> }

/** A pack that stands open, and what is to be said of it. `source` is its archive, null for a folder. */
export interface JudgedPack { readonly verdict: PackVerdict; readonly container: Container; readonly source: ByteSource | null; close(): void }

/** Opens a pack and judges it; the caller closes it. */
export async function judgePack(name: string, trusted: Trusted, env: Env): Promise<JudgedPack> {
  const opened = await openContainer(name, env);
  try {
    return { ...opened, verdict: verifyPack(opened.container, trusted, env.today, (done, total, file) => env.progress({ done, total, name: file })) };
  } catch (error) {
    opened.close();
    throw error;
  }
}

async function openContainer(name: string, env: Env): Promise<Omit<JudgedPack, 'verdict'>> {
  const path = absolutePath(name, env);
  const folder = await env.host.listFolder(path);
  if (folder) return { container: folderContainer(folder, name), source: null, close: () => {} };
  const source = await env.host.openFile(path);
  if (!source) {
    throw new UsageError({ en: 'There is no pack {name}.', 'zh-CN': '没有证据包 {name}。' }, { name },
      { en: 'Name the zip file that was handed over, or the folder it was unpacked into.', 'zh-CN': '请给出移交的 zip 文件，或它解压后的文件夹。' });
  }
  return { container: zipContainer(source, name), source, close: () => source.close() };
}

/** Whom the reader vouches for; a fingerprint is written as `ssh-keygen -l` prints it. */
async function trustedBy(given: Given, env: Env): Promise<Trusted> {
  const list = optionText(given, 'signers');
  const bytes = list === undefined ? undefined : await env.host.readFile(absolutePath(list, env));
  if (bytes === null) throw new UsageError({ en: 'There is no list of signers {list}.', 'zh-CN': '没有签名人清单 {list}。' }, { list: list ?? '' });
  const fingerprints = optionText(given, 'fingerprint')?.split(',').map((one) => one.trim().replace(/=+$/, ''));
  const wrong = fingerprints?.find((one) => !/^SHA256:[A-Za-z0-9+/]{43}$/.test(one));
  if (wrong !== undefined) {
    throw new UsageError({ en: '"{wrong}" is no fingerprint.', 'zh-CN': '“{wrong}”不是指纹。' }, { wrong },
      { en: 'It is written SHA256:… as `ssh-keygen -l -f KEY` prints it; several are separated by commas.', 'zh-CN': '应写成 SHA256:…，即 `ssh-keygen -l -f 密钥` 所显示的；多个用逗号分开。' });
  }
  const digest = optionText(given, 'digest')?.toLowerCase();
  if (digest !== undefined && !/^[\da-f]{128}$/.test(digest)) {
    throw new UsageError({ en: '"{digest}" is no sha512.', 'zh-CN': '“{digest}”不是 sha512。' }, { digest }, { en: 'It is the figure of 128 digits in the hand-over letter, the sha512 of tagmanifest-sha512.txt.', 'zh-CN': '应为移交函上 128 位的数字，即 tagmanifest-sha512.txt 的 sha512。' });
  }
  return { ...(digest === undefined ? {} : { digest }), ...(bytes === undefined ? {} : { signers: Buffer.from(bytes).toString('utf8') }), ...(fingerprints ? { fingerprints } : {}) };
}

/** The verdict in the format that was asked for; exit 1 where it falls. */
export function report(name: string, verdict: PackVerdict, given: Given, env: Env, { approvals, compared }: Beyond = {}): Outcome {
  const { bag } = verdict;
  const lineAt = (path: string, line: number): string => (bag && !path.startsWith('data/') ? bag.text(path)?.split(/\r\n?|\n/)[line - 1] ?? '' : '');
  const found = finish([...verdict.findings, ...compared?.findings ?? []], { codes, practices: [], severities: {}, building: false, lineAt, locate: (spot) => ('position' in spot ? spot : lineStart(spot.path, 1)) });
  const diagnostics = [...found, ...approvals?.diagnostics ?? []].sort(byPlace);
  const reporter = reporters[optionText(given, 'format') ?? 'pretty'];
  if (!reporter) throw new Error('commander let an unknown format pass');
  const input: ReportInput = { diagnostics, checked: looked(name, verdict, diagnostics, { ...(approvals ? { approvals: approvals.figures } : {}), ...(compared ? { comparison: compared.comparison } : {}) }, env.locale), codes, locale: env.locale, color: env.color && given.options['output'] === undefined, version: env.host.assets().version, base: '', lineAt };
  const limit = severities.indexOf((optionText(given, 'failOn') ?? 'error') as Severity);
  return { exit: diagnostics.some(({ severity }) => severities.indexOf(severity) <= limit) ? 1 : 0, text: reporter(input) };
}
