import { approvalPath, type ApprovalRecord } from '#model/approval.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { approved, people, policy, prepared, reviewed, text } from '../shared/signed-example.ts';

/** An approval says for itself where it belongs. */
export const misplaced: ProjectRule = {
  code: 'approval/misplaced', severity: 'error', basis: 'standard', scope: 'project',
  title: { en: 'An approval that does not belong where it lies', 'zh-CN': '签署凭证放错了地方' },
  why: {
    en: 'An approval moved to another document, revision or person would lend its weight to a text nobody signed.',
    'zh-CN': '凭证挪到别的文件、版次或人员名下，就会替没人签过的文字作保。',
  },
  messages: {
    document: {
      en: 'No document carries the number {document}.',
      'zh-CN': '没有编号为 {document} 的文件。',
    },
    path: {
      en: '{document} lies at {actual}, but this approval was given for {path}.',
      'zh-CN': '{document} 现在位于 {actual}，而这份凭证是为 {path} 签署的。',
    },
    person: {
      en: '{person} is not a person of the organization.',
      'zh-CN': '{person} 不是本单位人员。',
    },
    absent: {
      en: 'Signed on {at}, but {person} worked here {from}–{until}.',
      'zh-CN': '签署于 {at}，而 {person} 的任职期间是 {from}至{until}。',
    },
    file: {
      en: 'This approval belongs at {expected}, by what it says.',
      'zh-CN': '按其内容，这份凭证应位于 {expected}。',
    },
  },
  examples: [
    bad(`${policy}${people}${text}=== approvals/AB-QP-09/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-09 # expect approval/misplaced
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
`),
    bad(`${policy}${people}${text}=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-02.md # expect approval/misplaced
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
`),
    bad(`${policy}${people}${text}=== approvals/AB-QP-01/A-0/prepare-p9.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p9 # expect approval/misplaced
at: "2004-06-01T08:00:00Z"
`),
    bad(`${policy}${people}${text}=== approvals/AB-QP-01/A-1/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01 # expect approval/misplaced
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
`),
    bad(`${policy}${people.replace('甲一, unit: office', '甲一, unit: office, until: "2004-05-31"')}${text}=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1 # expect approval/misplaced
at: "2004-06-01T08:00:00Z"
`),
    good(`${policy}${people}${text}${prepared}${reviewed}${approved}`),
  ],
  *check({ approvals, index }) {
    for (const record of approvals) {
      const { document, path, person } = record.value;
      const known = index.documents.get(document) ?? [];
      if (known.length === 0) yield { at: spot(record, 'document'), message: 'document', args: { document } };
      else if (!known.some((one) => one.path === path)) yield { at: spot(record, 'path'), message: 'path', args: { document, path, actual: known[0]?.path ?? '' } };
      const signer = index.people.get(person)?.value;
      const day = record.value.at.slice(0, 10);
      if (!signer) yield { at: spot(record, 'person'), message: 'person', args: { person } };
      else if (day < (signer.since ?? day) || day > (signer.until ?? day)) yield { at: spot(record, 'person'), message: 'absent', args: { at: day, person, from: signer.since ?? '', until: signer.until ?? '' } };
      const expected = approvalPath(record.value);
      if (record.path !== expected && !isSignedAgain(record, expected, approvals)) yield { at: spot(record, 'document'), message: 'file', args: { expected } };
    }
  },
};

/** `review-p2-2.yaml`: the same person signed in the same role again, after the text was mended. */
function isSignedAgain({ path, value }: ApprovalRecord, expected: string, approvals: readonly ApprovalRecord[]): boolean {
  const stem = expected.slice(0, -'.yaml'.length);
  return /^-(?:[2-9]|[1-9]\d+)\.yaml$/.test(path.startsWith(stem) ? path.slice(stem.length) : '')
    && approvals.some((other) => other.path === expected && other.value.at <= value.at && (other.value.sha256 !== value.sha256 || JSON.stringify(other.value.includes) !== JSON.stringify(value.includes)));
}
