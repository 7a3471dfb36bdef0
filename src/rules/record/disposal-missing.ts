import { spot, type Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { FilledRecord } from '#model/system.ts';
import { addMonths } from '#model/calendar.ts';

/** REC-007: what became of a record can be told, for old ones and for missing numbers. */
export const disposalMissing: ProjectRule = {
  code: 'record/disposal-missing', severity: 'warning', scope: 'project',
  title: { en: 'A record is past its time, or a number is missing', 'zh-CN': '记录保存期满未处置或流水号断号' },
  why: {
    en: 'A record that is not there was either lost or disposed of; without a note nobody can tell which.',
    'zh-CN': '记录不见了，是遗失还是依规处置，没有记载就说不清。',
  },
  messages: {
    expired: {
      en: 'The record was to be kept until {until}. Dispose of it as the form says and enter day, person and way under `disposed`, or lengthen the retention time.',
      'zh-CN': '记录的保存期限已于 {until} 届满。请按表单规定处置，并在 `disposed` 写明日期、经办人和方式；需继续保存的，应延长保存期限。',
    },
    gap: {
      en: 'Between {before} and this record {count} numbers are missing. Find the records, or note what became of them.',
      'zh-CN': '{before} 与本记录之间缺{count}个流水号。请查找缺号的记录，或记明其去向。',
    },
  },
  examples: [
    bad(`
=== f.md
---
type: form
id: AB/QR-QP01-01
title: 登记表
revision: A/0
status: effective
owner: office
retention: { years: 3 }
---
=== r1.yaml
kind: record
id: AB/QR-QP01-01/2001-001
form: AB/QR-QP01-01
on: 2001-03-01 # expect record/disposal-missing
=== r2.yaml
kind: record
id: AB/QR-QP01-01/2004-001
form: AB/QR-QP01-01
on: 2004-03-01
=== r3.yaml
kind: record
id: AB/QR-QP01-01/2004-004 # expect record/disposal-missing
form: AB/QR-QP01-01
on: 2004-03-04
`),
    good(`
=== f.md
---
type: form
id: AB/QR-QP01-01
title: 登记表
revision: A/0
status: effective
owner: office
retention: { years: 3 }
---
=== r1.yaml
kind: record
id: AB/QR-QP01-01/2001-001
form: AB/QR-QP01-01
on: 2001-03-01
disposed: { on: 2004-04-01, by: clerk, how: destroy }
=== r2.yaml
kind: record
id: AB/QR-QP01-01/2004-001
form: AB/QR-QP01-01
on: 2004-03-01
=== r3.yaml
kind: record
id: AB/QR-QP01-01/2004-002
form: AB/QR-QP01-01
on: 2004-03-04
`),
  ],
  *check(project) {
    for (const record of project.registers.records) {
      const until = keptUntil(record.value, project);
      const key = record.value.closed === undefined ? 'on' : 'closed';
      if (until !== undefined && until < project.today && record.value.disposed === undefined) yield { at: spot(record, key), message: 'expired', args: { until } };
    }
    for (const { before, record, count } of gaps(project.registers.records)) {
      yield { at: spot(record, 'id'), message: 'gap', args: { before: before.value.id, count }, related: [spot(before, 'id')] };
    }
  },
};

/** The last day of keeping; undefined where the form sets no number of years. */
function keptUntil({ form, on, closed }: FilledRecord, { index }: Project): string | undefined {
  const years = index.documents.get(form)?.find(({ value }) => value.type === 'form')?.value.retention?.years;
  const from = closed ?? on;
  return years === undefined || from === undefined ? undefined : addMonths(from, 12 * years);
}

interface Gap { readonly before: Entry<FilledRecord>; readonly record: Entry<FilledRecord>; readonly count: number }

/** Jumps in the serial numbers of records whose ids are equal up to the serial (form and year). */
function gaps(records: readonly Entry<FilledRecord>[]): Gap[] {
  const serials = records.flatMap((record) => {
    const match = /^(.*\D)(\d+)$/.exec(record.value.id);
    return match ? [{ series: match[1] as string, serial: Number(match[2]), record }] : [];
  });
  return [...Map.groupBy(serials, ({ series }) => series).values()].flatMap((series) => {
    const sorted = series.toSorted((a, b) => a.serial - b.serial);
    return sorted.flatMap(({ serial, record }, at): Gap[] => {
      const before = sorted[at - 1];
      return before && serial - before.serial > 1 ? [{ before: before.record, record, count: serial - before.serial - 1 }] : [];
    });
  });
}
