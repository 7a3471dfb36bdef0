import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { approvalsNow, personName, policyFor, submitted } from '../shared/ledger.ts';
import { approved, people, policy, prepared, reviewed, text } from '../shared/signed-example.ts';

/** Distinct people sign. */
export const samePerson: ProjectRule = {
  code: 'approval/same-person', severity: 'error', basis: 'standard', scope: 'project',
  title: { en: 'One person in two roles', 'zh-CN': '一人兼任两种签署' },
  why: {
    en: 'A second pair of eyes that are the same eyes is no check.',
    'zh-CN': '同一个人看两遍，等于没有复核。',
  },
  messages: {
    found: {
      en: '{person} signed both as "{role}" and as "{other}". Have somebody else sign.',
      'zh-CN': '{person} 既以“{role}”又以“{other}”签署。请由另一人签署。',
    },
  },
  examples: [
    bad(`${policy}${people}${text}${prepared}${reviewed}=== approvals/AB-QP-01/A-0/approve-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: approve
person: p1 # expect approval/same-person
at: "2004-06-03T08:00:00Z"
previous: 38db31189490811c7f6c8e8f5cc735f9490b6d7ab6e003f6c29112e21d883ac5
`),
    good(`${policy}${people}${text}${prepared}${reviewed}${approved}`),
  ],
  *check(project) {
    for (const document of submitted(project)) {
      const records = approvalsNow(project, document);
      const distinct = policyFor(project, document)?.distinct !== false;
      for (const [index, record] of records.entries()) {
        const twin = records.slice(0, index).find(({ value }) => value.person === record.value.person && value.role !== record.value.role && value.role !== 'confirm');
        if (!twin || record.value.role === 'confirm' || !distinct) continue;
        yield { at: spot(record, 'person'), message: 'found', args: { person: personName(project, record.value.person), role: record.value.role, other: twin.value.role }, related: [spot(twin, 'person')] };
      }
    }
  },
};
