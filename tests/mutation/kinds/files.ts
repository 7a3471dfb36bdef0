import { add, at, atLine, atText, cut, insert, kind, put, reword, some, textOf, type Kind, type Mutant } from '../edits.ts';
import type { Changes, Manual } from '../manual.ts';
import { documents, written } from './documents.ts';

const encoder = new TextEncoder();
const registers = ({ project }: Manual): string[] => project.files.filter(({ form, data }) => form === 'register' && data !== null).map(({ path }) => path).filter((path) => path !== 'qms.yaml');
/** A field at the end of a register's head: the line after `kind:`. */
const headed = (m: Manual, path: string, line: string): Changes => insert(m, path, lineOf(textOf(m, path), /^kind:/), line);
const lineOf = (text: string, pattern: RegExp): number => text.split('\n').findIndex((line) => pattern.test(line)) + 1;
const firstChinese = (text: string): number => lineOf(text, /[^\0-\x7f]/);

/** Bytes of a text as an editor set to GBK writes them. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, readonly number[]>();
  for (let high = 0x81; high < 0xff; high++) for (let low = 0x40; low < 0xff; low++) if (low !== 0x7f) bytes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : bytes.get(char) ?? [0x3f])));
}
function utf16(text: string): Uint8Array {
  return new Uint8Array([0xff, 0xfe, ...[...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8])]);
}
/** A byte put into the middle of a text, and the line it falls on. */
function* pierced(m: Manual, paths: readonly string[], byte: number): Generator<ReturnType<typeof atLine>> {
  for (const path of paths) {
    const lines = textOf(m, path).split('\n');
    const line = Math.floor(lines.length / 2);
    const head = encoder.encode(`${lines.slice(0, line).join('\n')}\n`);
    const tail = encoder.encode(lines.slice(line).join('\n'));
    yield atLine(new Map([[path, new Uint8Array([...head, byte, ...tail])]]), path, line + 1);
  }
}
const markdown = (m: Manual): string[] => written(m).map(({ path }) => path);

/** A baseline that qms.yaml names, with one finding that is not there any more. */
function* baselined(m: Manual, expires: string, key: string): Generator<Mutant> {
  const baseline = { path: 'baseline.yaml', pointer: '' };
  const text = `kind: baseline\nowner: office\nexpires: ${expires}\nfindings:\n  - {code: reference/broken, path: ${markdown(m)[0]}, fingerprint: "0123456789abcdef"}\n`;
  yield at(m, new Map([...add(m, { path: 'qms.yaml', pointer: '' }, 'baseline: baseline.yaml'), [baseline.path, text]]), baseline, key);
}

