import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

const PLANNED = new Set(['planned', 'done', 'verified', 'closed']);

/** NCR-002: correction mends the case at hand; without cause and corrective action it comes back. */
export const causeMissing: ProjectRule = {
  code: 'nonconformity/cause-missing', severity: 'error', scope: 'project',
  title: { en: 'Correction without cause or corrective action', 'zh-CN': '只有纠正，没有原因分析或者纠正措施' },
  why: { en: 'Correction mends the single case; the cause stays and the fault returns.', 'zh-CN': '纠正只处理了眼前这一件，原因还在，问题会再次发生。' },
  messages: {
    cause: { en: 'The report {id} has no analysis of the cause. Find the root cause before planning the action.', 'zh-CN': '{id} 没有原因分析。请先查明根本原因，再制定措施。' },
    action: { en: 'The report {id} has a correction but no corrective action. State what keeps the fault from happening again.', 'zh-CN': '{id} 只有纠正，没有纠正措施。请写明怎样防止再次发生。' },
  },
  examples: [
    bad(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: planned
fact: { statement: 两份登记档案受理与核准为同一人 }
correction: { what: 两份档案重新审核 } # expect nonconformity/cause-missing
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: closed
fact: { statement: 公示栏两处未更新 }
correction: { what: 当日更换 } # expect nonconformity/cause-missing
cause: { root: 公示内容没有规定更换周期 }
`),
    good(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: planned
fact: { statement: 两份登记档案受理与核准为同一人 }
correction: { what: 两份档案重新审核 }
cause: { root: 代理表允许受理员代理核准员 }
action: { what: 修改代理规定 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
grade: observation
status: planned
fact: { statement: 公示栏两处未更新 }
correction: { what: 当日更换 }
=== nc-3.yaml
kind: nonconformity
id: NC-2004-003
source: monitoring
status: accepted
fact: { statement: 一份笔录没有页码 }
`),
  ],
  *check({ registers }) {
    for (const report of registers.nonconformities) {
      const { id, grade, status = '', correction, cause, action } = report.value;
      if (grade === 'observation') continue;
      const planned = PLANNED.has(status);
      const key = correction ? 'correction' : action ? 'action' : 'status';
      if ((planned || correction || action) && !cause?.root && !cause?.whys?.length) yield { at: spot(report, key), message: 'cause', args: { id } };
      else if (planned && !action?.what) yield { at: spot(report, key), message: 'action', args: { id } };
    }
  },
};
