import type { Entry } from '#model/place.ts';
import { add, at, changed, cut, kind, put, some, textOf, type Kind, type Spotted } from '../edits.ts';
import type { Manual } from '../manual.ts';

/** Somebody of a unit, an auditor where there is one. */
function memberOf({ project }: Manual, unit: string | undefined): string | undefined {
  const people = project.registers.people.filter(({ value }) => value.unit === unit);
  return (people.find(({ value }) => value.posts?.includes('internal-auditor')) ?? people[0])?.value.id;
}
/** Somebody who never was trained to audit, of none of these units. */
const untrained = ({ project }: Manual, unit: string | undefined): string => project.registers.people.find(({ value }) => value.unit !== unit && !value.qualifications?.length)?.value.id ?? '';
const ADVERSE = new Set(['major', 'minor', 'observation']);

/** Two strokes on one file. */
const both = (m: Manual, first: (m: Manual) => ReturnType<typeof cut>, second: (m: Manual) => ReturnType<typeof cut>): ReturnType<typeof cut> => second(changed(m, first(m)));
const closed = ({ project }: Manual) => project.registers.nonconformities.filter(({ value }) => value.status === 'closed');
const serial = (no: string | undefined): number => Number(/\d+$/.exec(no ?? '')?.[0]);

export const auditKinds: readonly Kind[] = [
  kind('auditor of the own unit', 'audit/own-work', function* (m) {
    for (const one of some(m.project.registers.checklists.filter(({ value }) => memberOf(m, value.unit)), 5)) yield at(m, put(m, one, ['auditor'], memberOf(m, one.value.unit) ?? ''), one, 'auditor');
  }),
  kind('own unit in the timetable', 'audit/own-work', function* (m) {
    for (const plan of some(m.project.registers.plans, 4)) {
      const row = (plan.value.timetable ?? []).findIndex(({ unit, auditors }) => auditors?.length && memberOf(m, unit));
      if (row >= 0) yield at(m, put(m, plan, ['timetable', row, 'auditors', 0], memberOf(m, plan.value.timetable?.[row]?.unit) ?? ''), plan, 'timetable', row, 'auditors', 0);
    }
  }),
  kind('auditor without training', 'audit/unqualified', function* (m) {
    for (const one of some(m.project.registers.checklists.filter(({ value }) => value.auditor), 4)) yield at(m, put(m, one, ['auditor'], untrained(m, one.value.unit)), one, 'auditor');
    for (const one of some(m.project.registers.audits.filter(({ value }) => value.leader), 2)) yield at(m, put(m, one, ['leader'], untrained(m, undefined)), one, 'leader');
  }),
  ...(['units', 'processes'] as const).map((list) => kind(`${list} left out of the programme`, 'audit/uncovered', function* (m) {
    const { programmes } = m.project.registers;
    const audits = m.project.registers.audits.filter(({ path }) => path === programmes[0]?.path);
    const alone = audits.flatMap((audit) => (audit.value[list] ?? []).map((id, index) => ({ audit, id, index }))).filter(({ id }) => audits.filter(({ value }) => value[list]?.includes(id)).length === 1)
      .filter(({ id }) => list === 'processes' || m.project.index.units.get(m.project.index.units.get(id)?.value.parent ?? '')?.value.block === 'top');
    for (const { audit, index } of some(alone, 4)) if (programmes[0]) yield at(m, cut(m, audit, list, index), programmes[0], 'audits');
  })),
  kind('clause of a unit left out of the programme', 'audit/uncovered', function* (m) {
    const [programme] = m.project.registers.programmes;
    for (const audit of some(m.project.registers.audits.filter(({ path, value }) => path === programme?.path && (value.units?.length ?? 0) < 8), 4)) if (programme) yield at(m, cut(m, audit, 'clauses', 0), programme, 'audits');
  }),
  kind('clause without time in the plan', 'audit/plan-gap', function* (m) {
    for (const plan of some(m.project.registers.plans, 4)) yield at(m, cut(m, plan, 'timetable', 0, 'clauses', 0), plan, 'timetable');
  }),
  kind('auditor in two places', 'audit/double-booked', function* (m) {
    for (const plan of some(m.project.registers.plans.filter(({ value: { timetable: [first, second] = [] } }) => first && second && first.on === second.on && first.from === second.from && !first.auditors?.some((one) => second.auditors?.includes(one))), 3)) {
      const [first] = plan.value.timetable?.[0]?.auditors ?? [];
      if (first !== undefined) yield at(m, put(m, plan, ['timetable', 1, 'auditors', 0], first), plan, 'timetable', 1, 'auditors', 0);
    }
  }),
  kind('programme not approved', 'audit/programme-unapproved', function* (m) {
    const [programme] = m.project.registers.programmes;
    if (programme) yield at(m, cut(m, programme, 'approved'), programme, 'year');
  }),
  kind('leader without leader qualification', 'audit/unqualified', function* (m) {
    for (const one of some(m.project.registers.audits.filter(({ value }) => value.leader), 3)) {
      const other = m.project.registers.people.find(({ value }) => value.qualifications?.some(({ kind: of }) => of === 'internal-auditor') && !value.qualifications.some(({ kind: of }) => of === 'lead-auditor') && !one.value.units?.includes(value.unit) && !one.value.team?.includes(value.id))?.value.id;
      if (other !== undefined) yield at(m, put(m, one, ['leader'], other), one, 'leader');
    }
  }),
  kind('audit planned after the interval', 'audit/interval', function* (m) {
    for (const one of some(m.project.registers.audits.filter(({ value }) => value.held === undefined && value.units?.includes('consumer')), 1)) yield at(m, put(m, one, ['planned'], '2005-12-05'), one, 'planned');
  }),
  kind('audit struck from the programme', 'audit/uncovered', function* (m) {
    const [programme] = m.project.registers.programmes;
    for (const audit of some(m.project.registers.audits, 2)) if (programme) yield at(m, put(m, audit, ['status'], 'cancelled'), programme, 'audits');
  }),
  kind('audit planned and not held', 'audit/interval', function* (m) {
    for (const one of some(m.project.registers.audits.filter(({ value }) => value.held && value.status && value.planned), 4)) yield at(m, both(m, (n) => cut(n, one, 'held'), (n) => cut(n, one, 'status')), one, 'planned');
  }),
  kind('audit postponed without a day', 'audit/interval', function* (m) {
    for (const one of some(m.project.registers.audits.filter(({ value }) => value.held && value.status), 2)) yield at(m, both(m, (n) => cut(n, one, 'held'), (n) => put(n, one, ['status'], 'postponed')), one, 'status');
  }),
  ...(['item', 'criterion', 'evidence'] as const).map((field) => kind(`finding without ${field}`, 'audit/finding-incomplete', function* (m) {
    const findings = m.project.registers.reports.flatMap((report) => (report.value.findings ?? []).flatMap((finding, index) => (ADVERSE.has(finding.grade ?? '') && finding[field] ? [{ report, index }] : [])));
    for (const { report, index } of some(findings, 2)) yield at(m, cut(m, report, 'findings', index, field), report, 'findings', index, 'id');
  })),
  kind('nonconforming row without evidence', 'audit/finding-incomplete', function* (m) {
    const rows = m.project.registers.checklists.flatMap((list) => (list.value.rows ?? []).flatMap(({ judgement, evidence }, index) => (judgement === 'nonconform' && evidence ? [{ list, index }] : [])));
    for (const { list, index } of some(rows, 3)) yield at(m, cut(m, list, 'rows', index, 'evidence'), list, 'rows', index, 'no');
  }),
  kind('row ticked without a look', 'audit/paper-audit', function* (m) {
    const rows = m.project.registers.checklists.flatMap((list) => (list.value.rows ?? []).flatMap((row, index) => (row.judgement === 'conform' && row.sample && row.evidence && row.document ? [{ list, index }] : [])));
    for (const { list, index } of some(rows, 3)) {
      const bare = both(m, (n) => cut(n, list, 'rows', index, 'sample'), (n) => both(n, (o) => cut(o, list, 'rows', index, 'evidence'), (o) => cut(o, list, 'rows', index, 'document')));
      yield at(m, bare, list, 'rows', index);
    }
  }),
  kind('plan not approved', 'audit/plan-late', function* (m) {
    for (const one of some(m.project.registers.plans.filter(({ value }) => value.approved), 3)) yield at(m, cut(m, one, 'approved'), one, 'id');
  }),
  kind('plan sent on the day', 'audit/plan-late', function* (m) {
    for (const one of some(m.project.registers.plans.filter(({ value }) => value.sent && value.from), 3)) yield at(m, put(m, one, ['sent'], one.value.from ?? ''), one, 'sent');
    for (const one of some(m.project.registers.plans.filter(({ value }) => value.sent).slice(1), 2)) yield at(m, cut(m, one, 'sent'), one, 'id');
  }),
  kind('audit without a report', 'audit/report-missing', function* (m) {
    for (const report of some(m.project.registers.reports, 4)) {
      const audit = m.project.registers.audits.find(({ value }) => value.id === report.value.audit && value.held);
      if (audit) yield at(m, new Map([[report.path, null]]), audit, 'held');
    }
  }),
  kind('report sent to nobody or without a conclusion', 'audit/report-missing', function* (m) {
    for (const one of some(m.project.registers.reports.filter(({ value }) => value.distribution), 2)) yield at(m, cut(m, one, 'distribution'), one, 'conclusion');
    for (const one of some(m.project.registers.reports.filter(({ value }) => value.conclusion?.effectiveness).slice(1), 2)) yield at(m, cut(m, one, 'conclusion', 'effectiveness'), one, 'conclusion');
  }),

  kind('nonconformity left out of the audit report', 'audit/report-counts', function* (m) {
    for (const one of some(m.project.registers.reports.filter(({ value }) => value.findings?.some(({ nonconformity }) => nonconformity)), 3)) {
      yield at(m, cut(m, one, 'findings', one.value.findings?.findIndex(({ nonconformity }) => nonconformity) ?? 0), one, 'audit');
    }
  }),
  kind('nonconforming row without its report', 'audit/report-counts', function* (m) {
    for (const one of some(m.project.registers.checklists.filter(({ value }) => value.rows?.some(({ judgement }) => judgement === 'nonconform')), 3)) {
      const row = one.value.rows?.findIndex(({ judgement }) => judgement === 'nonconform') ?? 0;
      yield at(m, cut(m, one, 'rows', row, 'nonconformity'), one, 'rows', row, 'no');
    }
  }),

  kind('action past its day', 'nonconformity/overdue', function* (m) {
    for (const one of m.project.registers.nonconformities.filter(({ value }) => value.status === 'planned' && value.action?.due && !value.action.done)) {
      yield at(m, put(m, one, ['action', 'due'], '2004-12-28'), one, 'action', 'due');
      yield at(m, both(m, (n) => put(n, one, ['action', 'due'], '2004-12-28'), (n) => add(n, one, 'extended: [{until: 2005-01-31}]', 'action')), one, 'action', 'extended', 0, 'until');
    }
    for (const one of m.project.registers.nonconformities.filter(({ value }) => value.status === 'verified' && value.action?.done && (value.action.due ?? '9') < m.project.today)) {
      yield at(m, both(m, (n) => put(n, one, ['status'], 'planned'), (n) => cut(n, one, 'action', 'done')), one, 'action', 'due');
    }
  }),
  kind('no cause sought', 'nonconformity/cause-missing', function* (m) {
    for (const one of some(closed(m).filter(({ value }) => value.cause && value.correction), 4)) yield at(m, cut(m, one, 'cause'), one, 'correction');
  }),
  kind('correction without corrective action', 'nonconformity/cause-missing', function* (m) {
    for (const one of some(closed(m).filter(({ value }) => value.action && value.correction), 3)) yield at(m, cut(m, one, 'action'), one, 'correction');
  }),
  kind('cause that blames a person', 'nonconformity/shallow-cause', function* (m) {
    for (const one of some(closed(m).filter(({ value }) => value.cause?.root && value.cause.whys), 3)) yield at(m, both(m, (n) => put(n, one, ['cause', 'root'], '经办人员责任心不强，工作疏忽。'), (n) => cut(n, one, 'cause', 'whys')), one, 'cause', 'root');
  }),
  kind('cause that says the fact again', 'nonconformity/shallow-cause', function* (m) {
    for (const one of some(closed(m).filter(({ value }) => value.cause?.root && typeof value.fact?.statement === 'string'), 3)) yield at(m, put(m, one, ['cause', 'root'], JSON.stringify(one.value.fact?.statement)), one, 'cause', 'root');
  }),
  kind('closed without verification', 'nonconformity/unverified-closure', function* (m) {
    for (const one of some(closed(m), 3)) yield at(m, cut(m, one, 'verification'), one, 'status');
    for (const one of some(closed(m).filter(({ value }) => value.verification?.on), 2)) yield at(m, cut(m, one, 'verification', 'on'), one, 'verification');
  }),
  kind('closed though the action did not work', 'nonconformity/unverified-closure', function* (m) {
    for (const one of some(closed(m).filter(({ value }) => value.verification?.effective && !value.replaced_by), 3)) yield at(m, put(m, one, ['verification', 'effective'], 'false'), one, 'verification', 'effective');
  }),
  kind('doer verifies', 'nonconformity/verifier-is-doer', function* (m) {
    for (const one of some(m.project.registers.nonconformities.filter(({ value }) => value.verification?.by && value.action?.owner), 4)) yield at(m, put(m, one, ['verification', 'by'], one.value.action?.owner ?? ''), one, 'verification', 'by');
  }),
  kind('steps of a report in the wrong order', 'nonconformity/date-order', function* (m) {
    for (const one of some(closed(m).filter(({ value }) => value.verification?.on), 2)) yield at(m, put(m, one, ['closed'], '2004-01-06'), one, 'closed');
    for (const one of some(closed(m).filter(({ value }) => value.action?.planned && value.action.done), 2)) yield at(m, put(m, one, ['action', 'done'], '2004-01-06'), one, 'action', 'done');
    for (const one of some(closed(m).filter(({ value }) => value.fact?.when && value.found), 2)) yield at(m, put(m, one, ['found', 'on'], '2004-01-06'), one, 'found', 'on');
  }),
  kind('same fault found again', 'nonconformity/repeated', function* (m) {
    const reports = m.project.registers.nonconformities.filter(({ value }) => value.grade === 'minor' && value.found && value.clause && value.unit);
    const pairs = reports.flatMap((earlier) => reports.filter((later) => (earlier.value.found?.on ?? '') < (later.value.found?.on ?? '') && (earlier.value.audit === undefined || earlier.value.audit !== later.value.audit)).slice(0, 1).map((later) => ({ earlier, later })));
    for (const { earlier, later } of some(pairs, 3)) yield at(m, both(m, (n) => put(n, later, ['unit'], earlier.value.unit ?? ''), (n) => put(n, later, ['clause'], `"${earlier.value.clause}"`)), later, 'grade');
  }),
  kind('report on a wrong clause', 'nonconformity/clause', function* (m) {
    for (const [index, one] of some(m.project.registers.nonconformities.filter(({ value }) => value.clause), 4).entries()) yield at(m, put(m, one, ['clause'], ['"8.9"', '"8.2"', '"7.6"', '"7"'][index] as string), one, 'clause');
    for (const one of some(m.project.registers.nonconformities.filter(({ value }) => value.item && value.clause !== '4.2.3'), 2)) yield at(m, put(m, one, ['item'], '4.2.3-a'), one, 'item');
    for (const one of some(m.project.registers.nonconformities.filter(({ value }) => value.item && value.clause), 2)) yield at(m, both(m, (n) => cut(n, one, 'item'), (n) => cut(n, one, 'clause')), one, 'id');
  }),
  kind('fact without a place', 'nonconformity/fact', function* (m) {
    for (const one of some(m.project.registers.nonconformities.filter(({ value }) => value.fact?.where), 3)) yield at(m, cut(m, one, 'fact', 'where'), one, 'fact');
  }),
  kind('fact that names nothing to look up', 'nonconformity/fact', function* (m) {
    for (const report of some(m.project.registers.nonconformities, 4)) yield at(m, put(m, report, ['fact', 'statement'], '窗口没有更换公示表'), report, 'fact', 'statement');
  }),
  kind('effect not checked in time', 'nonconformity/overdue', function* (m) {
    for (const report of some(m.project.registers.nonconformities.filter(({ value }) => value.effect_check?.due), 2)) yield at(m, put(m, report, ['effect_check', 'due'], '2004-12-20'), report, 'effect_check', 'due');
  }),
  kind('two facts in one report', 'nonconformity/fact', function* (m) {
    for (const one of some(m.project.registers.nonconformities, 2)) yield at(m, put(m, one, ['fact', 'statement'], '一是登记簿缺页，二是公示栏未更换。'), one, 'fact', 'statement');
  }),
  kind('report of an audit that does not exist', 'nonconformity/unknown-audit', function* (m) {
    for (const one of some(m.project.registers.nonconformities.filter(({ value }) => value.audit), 3)) yield at(m, put(m, one, ['audit'], 'NS-2004-99'), one, 'audit');
    for (const one of some(m.project.registers.nonconformities.filter(({ value }) => value.audit && value.source === 'audit').slice(1), 2)) yield at(m, cut(m, one, 'audit'), one, 'source');
  }),

  kind('input of the review missing', 'review/input-missing', function* (m) {
    for (const one of m.project.registers.reviews.filter(({ value }) => value.held)) {
      for (const index of some([...(one.value.inputs ?? []).keys()], 4)) yield at(m, cut(m, one, 'inputs', index), one, 'inputs');
    }
  }),
  kind('input of the review says nothing', 'review/input-missing', function* (m) {
    for (const one of m.project.registers.reviews.filter(({ value }) => value.held && value.inputs?.[2]?.summary && value.inputs[2].source)) yield at(m, both(m, (n) => cut(n, one, 'inputs', 2, 'summary'), (n) => cut(n, one, 'inputs', 2, 'source')), one, 'inputs', 2);
  }),
  kind('review decides nothing on a matter', 'review/output-incomplete', function* (m) {
    const items = m.project.standard.review.outputs.map(({ item }) => item);
    for (const one of m.project.registers.reviews.filter(({ value }) => value.held)) {
      for (const [index, item] of items.entries()) yield at(m, new Map([[one.path, textOf(m, one.path).replaceAll(item, items[(index + 1) % items.length] as string)]]), one, 'decisions');
    }
  }),
  kind('decision without an owner', 'review/output-incomplete', function* (m) {
    for (const one of some(m.project.registers.decisions.filter(({ value }) => value.owner), 3)) yield at(m, cut(m, one, 'owner'), one, 'id');
  }),
  kind('review without top management', 'review/interval', function* (m) {
    for (const one of some(m.project.registers.reviews.filter(({ value }) => value.chair), 2)) yield at(m, put(m, one, ['chair'], 'office-head'), one, 'chair');
  }),
  kind('review not held, or before the audits', 'review/interval', function* (m) {
    for (const one of m.project.registers.reviews.filter(({ value }) => value.held && value.planned)) {
      yield at(m, cut(m, one, 'held'), one, 'planned');
      yield at(m, put(m, one, ['held'], '2004-03-01'), one, 'held');
    }
  }),
  kind('decision past its day', 'review/decision-overdue', function* (m) {
    for (const one of some(m.project.registers.decisions.filter(({ value }) => value.due && !value.done), 3)) yield at(m, put(m, one, ['due'], '2004-12-24'), one, 'due');
  }),

  kind('examiner approves', 'service/same-examiner', function* (m) {
    for (const one of some(cases(m, 'licensing').filter(({ value }) => /承诺件|核实件/.test(value.type ?? '') && value.examined_by && value.approved_by), 4)) yield at(m, put(m, one, ['approved_by'], one.value.examined_by ?? ''), one, 'approved_by');
  }),
  kind('decided by nobody', 'service/same-examiner', function* (m) {
    for (const one of some(cases(m, 'licensing').filter(({ value }) => /承诺件|核实件/.test(value.type ?? '') && value.decided && value.approved_by), 2)) yield at(m, cut(m, one, 'approved_by'), one, 'decided');
  }),
  kind('case past its limit', 'service/over-limit', function* (m) {
    for (const one of some(m.project.registers.cases.filter(({ value }) => value.due && value.decided && !value.extended && !value.nonconformity), 5)) yield at(m, put(m, one, ['due'], '2004-01-09'), one, 'decided');
  }),
  kind('case number used twice', 'service/case-number', function* (m) {
    for (const block of ['licensing', 'enforcement', 'consumer']) {
      const [first, second] = cases(m, block);
      if (first && second) yield at(m, put(m, second, ['no'], first.value.no ?? ''), second, 'no');
    }
  }),
  kind('case missing from the series', 'service/case-number', function* (m) {
    for (const block of ['licensing', 'enforcement', 'consumer']) {
      const list = cases(m, block);
      const index = list.findIndex(({ value }, place) => place > 2 && serial(list[place - 1]?.value.no) + 1 === serial(value.no) && serial(value.no) + 1 === serial(list[place + 1]?.value.no));
      const one = list[index];
      if (one) yield at(m, cut(m, one), one, 'no');
    }
  }),
  kind('case without a status', 'service/case-number', function* (m) {
    for (const one of some(m.project.registers.cases.filter(({ value }) => value.status), 3)) yield at(m, cut(m, one, 'status'), one, 'no');
  }),
  kind('blank licences do not add up', 'service/stock-mismatch', function* (m) {
    for (const one of some(m.project.registers.stocks.filter(({ value }) => value.closing !== undefined), 4)) yield at(m, put(m, one, ['closing'], String((one.value.closing ?? 0) - 1)), one, 'closing');
  }),
  kind('blank licences lost between two months', 'service/stock-mismatch', function* (m) {
    const { stocks } = m.project.registers;
    const last = stocks.filter(({ value }, index) => stocks[index - 1]?.value.form === value.form && stocks[index + 1]?.value.form !== value.form && value.opening !== undefined && value.closing !== undefined);
    for (const one of some(last, 3)) yield at(m, both(m, (n) => put(n, one, ['opening'], String((one.value.opening ?? 0) - 5)), (n) => put(n, one, ['closing'], String((one.value.closing ?? 0) - 5))), one, 'opening');
  }),
  kind('one officer investigates', 'service/officers', function* (m) {
    for (const one of some(cases(m, 'enforcement').filter(({ value }) => (value.officers?.length ?? 0) === 2 && !/简易|当场/.test(value.type ?? '')), 3)) yield at(m, cut(m, one, 'officers', 1), one, 'officers');
  }),
  kind('cards not shown', 'service/officers', function* (m) {
    for (const one of some(cases(m, 'enforcement').filter(({ value }) => value.card_shown), 2)) yield at(m, put(m, one, ['card_shown'], 'false'), one, 'card_shown');
    for (const one of some(cases(m, 'enforcement').filter(({ value }) => value.card_shown).slice(1), 2)) yield at(m, cut(m, one, 'card_shown'), one, 'no');
  }),
  kind('decided on the day of the notice', 'service/notice-period', function* (m) {
    for (const one of some(cases(m, 'enforcement').filter(({ value }) => value.notice && value.decided), 3)) yield at(m, put(m, one, ['notice'], one.value.decided ?? ''), one, 'notice');
  }),
  kind('opinions not answered', 'service/notice-period', function* (m) {
    for (const one of some(cases(m, 'enforcement').filter(({ value }) => value.notice && value.decided && value.opinions), 2)) yield at(m, cut(m, one, 'opinions'), one, 'notice');
  }),
  kind('wrong decision not recorded', 'service/nonconformity-unrecorded', function* (m) {
    for (const [index, one] of some(m.project.registers.cases.filter(({ value }) => value.outcome === 'normal' && !value.nonconformity), 3).entries()) yield at(m, put(m, one, ['outcome'], ['corrected', 'revoked', 'lost'][index] as string), one, 'outcome');
  }),
  kind('complaint closed without a reply', 'service/no-reply', function* (m) {
    for (const one of some(cases(m, 'consumer').filter(({ value }) => value.closed && value.replied), 3)) yield at(m, cut(m, one, 'replied'), one, 'closed');
  }),
  kind('consumer not called back', 'service/no-reply', function* (m) {
    for (const one of some(cases(m, 'consumer').filter(({ value }) => (value.closed ?? '9') < '2004-12-01' && value.called_back), 3)) yield at(m, cut(m, one, 'called_back'), one, 'closed');
  }),
  kind('data that nobody analysed', 'improvement/unanalysed', function* (m) {
    const { analyses, surveys } = m.project.registers;
    for (const one of analyses.filter(({ value }) => value.subject === 'satisfaction' && analyses.filter((other) => other.value.subject === 'satisfaction' && other.value.period === value.period).length === 1)) {
      const survey: (Spotted & Entry<unknown>) | undefined = surveys.find(({ value }) => value.period === one.value.period);
      if (survey && !one.value.period?.endsWith('Q4')) yield at(m, cut(m, one), survey, 'period');
    }
  }),
];

function cases({ project }: Manual, block: string): Manual['project']['registers']['cases'] {
  return project.registers.cases.filter((one) => one.block === block);
}