export const fileKinds: readonly Kind[] = [
  kind('two keys on one line', 'load/yaml-syntax', function* (m) {
    for (const path of some(registers(m), 3)) yield atText(m, headed(m, path, 'remark: 主办: 办公室'), path, 'remark: 主办');
  }),
  kind('value that begins with a reserved character', 'load/yaml-syntax', function* (m) {
    for (const path of some(registers(m), 2)) yield atText(m, headed(m, path, 'remark: @办公室'), path, 'remark: @');
  }),
  kind('full-width colon, or no space after the colon', 'load/yaml-syntax', function* (m) {
    for (const one of some(documents(m), 2)) yield atText(m, reword(m, one.path, 'owner: ', 'owner：'), one.path, 'owner：');
    for (const one of some(documents(m).slice(1), 2)) yield atText(m, reword(m, one.path, 'revision: ', 'revision:'), one.path, 'revision:');
  }),
  kind('tab instead of spaces', 'load/yaml-syntax', function* (m) {
    for (const one of some(m.project.registers.suppliers, 2)) yield atText(m, reword(m, one.path, /\n {4}review_due:/, '\n\treview_due:'), one.path, '\treview_due:');
  }),
  kind('dash of an entry lost', 'load/duplicate-key', function* (m) {
    for (const one of [m.project.registers.suppliers[2], m.project.registers.processes[4], m.project.registers.objectives[6]]) {
      if (one) yield atText(m, reword(m, one.path, `- id: ${one.value.id}\n`, `  id: ${one.value.id}\n`), one.path, `  id: ${one.value.id}`);
    }
  }),
  kind('key written twice', 'load/duplicate-key', function* (m) {
    for (const path of some(registers(m), 3)) {
      const line = textOf(m, path).split('\n').find((text) => text.startsWith('kind:')) as string;
      yield atText(m, headed(m, path, line), path, line, lineOf(textOf(m, path), /^kind:/));
    }
    for (const one of some(documents(m), 3)) yield atText(m, add(m, one, 'owner: office'), one.path, 'owner:', 2);
  }),
  kind('clause or year without quotes', 'load/bare-number', function* (m) {
    const { responsibilities, exclusions, reviews, programmes } = m.project.registers;
    for (const row of some(responsibilities.filter(({ value }) => /^\d\.\d$/.test(value.clause)), 2)) yield at(m, put(m, row, ['clause'], row.value.clause), row, 'clause');
    for (const one of exclusions.slice(0, 1)) yield at(m, put(m, one, ['clause'], one.value.clause), one, 'clause');
    for (const one of [...reviews.slice(0, 1), ...programmes.slice(0, 1)]) yield at(m, put(m, one, ['year'], '2004'), one, 'year');
  }),
  kind('field that does not exist', 'load/schema', function* (m) {
    for (const one of some(documents(m), 3)) yield at(m, add(m, one, 'ownner: office'), one, 'ownner');
    for (const one of some([...m.project.registers.objectives, ...m.project.registers.suppliers], 3)) yield at(m, add(m, one, 'tagret: 95'), one, 'tagret');
  }),
  kind('required field missing', 'load/schema', function* (m) {
    for (const one of some(documents(m), 3)) yield at(m, cut(m, one, 'title'), one, 'type');
    for (const one of some(m.project.registers.objectives, 2)) yield at(m, cut(m, one, 'statement'), one);
  }),
  kind('word that is not on the list', 'load/schema', function* (m) {
    for (const one of some(documents(m), 3)) yield at(m, put(m, one, ['status'], 'efective'), one, 'status');
    for (const one of some(m.project.registers.objectives.filter(({ value }) => value.direction), 2)) yield at(m, put(m, one, ['direction'], 'more'), one, 'direction');
  }),
  kind('day that is not in the calendar', 'load/schema', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.effective), 3)) yield at(m, put(m, one, ['effective'], '2004-06-31'), one, 'effective');
    for (const one of some(m.project.registers.copies, 2)) yield at(m, put(m, one, ['issued'], '2004.6.22'), one, 'issued');
  }),
  kind('word where a list belongs', 'load/schema', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.clauses), 2)) yield at(m, put(m, one, ['clauses'], '"4.1"'), one, 'clauses');
  }),
  kind('saved with a byte-order mark', 'load/bom', function* (m) {
    for (const path of [...some(registers(m), 2), ...some(markdown(m), 2)]) yield atLine(new Map([[path, `\ufeff${textOf(m, path)}`]]), path, 1);
  }),
  kind('saved as GBK', 'load/not-utf-8', function* (m) {
    for (const path of [...some(registers(m), 3), ...some(markdown(m), 3)].filter((one) => firstChinese(textOf(m, one)) > 0)) yield atLine(new Map([[path, gbk(textOf(m, path))]]), path, firstChinese(textOf(m, path)));
  }),
  kind('saved as UTF-16', 'load/utf-16', function* (m) {
    for (const path of [...some(registers(m), 1), ...some(markdown(m), 1)]) yield atLine(new Map([[path, utf16(textOf(m, path))]]), path, 1);
  }),
  kind('damaged byte', 'load/not-utf-8', function* (m) { yield* pierced(m, [...some(registers(m), 2), ...some(markdown(m), 2)], 0xff); }),
  kind('NUL byte', 'load/nul-byte', function* (m) { yield* pierced(m, [...some(registers(m), 1), ...some(markdown(m), 1)], 0); }),
  kind('Windows line ends', 'load/crlf', function* (m) {
    for (const path of [...some(registers(m), 1), ...some(markdown(m), 1)]) yield atLine(new Map([[path, textOf(m, path).replaceAll('\n', '\r\n')]]), path, 1);
  }),
  kind('front matter without an end', 'load/front-matter-open', function* (m) {
    for (const path of some(markdown(m), 2)) yield atLine(new Map([[path, textOf(m, path).replace(/\n---[ \t]*\n/, '\n')]]), path, 1);
  }),
  kind('front matter in a programming language', 'load/front-matter-language', function* (m) {
    for (const path of some(markdown(m), 2)) yield atLine(new Map([[path, `---js${textOf(m, path).slice(3)}`]]), path, 1);
  }),
  kind('YAML tag', 'load/yaml-tag', function* (m) {
    for (const path of some(registers(m), 2)) yield atText(m, headed(m, path, 'remark: !secret 办公室'), path, 'remark: !secret');
  }),
  kind('brackets in brackets without end', 'load/yaml-depth', function* (m) {
    for (const path of some(registers(m), 2)) yield atText(m, headed(m, path, `remark: ${'['.repeat(99)}${']'.repeat(99)}`), path, 'remark: [[');
  }),
  kind('alias of nothing', 'load/yaml-aliases', function* (m) {
    for (const path of some(registers(m), 2)) yield atText(m, headed(m, path, 'remark: *office'), path, 'remark: *office');
  }),
  kind('key that is refused', 'load/forbidden-key', function* (m) {
    for (const path of some(registers(m), 2)) yield atText(m, headed(m, path, '__proto__: {admin: true}'), path, '__proto__');
  }),
  kind('name with an invisible character', 'load/bad-name', function* (m) {
    for (const path of some(markdown(m), 2)) {
      const hidden = path.replace(/\.md$/, '\u200b.md');
      yield atLine(new Map([[path, null], [hidden, textOf(m, path)]]), hidden, 1);
    }
  }),
  kind('names that differ in case only', 'load/name-twins', function* (m) {
    for (const path of some(markdown(m), 2)) {
      const twin = path.replace(/[^/]+$/, (name) => name.toLowerCase());
      yield atLine(new Map([[twin, textOf(m, path)]]), twin, 1);
    }
  }),

  kind('file that belongs to no kind', 'workspace/unclaimed-file', function* (m) {
    for (const path of some(markdown(m), 2)) {
      const notes = path.replace(/[^/]+$/, 'notes.md');
      yield atLine(new Map([[notes, '# 会议记要\n\n收费公示下月更换。\n']]), notes, 1);
    }
    for (const path of some(registers(m), 2)) yield atLine(new Map([[path, textOf(m, path).replace(/^kind:.*\n/m, '')]]), path, 1);
  }),
  kind('kind or type mistyped', 'workspace/unknown-kind', function* (m) {
    for (const path of some(registers(m), 3)) yield at(m, put(m, { path, pointer: '' }, ['kind'], 'registry'), { path, pointer: '' }, 'kind');
    for (const one of some(documents(m), 2)) yield at(m, put(m, one, ['type'], 'proceedure'), one, 'type');
  }),
  kind('standard that does not ship', 'workspace/unknown-standard', function* (m) {
    const settings = { path: 'qms.yaml', pointer: '' };
    yield at(m, put(m, settings, ['standard'], 'iso9001-1994'), settings, 'standard');
  }),
  kind('house schema that is not there', 'workspace/bad-schema', function* (m) {
    const settings = { path: 'qms.yaml', pointer: '' };
    yield at(m, add(m, settings, 'schemas: [{for: "type:form", file: house/form.json}]'), settings, 'schemas', 0, 'file');
  }),
  kind('baseline that is not there', 'baseline/missing', function* (m) {
    const settings = { path: 'qms.yaml', pointer: '' };
    yield at(m, add(m, settings, 'baseline: baseline.yaml'), settings, 'baseline');
  }),
  kind('baseline past its day', 'baseline/expired', function* (m) { yield* baselined(m, '2004-10-31', 'expires'); }),
  kind('baseline names what is mended', 'baseline/settled', function* (m) { yield* baselined(m, '2005-03-31', 'findings'); }),
  kind('finding waved through without a reason', 'suppression/no-reason', function* (m) {
    for (const path of some(registers(m), 2)) yield atText(m, headed(m, path, '# qms-ignore reference/broken'), path, '# qms-ignore');
  }),
  kind('suppression of nothing', 'suppression/unused', function* (m) {
    for (const path of some(registers(m), 2)) yield atText(m, headed(m, path, '# qms-ignore reference/broken: 新文件下月发布'), path, '# qms-ignore');
  }),
];
