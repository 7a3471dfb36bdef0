import type { Finding } from '#model/diagnostic.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

type CaseEntry = Project['registers']['cases'][number];

/** SVC-003: each case has a number of its own, the series is whole, and its status is known. */
export const caseNumber: ProjectRule = {
  code: 'service/case-number', severity: 'error', scope: 'project',
  title: { en: 'Case cannot be identified or traced', 'zh-CN': '办件无法标识和追溯' },
  why: { en: 'A doubled number mixes two files, and a gap can hide a case that was never decided.', 'zh-CN': '重号会混淆两件，断号可能掩盖没有办理的事项。' },
  messages: {
    doubled: { en: 'Number {no} is already used for another case. Give this case a number of its own.', 'zh-CN': '编号 {no} 已用于另一件。请为本件另行编号。' },
    gap: { en: 'Number {first} is missing from the series before {no}. Enter the case, or record why the number was not used.', 'zh-CN': '{no} 之前缺少编号 {first}。请补登该件，或者注明该号作废的原因。' },
    gaps: { en: 'Numbers {first} to {last} are missing from the series before {no}. Enter the cases, or record why the numbers were not used.', 'zh-CN': '{no} 之前缺少编号 {first} 至 {last}。请补登，或者注明这些号作废的原因。' },
    status: { en: 'Case {no} has no status. Enter where it stands.', 'zh-CN': '{no} 没有办理状态。请填写办理到哪一步。' },
  },
  examples: [
    bad(`
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-2004-001, type: 承诺件, status: 已归档 }
  - { no: DJ-2004-001, type: 承诺件, status: 已归档 } # expect service/case-number
  - { no: DJ-2004-003, type: 承诺件, status: 已归档 } # expect service/case-number
  - { no: DJ-2004-007, type: 承诺件, status: 已归档 } # expect service/case-number
  - { no: DJ-2004-008, type: 承诺件 } # expect service/case-number
`),
    good(`
=== cases-1.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-2004-002, type: 承诺件, status: 已归档 }
  - { no: DJ-2004-001, type: 承诺件, status: 已归档 }
=== cases-2.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-2004-003, type: 承诺件, status: 已受理 }
`),
  ],
  *check({ registers }) {
    for (const [no, [first, ...others]] of Map.groupBy(registers.cases, ({ value }) => value.no ?? '')) {
      for (const other of others) yield { at: spot(other, 'no'), message: 'doubled', args: { no }, related: first ? [spot(first, 'no')] : [] };
    }
    for (const entry of registers.cases) {
      const { no = '', status } = entry.value;
      if (!status) yield { at: spot(entry, 'no'), message: 'status', args: { no } };
    }
    yield* gaps(registers.cases);
  },
};

/** Within each series of numbers that differ in their last digits only. */
function* gaps(cases: readonly CaseEntry[]): Generator<Finding> {
  const numbered = cases.flatMap((entry) => {
    const match = /^(.*?)(\d+)$/.exec(entry.value.no ?? '');
    return match ? [{ entry, series: `${entry.block} ${match[1]}`, prefix: match[1] as string, digits: match[2] as string, serial: Number(match[2]) }] : [];
  });
  for (const series of Map.groupBy(numbered, (one) => one.series).values()) {
    series.sort((a, b) => a.serial - b.serial);
    for (const [at, { entry, prefix, digits, serial }] of series.entries()) {
      const before = series[at - 1];
      if (!before || serial <= before.serial + 1) continue;
      const name = (number: number): string => `${prefix}${String(number).padStart(digits.length, '0')}`;
      const [first, last, no] = [name(before.serial + 1), name(serial - 1), entry.value.no ?? ''];
      yield { at: spot(entry, 'no'), related: [spot(before.entry, 'no')], ...(first === last ? { message: 'gap', args: { first, no } } : { message: 'gaps', args: { first, last, no } }) };
    }
  }
}
