import type { Document } from '#model/document.ts';
import type { Row, Table } from '#model/facts.ts';
import { add, at, atLine, atText, changed, cut, kind, placeOf, put, relines, reword, some, textOf, twice, type Kind, type Spotted } from '../edits.ts';
import type { Changes, Manual } from '../manual.ts';
import { documents } from './documents.ts';

const procedures = (m: Manual): Document[] => documents(m, 'procedure');
/** The row of the responsibility matrix at which what a clause lacks is told. */
const rowOf = ({ project }: Manual, clause: string): Spotted | undefined =>
  project.registers.responsibilities.find(({ value }) => value.clause === clause);
const clauseOf = (item: string): string => item.slice(0, item.indexOf('-'));

/** Rows of the tables that have a step and a post, one from the middle of each procedure. */
function steps(m: Manual): { one: Document; table: Table; row: Row }[] {
  return procedures(m).flatMap((one) => {
    const table = one.body.tables.find(({ header, rows }) => header.includes('步骤') && header.includes('责任岗位') && rows.length > 2);
    const row = table?.rows[Math.floor(table.rows.length / 2)];
    return table && row ? [{ one, table, row }] : [];
  });
}

function recelled(m: Manual, { one, table, row }: ReturnType<typeof steps>[number], column: string, words: string): Changes {
  const line = placeOf(one, 'rows', row).start.line;
  const cells = (textOf(m, one.path).split('\n')[line - 1] as string).split('|');
  cells[table.header.indexOf(column) + 1] = ` ${words} `;
  return relines(m, one.path, line, line, cells.join('|'));
}

/** Items that one document alone claims, with all marks of the item taken out of it. */
function unmarked(m: Manual, conditional: boolean): { item: string; one: Document; changes: Changes }[] {
  const claimed = Map.groupBy(m.project.documents.flatMap((one) => one.body.claims.map(({ item }) => ({ item, one }))), ({ item }) => item);
  return m.project.standard.clauses.filter(({ items, number }) => (items?.length ?? 0) > 1 && !m.project.index.excludedClauses.has(number))
    .flatMap(({ items }) => (items ?? []).filter((item) => Boolean(item.conditional) === conditional)).flatMap(({ id: item }) => {
      const by = new Set((claimed.get(item) ?? []).map(({ one }) => one));
      const [one] = by;
      return one && by.size === 1 && rowOf(m, clauseOf(item)) ? [{ item, one, changes: new Map([[one.path, textOf(m, one.path).replaceAll(`:req[${item}]`, '')]]) }] : [];
    });
}

