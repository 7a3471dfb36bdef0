import type { Document } from '#model/document.ts';
import type { Objective } from '#model/system.ts';
import { at, changed, cut, kind, put, some, textOf, type Kind, type Mutant, type Spotted } from '../edits.ts';
import type { Changes, Manual } from '../manual.ts';
import { documents } from './documents.ts';

/** A filled record of a form without a fault: every required field, signed and dated. */
function filled(form: Document): string {
  const { id, revision, fields = [] } = form.value;
  const inForm = fields.filter(({ type }) => type !== 'signature');
  const signed = fields.filter(({ type }) => type === 'signature');
  return [
    'kind: record', `id: ${id}/2004-001`, `form: ${id}`, `edition: ${revision}`, 'unit: office', 'on: 2004-11-10', 'closed: 2004-11-20', 'fields:',
    ...inForm.map(({ id: field, type, options }) => `  ${field}: ${type === 'date' ? '2004-11-10' : type === 'number' ? '3' : type === 'choice' ? options?.[0] ?? '是' : '已填写'}`),
    'signed:', ...signed.map(({ id: field }) => `  - {field: ${field}, by: p08, on: 2004-11-12}`), '',
  ].join('\n');
}

/** Records filled on some forms, each with one fault planted in it. */
function* faulty(m: Manual, count: number, plant: (m: Manual, record: Spotted, form: Document) => Changes, ...place: (string | number)[]): Generator<Mutant> {
  const taken = new Set(m.project.registers.records.map(({ value }) => value.form));
  const forms = documents(m, 'form').filter(({ value }) => !taken.has(value.id) && value.retention?.years && value.fields?.some(({ type, required }) => type === 'signature' && required) && value.fields.some(({ type, required }) => type !== 'signature' && required));
  for (const form of some(forms, count)) {
    const path = `${form.path.replace(/[^/]+$/, '')}filled-001.yaml`;
    const whole = changed(m, new Map([[path, filled(form)]]));
    yield at(m, plant(whole, { path, pointer: '' }, form), { path, pointer: '' }, ...place);
  }
}

const worse = ({ target = 0, direction }: Objective): number => (direction === 'at-least' ? target - 1 : target + 1);
const rowOf = ({ project }: Manual, clause: string): Spotted | undefined => project.registers.responsibilities.find(({ value }) => value.clause === clause);

