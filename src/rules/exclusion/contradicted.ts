import { inForce, isObsolete } from '#model/document.ts';
import type { Finding } from '#model/diagnostic.ts';
import { bodyPlace } from '#model/body-places.ts';
import { spot, type Entry, type Spot } from '#model/place.ts';
import type { Project, Registers } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { clauseOf, isWithin } from '#model/standard.ts';
import type { Exclusion } from '#model/system.ts';
import { allowedExclusions } from '../shared/allowed-exclusions.ts';

/** EXC-003: what an exclusion says does not exist shows up nowhere else. */
export const exclusionContradicted: ProjectRule = {
  code: 'exclusion/contradicted', severity: 'error', scope: 'project',
  title: { en: 'An excluded activity exists all the same', 'zh-CN': '已删减的活动实际存在' },
  why: {
    en: 'Where the activity exists, the exclusion sheds a responsibility, and the claim to meet the standard falls.',
    'zh-CN': '活动既然存在，删减就免除了应负的责任，符合性声明随之不成立。',
  },
  messages: {
    document: {
      en: '{document} claims {claimed}, but clause {clause} is excluded. Take back the exclusion or the claim.',
      'zh-CN': '{document} 声称落实 {claimed}，而条款 {clause} 已删减。请撤销删减，或删去该声明。',
    },
    process: {
      en: 'Process {process} serves clause {claimed}, but clause {clause} is excluded. Take back the exclusion or correct the process.',
      'zh-CN': '过程 {process} 对应条款 {claimed}，而条款 {clause} 已删减。请撤销删减，或改正过程清单。',
    },
    form: {
      en: 'Form {form} evidences {record} of clause {claimed}, but clause {clause} is excluded. Take back the exclusion or withdraw the form.',
      'zh-CN': '表单 {form} 用作条款 {claimed} 的记录 {record}，而条款 {clause} 已删减。请撤销删减，或停用该表单。',
    },
    record: {
      en: 'Record {record} was filled for clause {claimed}, but clause {clause} is excluded. The activity took place: take back the exclusion.',
      'zh-CN': '记录 {record} 属于条款 {claimed}，而条款 {clause} 已删减。活动已经发生，请撤销删减。',
    },
    register: {
      en: '{count} entries here show activity of clause {claimed}, but clause {clause} is excluded. Take back the exclusion, or say in the register why these entries are none.',
      'zh-CN': '这里的{count}条登记表明存在条款 {claimed} 的活动，而条款 {clause} 已删减。请撤销删减，或清理不属于该条款的登记。',
    },
    finding: {
      en: '{finding} was raised against {claimed}, but clause {clause} is excluded. The auditor saw the activity: take back the exclusion, or correct the clause.',
      'zh-CN': '{finding} 针对 {claimed} 提出，而条款 {clause} 已删减。审核员看到了该活动，请撤销删减，或改正所引条款。',
    },
  },
  examples: [
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.6", justification: 不使用测量装置 }
=== devices.yaml
kind: devices
devices:
  - { id: SB-01, name: 电子秤 } # expect exclusion/contradicted
=== processes.yaml
kind: processes
processes:
  - id: EP09
    name: 商品质量监测
    clauses: ["7.6"] # expect exclusion/contradicted
=== a.md
---
type: rule
id: AB/ZD-ZF-001
title: 快检制度
clauses: ["7.6"] # expect exclusion/contradicted
revision: A/0
status: effective
owner: office
---
快检箱每年检定。:req[7.6-d]
=== b.md
---
type: rule
id: AB/ZD-ZF-002
title: 衡器制度
revision: A/0
status: draft
owner: office
---
衡器每年检定。:req[7.6-d] <!-- expect exclusion/contradicted -->
`),
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.3", justification: 法律规定了全部特性 }
=== f.md
---
type: form
id: AB/QR-QP14-01
title: 设计评审记录
evidences: [REC21-06] # expect exclusion/contradicted
revision: A/0
status: effective
owner: office
---
=== r.yaml
kind: record
id: AB/QR-QP14-01/2004-001
form: AB/QR-QP14-01 # expect exclusion/contradicted
=== nc.yaml
kind: nonconformity
id: NC-2004-001
source: audit
status: open
clause: "7.3.4" # expect exclusion/contradicted
fact: { statement: 设计评审没有记录 }
`),
    good(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.5.4", items: [7.5.4-b], justification: 不由本局标识 }
=== a.md
---
type: rule
id: AB/ZD-ZF-001
title: 原件保管制度
clauses: ["7.5.4"]
revision: A/0
status: effective
owner: office
---
原件妥善保管。:req[7.5.4-d]
`),
  ],
  *check(project) {
    const exclusions = allowedExclusions(project);
    const told = new Set<string>();
    for (const { id, at, message, args, of } of evidence(project)) {
      const exclusion = exclusions.find((entry) => isLeftOut(id, entry.value));
      const key = `${message} ${of} ${exclusion?.pointer}`;
      if (!exclusion || told.has(key)) continue;
      told.add(key);
      yield { at, message, args: { ...args, claimed: id, clause: exclusion.value.clause }, related: [spot(exclusion, 'clause')] };
    }
    for (const exclusion of exclusions) yield* registersInUse(project, exclusion);
  },
};

/** What shows that a clause, or an item of one, is at work. `id` is the clause or item; one thing (`of`) is told once for an exclusion. */
type Shown = Pick<Finding, 'message'> & { readonly id: string; readonly of: string; readonly at: Spot; readonly args: Readonly<Record<string, string>> };

function* evidence({ documents, registers, standard, today }: Project): Generator<Shown> {
  const records = new Map(standard.records.map(({ id, item }) => [id, item]));
  const forms = new Map<string, string>();
  for (const document of documents) {
    const { value, body } = document;
    if (isObsolete(document) || value.type === 'external') continue;
    const args = { document: value.id };
    for (const [at, id] of (value.clauses ?? []).entries()) yield { id, of: value.id, at: spot(document, 'clauses', at), message: 'document', args };
    for (const claim of body.claims) yield { id: claim.item, of: value.id, at: bodyPlace(document, 'claims', claim), message: 'document', args };
    for (const [at, record] of (value.evidences ?? []).entries()) {
      const id = records.get(record);
      if (id === undefined) continue;
      forms.set(value.id, id);
      if (inForce(document, today)) yield { id, of: value.id, at: spot(document, 'evidences', at), message: 'form', args: { form: value.id, record } };
    }
  }
  for (const step of registers.processes) {
    for (const [at, id] of (step.value.clauses ?? []).entries()) yield { id, of: step.value.id, at: spot(step, 'clauses', at), message: 'process', args: { process: step.value.id } };
  }
  for (const record of registers.records) {
    const id = forms.get(record.value.form);
    if (id !== undefined) yield { id, of: record.value.form, at: spot(record, 'form'), message: 'record', args: { record: record.value.id } };
  }
  for (const nc of registers.nonconformities) {
    const key = nc.value.clause !== undefined ? 'clause' : 'item';
    const id = nc.value[key];
    if (id !== undefined) yield { id, of: nc.value.id, at: spot(nc, key), message: 'finding', args: { finding: nc.value.id } };
  }
  for (const report of registers.reports) {
    for (const [at, { id: finding, item }] of (report.value.findings ?? []).entries()) {
      if (item !== undefined) yield { id: item, of: finding, at: spot(report, 'findings', at, 'item'), message: 'finding', args: { finding } };
    }
  }
}

/** True when a clause or item falls under an exclusion; a clause of which only items are left out does not. */
function isLeftOut(id: string, { clause, items }: Exclusion): boolean {
  if (items?.length) return items.includes(id);
  return isWithin(id.includes('-') ? clauseOf(id) : id, clause);
}

/** Registers whose entries are the activity itself; each is told once for an exclusion, at its first entry. */
function* registersInUse({ registers, standard }: Project, exclusion: Entry<Exclusion>): Generator<Finding> {
  const { clause, items } = exclusion.value;
  if (items?.length) return;
  const told = new Set<string>();
  for (const activity of standard.exclusions.activities) {
    if (!isWithin(activity.clause, clause)) continue;
    for (const name of activity.registers) {
      const entries = registers[name as keyof Registers] ?? [];
      const [first] = entries;
      if (!first || told.has(name)) continue;
      told.add(name);
      yield { at: spot(first), message: 'register', args: { count: entries.length, claimed: activity.clause, clause }, related: [spot(exclusion, 'clause')] };
    }
  }
}
