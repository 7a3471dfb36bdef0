import { optionText, type Given } from '#model/command.ts';
import type { Document } from '#model/document.ts';
import { UsageError } from '#model/usage-error.ts';
import { bookOf, partsOf } from '#views/controlled/book.ts';
import { copiesOf, markOf, type IssuedCopy } from '#views/controlled/document.ts';
import type { OpenedProject } from './open.ts';
import { faultsOf, type Sheet } from './sheet.ts';

/** The sheets that the command line asks for: which documents, as a book or one by one, under which mark, for which holders. */
export function chooseSheets(opened: OpenedProject, given: Given): Sheet[] {
  const groups = chosen(opened, given);
  const number = optionText(given, 'copy');
  const all = given.options['copies'] === true;
  const suffix = given.options['auditor'] === true ? '-auditor' : '';
  if (number !== undefined && all) throw new UsageError({ en: '--copy and --copies exclude each other.', 'zh-CN': '--copy 和 --copies 不能同时使用。' });
  const sheets = groups.flatMap((documents): Sheet[] => {
    const [first] = documents as [Document, ...Document[]];
    const name = `${fileName(first)}${documents.length > 1 ? '-book' : ''}`;
    if (number === undefined && !all) return [{ name: `${name}${suffix}`, documents, mark: worstMark(opened, documents) }];
    const copies = copiesOf(opened.project, first).filter((copy) => all || sameNumber(copy, number ?? ''));
    if (copies.length === 0 && groups.length === 1) throw noCopy(first, number, copiesOf(opened.project, first));
    return copies.map((copy) => ({ name: `${name}-${copy.number.replace(/[^\p{L}\p{N}._-]+/gu, '-')}${suffix}`, documents, mark: 'controlled', copy }));
  });
  if (sheets.length === 0) throw new UsageError({ en: 'No document has such a copy in the distribution register.', 'zh-CN': '发放登记中没有文件有这样的副本。' }, {}, { en: '`qms register distribution` lists the copies.', 'zh-CN': '`qms register distribution` 可列出副本。' });
  return sheets;
}

/** Documents in groups: a book is one group of several. */
function chosen({ project }: OpenedProject, given: Given): Document[][] {
  const ids = (given.args[0] ?? []) as readonly string[];
  const book = optionText(given, 'book');
  if (book !== undefined) {
    const document = bookOf(project, book);
    if (!document) throw unknown(book);
    return [partsOf(project, document)];
  }
  if (given.options['all'] === true) return project.documents.filter(({ value }) => value.type !== 'external').toSorted((a, b) => (a.value.id < b.value.id ? -1 : 1)).map((document) => [document]);
  if (ids.length === 0) throw new UsageError({ en: 'Say what to print: numbers of documents, --all, or --book manual.', 'zh-CN': '请写明打印什么：文件编号、--all 或 --book manual。' }, {}, { en: '`qms register documents` lists the numbers.', 'zh-CN': '`qms register documents` 可列出编号。' });
  return [...new Set(ids)].map((id) => {
    const [document, twin] = project.index.documents.get(id) ?? [];
    if (!document) throw unknown(id);
    if (twin) throw new UsageError({ en: '{id} is carried by {first} and {second}.', 'zh-CN': '{id} 同时是 {first} 和 {second} 的编号。' }, { id, first: document.path, second: twin.path });
    return [document];
  });
}

/** A book is worth what its weakest part is worth. */
export function worstMark(opened: OpenedProject, documents: readonly Document[]): Sheet['mark'] {
  const [own, ...others] = documents.map((document) => markOf(opened.project, document, faultsOf(opened, document)));
  if (own === 'obsolete' || own === 'retained') return own;
  return own === 'uncontrolled' && others.every((mark) => mark === 'uncontrolled') ? 'uncontrolled' : 'draft';
}

/** 7, 07 and 007 mean the same copy where the register's numbers are digits. */
function sameNumber({ number }: IssuedCopy, asked: string): boolean {
  return number === asked || (/^\d+$/.test(asked) && /^\d+$/.test(number) && Number(number) === Number(asked));
}

/** Number and revision as the name of a file, without ending. */
export function fileName({ value }: Document): string {
  return `${value.id}-${value.revision ?? ''}`.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/-+$/, '');
}

function unknown(id: string): UsageError {
  return new UsageError({ en: 'No document carries the number {id}.', 'zh-CN': '没有编号为 {id} 的文件。' }, { id }, { en: '`qms register documents` lists the numbers.', 'zh-CN': '`qms register documents` 可列出编号。' });
}

function noCopy({ value }: Document, copy: string | undefined, copies: readonly IssuedCopy[]): UsageError {
  const args = { id: value.id, revision: value.revision ?? '', copy: copy ?? '', known: copies.slice(0, 8).map(({ number }) => number).join(', ') + (copies.length > 8 ? ' …' : '') };
  return new UsageError(copy === undefined
    ? { en: '{id} {revision} has no copies in the distribution register.', 'zh-CN': '发放登记中没有 {id} {revision} 的副本。' }
    : { en: '{id} {revision} has no copy {copy} in the distribution register.', 'zh-CN': '发放登记中没有 {id} {revision} 的 {copy} 号副本。' }, args,
  copies.length > 0 ? { en: 'Copies: {known}', 'zh-CN': '已登记的分发号：{known}' } : { en: 'Enter it there first; a controlled copy has a number and a holder.', 'zh-CN': '请先登记；受控本须有分发号和持有部门。' });
}
