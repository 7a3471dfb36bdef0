import { positionOf } from '#model/body-places.ts';
import { inForce, type Document } from '#model/document.ts';
import { add, at, atText, cut, insert, kind, placeOf, put, relines, reword, some, swap, textOf, type Kind, type Mutant } from '../edits.ts';
import type { Manual } from '../manual.ts';

/** Documents in force of the types given, or of all. */
export function documents({ project }: Manual, ...types: string[]): Document[] {
  return project.documents.filter((document) => inForce(document, project.today) && document.value.type !== 'external' && (types.length === 0 || types.includes(document.value.type)));
}
/** Documents with a text of their own, not forms. */
export const written = (manual: Manual): Document[] => documents(manual, 'manual', 'procedure', 'work-instruction', 'rule');
const own = (manual: Manual): Document[] => documents(manual).filter(({ value }) => value.part_of === undefined && value.approved !== undefined);

/** Words put in below a heading of level 2, and the line on which they stand. */
export function* said(manual: Manual, chosen: readonly Document[], words: string, line = words.split('\n')[0] as string): Generator<Mutant> {
  for (const document of chosen) {
    const headings = document.body.sections.filter(({ depth }) => depth === 2);
    const heading = headings[Math.min(1, headings.length - 1)];
    if (heading) yield atText(manual, insert(manual, document.path, placeOf(document, 'sections', heading).end.line, `\n${words}`), document.path, line, placeOf(document, 'sections', heading).end.line);
  }
}

