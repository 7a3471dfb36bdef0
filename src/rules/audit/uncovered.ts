import { actorName, unitOf } from '#model/actors.ts';
import type { AuditProgramme, PlannedAudit } from '#model/audit.ts';
import { coverage, visitsOf, type Cell } from '#model/audit-coverage.ts';
import { topUnit } from '#model/audit-scope.ts';
import { listed } from '#model/listed.ts';
import { spot, type Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { auditableClauses, isWithin } from '#model/standard.ts';
import type { Wording } from '#model/text.ts';
import { byUnit } from '../shared/by-unit.ts';

/** AUD-003: within a year every clause, unit and process is audited, top management included. */
export const uncovered: ProjectRule = {
  code: 'audit/uncovered', severity: 'error', scope: 'project',
  title: { en: 'Audit programme leaves something out', 'zh-CN': '年度内审方案有遗漏' },
  why: { en: 'What no audit of the cycle touches is not known to conform, and a certifier looks there first.', 'zh-CN': '一个周期内没有审核到的部分，不能说明符合要求，认证机构往往先查这里。' },
  messages: {
    clauses: { en: 'The programme of {year} leaves out clauses {missing}. Add them to an audit.', 'zh-CN': '{year}年度内审方案没有覆盖条款 {missing}。请列入某次审核。' },
    units: { en: 'The programme of {year} leaves out these units: {missing}. Add them to an audit.', 'zh-CN': '{year}年度内审方案没有覆盖这些部门：{missing}。请列入某次审核。' },
    processes: { en: 'The programme of {year} leaves out processes {missing}. Add them to an audit.', 'zh-CN': '{year}年度内审方案没有覆盖过程 {missing}。请列入某次审核。' },
    cells: { en: 'The programme of {year} leaves out these clauses in units that answer for them: {missing}. Add them to an audit of the unit; `qms audit programme {year}` shows all gaps.', 'zh-CN': '{year}年度内审方案没有覆盖这些部门的应审核条款：{missing}。请列入该部门的审核；`qms audit programme {year}` 可查看全部缺口。' },
    top: { en: 'The programme of {year} leaves out top management. Add its unit to an audit.', 'zh-CN': '{year}年度内审方案没有覆盖最高管理层。请把领导层列入某次审核。' },
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
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室, block: support }, { id: legal, name: 法制处, block: enforcement }]
=== responsibilities.yaml
kind: responsibilities
clauses: [{ clause: "8.3", lead: [legal], related: [office] }]
=== programme.yaml
kind: audit-programme
year: "2004"
audits: # expect audit/uncovered
  - { id: NS-2004-01, planned: 2004-10-11, units: [office], clauses: ["4", "5", "6", "7", "8"] }
  - { id: NS-2004-02, planned: 2004-10-12, units: [legal], clauses: ["4", "5", "6", "8.5"] }
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
  - { id: NS-2004-01, planned: 2004-10-11, units: [leadership, district], blocks: [top], clauses: ["4", "5", "6", "7", "8"] }
`),
  ],
  *check(project) {
    for (const programmes of Map.groupBy(project.registers.programmes, ({ value }) => value.year).values()) {
      const [first] = programmes;
      if (!first) continue;
      const audits = programmes.flatMap(({ value }) => value.audits ?? []).filter(({ status }) => status !== 'cancelled');
      for (const [message, missing] of gaps(project, first.value.year, audits)) {
        yield { at: spot(first as Entry<AuditProgramme>, 'audits'), message, args: { year: first.value.year, ...(missing ? { missing } : {}) } };
      }
    }
  },
};

/** From the large to the small: what is missing as a whole is not told again piece by piece. */
function* gaps(project: Project, year: string, audits: readonly PlannedAudit[]): Generator<readonly [string, Wording?]> {
  const { registers, index, standard } = project;
  const others = registers.audits.map(({ value }) => value).filter((audit) => audit.held !== undefined && !audits.includes(audit));
  const cells = coverage(project, year, [...audits, ...others]).cells;
  const open = cells.filter(({ state }) => state === 'open');

  const named = audits.flatMap(({ clauses: own = [] }) => own);
  const openClauses = whollyOpen(cells, ({ clause }) => clause);
  const clauses = auditableClauses(standard).map(({ number }) => number).filter((number) => !index.excludedClauses.has(number)
    && (openClauses.get(number) ?? !named.some((within) => isWithin(number, within))));
  if (clauses.length > 0) yield ['clauses', listed(clauses)];

  const openUnits = whollyOpen(cells.filter(({ clause }) => !clauses.includes(clause)), ({ unit }) => unit);
  const top = topUnit(project);
  const visits = audits.map((audit) => visitsOf(project, audit));
  const visited = (unit: string): boolean => visits.some((goesTo) => goesTo(unit));
  const units = registers.units.map(({ value }) => value).filter(({ id }) => openUnits.get(id) ?? !visited(id));
  if (units.some(({ id }) => id !== top)) yield ['units', listed(units.filter(({ id }) => id !== top).map(({ name }) => name))];
  if (units.some(({ id }) => id === top)) yield ['top'];

  const single = open.filter(({ unit, clause }) => !clauses.includes(clause) && !units.some(({ id }) => id === unit));
  if (single.length > 0) yield ['cells', byUnit(single, (unit) => actorName(index, unit))];

  // A programme by units names no process: then a process is audited with its owner.
  const processes = new Set(audits.flatMap(({ processes: own = [] }) => own));
  const unseen = registers.processes.filter(({ value }) => {
    const owner = unitOf(index, value.owner);
    return !processes.has(value.id) && (processes.size > 0 || (owner !== undefined && index.units.has(owner) && !visited(owner)));
  });
  if (unseen.length > 0) yield ['processes', listed(unseen.map(({ value }) => value.id))];
}

/** For everything that has cells, whether all of them are open. */
function whollyOpen(cells: readonly Cell[], keyOf: (cell: Cell) => string): Map<string, boolean> {
  return new Map([...Map.groupBy(cells, keyOf)].map(([key, own]) => [key, own.every(({ state }) => state === 'open')]));
}
