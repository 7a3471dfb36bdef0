import type { ApprovalRecord } from '#model/approval.ts';
import { inForce, type Document } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { compareRevisions } from '../shared/revision.ts';

/** DOC-006: header, list of changes, file name and copies in use name the same revision. */
export const revisionMismatch: ProjectRule = {
  code: 'document/revision-mismatch', severity: 'error', scope: 'project',
  title: { en: 'Revision differs from place to place', 'zh-CN': '版本修订状态不一致' },
  why: {
    en: 'Whoever holds a copy cannot tell whether it is the valid one.',
    'zh-CN': '拿到文件的人看不出手里的是不是有效版本。',
  },
  messages: {
    changes: {
      en: 'The list of changes ends with {last}, the header says {revision}. Bring the two into line.',
      'zh-CN': '更改记录的最新版次是 {last}，文首写的是 {revision}。请改为一致。',
    },
    name: {
      en: 'The file name says {other}, the header says {revision}. Rename the file, best without a revision.',
      'zh-CN': '文件名写的是 {other}，文首写的是 {revision}。请改文件名，最好不带版次。',
    },
    approvals: {
      en: 'The ledger holds an approval of revision {other}, the header says {revision}: an older text was put back. Restore {other}, or raise the revision.',
      'zh-CN': '签署凭证已批准到 {other}，文首写的却是 {revision}：旧文本被放了回来。请恢复 {other}，或升版。',
    },
    copies: {
      en: '{count} copies of {id} still out carry {other}, in force is {revision}. Exchange or recall them, and enter the day of recall.',
      'zh-CN': '{id} 有 {count} 份未收回的副本是 {other}，现行版是 {revision}。请以新换旧或收回，并登记收回日期。',
    },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/1 # expect document/revision-mismatch
status: draft
owner: office
changes:
  - {revision: A/1, summary: 增加外来文件}
  - {revision: A/2, summary: 改发放时限}
---
`),
    bad(`
=== QP-01_A1.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/2 # expect document/revision-mismatch
status: draft
owner: office
---
`),
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: B/0
status: effective
owner: office
effective: 2004-07-01
---
=== copies.yaml
kind: distribution
copies:
  - {document: AB/QP-01, revision: A/3, copy: "001", holder: office, recalled: 2004-07-01}
  - {document: AB/QP-01, revision: A/3, copy: "002", holder: office} # expect document/revision-mismatch
`),
    good(`
=== QP-01.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/1
status: effective
owner: office
effective: 2004-07-01
changes:
  - {revision: A/1, summary: 增加外来文件}
  - {revision: A/0, summary: 首次发布}
---
=== copies.yaml
kind: distribution
copies:
  - {document: AB/QP-01, revision: A/1, copy: "001", holder: office}
`),
  ],
  *check({ documents, registers, index, today }) {
    const copies = Map.groupBy(registers.copies.filter(({ value }) => value.recalled === undefined && value.destroyed === undefined), ({ value }) => value.document);
    for (const document of documents) {
      const { id, revision } = document.value;
      if (revision === undefined) continue;
      const last = newest(document);
      // A raised revision that the list does not know yet is document/change-unrecorded.
      if (last !== undefined && last !== revision && (compareRevisions(last, revision) > 0 || revision.endsWith('/0'))) {
        yield { at: spot(document, 'revision'), message: 'changes', args: { last, revision }, related: [spot(document, 'changes')] };
      }
      const signed = newestSigned(index.approvals.get(id));
      if (signed && compareRevisions(signed.value.revision, revision) > 0) {
        yield { at: spot(document, 'revision'), message: 'approvals', args: { other: signed.value.revision, revision }, related: [spot(signed, 'revision')] };
      }
      const other = namedRevision(document.path);
      if (other !== undefined && other !== revision) yield { at: spot(document, 'revision'), message: 'name', args: { other, revision } };
      if (!inForce(document, today)) continue;
      const stale = (copies.get(id) ?? []).filter(({ value }) => value.revision !== undefined && value.revision !== revision);
      const [first, ...others] = stale;
      if (first) {
        yield {
          at: spot(first, 'revision'), message: 'copies', related: [spot(document, 'revision'), ...others.map((entry) => spot(entry, 'revision'))],
          args: { id, count: stale.length, other: [...new Set(stale.map(({ value }) => value.revision ?? ''))].join(', '), revision },
        };
      }
    }
  },
};

/** The newest revision that anybody approved. */
function newestSigned(records: readonly ApprovalRecord[] = []): ApprovalRecord | undefined {
  return records.filter(({ value }) => value.role === 'approve').sort((a, b) => compareRevisions(a.value.revision, b.value.revision)).at(-1);
}

/** The newest revision of the list of changes, whichever way round the list is kept. */
function newest({ value }: Document): string | undefined {
  return (value.changes ?? []).map((change) => change?.revision).filter((revision) => revision !== undefined).sort(compareRevisions).at(-1);
}

/** QP-01_A1.md, QP-01-A1.md, QP-01@A-1.md → A/1. */
function namedRevision(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const match = /(?:[_@ ]([A-Z])[-_.]?|[-.]([A-Z]))(\d{1,2})$/.exec(name);
  return match ? `${match[1] ?? match[2]}/${Number(match[3])}` : undefined;
}
