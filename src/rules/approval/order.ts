import { signingOrder } from '#model/approval.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { approved, people, policy, prepared, reviewed, text } from '../shared/signed-example.ts';

/** Prepared, reviewed, approved, in force: in that order. */
export const order: ProjectRule = {
  code: 'approval/order', severity: 'error', basis: 'standard', scope: 'project',
  title: { en: 'Approvals out of order', 'zh-CN': '签署时间次序不对' },
  why: {
    en: 'A text is prepared, then reviewed, then approved, and only then in force; any other order means that something was dated afterwards.',
    'zh-CN': '先编制、再审核、再批准，然后才生效；次序不对，说明有的日期是后补的。',
  },
  messages: {
    role: {
      en: 'The role "{role}" was signed on {at}, before "{earlier}" on {other}.',
      'zh-CN': '“{role}”签署于 {at}，早于“{earlier}”的 {other}。',
    },
    effective: {
      en: '{document} is in force from {effective}, but was approved only on {at}.',
      'zh-CN': '{document} 自 {effective} 起生效，却到 {at} 才批准。',
    },
    future: {
      en: 'The signature is dated {at}, which is still to come.',
      'zh-CN': '签署日期 {at} 尚未到来。',
    },
  },
  examples: [
    bad(`${policy}${people}${text}${prepared}=== approvals/AB-QP-01/A-0/review-p2.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: review
person: p2
at: "2004-05-02T08:00:00Z" # expect approval/order
previous: 3d02cf65af8d5aedc8da4f15b1f7e43d630d2c1f5fff318b3ee04a586a738e5c
`),
    bad(`${policy}${people}${text}${prepared}${reviewed}=== approvals/AB-QP-01/A-0/approve-p3.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: approve
person: p3
at: "2004-08-03T08:00:00Z" # expect approval/order
previous: 38db31189490811c7f6c8e8f5cc735f9490b6d7ab6e003f6c29112e21d883ac5
`),
    bad(`${policy}${people}${text}=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2005-06-01T08:00:00Z" # expect approval/order
`),
    good(`${policy}${people}${text}${prepared}${reviewed}${approved}`),
  ],
  *check(project) {
    for (const record of project.approvals) {
      const { document, role, at } = record.value;
      if (at.slice(0, 10) > project.today) yield { at: spot(record, 'at'), message: 'future', args: { at: at.slice(0, 10) } };
      const earlier = project.index.approvals.get(document)?.find((other) => other.value.revision === record.value.revision
        && signingOrder(other.value.role) < signingOrder(role) && other.value.at > at);
      if (earlier) yield { at: spot(record, 'at'), message: 'role', args: { role, at: at.slice(0, 10), earlier: earlier.value.role, other: earlier.value.at.slice(0, 10) } };
      const effective = project.index.documents.get(document)?.find(({ value }) => value.revision === record.value.revision)?.value.effective;
      if (role === 'approve' && effective !== undefined && at.slice(0, 10) > effective && at.slice(0, 10) <= project.today) yield { at: spot(record, 'at'), message: 'effective', args: { document, effective, at: at.slice(0, 10) } };
    }
  },
};
