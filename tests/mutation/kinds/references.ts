import type { Document } from '#model/document.ts';
import { add, at, atLine, atText, cut, kind, placeOf, put, reword, some, textOf, twice, type Kind } from '../edits.ts';
import type { Manual } from '../manual.ts';
import { documents, said, written } from './documents.ts';

/** Where a document that is no form first names a number: front matter before text, as readers meet it. */
const listing = (m: Manual): { form: Document; by: Document; index: number }[] => documents(m, 'form').flatMap((form) => documents(m, 'procedure', 'work-instruction', 'rule')
  .filter(({ value }) => value.records?.includes(form.value.id) && !value.references?.includes(form.value.id))
  .map((by) => ({ form, by, index: by.value.records?.indexOf(form.value.id) ?? 0 })));

export const referenceKinds: readonly Kind[] = [
  kind('form renamed', 'reference/broken', function* (m) {
    for (const { form, by, index } of some(listing(m), 8)) yield at(m, put(m, form, ['id'], `${form.value.id.slice(0, -2)}97`), by, 'records', index);
  }),
  kind('reference to a document that does not exist', 'reference/broken', function* (m) {
    for (const one of some(documents(m).filter(({ value }) => value.references?.length), 4)) yield at(m, put(m, one, ['references', 0], 'MSGS/QP-97'), one, 'references', 0);
  }),
  kind('number mistyped in the text', 'reference/broken', function* (m) {
    for (const one of some(written(m).filter(({ body }) => body.mentions.length > 0), 5)) {
      const mention = one.body.mentions[Math.floor(one.body.mentions.length / 2)];
      const wrong = `${mention?.id.slice(0, -2)}89`;
      if (mention) yield atText(m, reword(m, one.path, mention.id, wrong, lineAt(textOf(m, one.path), placeOf(one, 'mentions', mention).start.line)), one.path, wrong);
    }
  }),
  kind('process without its document', 'reference/broken', function* (m) {
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.documents?.length), 3)) yield at(m, put(m, one, ['documents', 0], 'MSGS/QP-96'), one, 'documents', 0);
  }),
  kind('two papers with the number cited', 'reference/ambiguous', function* (m) {
    const all = listing(m);
    for (const { form, by, index } of some(all, 3)) {
      const other = all.find((one) => one.by === by && one.form !== form);
      if (other) yield at(m, put(m, other.form, ['id'], form.value.id), by, 'records', index);
    }
  }),
  kind('form withdrawn, still listed', 'reference/obsolete', function* (m) {
    for (const { form, by, index } of some(listing(m), 5)) yield at(m, put(m, form, ['status'], 'obsolete'), by, 'records', index);
  }),
  kind('picture that is not there', 'reference/missing-file', function* (m) { yield* said(m, some(written(m), 3), '![流程图](../figures/flow.png)'); }),
  kind('link out of the workspace', 'reference/missing-file', function* (m) { yield* said(m, some(written(m), 3), '见[共享文件夹](../../../share/notice.md)。'); }),
  kind('link to a section that is not there', 'reference/missing-anchor', function* (m) { yield* said(m, some(written(m), 3), '见[附则](#附则九十九)。'); }),
  kind('rule that leans on a web page', 'reference/external-link', function* (m) { yield* said(m, some(written(m), 3), '收费标准见[公众网](http://www.example.org/fees)。'); }),

  kind('law that is not on the list', 'external/unlisted', function* (m) { yield* said(m, some(written(m), 4), '收费按《城市集贸市场摊位费收取办法》执行。'); }),
  ...(['issuer', 'number', 'issued', 'standing'] as const).map((field) => kind(`outside document without ${field}`, 'external/incomplete', function* (m) {
    for (const one of some(m.project.registers.externals.filter(({ value }) => value[field] !== undefined), 2)) yield at(m, cut(m, one, field), one, 'id');
  })),
  kind('repealed law still cited', 'external/repealed-cited', function* (m) {
    for (const law of some(m.project.registers.externals, 4)) {
      const by = documents(m).find(({ value }) => value.references?.includes(law.value.id));
      if (by) yield at(m, put(m, law, ['standing'], 'repealed'), by, 'references', by.value.references?.indexOf(law.value.id) ?? 0);
    }
  }),
  kind('law not yet in force cited', 'external/repealed-cited', function* (m) {
    for (const law of some(m.project.registers.externals.filter(({ value }) => value.in_force_from), 3)) {
      const by = documents(m).find(({ value }) => value.references?.includes(law.value.id));
      if (by) yield at(m, put(m, law, ['in_force_from'], '"2005-02-01"'), by, 'references', by.value.references?.indexOf(law.value.id) ?? 0);
    }
  }),
  kind('standing of a law not looked up', 'external/check-overdue', function* (m) {
    for (const law of some(m.project.registers.externals.filter(({ value }) => value.checked), 3)) yield at(m, put(m, law, ['checked'], '"2004-03-01"'), law, 'checked');
    for (const law of some(m.project.registers.externals.filter(({ value }) => value.checked).slice(1), 2)) yield at(m, cut(m, law, 'checked'), law, 'id');
  }),

  kind('entry written twice', 'workspace/duplicate-entry', function* (m) {
    const { people, suppliers, objectives, channels, processes, courses, units } = m.project.registers;
    for (const list of [people, suppliers, objectives, channels, processes, courses, units]) {
      const one = list[Math.floor(list.length / 2)];
      if (!one) continue;
      const again = { path: one.path, pointer: one.pointer.replace(/\d+$/, (index) => String(Number(index) + 1)) };
      yield at(m, twice(m, one), again, 'id');
    }
  }),
  kind('paper beside the manual', 'workspace/uncontrolled-file', function* (m) {
    for (const [index, one] of some(written(m), 4).entries()) {
      const path = one.path.replace(/\.md$/, ['.doc', '.xls', '（新）.doc', '.wps'][index] as string);
      yield atLine(new Map([[path, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])]]), path, 1);
    }
  }),
  kind('picture that belongs to nothing', 'workspace/orphan-file', function* (m) {
    for (const one of some(written(m), 2)) {
      const path = one.path.replace(/[^/]+$/, 'scan001.jpg');
      yield atLine(new Map([[path, new Uint8Array([0xff, 0xd8, 0xff])]]), path, 1);
    }
  }),
  kind('number made by hand', 'workspace/unsafe-number', function* (m) {
    for (const one of some(m.project.registers.nonconformities, 3)) yield at(m, put(m, one, ['id'], one.value.id.replace(/-0+/g, '-')), one, 'id');
    for (const one of some(m.project.registers.audits, 2)) yield at(m, put(m, one, ['id'], `${one.value.id}B`), one, 'id');
  }),

  ...(['top_management', 'representative', 'appointment'] as const).map((field) => kind(`organization without ${field}`, 'organization/no-representative', function* (m) {
    const [one] = m.project.registers.organizations;
    if (one) yield atLine(cut(m, one, field), one.path, textOf(m, one.path).split('\n').findIndex((line) => /^\w/.test(line)) + 1);
  })),
  kind('person in a post that does not exist', 'organization/unknown-post', function* (m) {
    for (const one of some(m.project.registers.people.filter(({ value }) => value.posts?.length), 4)) yield at(m, put(m, one, ['posts', 0], 'director-general'), one, 'posts', 0);
  }),
  kind('deputy, head or member that does not exist', 'organization/unknown-post', function* (m) {
    const { posts, bodies, units } = m.project.registers;
    for (const one of some(posts.filter(({ value }) => value.deputy), 2)) yield at(m, put(m, one, ['deputy'], 'nobody'), one, 'deputy');
    for (const one of some(units.filter(({ value }) => value.head), 2)) yield at(m, put(m, one, ['head'], 'nobody'), one, 'head');
    for (const one of some(bodies.filter(({ value }) => value.members?.length), 2)) yield at(m, put(m, one, ['members', 1], 'nobody'), one, 'members', 1);
  }),
  kind('register names nobody known', 'organization/unknown-id', function* (m) {
    const { objectives, channels, actions, audits, decisions, externals } = m.project.registers;
    for (const one of some(objectives, 2)) yield at(m, put(m, one, ['owner'], 'general-office'), one, 'owner');
    for (const one of some(channels.filter(({ value }) => value.keeper), 2)) yield at(m, put(m, one, ['keeper'], 'general-office'), one, 'keeper');
    for (const one of some(actions.filter(({ value }) => value.owner), 1)) yield at(m, put(m, one, ['owner'], 'general-office'), one, 'owner');
    for (const one of some(audits.filter(({ value }) => value.leader), 1)) yield at(m, put(m, one, ['leader'], 'p999'), one, 'leader');
    for (const one of some(decisions.filter(({ value }) => value.owner), 1)) yield at(m, put(m, one, ['owner'], 'general-office'), one, 'owner');
    for (const one of some(externals.filter(({ value }) => value.holder), 1)) yield at(m, put(m, one, ['holder'], 'general-office'), one, 'holder');
  }),
  kind('post that nobody holds any more', 'organization/vacant-post', function* (m) {
    const { people, posts } = m.project.registers;
    const alone = people.filter(({ value }) => value.posts?.length === 1 && people.filter((other) => other.value.posts?.includes(value.posts?.[0] ?? '')).length === 1);
    for (const one of some(alone, 3)) {
      const post = posts.find(({ value }) => value.id === one.value.posts?.[0]);
      if (post) yield at(m, add(m, one, 'until: 2004-09-30'), post, 'id');
    }
  }),
  kind('deputy without the qualification', 'organization/deputy-unqualified', function* (m) {
    const { people, posts } = m.project.registers;
    const plain = posts.find(({ value }) => people.some((one) => one.value.posts?.includes(value.id)) && people.every((one) => !one.value.posts?.includes(value.id) || !one.value.qualifications?.length));
    for (const one of some(posts.filter(({ value }) => value.requires?.length && value.deputy), 3)) if (plain) yield at(m, put(m, one, ['deputy'], plain.value.id), one, 'deputy');
  }),
];

/** The offset at which a line (1-based) begins. */
function lineAt(text: string, line: number): number {
  return text.split('\n').slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
}
