import type { randomFrom } from '../../bench/random.mjs';

type Random = ReturnType<typeof randomFrom>;
export type Texts = ReadonlyMap<string, string>;
/** What a person might do to a workspace: new texts, '' where the path had none; null where it is gone. */
export interface Edit { readonly what: string; readonly texts: Readonly<Record<string, string | null>> }

type Change = (text: string, random: Random, texts: Texts) => string;

const sentence = (random: Random): string => `本次改动编号为${random.below(10_000)}，由经办人当日登记并在三个工作日内告知申请人，逾期的由办公室主任在例会上说明原因。`;
const idsIn = (texts: Texts): string[] => [...texts.values()].flatMap((text) => /^id: (\S+)$/m.exec(text)?.[1] ?? []);
const lineAt = (text: string, random: Random, fits: (line: string) => boolean, change: (line: string) => string): string => {
  const lines = text.split('\n');
  const from = text.startsWith('---') ? lines.indexOf('---', 1) + 1 : 0;
  const fitting = lines.flatMap((line, at) => (at >= from && fits(line) ? [at] : []));
  if (fitting.length === 0) return `${text}\n${change('')}\n`;
  const at = random.pick(fitting) as number;
  return [...lines.slice(0, at), change(lines[at] as string), ...lines.slice(at + 1)].join('\n');
};
const isProse = (line: string): boolean => /^\p{L}/u.test(line);
const added = (words: (random: Random, texts: Texts) => string): Change => (text, random, texts) => lineAt(text, random, isProse, (line) => `${line}${words(random, texts)}`);
const block = (words: (random: Random, texts: Texts) => string): Change => (text, random, texts) => lineAt(text, random, (line) => line === '', () => `\n${words(random, texts)}\n`);
const frontMatter = (key: string, values: (random: Random, texts: Texts) => string): Change => (text, random, texts) => text.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: ${values(random, texts)}`);

/** Edits of a document. */
const ofDocuments: Readonly<Record<string, Change>> = {
  prose: added((random) => sentence(random)),
  'prose taken out': (text, random) => lineAt(text, random, isProse, () => ''),
  'a word': (text, random) => lineAt(text, random, isProse, (line) => line.replace(/[\u4e00-\u9fff]/u, '文')),
  paragraph: block((random) => sentence(random)),
  'paragraph of another': (text, random, texts) => `${text}\n${[...texts.values()].flatMap((other) => other.split('\n').filter((line) => isProse(line) && line.length > 45))[random.below(40)] ?? ''}\n`,
  'lines moved down': (text) => text.replace(/\n---\n/, '\n---\n\n\n'),
  heading: (text, random) => lineAt(text, random, (line) => line.startsWith('## '), (line) => `${line}则`),
  'heading added': block((random) => `## ${random.below(9)} 附则`),
  'heading gone': (text, random) => lineAt(text, random, (line) => /^##+ /.test(line), () => ''),
  'number that exists': added((random, texts) => ` 见 ${random.pick(idsIn(texts))}。`),
  'number that does not': added((random) => ` 见 MSGS/QP-${80 + random.below(20)}。`),
  link: added((random, texts) => ` [见](/${random.pick([...texts.keys()])})。`),
  'link to a heading': added((random, texts) => ` [见](/${random.pick([...texts.keys()])}#${random.pick(['目的', '1-目的', '附则'])})。`),
  'link to nowhere': added(() => ' [见](nowhere.md)。'),
  claim: added((random) => ` :req[${random.pick(['4.2.3-c', '8.2.2-p3', '7.5.1-a', '9.9-z'])}]`),
  'claims gone': (text) => text.replaceAll(/:req\[[^\]]*\]/g, ''),
  'title of a law': added((random) => `按《${random.pick(['合同法', '产品质量法', '经济合同法', '没有这部法'])}》办理。`),
  'number of a clause': added((random) => `见 ${random.pick(['7.5.2', '8.2.2', '4.9.1'])}。`),
  directive: block((random) => random.pick(['::register{kind=procedure}', '::exclusions', '::matrix']) as string),
  table: block(() => '| 步骤 | 工作 | 岗位 | 时限 | 记录 |\n| --- | --- | --- | --- | --- |\n| 1 | 受理 | 没有这个岗位 | 99 个工作日 | MSGS/QR-QP99-01 |'),
  comment: block(() => '<!-- 不给人看 -->'),
  'personal data': added(() => '身份证号 11010519491231002X。'),
  vague: added(() => '由有关部门酌情处理。'),
  suppression: block((random) => `<!-- qms-ignore ${random.pick(['document/stub', 'document/vague-wording', 'reference/broken', 'approval/silent-edit'])}: 试点 -->`),
  'suppression without a reason': block(() => '<!-- qms-ignore document/stub -->'),
  'suppressions gone': (text) => text.replaceAll(/<!-- qms-ignore.*-->\n?/g, ''),
  status: frontMatter('status', (random) => random.pick(['draft', 'review', 'effective', 'obsolete']) as string),
  owner: frontMatter('owner', (random) => random.pick(['office', 'nobody', 'consumer']) as string),
  title: frontMatter('title', (random) => `新名称${random.below(10)}`),
  revision: frontMatter('revision', (random) => random.pick(['A/1', 'B/0', '1.0']) as string),
  id: frontMatter('id', (random, texts) => random.pick(idsIn(texts)) as string),
  'values broken': (text) => text.replace(/^type: .*$/m, 'type: [nothing'),
  'type unknown': (text) => text.replace(/^type: .*$/m, 'type: nothing'),
  'everything but the values': (text) => text.replace(/(\n---\n)[\s\S]*$/, '$1'),
  CRLF: (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  LF: (text) => text.replaceAll('\r\n', '\n'),
};

