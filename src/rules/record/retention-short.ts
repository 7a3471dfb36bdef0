import type { Retention } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Wording } from '#model/text.ts';
import { isSubmitted } from '../shared/submitted.ts';

/** REC-006: records are kept as long as law, certificate cycle and appeal period want them. */
export const retentionShort: ProjectRule = {
  code: 'record/retention-short', severity: 'warning', scope: 'project',
  title: { en: 'Records are kept too short', 'zh-CN': '记录保存期限过短' },
  why: {
    en: 'When the court, the archive or the certifier asks for the evidence, it is gone.',
    'zh-CN': '法院、档案部门或认证机构来要证据时，证据已经销毁。',
  },
  messages: {
    basis: {
      en: 'Records on this form are kept for {own}; {title} wants {legal}. Keep them as long.',
      'zh-CN': '本表单的记录保存{own}，而“{title}”要求{legal}。请延长到规定期限。',
    },
    minimum: {
      en: 'Records on this form are kept for {own}; {min} years are the least this organization has set. Keep them longer.',
      'zh-CN': '本表单的记录保存{own}，短于本单位规定的最低{min}年。请延长保存期限。',
    },
    appeal: {
      en: 'Records on this form are kept for {own}, less than the {days} days in which a decision can be contested. Keep them longer.',
      'zh-CN': '本表单的记录保存{own}，短于可以复议、诉讼的{days}日。请延长保存期限。',
    },
  },
  examples: [
    bad(`
=== external.yaml
kind: external-documents
documents:
  - { id: WL-011, title: 档案管理办法, retention: { years: 10 } }
=== f.md
---
type: form
id: AB/QR-QP12-01
title: 立案审批表
revision: A/0
status: effective
owner: office
retention: { years: 5, basis: WL-011 } # expect record/retention-short
---
=== g.md
---
type: form
id: AB/QR-QP12-02
title: 签到表
revision: A/0
status: effective
owner: office
retention:
  years: 1 # expect record/retention-short
---
`),
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
thresholds: { retention_min_years: 1, appeal_days: 730 }
=== f.md
---
type: form
id: AB/QR-QP12-01
title: 送达回证
revision: A/0
status: effective
owner: office
retention: { years: 1 } # expect record/retention-short
---
`),
    good(`
=== external.yaml
kind: external-documents
documents:
  - { id: WL-011, title: 档案管理办法, retention: { years: 10 } }
=== f.md
---
type: form
id: AB/QR-QP12-01
title: 立案审批表
revision: A/0
status: effective
owner: office
retention: { permanent: true, basis: WL-011 }
---
`),
  ],
  *check({ documents, index, config }) {
    const { retention_min_years: min, appeal_days: days } = config.thresholds;
    for (const form of documents) {
      const { type, retention } = form.value;
      if (type !== 'form' || !retention || !isSubmitted(form)) continue;
      const external = retention.basis === undefined ? undefined : index.externals.get(retention.basis)?.value;
      const at = spot(form, 'retention', ...(retention.years === undefined ? [] : ['years']));
      const own = said(retention);
      if (external?.retention && longestYears(retention) < leastYears(external.retention)) yield { at, message: 'basis', args: { own, title: external.title, legal: said(external.retention) } };
      else if ((retention.years ?? Infinity) < min) yield { at, message: 'minimum', args: { own, min } };
      else if ((retention.years ?? Infinity) * 365 < days) yield { at, message: 'appeal', args: { own, days } };
    }
  },
};

/** Archive rules until 2006: long is 16 to 50 years, short up to 15. */
function leastYears({ years, permanent, term }: Retention): number {
  return permanent ? Infinity : (years ?? (term === 'long' ? 16 : 0));
}

function longestYears({ years, permanent, term }: Retention): number {
  return permanent ? Infinity : (years ?? (term === 'long' ? 50 : 15));
}

function said({ years, permanent, term }: Retention): Wording {
  if (permanent) return { en: 'permanent keeping', 'zh-CN': '永久' };
  if (years !== undefined) return { en: `${years} ${years === 1 ? 'year' : 'years'}`, 'zh-CN': `${years}年` };
  return term === 'long' ? { en: 'a long term (16 to 50 years)', 'zh-CN': '长期（16至50年）' } : { en: 'a short term (up to 15 years)', 'zh-CN': '短期（15年以下）' };
}
