import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { fits, patternsFor } from '../shared/numbering.ts';

/** Numbers of records, nonconformities and audits made by hand, outside the pattern from which `qms` draws the next free one. */
export const unsafeNumber: ProjectRule = {
  code: 'workspace/unsafe-number', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'Number outside the numbering pattern', 'zh-CN': '流水号不符合编号规则' },
  why: {
    en: 'The next free number is counted by the pattern; one outside it is not counted, and two offices can give the same number twice.',
    'zh-CN': '下一个流水号按规则递增；不合规则的号不参加计数，两个部门可能编出同一个号。',
  },
  messages: { found: { en: '{id} does not fit {patterns}. Give it a number by the pattern.', 'zh-CN': '{id} 不符合 {patterns}。请按规则编号。' } },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
numbering: {record: "{form}/{year}-{n:3}", nonconformity: "NC-{year}-{n:3}", audit: "NS-{year}-{n:2}"}
=== nonconformities/1.yaml
kind: nonconformity
id: NC-04-1 # expect workspace/unsafe-number
source: audit
status: open
fact: {statement: 分发登记缺签收}
=== records/1.yaml
kind: record
id: AB/QR-QP01-02/2004-001 # expect workspace/unsafe-number
form: AB/QR-QP01-01
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
numbering: {record: "{form}/{year}-{n:3}", nonconformity: "NC-{year}-{n:3}", audit: "NS-{year}-{n:2}"}
=== nonconformities/1.yaml
kind: nonconformity
id: NC-2004-001
source: audit
status: open
fact: {statement: 分发登记缺签收}
=== records/1.yaml
kind: record
id: AB/QR-QP01-01/2004-001
form: AB/QR-QP01-01
`),
  ],
  *check({ registers, config }) {
    const entries = [
      ...registers.records.map((entry) => ({ entry, name: 'record', fill: { form: [entry.value.form] } })),
      ...registers.nonconformities.map((entry) => ({ entry, name: 'nonconformity', fill: {} })),
      ...registers.audits.map((entry) => ({ entry, name: 'audit', fill: {} })),
    ];
    for (const { entry, name, fill } of entries) {
      const patterns = patternsFor(config.numbering, name);
      const { id } = entry.value;
      if (patterns.length > 0 && !fits(id, patterns, fill)) yield { at: spot(entry, 'id'), message: 'found', args: { id, patterns: patterns.join(' | ') } };
    }
  },
};
