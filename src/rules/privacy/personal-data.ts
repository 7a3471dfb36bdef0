import { findPersonal, mayBePersonal } from '#model/personal-data.ts';
import { onceFor } from '#model/once-for.ts';
import { bad, good, type FileRule } from '#model/rule.ts';
import type { Words } from '#model/words.ts';
import { stretch } from '../shared/prose.ts';

const certainOf = onceFor(({ personal }: Words) => personal.filter(({ warned }) => warned === true));
/** Those that the look before the rule does not know. */
const othersOf = onceFor((words: Words) => certainOf(words).filter(({ begins }) => begins === undefined));
/** Full-width letters and digits; marks alone (（，：；！？）) neither make a text personal nor keep it from being so. */
const wide = ['\uff02\uff07', '\uff0a\uff0b', '\uff0d\uff19', '\uff1c\uff1e', '\uff20\uff5e'];

/** Personal data of parties and complainants stand in no text that is handed round. */
export const personalData: FileRule = {
  code: 'privacy/personal-data', severity: 'warning', basis: 'practice', scope: 'file',
  title: { en: 'Personal data not redacted', 'zh-CN': '个人信息未隐去' },
  why: {
    en: 'What stands in the manual is printed, copied and handed to auditors and certifiers, and stays in the history of git. Who a complainant is belongs into the case file; evidence needs the case number only.',
    'zh-CN': '手册里的内容会打印、分发、交给审核员和认证机构，还会留在 git 历史里。投诉人是谁应留在案卷中；作为证据有编号就够了。',
  },
  messages: {
    found: {
      en: 'This looks like a real {what}. Take it out or write a stand-in (某某, 1×××); to hand it over all the same, `qms export --profile` withholds it.',
      'zh-CN': '这里像是真实的{what}。请删去或用代称（某某、1×××）；确需移交的，`qms export --profile` 会隐去。',
    },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-13
title: 投诉处理程序
revision: A/0
status: draft
owner: office
---

例如：投诉人：王小明， 一部电视机开机冒烟。 <!-- expect privacy/personal-data -->

登记证件 11010519491231002X 后受理。 <!-- expect privacy/personal-data -->

回访电话 １３８ 0013 8000。 <!-- expect privacy/personal-data -->
=== record.yaml
kind: record
id: XF-2004-001
form: AB/QR-QP13-01
edition: A/0
unit: office
on: "2004-11-01"
fields:
  vehicle: 川A12B45 # expect privacy/personal-data
  account: "6222021234567890128" # expect privacy/personal-data
  passport: 护照 G12345678 # expect privacy/personal-data
  home: 住址：某市锦江区春熙路12号3单元 # expect privacy/personal-data
  old: 身份证 110105491231002 # expect privacy/personal-data
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-13
title: 投诉处理程序
revision: A/0
status: draft
owner: office
---

投诉人：姓名、电话、住址均在案卷中登记，不写入台账。申请人：提交材料一式两份。

例如王某投诉某商场；热线 12315，值班室 028-86512315，机关车辆川A×××××。

字号 11010519491231002A、11010519491231003X 不是证件号；金额 138001380001 元；编号 2004-JC-033；校验值 13800138000abc。
`),
  ],
  seeks: (words) => ({ signs: wide, words: certainOf(words).flatMap(({ begins: [firsts, seconds] = ['', ''] }) => [...firsts].flatMap((first) => [...seconds].map((second) => first + second))) }),
  *check(file, seen) {
    const { facts, text, words } = file;
    const certain = certainOf(words);
    if (!seen && !mayBePersonal(text, othersOf(words))) return; // nearly always
    if (findPersonal(text, certain).length === 0) return;
    for (const [index, line] of file.lines.entries()) {
      for (const { pattern, start, end } of findPersonal(line, certain)) {
        yield { at: stretch(facts.path, index + 1, start, end - start), message: 'found', args: { what: pattern.title } };
      }
    }
  },
};
