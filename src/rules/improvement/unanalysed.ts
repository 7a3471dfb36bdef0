import { spot, type Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Text } from '#model/text.ts';
import { addDays } from '#model/calendar.ts';
import { overlap, periodAround, periodNamed, type Period } from '#model/periods.ts';

/** How long after a quarter its analysis may still be in the making. */
const GRACE_DAYS = 31;

/** IMP-001: data are collected to be used. */
export const unanalysed: ProjectRule = {
  code: 'improvement/unanalysed', severity: 'warning', scope: 'project',
  title: { en: 'Data of a quarter not analysed', 'zh-CN': '季度数据未分析' },
  why: { en: 'Figures that nobody looks at show neither trend nor where to improve.', 'zh-CN': '数据没人分析，就看不出趋势，也找不到改进的地方。' },
  messages: {
    found: { en: 'There are {kind} for {quarter}, but no analysis of them. Write one with trend and decisions.', 'zh-CN': '{quarter} 有{kind}，却没有相应的数据分析。请分析趋势并写明决定。' },
  },
  examples: [
    bad(`
=== surveys.yaml
kind: surveys
surveys:
  - { id: DC-01, name: 服务对象问卷, period: "2004-Q3" } # expect improvement/unanalysed
=== measurements.yaml
kind: measurements
measurements:
  - { objective: MB-01, period: "2004-07", value: 96 } # expect improvement/unanalysed
  - { objective: MB-01, period: "2004-08", value: 96 }
=== cases.yaml
kind: case-ledger
block: consumer
cases:
  - { no: XF-001, type: 申诉, closed: 2004-05-15 } # expect improvement/unanalysed
=== analyses.yaml
kind: analyses
analyses:
  - { id: FX-01, period: "2004-Q1", subject: satisfaction }
`),
    good(`
=== surveys.yaml
kind: surveys
surveys:
  - { id: DC-01, name: 服务对象问卷, period: "2004-Q3" }
  - { id: DC-02, name: 服务对象问卷, period: "2004-Q4" }
=== measurements.yaml
kind: measurements
measurements:
  - { objective: MB-01, period: "2004-07", value: 96 }
  - { objective: MB-02, period: "2004", value: 96 }
=== analyses.yaml
kind: analyses
analyses:
  - { id: FX-01, period: "2004-Q3", subject: satisfaction }
  - { id: FX-02, period: "2004-H2", subject: process }
`),
  ],
  *check(project) {
    const analyses = project.registers.analyses.flatMap(({ value }) => {
      const period = periodNamed(value.period ?? '');
      return period ? [{ period, subject: value.subject ?? '' }] : [];
    });
    const told = new Set<string>();
    for (const { entry, key, quarter, kind, subjects } of collected(project)) {
      const name = `${kind.en} ${quarter.name}`;
      if (told.has(name) || addDays(quarter.end, GRACE_DAYS) >= project.today) continue;
      told.add(name);
      if (analyses.some(({ period, subject }) => subjects.includes(subject) && overlap(period, quarter))) continue;
      yield { at: spot(entry, key), message: 'found', args: { kind, quarter: quarter.name } };
    }
  },
};

interface Datum { readonly entry: Entry<unknown>; readonly key: string; readonly quarter: Period; readonly kind: Text; readonly subjects: readonly string[] }

const SATISFACTION: Text = { en: 'survey results', 'zh-CN': '满意调查结果' };
const FIGURES: Text = { en: 'measured values', 'zh-CN': '目标测量值' };
const COMPLAINTS: Text = { en: 'complaint cases', 'zh-CN': '消费者申诉举报件' };

/** Data by the quarter they belong to, with the subjects of analysis that would take them up. Figures of longer periods are left to those. */
function* collected({ registers }: Project): Generator<Datum> {
  const process = ['conformity', 'process', 'other'];
  for (const entry of registers.surveys) {
    const quarter = quarterOf(entry.value.period);
    if (quarter) yield { entry, key: 'period', quarter, kind: SATISFACTION, subjects: ['satisfaction'] };
  }
  for (const entry of registers.measurements) {
    const quarter = quarterOf(entry.value.period);
    if (quarter) yield { entry, key: 'period', quarter, kind: FIGURES, subjects: process };
  }
  for (const entry of registers.cases) {
    const quarter = entry.block === 'consumer' && entry.value.closed !== undefined ? periodAround(entry.value.closed, 'quarter') : undefined;
    if (quarter) yield { entry, key: 'closed', quarter, kind: COMPLAINTS, subjects: [...process, 'satisfaction'] };
  }
}

function quarterOf(name: string | undefined): Period | undefined {
  const period = periodNamed(name ?? '');
  return period && period.months <= 3 ? periodAround(period.start, 'quarter') : undefined;
}
