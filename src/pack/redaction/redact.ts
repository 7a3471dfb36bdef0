import { stringify } from 'yaml';
import { compareCodePoints } from '#model/diagnostic.ts';
import { globMatcher } from '#model/glob.ts';
import type { PersonalPattern } from '#model/personal-data.ts';
import { redactionLogPath, type RedactionLog, type RedactionProfile, type Withheld, type WithheldFile } from '#model/redaction.ts';
import type { Locale, Text } from '#model/text.ts';
import { treeOf, type Tree, type TreeEntry } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { gatherAlike, gatherFields, gatherLooks, makesOf, type Hit } from './gather.ts';
import { replace, survives } from './replace.ts';
import { valueBook, type Values } from './values.ts';

/** A workspace without what the profile withholds, and the log of it, which is also a register of that workspace. */
export interface Redacted { readonly tree: Tree; readonly log: RedactionLog }

/** Larger files are no texts of people. */
const MAX_BYTES = 10 * 1024 * 1024;
const picture = /\.(?:png|jpe?g|gif|webp|avif)$/i;
/** Signatures are bytes in base64: a number seen in them is none. */
const coded = /\.sig$/i;

/**
 * Withholds, in the bytes of the files and before anything is taken from them, so that pages, lists, workbooks and reports made from the result cannot hold what is not there.
 * First every value is gathered from all files, then each is replaced wherever it stands, names of files included. Throws UsageError where that cannot be done for certain.
 */
export function redact(tree: Tree, profile: RedactionProfile, known: readonly PersonalPattern[], locale: Locale): Redacted {
  const patterns = known.filter(({ id }) => profile.patterns?.includes(id));
  const [leftOut, cleared] = [globMatcher(profile.files ?? []), globMatcher(profile.cleared ?? [])];
  const values = valueBook(profile.keep ?? [], locale);
  const makes = makesOf();
  const files: WithheldFile[] = [];
  const texts: { path: string; text: string; hits: Hit[] }[] = [];
  const binaries: TreeEntry[] = [];
  for (const entry of tree.entries) {
    if (entry.problem !== undefined) continue;
    if (leftOut(entry.path)) { files.push({ path: entry.path, reason: reasons.asked }); continue; }
    const text = entry.size <= MAX_BYTES ? textOf(entry) : null;
    if (text === null) { binaries.push(entry); continue; }
    const hits = gatherFields(entry.path, text, profile, known, values, makes);
    if (!hits) throw unreadable(entry.path);
    texts.push({ path: entry.path, text, hits });
  }
  for (const { text } of texts) gatherAlike(text, makes, values);
  for (const { path, text, hits } of texts) if (!coded.test(path)) hits.push(...gatherLooks(text, patterns, values));
  const withheld: Withheld[] = [];
  const entries: TreeEntry[] = tree.entries.filter(({ problem }) => problem !== undefined);
  for (const { path, text, hits } of texts) {
    const done = replace(path, text, hits, values);
    const named = nameOf(path, values);
    const line = survives(done.text, values);
    if (line !== null) throw disguised(path, line);
    withheld.push(...done.withheld.map((one) => ({ ...one, path: named.path })), ...named.withheld);
    entries.push(entryOf(named.path, new TextEncoder().encode(done.text)));
  }
  const unseen: string[] = [];
  for (const entry of binaries) {
    const { path, withheld: renamed } = nameOf(entry.path, values);
    withheld.push(...renamed);
    const holds = values.occurrences(Buffer.from(entry.read()).toString('utf8')).length > 0;
    if (!holds && (picture.test(path) || cleared(entry.path))) {
      if (picture.test(path)) unseen.push(path);
      entries.push({ path, size: entry.size, read: () => entry.read() }); // without its stamp: under this name it lies nowhere
    } else {
      files.push({ path, reason: holds ? reasons.holds : reasons.opaque });
      entries.push(entryOf(path, new TextEncoder().encode(picture.test(path) ? blankPicture : `${reasons.notice[locale]}\n`)));
    }
  }
  const log: RedactionLog = { profile: profile.name, withheld, files: files.map((one) => ({ ...one, path: nameOf(one.path, values).path })).sort((a, b) => compareCodePoints(a.path, b.path)), unseen };
  entries.push(entryOf(redactionLogPath, new TextEncoder().encode(stringify({ kind: 'redaction-log', ...log }, { lineWidth: 0, aliasDuplicateObjects: false }))));
  return { tree: treeOf(entries.sort((a, b) => compareCodePoints(a.path, b.path))), log };
}

const reasons = {
  asked: { en: 'the profile leaves it out', 'zh-CN': '方案规定略去' },
  opaque: { en: 'neither text nor picture, and nobody cleared it: what is in it cannot be withheld piece by piece', 'zh-CN': '既非文本也非图片，又未经人查看：无法逐处隐去' },
  holds: { en: 'a withheld value stands in its bytes', 'zh-CN': '其中含有已隐去的值' },
  notice: { en: 'Withheld; see redaction-log.yaml.', 'zh-CN': '已隐去，见 redaction-log.yaml。' },
} satisfies Readonly<Record<string, Text>>;
const blankPicture = '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><rect width="240" height="60" fill="#ccc"/></svg>\n';

function entryOf(path: string, bytes: Uint8Array): TreeEntry {
  return { path, size: bytes.length, read: () => bytes };
}

/** Null where the bytes are no text. */
function textOf(entry: TreeEntry): string | null {
  const bytes = entry.read();
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A path says things too. */
function nameOf(path: string, values: Values): { readonly path: string; readonly withheld: readonly Withheld[] } {
  const { text, withheld } = replace(path, path, [], values);
  return { path: text, withheld: withheld.map((one) => ({ ...one, path: text, line: 1, rule: `${one.rule}, in the name of the file` })) };
}

function unreadable(path: string): UsageError {
  return new UsageError({ en: 'Nothing was packed: {path} cannot be read as YAML, so nobody can say which of its fields to withhold.', 'zh-CN': '没有导出：{path} 不能按 YAML 读取，无法判断要隐去哪些字段。' }, { path },
    { en: 'Mend it (`qms validate` shows the line), or leave it out with `files:` of the profile.', 'zh-CN': '请改正（`qms validate` 会指出行号），或在方案的 `files:` 里略去。' });
}

function disguised(path: string, line: number): UsageError {
  return new UsageError({ en: 'Nothing was packed: {path}, line {line} (of the redacted copy), holds a withheld value written as escapes or character references.', 'zh-CN': '没有导出：{path}（隐去后的副本第 {line} 行）用转义或字符引用写着应隐去的值。' }, { path, line },
    { en: 'Write the value plainly: it is withheld then.', 'zh-CN': '请直接写出该值，导出时就会隐去。' });
}