/** Edits of a register. */
const ofRegisters: Readonly<Record<string, Change>> = {
  'a line gone': (text, random) => lineAt(text, random, () => true, () => '# gone'),
  'a day': (text, random) => lineAt(text, random, (line) => /\d{4}-\d\d-\d\d/.test(line), (line) => line.replace(/\d{4}(-\d\d-\d\d)/, `${2003 + random.below(4)}$1`)),
  'a word': (text, random) => lineAt(text, random, (line) => /[\u4e00-\u9fff]/.test(line), (line) => line.replace(/[\u4e00-\u9fff]/, '文')),
  'a number': (text, random) => lineAt(text, random, (line) => /MSGS\//.test(line), (line) => line.replace(/\d(?!.*\d)/, String(random.below(10)))),
  remark: (text, random) => `# ${random.below(1000)}\n${text}`,
  suppression: (text, random) => lineAt(text, random, (line) => /^\w/.test(line), (line) => `# qms-ignore record/incomplete: 试点\n${line}`),
  broken: (text) => `${text}\n[`,
};

/** Edits of the settings. */
const ofSettings: Readonly<Record<string, Change>> = {
  threshold: (text, random) => `${text.replace(/^thresholds:.*\n/m, '')}thresholds: { stub_min_chars: ${random.below(400)} }\n`,
  'rule switched off': (text, random) => `${text.replace(/^rules:.*\n(?: .*\n)*/m, '')}rules: { ${random.pick(['document/stub', 'clause/unmet', 'reference/broken'])}: off }\n`,
  remark: (text, random) => `${text}# ${random.below(1000)}\n`,
};

const pathsOf = (texts: Texts, random: Random, ext: string): string => random.pick([...texts.keys()].filter((path) => path.endsWith(ext) && path !== 'qms.yaml')) as string;

/** One edit, most often of the text of one document. */
export function randomEdit(texts: Texts, originals: Texts, random: Random): Edit {
  const change = (path: string, kinds: Readonly<Record<string, Change>>): Edit => {
    const name = random.pick(Object.keys(kinds)) as string;
    return { what: `${name} in ${path}`, texts: { [path]: (kinds[name] as Change)(texts.get(path) ?? '', random, texts) } };
  };
  const kind = random.below(20);
  if (kind < 12) return change(pathsOf(texts, random, '.md'), ofDocuments);
  if (kind < 14) return change(pathsOf(texts, random, '.yaml'), ofRegisters);
  if (kind === 14) return change('qms.yaml', ofSettings);
  const path = random.pick([...texts.keys()].filter((name) => name !== 'qms.yaml')) as string;
  if (kind === 15) return { what: `copy of ${path}`, texts: { [path.replace(/(\.\w+)$/, `-${random.below(100)}$1`)]: texts.get(path) ?? '' } };
  if (kind === 16) return { what: `${path} gone`, texts: { [path]: null } };
  if (kind === 17) return { what: `${path} renamed`, texts: { [path]: null, [path.replace(/(\.\w+)$/, `-x$1`)]: texts.get(path) ?? '' } };
  if (kind === 18) return { what: `${path} touched`, texts: { [path]: texts.get(path) ?? '' } };
  return { what: 'as at first', texts: { ...Object.fromEntries([...texts.keys()].map((name) => [name, null])), ...Object.fromEntries(originals) } };
}
