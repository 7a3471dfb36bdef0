import type { Finding } from '#model/diagnostic.ts';
import { spot, type Entry } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Case, FilledRecord } from '#model/system.ts';
import type { Text } from '#model/text.ts';

type Day = { readonly keys: readonly (string | number)[]; readonly name: Text; readonly on: string | undefined };

/** REC-005: dates of records and cases can be true. */
export const impossibleDate: ProjectRule = {
  code: 'record/impossible-date', severity: 'error', scope: 'project',
  title: { en: 'A date cannot be true', 'zh-CN': '日期不合逻辑' },
  why: {
    en: 'A signature before the event, or a day still to come, is the mark of a record made up afterwards.',
    'zh-CN': '先签字后办事，或者日期还没有到，都是事后补造记录的痕迹。',
  },
  messages: {
    future: {
      en: 'The day of {what}, {day}, lies in the future. Enter the true day.',
      'zh-CN': '{what}日期 {day} 尚未到来。请填写真实日期。',
    },
    order: {
      en: 'The day of {what}, {day}, lies before {earlier}, {before}. Check the two days and enter the true ones.',
      'zh-CN': '{what}日期 {day} 早于{earlier}日期 {before}。请核对并填写真实日期。',
    },
    'after-closing': {
      en: 'The signature of {day} was given after the file was closed on {closed}. Reopen the file or enter the true day.',
      'zh-CN': '签署日期 {day} 在 {closed} 归档之后。请核对日期；确需补签的，应重新办理。',
    },
  },
  examples: [
    bad(`
=== r.yaml
kind: record
id: AB/QR-QP01-01/2004-001
form: AB/QR-QP01-01
on: 2004-08-05
closed: 2004-08-10
signed:
  - { field: a, by: clerk, on: 2004-08-04 } # expect record/impossible-date
  - { field: b, by: head, on: 2004-08-11 } # expect record/impossible-date
=== s.yaml
kind: record
id: AB/QR-QP01-01/2004-002
form: AB/QR-QP01-01
on: 2005-08-05 # expect record/impossible-date
`),
    bad(`
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - no: DJ-2004-0001
    type: 承诺件
    received: 2004-11-08
    accepted: 2004-11-05 # expect record/impossible-date
    decided: 2004-11-12
    closed: 2004-11-11 # expect record/impossible-date
`),
    good(`
=== r.yaml
kind: record
id: AB/QR-QP01-01/2004-001
form: AB/QR-QP01-01
on: 2004-08-05
closed: 2004-08-10
signed:
  - { field: a, by: clerk, on: 2004-08-05 }
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-2004-0001, type: 承诺件, received: 2004-11-08, accepted: 2004-11-08, decided: 2004-11-10, closed: 2004-11-10, due: 2005-01-10 }
`),
  ],
  *check({ registers, today }) {
    for (const record of registers.records) yield* ofRecord(record, today);
    for (const one of registers.cases) yield* ofCase(one, today);
  },
};

function* ofRecord(record: Entry<FilledRecord>, today: string): Generator<Finding> {
  const { on, closed, signed = [], disposed } = record.value;
  const filled: Day = { keys: ['on'], name: { en: 'filling in', 'zh-CN': '填写' }, on };
  const ending: Day = { keys: ['closed'], name: { en: 'closing', 'zh-CN': '办结' }, on: closed };
  const signatures = signed.map((signature, at): Day => ({ keys: ['signed', at, 'on'], name: { en: 'signing', 'zh-CN': '签署' }, on: signature.on }));
  const disposal: Day = { keys: ['disposed', 'on'], name: { en: 'disposal', 'zh-CN': '处置' }, on: disposed?.on };
  yield* future(record, [filled, ending, ...signatures, disposal], today);
  yield* order(record, [filled, ending, disposal]);
  for (const signature of signatures) {
    yield* order(record, [filled, signature]);
    if (signature.on !== undefined && closed !== undefined && signature.on > closed) yield { at: spot(record, ...signature.keys), message: 'after-closing', args: { day: signature.on, closed } };
  }
}

function* ofCase(entry: Entry<Case>, today: string): Generator<Finding> {
  const { value } = entry;
  const day = (key: 'received' | 'accepted' | 'decided' | 'closed' | 'notice' | 'replied' | 'called_back', en: string, zh: string): Day => ({ keys: [key], name: { en, 'zh-CN': zh }, on: value[key] });
  const received = day('received', 'receipt', '收件');
  const steps = [received, day('accepted', 'acceptance', '受理'), day('decided', 'decision', '决定'), day('closed', 'closing', '办结')];
  const others = [day('notice', 'notice', '告知'), day('replied', 'the reply', '答复'), day('called_back', 'the call-back', '回访')];
  const released: Day = { keys: ['released', 'on'], name: { en: 'release', 'zh-CN': '放行' }, on: value.released?.on };
  yield* future(entry, [...steps, ...others, released], today);
  yield* order(entry, steps);
  for (const other of [...others, released]) yield* order(entry, [received, other]);
}

function* future(entry: Entry<unknown>, days: readonly Day[], today: string): Generator<Finding> {
  for (const { keys, name, on } of days) if (on !== undefined && on > today) yield { at: spot(entry, ...keys), message: 'future', args: { what: name, day: on } };
}

/** Each given day is held against the nearest given one before it. */
function* order(entry: Entry<unknown>, days: readonly Day[]): Generator<Finding> {
  let before: (Day & { on: string }) | undefined;
  for (const day of days) {
    if (day.on === undefined) continue;
    if (before && day.on < before.on) yield { at: spot(entry, ...day.keys), message: 'order', args: { what: day.name, day: day.on, earlier: before.name, before: before.on }, related: [spot(entry, ...before.keys)] };
    before = { ...day, on: day.on };
  }
}