export const documentKinds: readonly Kind[] = [
  ...[['identity number', '证件号 11010519491231002X 经核对无误。'], ['mobile telephone', '回访电话 138 0013 8000，当日已接通。'], ['name of a complainant', '投诉人：王小明， 要求退货。'], ['vehicle plate', '涉案车辆川A12B45已登记。']].map(([name, words]) =>
    kind(`${name} of a party in the text`, 'privacy/personal-data', (m) => said(m, some(written(m), 3), words as string))),
  kind('telephone of a party in a register', 'privacy/personal-data', function* (m) {
    for (const one of some(m.project.registers.suppliers, 3)) yield at(m, add(m, one, 'x-telephone: "13800138000"'), one, 'x-telephone');
  }),
  kind('approval dropped', 'document/approval-missing', function* (m) {
    for (const one of some(own(m), 8)) yield at(m, cut(m, one, 'approved'), one, 'status');
  }),
  kind('approval without a day', 'document/approval-missing', function* (m) {
    for (const one of some(own(m), 3)) yield at(m, cut(m, one, 'approved', 'on'), one, 'approved');
  }),
  kind('approved by the author', 'document/approver-is-author', function* (m) {
    for (const one of some(own(m).filter(({ value }) => value.prepared), 6)) yield at(m, put(m, one, ['approved', 'by'], one.value.prepared?.by ?? ''), one, 'approved', 'by');
  }),
  kind('manual approved below the top', 'document/approver-is-author', function* (m) {
    const deputy = m.project.registers.people.find(({ value }) => value.posts?.some((post) => post.startsWith('deputy')));
    for (const one of some(documents(m, 'manual').filter(({ value }) => value.approved), 3)) if (deputy) yield at(m, put(m, one, ['approved', 'by'], deputy.value.id), one, 'approved', 'by');
  }),
  kind('effective before approval', 'document/date-order', function* (m) {
    for (const one of some(own(m).filter(({ value }) => (value.approved?.on ?? '') < (value.effective ?? '')), 6)) yield at(m, swap(m, one, ['approved', 'on'], ['effective']), one, 'effective');
  }),
  kind('reviewed after approval', 'document/date-order', function* (m) {
    for (const one of some(own(m).filter(({ value }) => value.reviewed && (value.reviewed.on ?? '') < (value.approved?.on ?? '')), 4)) yield at(m, swap(m, one, ['reviewed', 'on'], ['approved', 'on']), one, 'approved', 'on');
  }),
  kind('signed in the future', 'document/date-order', function* (m) {
    for (const one of some(own(m), 3)) yield at(m, put(m, one, ['approved', 'on'], '"2005-03-01"'), one, 'approved', 'on');
  }),
  kind('number used twice', 'document/duplicate-id', function* (m) {
    const all = documents(m, 'form');
    for (const one of some(all.slice(1), 5)) yield at(m, put(m, one, ['id'], all[0]?.value.id ?? ''), one, 'id');
  }),
  kind('number outside the pattern', 'document/number-pattern', function* (m) {
    for (const one of some(documents(m), 5)) yield at(m, put(m, one, ['id'], one.value.id.replace(/-(\w+)$/, '-X$1')), one, 'id');
  }),
  kind('form under another procedure', 'document/number-pattern', function* (m) {
    const [first] = documents(m, 'procedure');
    const forms = documents(m, 'form').filter(({ value }) => value.procedure && value.procedure !== first?.value.id);
    for (const one of some(forms, 4)) yield at(m, put(m, one, ['procedure'], first?.value.id ?? ''), one, 'id');
  }),
  kind('revision raised without a note', 'document/change-unrecorded', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.revision?.endsWith('/0')), 6)) yield at(m, put(m, one, ['revision'], 'A/1'), one, 'revision');
  }),
  kind('revision raised, copies not exchanged', 'document/revision-mismatch', function* (m) {
    for (const one of some(own(m).filter(({ value }) => copiesOf(m, value.id).length > 0), 4)) {
      const [first] = copiesOf(m, one.value.id);
      if (first) yield at(m, put(m, one, ['revision'], 'A/1'), first, 'revision');
    }
  }),
  kind('one copy of another revision', 'document/revision-mismatch', function* (m) {
    for (const copy of some(out(m), 4)) yield at(m, put(m, copy, ['revision'], 'B/0'), copy, 'revision');
  }),
  kind('list of changes ahead of the header', 'document/revision-mismatch', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.changes?.length && value.revision?.endsWith('/0')), 3)) yield at(m, put(m, one, ['changes', 0, 'revision'], 'A/2'), one, 'revision');
  }),
  kind('file renamed after another revision', 'document/revision-mismatch', function* (m) {
    for (const one of some(documents(m), 3)) {
      const path = one.path.replace(/\.md$/, '_B2.md');
      yield at(m, new Map([[one.path, null], [path, textOf(m, one.path)]]), { path, pointer: '' }, 'revision');
    }
  }),
  kind('copy number given out twice', 'document/distribution', function* (m) {
    const copies = out(m);
    const pairs = copies.flatMap((copy, index) => (index > 0 && copies[index - 1]?.value.document === copy.value.document ? [{ copy, before: copies[index - 1]?.value.copy }] : []));
    for (const { copy, before } of some(pairs, 4)) yield at(m, put(m, copy, ['copy'], `"${before}"`), copy, 'copy');
  }),
  kind('copy held by nobody known', 'document/distribution', function* (m) {
    for (const copy of some(out(m), 3)) yield at(m, put(m, copy, ['holder'], 'general-affairs'), copy, 'holder');
  }),
  kind('copy without a signature', 'document/distribution', function* (m) {
    for (const copy of some(out(m), 4)) yield at(m, cut(m, copy, 'received'), copy);
  }),
  kind('copy out before approval', 'document/distribution', function* (m) {
    for (const copy of some(out(m), 3)) yield at(m, put(m, copy, ['issued'], '2004-02-01'), copy, 'issued');
  }),
  kind('copy never handed out', 'document/distribution', function* (m) {
    for (const copy of some(out(m), 4)) {
      const document = m.project.index.documents.get(copy.value.document)?.[0];
      const place = (document?.value.distribution ?? []).findIndex((holder) => holder === copy.value.holder);
      if (document && place >= 0) yield at(m, cut(m, copy), document, 'distribution', place);
    }
  }),
  kind('review overdue', 'document/review-overdue', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.review_due), 6)) yield at(m, put(m, one, ['review_due'], '2004-11-30'), one, 'review_due');
  }),
  kind('trial run out', 'document/trial-over', function* (m) {
    for (const one of some(own(m), 4)) yield at(m, add(m, one, 'trial_until: 2004-11-30'), one, 'trial_until');
  }),
  kind('draft that people work by', 'document/draft-in-use', function* (m) {
    for (const one of some(documents(m, 'procedure', 'form'), 5)) yield at(m, put(m, one, ['status'], 'draft'), one, 'status');
  }),
  kind('old revision on the wall', 'document/public-copy', function* (m) {
    for (const channel of some(m.project.registers.channels.filter(({ value }) => value.revision), 4)) yield at(m, put(m, channel, ['revision'], 'A/9'), channel, 'revision');
  }),
  kind('shown on a channel that is none', 'document/public-copy', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.public?.length), 3)) yield at(m, put(m, one, ['public', 0], 'TD-XX-99'), one, 'public', 0);
  }),
  kind('no day of effect', 'document/header-incomplete', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.effective), 4)) yield at(m, cut(m, one, 'effective'), one, 'id');
  }),
  kind('title in the other language only', 'document/header-incomplete', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => typeof value.title !== 'string'), 3)) yield at(m, cut(m, one, 'title', 'zh-CN'), one, 'id');
  }),
  kind('signed by nobody known', 'document/unknown-person', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.prepared), 4)) yield at(m, put(m, one, ['prepared', 'by'], 'p999'), one, 'prepared', 'by');
  }),
  kind('clause that does not exist', 'document/unknown-clause', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.clauses?.length), 4)) yield at(m, put(m, one, ['clauses', 0], '"7.9.9"'), one, 'clauses', 0);
  }),
  kind('mark of an item that does not exist', 'document/unknown-clause', function* (m) {
    for (const one of some(written(m).filter(({ body }) => body.claims.length > 3), 4)) {
      const claim = one.body.claims[3];
      if (claim) yield atText(m, reword(m, one.path, `:req[${claim.item}]`, `:req[${claim.item}zz]`), one.path, `:req[${claim.item}zz]`);
    }
  }),
  kind('form evidences no known record', 'document/unknown-clause', function* (m) {
    for (const one of some(documents(m, 'form').filter(({ value }) => value.evidences?.length), 3)) yield at(m, put(m, one, ['evidences', 0], 'REC21-99'), one, 'evidences', 0);
  }),
  kind('body emptied', 'document/stub', function* (m) {
    for (const one of some(written(m), 4)) {
      const first = positionOf(one.body, 'sections', 0)?.end.line ?? 1;
      yield at(m, relines(m, one.path, first + 1, Infinity), one, 'id');
    }
  }),
  kind('section emptied', 'document/stub', function* (m) {
    for (const one of some(written(m), 4)) {
      const headings = one.body.sections.filter(({ depth }) => depth <= 2);
      const [heading, next] = [headings[1], headings[2]];
      if (heading && next) yield atText(m, relines(m, one.path, placeOf(one, 'sections', heading).end.line + 1, placeOf(one, 'sections', next).start.line - 1, ''), one.path, heading.title);
    }
  }),
  kind('place-holder left in', 'document/placeholder', function* (m) { yield* said(m, some(written(m), 4), '受理地点：（待补充）。'); }),
  kind('heading level left out', 'document/heading-order', function* (m) {
    for (const one of some(written(m).filter(({ body }) => body.sections.some(({ depth }) => depth === 3)), 4)) {
      const section = one.body.sections.find(({ depth }, index) => depth === 3 && one.body.sections[index - 1]?.depth === 2);
      if (section) yield atText(m, relines(m, one.path, placeOf(one, 'sections', section).start.line, placeOf(one, 'sections', section).end.line, `#### ${section.number} ${section.title}`), one.path, `#### ${section.number}`);
    }
  }),
  kind('second title', 'document/heading-order', function* (m) { yield* said(m, some(written(m), 3), '# 另一个题目\n\n本节内容见附件，由办公室保管。'); }),
  kind('section heading removed', 'document/missing-section', function* (m) {
    for (const [index, one] of some(documents(m, 'procedure'), 5).entries()) {
      const section = one.body.sections.filter(({ depth }) => depth === 2)[[0, 1, 4, 5, 0][index] as number];
      if (section) yield at(m, relines(m, one.path, placeOf(one, 'sections', section).start.line, placeOf(one, 'sections', section).end.line), one, 'type');
    }
  }),
  kind('sections out of order', 'document/missing-section', function* (m) {
    for (const one of some(documents(m, 'procedure'), 3)) {
      const [first, second, third] = one.body.sections.filter(({ depth }) => depth === 2).map((section) => placeOf(one, 'sections', section).start.line);
      if (first === undefined || second === undefined || third === undefined) continue;
      const lines = textOf(m, one.path).split('\n');
      const changes = relines(m, one.path, first, third - 1, [...lines.slice(second - 1, third - 1), ...lines.slice(first - 1, second - 1)].join('\n'));
      yield atText(m, changes, one.path, lines[first - 1] as string);
    }
  }),
  kind('paragraph copied from another document', 'document/copied-paragraph', function* (m) {
    const from = documents(m, 'manual')[0];
    const paragraph = from?.body.paragraphs.find(({ length }) => length > 80);
    if (!from || !paragraph) return;
    const words = textOf(m, from.path).split('\n').slice(placeOf(from, 'paragraphs', paragraph).start.line - 1, placeOf(from, 'paragraphs', paragraph).end.line).join('\n');
    for (const one of some(documents(m, 'procedure').filter(({ path }) => path > from.path), 4)) yield* said(m, [one], words);
  }),
  kind("standard's words instead of one's own", 'document/copied-standard', function* (m) {
    yield* said(m, some(written(m), 3), '组织应确定过程。组织应提供资源。组织应保持记录。');
  }),
  kind('invisible character', 'document/hidden-characters', function* (m) {
    for (const one of some(documents(m), 4)) yield atText(m, reword(m, one.path, one.body.sections[0]?.title ?? '', `\u200b${one.body.sections[0]?.title ?? ''}`, textOf(m, one.path).indexOf('\n# ')), one.path, '\u200b');
  }),
  kind('comment in an approved text', 'document/hidden-characters', function* (m) { yield* said(m, some(written(m), 3), '<!-- 此处与法制处再议 -->'); }),
  kind('vague wording', 'document/vague-wording', function* (m) {
    const rules = documents(m, 'procedure', 'work-instruction', 'rule');
    yield* said(m, some(rules, 3), '情况特殊的，由办案人员酌情处理。');
    yield* said(m, some(rules.slice(3), 3), '材料由相关部门补齐。');
  }),
  kind('withdrawn, but copies still out', 'document/obsolete-in-use', function* (m) {
    for (const one of some(own(m).filter(({ value }) => copiesOf(m, value.id).length > 0), 4)) {
      const [first] = copiesOf(m, one.value.id);
      if (first) yield at(m, put(m, one, ['status'], 'obsolete'), first, 'document');
    }
  }),
];

type Copies = Manual['project']['registers']['copies'];
/** Copies of a document that nobody has taken back. */
function copiesOf({ project }: Manual, id: string): Copies {
  return project.registers.copies.filter(({ value }) => value.document === id && value.recalled === undefined && value.destroyed === undefined);
}
/** Copies in use: of a document in force, in its own revision. */
function out(m: Manual): Copies {
  return own(m).filter(({ value }) => value.type !== 'form').flatMap((one) => copiesOf(m, one.value.id).filter(({ value }) => value.revision === one.value.revision));
}
