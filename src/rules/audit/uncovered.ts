import type { AuditProgramme, PlannedAudit } from '#model/audit.ts';
import { spot, type Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { auditableClauses, isWithin } from '#model/standard.ts';
import type { Wording } from '#model/text.ts';
import { unitOf } from '#model/actors.ts';
import { listed } from '#model/listed.ts';

/** AUD-003: within a year every clause, unit and process is audited, top management included. */
export const uncovered: ProjectRule = {
  code: 'audit/uncovered', severity: 'error', scope: 'project',
  title: { en: 'Audit programme leaves something out', 'zh-CN': '年度内审方案有遗漏' },
  why: { en: 'What no audit of the cycle touches is not known to conform, and a certifier looks there first.', 'zh-CN': '一个周期内没有审核到的部分，不能说明符合要求，认证机构往往先查这里。' },
  messages: {
    clauses: { en: 'The programme of {year} leaves out clauses {missing}. Add them to an audit.', 'zh-CN': '{year}年度内审方案没有覆盖条款 {missing}。请列入某次审核。' },
    units: { en: 'The programme of {year} leaves out these units: {missing}. Add them to an audit.', 'zh-CN': '{year}年度内审方案没有覆盖这些部门：{missing}。请列入某次审核。' },
    processes: { en: 'The programme of {year} leaves out processes {missing}. Add them to an audit.', 'zh-CN': '{year}年度内审方案没有覆盖过程 {missing}。请列入某次审核。' },
    top: { en: 'The programme of {year} leaves out top management. Add its unit or the block `top` to an audit.', 'zh-CN': '{year}年度内审方案没有覆盖最高管理层。请把领导层或者 `top` 板块列入某次审核。' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
top_management: director
units: [{ id: leadership, name: 局领导, block: top, kind: leadership }, { id: office, name: 办公室, parent: leadership }, { id: legal, name: 法制处, parent: leadership }]
posts: [{ id: director, name: 局长, unit: leadership }]
=== processes.yaml
kind: processes
processes: [{ id: MP05, name: 文件控制, owner: office }, { id: EP03, name: 案件核审, owner: legal }]
=== programme.yaml
kind: audit-programme
year: "2004"
audits: # expect audit/uncovered
  - { id: NS-2004-01, planned: 2004-10-11, units: [office], processes: [MP05], clauses: ["4", "5", "6", "7", "8.1", "8.2", "8.3", "8.5"] }
  - { id: NS-2004-02, planned: 2004-10-12, units: [legal], clauses: ["8.4"], status: cancelled }
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
top_management: director
units: [{ id: leadership, name: 局领导, block: top, kind: leadership }, { id: district, name: 第一分局, parent: leadership }, { id: station, name: 第一工商所, kind: station, parent: district }]
posts: [{ id: director, name: 局长, unit: leadership }]
=== processes.yaml
kind: processes
processes: [{ id: EP03, name: 案件核审, owner: district }]
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: 2004-10-11, units: [district], blocks: [top], clauses: ["4", "5", "6", "7", "8"] }
`),
  ],
  *check(project) {
    for (const programmes of Map.groupBy(project.registers.programmes, ({ value }) => value.year).values()) {
      const [first] = programmes;
      if (!first) continue;
      const audits = programmes.flatMap(({ value }) => value.audits ?? []).filter(({ status }) => status !== 'cancelled');
      for (const [message, missing] of gaps(project, audits)) {
        yield { at: spot(first as Entry<AuditProgramme>, 'audits'), message, args: { year: first.value.year, ...(missing ? { missing } : {}) } };
      }
    }
  },
};

function* gaps({ standard, registers, index }: Project, audits: readonly PlannedAudit[]): Generator<readonly [string, Wording?]> {
  const audited = (key: 'clauses' | 'units' | 'processes' | 'blocks'): Set<string> => new Set(audits.flatMap((audit) => audit[key] ?? []));
  const [clauses, units, processes, blocks] = [audited('clauses'), audited('units'), audited('processes'), audited('blocks')];

  const openClauses = auditableClauses(standard).map(({ number }) => number).filter((number) => !index.excludedClauses.has(number) && ![...clauses].some((named) => isWithin(number, named)));
  if (openClauses.length > 0) yield ['clauses', listed(openClauses)];

  const top = topUnit({ registers, index });
  const coversUnit = (id: string | undefined): boolean => {
    const unit = index.units.get(id ?? '')?.value;
    if (!unit || units.has(unit.id)) return true;
    const parent = index.units.get(unit.parent ?? '')?.value;
    // A small unit is audited together with the one above it; the leadership stands above all and takes none with it.
    return parent !== undefined && parent.kind !== 'leadership' && parent.block !== 'top' && units.has(parent.id);
  };
  const openUnits = registers.units.filter(({ value }) => value.id !== top && !coversUnit(value.id));
  if (openUnits.length > 0) yield ['units', listed(openUnits.map(({ value }) => value.name))];
  if (top !== undefined && !units.has(top) && !blocks.has('top')) yield ['top'];

  // A programme by units names no process: then a process is audited with its owner.
  const openProcesses = registers.processes.filter(({ value }) => !processes.has(value.id) && (processes.size > 0 || !coversUnit(unitOf(index, value.owner))));
  if (openProcesses.length > 0) yield ['processes', listed(openProcesses.map(({ value }) => value.id))];
}

function topUnit({ registers, index }: Pick<Project, 'registers' | 'index'>): string | undefined {
  const post = registers.organizations.map(({ value }) => value.top_management).find((id) => id !== undefined);
  return unitOf(index, post);
}
