import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { addMonths } from '#model/calendar.ts';
import { allowedExclusions } from '../shared/allowed-exclusions.ts';

/** Somebody decided each exclusion, on a day, and looks at it again in time. */
export const exclusionUndecided: ProjectRule = {
  code: 'exclusion/undecided', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'An exclusion is not decided, or not looked at again', 'zh-CN': '删减未经批准或未按期复核' },
  why: {
    en: 'An exclusion that nobody decided is nobody\'s to defend, and one made years ago may no longer fit the services.',
    'zh-CN': '没有人批准的删减，没有人说得清；多年前的删减，可能已与现在的服务不符。',
  },
  messages: {
    undecided: {
      en: 'Nobody is on record as having decided the exclusion of {clause}. Fill in `decided_by` and `decided_on`.',
      'zh-CN': '删减条款 {clause} 没有批准人或批准日期。请填写 `decided_by` 和 `decided_on`。',
    },
    stale: {
      en: 'The exclusion of {clause} was last looked at on {last}, more than {months} months ago. See whether it still holds and enter the day under `reviewed_on`.',
      'zh-CN': '删减条款 {clause} 上次复核在 {last}，已超过{months}个月。请复核是否仍成立，并在 `reviewed_on` 填写日期。',
    },
  },
  examples: [
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6" # expect exclusion/undecided
    decided_by: head
  - clause: "7.3"
    decided_by: head
    decided_on: 2003-05-20 # expect exclusion/undecided
  - clause: "7.5.2"
    decided_by: head
    decided_on: 2002-05-20
    reviewed_on: 2003-05-20 # expect exclusion/undecided
`),
    good(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6"
    decided_by: head
    decided_on: 2003-05-20
    reviewed_on: 2004-05-20
`),
  ],
  *check(project) {
    const { standard, config, today } = project;
    const months = config.thresholds.review_months;
    const clauses = [standard.manual.clause];
    for (const entry of allowedExclusions(project)) {
      const { clause, decided_by, decided_on, reviewed_on } = entry.value;
      if (decided_by === undefined || decided_on === undefined) {
        yield { at: spot(entry, 'clause'), clauses, message: 'undecided', args: { clause } };
        continue;
      }
      const last = reviewed_on ?? decided_on;
      if (addMonths(last, months) < today) yield { at: spot(entry, reviewed_on === undefined ? 'decided_on' : 'reviewed_on'), clauses, message: 'stale', args: { clause, last, months } };
    }
  },
};