export const recordKinds: readonly Kind[] = [
  ...[false, true].map((conditional) => kind(conditional ? 'conditional record without a form' : 'required record without a form', conditional ? 'record/conditional-form-missing' : 'record/form-missing', function* (m) {
    for (const record of m.project.standard.records.filter((one) => one.conditional === conditional)) {
      const forms = documents(m, 'form').filter(({ value }) => value.evidences?.includes(record.id));
      const row = rowOf(m, record.clause);
      const [form] = forms;
      if (form && row && forms.length === 1) yield at(m, form.value.evidences?.length === 1 ? cut(m, form, 'evidences') : cut(m, form, 'evidences', form.value.evidences?.indexOf(record.id) ?? 0), row, 'clause');
    }
  })),
  kind('form that no document names', 'record/form-edition', function* (m) {
    for (const form of some(documents(m, 'form').filter(({ value }) => value.procedure), 3)) {
      const path = form.path.replace(/-\d+\.md$/, '-88.md');
      const changes = put(changed(m, new Map([[path, m.texts.get(form.path) ?? '']])), { path, pointer: '' }, ['id'], form.value.id.replace(/\d+$/, '88'));
      yield at(m, changes, { path, pointer: '' }, 'id');
    }
  }),
  ...(['retention', 'keeper', 'disposal'] as const).map((field) => kind(`form without ${field}`, 'record/retention-missing', function* (m) {
    for (const form of some(documents(m, 'form').filter(({ value }) => value[field] !== undefined && !value.retention?.permanent), 3)) yield at(m, cut(m, form, field), form, 'id');
  })),
  kind('kept too short', 'record/retention-short', function* (m) {
    for (const form of some(documents(m, 'form').filter(({ value }) => value.retention?.years !== undefined), 5)) yield at(m, put(m, form, ['retention', 'years'], '1'), form, 'retention', 'years');
  }),
  kind('required field left empty', 'record/incomplete', function* (m) {
    yield* faulty(m, 4, (whole, record, form) => cut(whole, record, 'fields', form.value.fields?.find(({ type, required }) => type !== 'signature' && required)?.id ?? ''), 'fields');
  }),
  kind('record not signed', 'record/incomplete', function* (m) {
    yield* faulty(m, 4, (whole, record) => put(whole, record, ['signed'], '[]'), 'signed');
  }),
  kind('signature without a day', 'record/incomplete', function* (m) { yield* faulty(m, 3, (whole, record) => cut(whole, record, 'signed', 0, 'on'), 'signed', 0); }),
  kind('record without a day', 'record/incomplete', function* (m) { yield* faulty(m, 3, (whole, record) => cut(whole, record, 'on'), 'id'); }),
  kind('record on no edition', 'record/form-edition', function* (m) { yield* faulty(m, 3, (whole, record) => cut(whole, record, 'edition'), 'id'); }),
  kind('record on another edition', 'record/form-edition', function* (m) { yield* faulty(m, 3, (whole, record) => put(whole, record, ['edition'], 'B/3'), 'edition'); }),
  kind('signed before it was filled in', 'record/impossible-date', function* (m) { yield* faulty(m, 3, (whole, record) => put(whole, record, ['signed', 0, 'on'], '2004-11-02'), 'signed', 0, 'on'); }),
  kind('signed after it was closed', 'record/impossible-date', function* (m) { yield* faulty(m, 3, (whole, record) => put(whole, record, ['signed', 0, 'on'], '2004-12-20'), 'signed', 0, 'on'); }),
  kind('record filled in the future', 'record/impossible-date', function* (m) { yield* faulty(m, 2, (whole, record) => put(whole, record, ['closed'], '2005-11-20'), 'closed'); }),
  kind('record not disposed of', 'record/disposal-missing', function* (m) {
    yield* faulty(m, 3, (whole, { path }) => new Map([[path, textOf(whole, path).replaceAll('2004', '1964')]]), 'closed');
  }),
  kind('case decided before it was taken up', 'record/impossible-date', function* (m) {
    for (const one of some(m.project.registers.cases.filter(({ value }) => value.accepted && value.decided && value.accepted < value.decided), 5)) yield at(m, put(m, one, ['decided'], '2004-01-05'), one, 'decided');
  }),
  kind('case closed in the future', 'record/impossible-date', function* (m) {
    for (const one of some(m.project.registers.cases.filter(({ value }) => value.closed), 3)) yield at(m, put(m, one, ['closed'], '2005-02-28'), one, 'closed');
  }),

  ...(['metric', 'unit', 'target', 'direction', 'period'] as const).map((field) => kind(`objective without ${field}`, 'objective/unmeasurable', function* (m) {
    for (const one of some(m.project.registers.objectives, 2)) yield at(m, cut(m, one, field), one, 'id');
  })),
  kind('objective without an owner', 'objective/owner', function* (m) {
    for (const one of some(m.project.registers.objectives.filter(({ value }) => value.owner), 3)) yield at(m, cut(m, one, 'owner'), one, 'id');
  }),
  kind('objective of no promise', 'objective/promise', function* (m) {
    for (const one of some(m.project.registers.objectives.filter(({ value }) => value.promises?.length && !value.parent), 2)) yield at(m, put(m, one, ['promises'], '[]'), one, 'id');
  }),
  kind('promise that does not exist', 'objective/promise', function* (m) {
    for (const one of some(m.project.registers.objectives.filter(({ value }) => value.promises?.length), 3)) yield at(m, put(m, one, ['promises', 0], 'P-99'), one, 'promises', 0);
  }),
  kind('promise that no objective serves', 'objective/promise', function* (m) {
    for (const one of some(m.project.registers.promises, 2)) yield at(m, put(m, one, ['id'], 'P-88'), one, 'id');
  }),
  kind('figure of a period missing', 'objective/value-missing', function* (m) {
    for (const one of some(m.project.registers.measurements, 6)) {
      const objective = m.project.index.objectives.get(one.value.objective);
      if (objective) yield at(m, cut(m, one), objective, 'period');
    }
  }),
  kind('target missed, nothing done', 'objective/missed-no-action', function* (m) {
    for (const one of some(m.project.registers.measurements.filter(({ value }) => !value.action && m.project.index.objectives.get(value.objective)?.value.target !== undefined), 6)) {
      yield at(m, put(m, one, ['value'], String(worse(m.project.index.objectives.get(one.value.objective)?.value as Objective))), one, 'value');
    }
  }),
  kind('action that does not exist', 'objective/missed-no-action', function* (m) {
    for (const one of some(m.project.registers.measurements.filter(({ value }) => value.action), 2)) yield at(m, put(m, one, ['action'], 'JZ-2004-99'), one, 'action');
  }),
  kind('hundred per cent without a source', 'objective/looser', function* (m) {
    for (const one of some(m.project.registers.objectives.filter(({ value }) => value.source && (value.target === 0 || (value.target === 100 && value.unit === '%'))), 3)) yield at(m, cut(m, one, 'source'), one, 'target');
  }),
  kind('figure of no objective', 'objective/unknown-objective', function* (m) {
    for (const one of some(m.project.registers.measurements, 3)) yield at(m, put(m, one, ['objective'], 'MB-99'), one, 'objective');
  }),
  kind('figure of another sort of period', 'objective/unknown-objective', function* (m) {
    for (const one of some(m.project.registers.measurements.filter(({ value }) => /^\d{4}-\d\d$/.test(value.period)), 2)) yield at(m, put(m, one, ['period'], '"2004-Q3"'), one, 'period');
  }),

  kind('post without a competence requirement', 'competence/requirement-missing', function* (m) {
    const held = new Set(m.project.registers.people.flatMap(({ value }) => value.posts ?? []));
    for (const one of some(m.project.registers.posts.filter(({ value }) => value.competence && held.has(value.id)), 4)) yield at(m, cut(m, one, 'competence'), one);
  }),
  kind('training not evaluated', 'competence/training-unevaluated', function* (m) {
    for (const one of some(m.project.registers.courses.filter(({ value }) => value.evaluation && (value.held ?? '') < '2004-11-15'), 4)) yield at(m, cut(m, one, 'evaluation'), one, 'held');
  }),
  kind('certificate run out', 'competence/unqualified-holder', function* (m) {
    const needed = m.project.registers.people.flatMap((one) => {
      const [held, ...others] = one.value.qualifications ?? [];
      const post = (one.value.posts ?? []).findIndex((id) => held && m.project.index.posts.get(id)?.value.requires?.includes(held.kind));
      return post >= 0 && held?.until && others.every((other) => other.kind !== held.kind) ? [{ one, post }] : [];
    });
    for (const { one, post } of some(needed, 5)) yield at(m, put(m, one, ['qualifications', 0, 'until'], '"2004-12-01"'), one, 'posts', post);
  }),

  kind('supplier not evaluated', 'supplier/unevaluated', function* (m) {
    for (const one of some(m.project.registers.suppliers.filter(({ value }) => value.evaluation && value.status !== 'stopped'), 3)) yield at(m, cut(m, one, 'evaluation'), one);
  }),
  kind('supplier not evaluated again', 'supplier/unevaluated', function* (m) {
    for (const one of some(m.project.registers.suppliers.filter(({ value }) => value.review_due && value.status !== 'stopped'), 3)) yield at(m, put(m, one, ['review_due'], '2004-11-30'), one, 'review_due');
  }),
  kind('rejected supplier in use', 'supplier/unevaluated', function* (m) {
    for (const one of some(m.project.registers.suppliers.filter(({ value }) => value.evaluation?.result && value.status !== 'stopped'), 2)) yield at(m, put(m, one, ['evaluation', 'result'], 'rejected'), one, 'evaluation', 'result');
  }),
  kind('work given to no known supplier', 'supplier/unknown', function* (m) {
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.outsourced?.to), 3)) yield at(m, put(m, one, ['outsourced', 'to'], 'GF-99'), one, 'outsourced', 'to');
  }),
  kind('work given to a supplier no longer in use', 'supplier/unknown', function* (m) {
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.outsourced?.to), 2)) {
      const supplier = m.project.index.suppliers.get(one.value.outsourced?.to ?? '');
      if (supplier?.value.status) yield at(m, put(m, supplier, ['status'], 'stopped'), one, 'outsourced', 'to');
    }
  }),
  kind('consultant certifies', 'supplier/consultant-certifies', function* (m) {
    const consultant = m.project.registers.suppliers.find(({ value }) => value.role === 'consultant');
    for (const one of m.project.registers.suppliers.filter(({ value }) => value.role === 'certifier')) if (consultant) yield at(m, put(m, one, ['name'], String(consultant.value.name)), one, 'name');
  }),

  kind('process without an owner', 'process/no-owner', function* (m) {
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.owner), 3)) yield at(m, cut(m, one, 'owner'), one, 'id');
  }),
  kind('process measured by no known objective', 'process/no-indicator', function* (m) {
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.indicators?.length), 3)) yield at(m, put(m, one, ['indicators', 0], 'MB-99'), one, 'indicators', 0);
  }),
  kind('process that takes nothing in or gives nothing out', 'process/unconnected', function* (m) {
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.inputs), 3)) yield at(m, cut(m, one, 'inputs'), one, 'id');
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.outputs).slice(1), 2)) yield at(m, cut(m, one, 'outputs'), one, 'id');
  }),
  kind('process that leads nowhere', 'process/unconnected', function* (m) {
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.next?.length), 3)) yield at(m, put(m, one, ['next', 0], 'XP99'), one, 'next', 0);
  }),
  kind('outsourcing not shown', 'process/outsourcing-unmarked', function* (m) {
    const served = new Set(m.project.registers.suppliers.filter(({ value }) => ['laboratory', 'auction', 'other'].includes(value.role ?? '') && value.status !== 'stopped').flatMap(({ value }) => value.processes ?? []));
    for (const one of some(m.project.registers.processes.filter(({ value }) => value.outsourced && served.has(value.id)), 3)) yield at(m, cut(m, one, 'outsourced'), one, 'id');
  }),
];