export const procedureKinds: readonly Kind[] = [
  kind('documented procedure not in force', 'procedure/mandatory-missing', function* (m) {
    for (const { clause } of m.project.standard.procedures) {
      const own = procedures(m).filter(({ value }) => value.clauses?.includes(clause));
      if (own.length === 1 && own[0]) yield at(m, put(m, own[0], ['status'], 'review'), own[0], 'status');
    }
  }),
  kind('documented procedure taken away', 'procedure/mandatory-missing', function* (m) {
    for (const { clause } of m.project.standard.procedures.slice(0, 4)) {
      const own = procedures(m).filter(({ value }) => value.clauses?.includes(clause));
      const row = rowOf(m, clause);
      if (own.length === 1 && own[0] && row) yield at(m, new Map([[own[0].path, null]]), row, 'clause');
    }
  }),
  kind('section on responsibilities removed', 'procedure/responsibility-missing', function* (m) {
    for (const one of some(procedures(m), 4)) {
      const [first, next] = one.body.sections.filter(({ depth }) => depth === 2).slice(2, 4);
      if (first && next) yield at(m, relines(m, one.path, placeOf(one, 'sections', first).start.line, placeOf(one, 'sections', next).start.line - 1), one, 'id');
    }
  }),
  kind('step that is nobody\'s job', 'procedure/responsibility-missing', function* (m) {
    for (const step of some(steps(m), 4)) yield atLine(recelled(m, step, '责任岗位', ''), step.one.path, placeOf(step.one, 'rows', step.row).start.line);
  }),
  kind('step given to a post that does not exist', 'procedure/unknown-post', function* (m) {
    for (const step of some(steps(m), 4)) yield atLine(recelled(m, step, '责任岗位', '首席质量官'), step.one.path, placeOf(step.one, 'rows', step.row).start.line);
  }),
  kind('step without a limit', 'procedure/step-limit-missing', function* (m) {
    for (const step of some(steps(m).filter(({ table }) => table.header.includes('时限')), 3)) yield atLine(recelled(m, step, '时限', '—'), step.one.path, placeOf(step.one, 'rows', step.row).start.line);
  }),
  kind('step on a form without a number', 'procedure/record-unnumbered', function* (m) {
    for (const step of some(steps(m).filter(({ table }) => table.header.includes('记录')), 4)) yield atLine(recelled(m, step, '记录', '工作笔记'), step.one.path, placeOf(step.one, 'rows', step.row).start.line);
  }),
  kind('procedure without records', 'procedure/record-unnumbered', function* (m) {
    for (const one of some(procedures(m).filter(({ value }) => value.records?.length), 3)) yield at(m, cut(m, one, 'records'), one, 'type');
  }),
  kind('point of a procedure unsettled', 'procedure/point-unsettled', function* (m) {
    for (const { clause, points } of m.project.standard.procedures) {
      const own = procedures(m).filter(({ value }) => value.clauses?.includes(clause));
      const point = points[points.length - 1]?.id;
      if (own.length === 1 && own[0] && point) yield at(m, new Map([[own[0].path, textOf(m, own[0].path).replaceAll(`:req[${point}]`, '')]]), own[0], 'clauses');
    }
  }),
  kind('limit looser than the law', 'procedure/limit-looser', function* (m) {
    const { limits } = m.project.index;
    const law = (id: string | undefined): boolean => id !== undefined && limits.has(id) && !/申请|提前/.test(JSON.stringify(limits.get(id)?.limit.subject));
    const own = documents(m).flatMap((one) => (one.value.limits ?? []).flatMap((limit, index) => (law(limit.limit) ? [{ one, index }] : [])));
    for (const { one, index } of some(own, 4)) yield at(m, put(m, one, ['limits', index, 'days'], '199'), one, 'limits', index, 'days');
    for (const one of some(m.project.registers.licenceItems.filter(({ value }) => law(value.limit?.limit)), 2)) yield at(m, put(m, one, ['limit', 'days'], '199'), one, 'limit', 'days');
  }),

  kind('manual without a scope', 'manual/scope', function* (m) { yield* unmarkedContent(m, 'QM-1'); }),
  kind('manual without the interaction of processes', 'manual/interaction', function* (m) { yield* unmarkedContent(m, 'QM-4'); }),
  kind('list of procedures taken out of the manual', 'manual/procedures-unlisted', function* (m) {
    const manuals = documents(m, 'manual');
    const named = new Set(manuals.flatMap(({ body }) => body.mentions.map(({ id }) => id)));
    const by = manuals.filter(({ body }) => body.directives.some(({ name }) => name === 'register'));
    for (const one of some(procedures(m).filter(({ value }) => !named.has(value.id)), 3)) if (by[0] && by.length === 1) yield at(m, reword(m, by[0].path, /\n::register[^\n]*/, '\n'), one, 'id');
  }),
  kind('chapter of no book', 'manual/part-missing', function* (m) {
    for (const one of some(documents(m, 'manual').filter(({ value }) => value.part_of), 3)) yield at(m, put(m, one, ['part_of'], 'MSGS/QM-09'), one, 'part_of');
  }),
  kind('chapter of a chapter', 'manual/part-missing', function* (m) {
    const [first, ...others] = documents(m, 'manual').filter(({ value }) => value.part_of);
    for (const one of some(others, 2)) if (first) yield at(m, put(m, one, ['part_of'], first.value.id), one, 'part_of');
  }),

  kind('clause without a lead', 'responsibility/no-lead', function* (m) {
    for (const row of some(m.project.registers.responsibilities.filter(({ value }) => value.lead?.length), 5)) yield at(m, put(m, row, ['lead'], '[]'), row, 'lead');
  }),
  kind('row of the matrix missing', 'responsibility/no-lead', function* (m) {
    for (const row of some(m.project.registers.responsibilities, 3)) yield at(m, cut(m, row), { path: row.path, pointer: '' }, 'clauses');
  }),
  kind('two units in the lead', 'responsibility/two-leads', function* (m) {
    const { responsibilities, units } = m.project.registers;
    for (const row of some(responsibilities.filter(({ value }) => value.lead?.length === 1), 4)) {
      const lead = units.find(({ value }) => value.id === row.value.lead?.[0]);
      const other = units.find(({ value }) => value.block === lead?.value.block && value.id !== lead?.value.id);
      if (lead && other) yield at(m, put(m, row, ['lead'], `[${lead.value.id}, ${other.value.id}]`), row, 'lead');
    }
  }),
  kind('lead that is no unit', 'responsibility/unknown-unit', function* (m) {
    for (const row of some(m.project.registers.responsibilities.filter(({ value }) => value.lead?.length), 3)) yield at(m, put(m, row, ['lead', 0], 'general-office'), row, 'lead', 0);
    for (const post of some(m.project.registers.posts, 2)) yield at(m, put(m, post, ['unit'], 'general-office'), post, 'unit');
    for (const channel of some(m.project.registers.channels.filter(({ value }) => value.site), 1)) yield at(m, put(m, channel, ['site'], 'annex'), channel, 'site');
  }),
  kind('row of the matrix written twice', 'responsibility/duplicate-row', function* (m) {
    for (const row of some(m.project.registers.responsibilities, 3)) {
      yield at(m, twice(m, row), { path: row.path, pointer: row.pointer.replace(/\d+$/, (index) => String(Number(index) + 1)) }, 'clause');
    }
  }),

  kind('requirement no longer claimed', 'coverage/unclaimed-item', function* (m) {
    for (const { item, changes } of some(unmarked(m, false), 8)) yield at(m, changes, rowOf(m, clauseOf(item)) as Spotted, 'clause');
  }),
  kind('conditional requirement no longer claimed', 'coverage/unclaimed-conditional', function* (m) {
    for (const { item, changes } of some(unmarked(m, true), 4)) yield at(m, changes, rowOf(m, clauseOf(item)) as Spotted, 'clause');
  }),
  kind('clause excluded outside chapter 7', 'exclusion/outside-clause-7', function* (m) {
    for (const clause of ['8.2.2', '4.2.3', '5.6.1', '6.2.2', '7', '7.9']) {
      for (const one of m.project.registers.exclusions.slice(0, 1)) {
        const again = { path: one.path, pointer: '/exclusions/1' };
        yield at(m, put(changed(m, twice(m, one)), again, ['clause'], `"${clause}"`), again, 'clause');
      }
    }
  }),
  kind('item of another clause excluded', 'exclusion/outside-clause-7', function* (m) {
    for (const one of m.project.registers.exclusions.slice(0, 1)) yield at(m, add(m, one, 'items: ["7.4.1-a"]'), one, 'items', 0);
  }),
  ...(['justification', 'effect_on_ability', 'effect_on_responsibility'] as const).map((field) => kind(`exclusion without ${field}`, 'exclusion/justification', function* (m) {
    for (const one of m.project.registers.exclusions.slice(0, 2)) yield at(m, cut(m, one, field), one, 'clause');
  })),
  kind('exclusion justified in three words', 'exclusion/justification', function* (m) {
    for (const one of m.project.registers.exclusions.slice(0, 2)) yield at(m, put(m, one, ['justification'], '本局不涉及。'), one, 'justification');
  }),
  kind('exclusion on a refused ground', 'exclusion/ground-refused', function* (m) {
    for (const one of m.project.registers.exclusions.slice(0, 1)) {
      for (const ground of ['该项工作已经外包，由外单位负责。', '本局人手不足，无法开展该项工作。', '上级没有要求，暂未发生过此类情况。']) yield at(m, put(m, one, ['justification'], ground), one, 'justification');
    }
  }),
  kind('excluded, but done all the same', 'exclusion/contradicted', function* (m) {
    for (const clause of ['7.5.4', '7.4.1', '7.5.3']) {
      const one = m.project.registers.exclusions[0];
      const by = documents(m).find(({ value, body }) => value.clauses?.includes(clause) && body.claims.length > 0);
      if (one && by) yield at(m, put(m, one, ['clause'], `"${clause}"`), by, 'clauses', by.value.clauses?.indexOf(clause) ?? 0);
    }
    for (const process of some(m.project.registers.processes.filter(({ value }) => value.clauses?.length), 2)) yield at(m, put(m, process, ['clauses', 0], '"7.6"'), process, 'clauses', 0);
  }),
  kind('design excluded, systems of its own in use', 'exclusion/design-in-scope', function* (m) {
    const { exclusions, licenceItems, support } = m.project.registers;
    const online = licenceItems.find(({ value }) => value.online);
    if (exclusions[0] && online) yield at(m, put(m, exclusions[0], ['clause'], '"7.3"'), online, 'online');
    if (exclusions[0] && support[0]?.value['systems']) yield at(m, put(m, exclusions[0], ['clause'], '"7.3"'), support[0], 'systems');
  }),
  kind('exclusion stated in no document', 'exclusion/statement-differs', function* (m) {
    for (const one of m.project.registers.exclusions.slice(0, 1)) yield at(m, put(m, one, ['statement'], 'MSGS/QM-95'), one, 'statement');
  }),
  kind('manual excludes what the register does not', 'exclusion/statement-differs', function* (m) {
    for (const one of documents(m, 'manual').filter(({ body }) => body.directives.some(({ name }) => name === 'exclusions'))) {
      for (const clause of ['7.5.2', '7.3.6']) yield atText(m, reword(m, one.path, '\n::exclusions', `\n${clause}对本局不适用，予以删减。\n\n::exclusions`), one.path, `${clause}对本局不适用`);
    }
  }),
  kind('exclusion decided by nobody', 'exclusion/undecided', function* (m) {
    for (const one of m.project.registers.exclusions.slice(0, 1)) {
      yield at(m, cut(m, one, 'decided_by'), one, 'clause');
      if (one.value.reviewed_on) yield at(m, put(m, one, ['reviewed_on'], '"2003-10-01"'), one, 'reviewed_on');
    }
  }),

  ...clauseKinds(),
];

