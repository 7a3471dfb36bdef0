import { bodyPlace } from '#model/body-places.ts';
import { lengthOf } from '#model/facts.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { inSection } from '../shared/in-section.ts';
import { manualClaims, manualsInForce } from '../shared/manuals.ts';

/** MAN-001: the manual states the scope of the system. */
export const manualScope: ProjectRule = {
  code: 'manual/scope', severity: 'error', whileBuilding: 'warning', scope: 'project',
  title: { en: 'The manual does not state the scope', 'zh-CN': '手册没有写明体系的范围' },
  why: {
    en: 'Without a scope nobody can tell which services, units and sites a certificate speaks of.',
    'zh-CN': '没有范围，就说不清认证覆盖哪些服务、部门和场所。',
  },
  messages: {
    missing: {
      en: 'The manual states no scope. Write down services, units and sites, and mark the line with `:req[{item}]`.',
      'zh-CN': '手册没有写明体系范围。请写明服务、部门和场所，并在该处标注 `:req[{item}]`。',
    },
    thin: {
      en: 'The section on the scope has {length} characters; services, units and sites cannot all be named in so few. Name them.',
      'zh-CN': '说明范围的一节只有{length}个字，不可能写全服务、部门和场所。请逐一写明。',
    },
  },
  examples: [
    bad(`
=== manual.md
---
type: manual
id: AB/QM-01 # expect manual/scope
title: 质量手册
revision: A/0
status: effective
owner: office
---
`),
    bad(`
=== manual.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: effective
owner: office
---
# 质量手册

## 1 范围

本手册适用于全局。:req[4.2.2-b] <!-- expect manual/scope -->
`),
    good(`
=== manual.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: effective
owner: office
---
# 质量手册

## 1 范围

体系覆盖下列内容。:req[4.2.2-b]

| 方面 | 内容 |
|---|---|
| 服务 | 企业登记 |
| 单位 | 注册处 |
| 场所 | 办公楼 |
`),
  ],
  *check(project) {
    const [first] = manualsInForce(project);
    if (!first) return; // manual/missing tells of it
    const [stated] = manualClaims(project, 'QM-1');
    if (!stated) {
      const item = project.standard.manual.contents.find(({ id }) => id === 'QM-1')?.item ?? '';
      yield { at: spot(first, 'id'), message: 'missing', args: { item } };
      return;
    }
    const { manual, claim } = stated;
    const { body } = manual;
    const length = lengthOf(body, claim.section);
    const shown = [...body.tables, ...body.directives].some(({ section }) => inSection(body, section, claim.section));
    if (!shown && length < project.config.thresholds.stub_min_chars) yield { at: bodyPlace(manual, 'claims', claim), message: 'thin', args: { length } };
  },
};
