import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { approved, people, policy, prepared, reviewed, text } from '../shared/signed-example.ts';

/** Approvals of a document form one chain. */
export const chain: ProjectRule = {
  code: 'approval/chain', severity: 'error', basis: 'standard', scope: 'project',
  title: { en: 'The chain of approvals is broken', 'zh-CN': '签署凭证的链条断了' },
  why: {
    en: 'Each approval cites the one before it, so that none can be dropped, exchanged or slipped in unseen.',
    'zh-CN': '每份凭证都引用前一份，抽走、调换或插入都会露出来。',
  },
  messages: {
    dropped: {
      en: 'It cites an earlier approval of {document} that is not there, or was changed. Restore it from git.',
      'zh-CN': '它引用的 {document} 前一份凭证不存在，或已被改动。请从 git 恢复。',
    },
    root: {
      en: '{document} has an approval before this one ({other}), which this one does not cite.',
      'zh-CN': '{document} 在它之前已有凭证（{other}），它却没有引用。',
    },
    time: {
      en: 'It cites an approval that was given later ({at}).',
      'zh-CN': '它引用的凭证签署时间反而更晚（{at}）。',
    },
  },
  examples: [
    bad(`${policy}${people}${text}${prepared}${reviewed}=== approvals/AB-QP-01/A-0/approve-p3.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: approve
person: p3
at: "2004-06-03T08:00:00Z"
previous: ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff # expect approval/chain
`),
    bad(`${policy}${people}${text}${prepared}=== approvals/AB-QP-01/A-0/review-p2.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01 # expect approval/chain
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: review
person: p2
at: "2004-06-02T08:00:00Z"
`),
    good(`${policy}${people}${text}${prepared}${reviewed}${approved}`),
  ],
  *check({ index }) {
    for (const [document, records] of index.approvals) {
      const byDigest = new Map(records.map((record) => [record.digest, record]));
      const first = records.find(({ value }) => value.previous === undefined) ?? records[0];
      for (const record of records) {
        const { previous, at } = record.value;
        const cited = previous === undefined ? undefined : byDigest.get(previous);
        if (previous === undefined) {
          if (record !== first) yield { at: spot(record, 'document'), message: 'root', args: { document, other: first?.path ?? '' } };
        } else if (!cited || cited === record) {
          yield { at: spot(record, 'previous'), message: 'dropped', args: { document } };
        } else if (cited.value.at > at) {
          yield { at: spot(record, 'previous'), message: 'time', args: { at: cited.value.at } };
        }
      }
    }
  },
};