function* unmarkedContent(m: Manual, content: string): Generator<ReturnType<typeof atLine>> {
  const item = m.project.standard.manual.contents.find(({ id }) => id === content)?.item ?? '';
  const manuals = documents(m, 'manual');
  const book = manuals.find(({ value }) => value.part_of === undefined);
  const by = manuals.filter(({ body }) => body.claims.some((claim) => claim.item === item));
  if (book && by.length === 1 && by[0]) yield at(m, new Map([[by[0].path, textOf(m, by[0].path).replaceAll(`:req[${item}]`, '')]]), book, 'id');
}

/** A field that the schema of a clause or block asks of each entry, taken out of some. */
function clauseKinds(): Kind[] {
  type Lists = Manual['project']['registers'];
  const without = (name: string, code: string, list: keyof Lists, field: string, count: number, place?: string): Kind => kind(name, code, function* (m) {
    const entries = (m.project.registers[list] as readonly (Spotted & { value: Readonly<Record<string, unknown>> })[]).filter(({ value }) => value[field] !== undefined);
    for (const one of some(entries, count)) yield at(m, cut(m, one, field), one, ...(place ? [place] : []));
  });
  return [
    without('process without resources', 'clause/unmet', 'processes', 'resources', 3),
    without('process without documents', 'clause/unmet', 'processes', 'documents', 2),
    without('post without duties', 'clause/unmet', 'posts', 'duties', 3),
    without('unit without a head', 'clause/unmet', 'units', 'head', 3),
    without('promise in no document', 'clause/unmet', 'promises', 'document', 2),
    without('objective without a source', 'clause/unmet', 'objectives', 'source', 2),
    without('survey without a result', 'clause/unmet', 'surveys', 'result', 2),
    without('outside document without a holder', 'clause/unmet', 'externals', 'holder', 2),
    kind('outsourced process without control', 'clause/unmet', function* (m) {
      for (const one of some(m.project.registers.processes.filter(({ value }) => value.outsourced?.control), 2)) yield at(m, cut(m, one, 'outsourced', 'control'), one, 'outsourced');
    }),
    kind('form of no procedure', 'clause/unmet', function* (m) {
      for (const one of some(documents(m, 'form').filter(({ value }) => value.procedure), 3)) yield at(m, cut(m, one, 'procedure'), one, 'type');
    }),
    kind('form without an order of filing', 'clause/advised', function* (m) {
      for (const one of some(documents(m, 'form').filter(({ value }) => value.order !== undefined), 3)) yield at(m, cut(m, one, 'order'), one, 'type');
    }),
    kind('procedure without its author', 'clause/advised', function* (m) {
      for (const one of some(procedures(m).filter(({ value }) => value.prepared), 2)) yield at(m, cut(m, one, 'prepared'), one, 'type');
    }),
    ...['legal_basis', 'conditions', 'materials', 'fee', 'mode', 'steps'].map((field) => without(`licence item without ${field}`, 'block/unmet', 'licenceItems', field, 2)),
    kind('one officer is enough', 'block/unmet', function* (m) {
      for (const one of m.project.registers.enforcement) yield at(m, put(m, one, ['officers_min'], '1'), one, 'officers_min');
    }),
    kind('step of case handling without a post or limit', 'block/unmet', function* (m) {
      for (const one of m.project.registers.enforcement) {
        yield at(m, cut(m, one, 'steps', 2, 'post'), one, 'steps', 2);
        yield at(m, cut(m, one, 'steps', 3, 'limit'), one, 'steps', 3);
      }
    }),
    kind('complaints taken up without a basis', 'block/unmet', function* (m) {
      for (const one of m.project.registers.consumer) yield at(m, cut(m, one, 'take_up', 'basis'), one, 'take_up');
    }),
    kind('archives without an owner', 'block/unmet', function* (m) {
      for (const one of m.project.registers.support) yield at(m, cut(m, one, 'archives', 'owner'), one, 'archives');
    }),
  ];
}
